"""Parts of `expertqa_rounds.py`."""
