"""Figures as texts give them: which are quantities, what each is said with, and those that are told in words."""
