"""The report as data: the document, its disagreements and its record. Every format shows this and nothing else."""

from __future__ import annotations

from moot.report.shape.challenges import ChallengeView, EditView
from moot.report.shape.claims import ClaimView, EarlierClaim, Older, Quoted, Step, What
from moot.report.shape.council import Council, DraftView, JudgedView, MemberView, Mention, Position, Statement
from moot.report.shape.counted import Audited, ModelUse, Run, Stats
from moot.report.shape.header import Cover, CoverLine, Header, Note, NoteKind, SeatLine
from moot.report.shape.report import Planning, Report
from moot.report.shape.sources import Copied, OneOrigin, SourceEntry

__all__ = [
    "Audited",
    "ChallengeView",
    "ClaimView",
    "Copied",
    "Council",
    "Cover",
    "CoverLine",
    "DraftView",
    "EarlierClaim",
    "EditView",
    "Header",
    "JudgedView",
    "MemberView",
    "Mention",
    "ModelUse",
    "Note",
    "NoteKind",
    "Older",
    "OneOrigin",
    "Planning",
    "Position",
    "Quoted",
    "Report",
    "Run",
    "SeatLine",
    "SourceEntry",
    "Statement",
    "Stats",
    "Step",
    "What",
]
