"""Trials of what the bot promises about messages (docs/reliability.md): each is run short with the suite and long by
`make soak`, with fixed seeds, and prints its figures."""
