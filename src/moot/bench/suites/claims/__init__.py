"""Claims: how well verifiers, and models as judges, tell supported claims from others. Begin at `suite.py`."""
