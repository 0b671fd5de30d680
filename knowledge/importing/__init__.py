"""Plans from outside: bytes in, a plan and every problem found out. Nothing here reads a file or knows a clock."""
