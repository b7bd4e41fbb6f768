"""One file for each kind of endpoint, registered under `moot.providers`."""
