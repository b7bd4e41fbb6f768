"""What the reader of a measurement of speed gets: terminal, Markdown, one HTML page with plots, JSON."""
