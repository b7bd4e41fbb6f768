"""Seats without a model: two independent readers that answer tasks by choosing and quoting sentences."""

from collections.abc import Mapping

from moot.readers.lexical import LexicalReader
from moot.readers.reader import Reader
from moot.readers.semantic import SemanticReader

READERS: Mapping[str, type[Reader]] = {"reader:lexical": LexicalReader, "reader:semantic": SemanticReader}
"""By the name of the model."""

__all__ = ["READERS", "LexicalReader", "SemanticReader"]
