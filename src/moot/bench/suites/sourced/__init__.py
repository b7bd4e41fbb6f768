"""Sourced answers: questions over small folders, with known answers and the passages that bear them out.

Begin at `suite.py`; `reading.py` says what counts as the answer of a report, `marking.py` how it is marked.
"""
