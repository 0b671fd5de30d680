"""The top: settings, command line, channels, and the application that joins everything."""
