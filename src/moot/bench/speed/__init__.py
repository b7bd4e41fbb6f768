"""How fast models answer: streams timed token by token, alone and at once, within a budget. Begin at `running`."""
