"""What a source denies may be said as what is still pending."""

from __future__ import annotations

from verify_library import said

from moot.verify.negation import Negation

_FINE = "The regulator fined the company for late reporting; the company has appealed and the fine is not final."


def test_what_is_pending_is_not_final() -> None:
    pending = "The regulator imposed a fine on the company for late reporting; an appeal is pending."
    assert said(Negation(), pending, _FINE) == ""
    assert said(Negation(), "The fine on the company for late reporting is final.", _FINE)
