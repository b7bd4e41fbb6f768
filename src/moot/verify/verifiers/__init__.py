"""The verifiers that come with Moot: `embedded`, which is not trained, and `trained`."""
