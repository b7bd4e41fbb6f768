"""What two claims are compared by, one a file; `moot.verify.relation` puts it together."""
