"""What the assistant knows and can work out: no I/O, no clock, no sentence that a user reads."""
