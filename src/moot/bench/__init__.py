"""What the numbers show: results of contestants on tasks, recomputed, compared in pairs, with a verdict per row."""
