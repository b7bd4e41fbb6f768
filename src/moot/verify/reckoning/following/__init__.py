"""What follows from figures: sums, shares, changes, conversions, lengths of time."""
