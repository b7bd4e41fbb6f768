"""What contestants are asked: a suite is tasks, how they are attempted, and how an answer is marked."""
