"""What the reader gets: one `Report`, shown as Markdown, HTML or JSON, or packed with its sources as a bundle."""
