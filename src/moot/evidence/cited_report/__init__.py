"""Reading anybody's report: what it claims, and what it cites for each claim."""

from moot.evidence.cited_report.read import parse_report, read_report
from moot.evidence.cited_report.report import Cell, CitedReport, Entry, Mark, Statement

__all__ = ["Cell", "CitedReport", "Entry", "Mark", "Statement", "parse_report", "read_report"]
