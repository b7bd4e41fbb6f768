"""Reading language: sentences, figures, quotes, terms and sentence vectors. Pure functions on text."""
