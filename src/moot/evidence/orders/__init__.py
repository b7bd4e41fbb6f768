"""Text that addresses models instead of readers: the forms of such orders, in plain words, in other tongues, in code.

`form` is what the forms share; `english`, `handed`, `seats`, `dressed`, `tongues`, `before`, `carried` and `controls`
list them, `addressed` looks at whole sentences, `encoded` reads what is spelled in a code, `weighed` sums what the
words of a sentence tell (`voices`), `second` reads what that leaves open, `titled` looks into names.
Begin reading at `finding.find`.
"""

from moot.evidence.orders.finding import Order, find, find_with_doubtful, told
from moot.evidence.orders.titled import find as find_in_name
from moot.evidence.orders.weighed import may_be

__all__ = ["Order", "find", "find_in_name", "find_with_doubtful", "may_be", "told"]
