"""Verbs of saying, as alternatives of a pattern: what the lists of `spoken`, `reported`, `whose` and `roles` share.

Each adds its own: of a view, of what somebody finds, of what stands between quotation marks.
"""

from __future__ import annotations

SAID = r"says?|said|adds?|added|writes?|wrote|states?|stated"
"""Whatever is said."""
HOLDS = r"argue[sd]?|insist(?:s|ed)|warn(?:s|ed)|claim(?:s|ed)|believe[sd]?|thinks?|thought"
"""A view."""
HOLD = rf"{HOLDS}|insist|warn|claim"
"""A view, of several too; where one person speaks the bare form is a noun ("the claim")."""
NOTED = r"notes?|noted|explain(?:s|ed)"
"""What is added of facts."""
TOLD = r"recall(?:s|ed)|declare[sd]?|concede[sd]?|admit(?:s|ted)|remark(?:s|ed)|complain(?:s|ed)|predict(?:s|ed)"
"""What a person says for himself."""
