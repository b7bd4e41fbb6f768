"""The media that sources come in: bytes of one file in, its text and what it says of itself out. A file a medium."""
