"""What holds: checks that turn claims into findings, and need no model to be repeated."""
