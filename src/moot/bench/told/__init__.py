"""What the reader of a comparison gets: terminal, Markdown, one HTML page with plots, JSON, CSV."""
