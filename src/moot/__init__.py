"""Moot: models argue, evidence decides."""
