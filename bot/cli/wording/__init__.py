"""What the command line says to whoever runs the bot, a module a verb. The help of its options stands beside them."""
