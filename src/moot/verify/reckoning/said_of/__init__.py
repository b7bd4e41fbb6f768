"""What a figure is said of: its row and column, its year, its unit, the subject of its clause."""
