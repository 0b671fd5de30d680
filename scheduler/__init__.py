"""The clock as a caller of handlers, and the delivery of what waits in the outbox."""
