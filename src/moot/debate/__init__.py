"""How a case is argued: rounds of challenges over a draft, ruled by evidence. Knows nothing of what is argued about."""
