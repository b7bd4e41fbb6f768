"""What proves a figure of a claim, what speaks against it, and how much."""
