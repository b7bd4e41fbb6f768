"""What is known: sources read once, split into addressable passages, indexed for search."""
