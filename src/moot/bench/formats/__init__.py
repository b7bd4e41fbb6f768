"""Published results, trial by trial: one file a format, each reads what is given into `moot.bench.results.Results`."""
