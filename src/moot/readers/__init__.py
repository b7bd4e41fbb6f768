"""Seats without a model: two independent readers that answer tasks by choosing and quoting sentences."""

from moot.readers.lexical import LexicalReader
from moot.readers.semantic import SemanticReader

__all__ = ["LexicalReader", "SemanticReader"]
