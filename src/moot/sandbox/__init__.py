"""Commands of others, run where they can harm nothing: bubblewrap, limits, no network."""
