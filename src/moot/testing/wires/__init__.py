"""The wire formats of vendors, one file each: a reply in, the vendor's JSON or stream events out."""
