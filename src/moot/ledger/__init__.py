"""What happened: the journal of calls, reservations and events, and the views of it."""
