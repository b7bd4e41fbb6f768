"""Parts of `benchmarks/peers.py`: the model that all are given, and how each is driven."""
