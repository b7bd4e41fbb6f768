"""Two contestants of whom only headline numbers are known: what holds over every plausible pairing of the tasks."""
