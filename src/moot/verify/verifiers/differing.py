"""How many differences between a claim and its texts the checks see that tell true from false on real claims.

On labelled claims of twenty sets these four fail more often on what is not supported than on what is (figures 12 to 7
in a hundred, names 3 to 1, negation 2 to 1, quotations 2 to 1; `benchmarks/signals.py`); of others that is not shown.
They are counted, not weighed.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.nearest import Units
from moot.verify.check import Check
from moot.verify.figures import Figures
from moot.verify.names import Names
from moot.verify.negation import Negation
from moot.verify.quotations import Quotations
from moot.verify.texts import as_library
from moot.words import Claim, ClaimKind, Outcome

_CHECKS: tuple[Check, ...] = (Figures(), Names(), Negation(), Quotations())


def versions() -> str:
    return ".".join(check.version for check in _CHECKS)


def differences(claim: str, texts: Sequence[str]) -> int:
    """0 to 4. The claim is compared with the units of the texts that share most words with it."""
    library = as_library([text for text in texts if text.strip()])
    citations = Units(library.passages).nearest(claim)
    if not citations:
        return 0
    asked = [Claim(id="c1", kind=ClaimKind.STATED, text=claim, citations=citations)]
    found = [finding for check in _CHECKS for finding in check.findings(asked, library)]
    return sum(finding.outcome is Outcome.FAILS for finding in found)
