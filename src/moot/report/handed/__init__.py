"""The formats that people hand on: Word, PDF, and the sources as BibTeX and CSL-JSON.

Word and PDF show the same outline (`outline.outline`): what is said is decided once, how it looks by each of them.
"""
