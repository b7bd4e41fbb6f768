"""Ready conducts for `DoubleServer(answer=…)`: what a model says when it answers."""
