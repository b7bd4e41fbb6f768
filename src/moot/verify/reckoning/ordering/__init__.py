"""Who has more, who has most, what came first, by the figures."""
