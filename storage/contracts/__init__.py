"""What the repositories of a unit of work do, a module a subject; storage.unit_of_work joins them."""
