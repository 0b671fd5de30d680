"""Every Vietnamese sentence the bot says, one module a subject."""
