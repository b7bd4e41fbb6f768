"""Rich Text Format: words, headings left as lines, tables as rows; pictures, styles and instructions out."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from moot.evidence import dates
from moot.evidence.media import stated, tabular
from moot.evidence.media.hidden import DELETED, LEFT_OUT, METADATA, REMARK, STRUCK
from moot.evidence.media.medium import CannotRead, Extract, Medium
from moot.evidence.media.merged import Cell, of_cells
from moot.text.lazy import lazy_re
from moot.text.raised import RAISED
from moot.words import Hidden

_TOKEN = lazy_re(rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)")
_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict object objdata themedata "  # noqa: SIM905
    "colorschememapping datastore latentstyles xmlnstbl fldinst bkmkstart bkmkend filetbl revtbl mmathPr pgptbl "
    "nonshppict shppict wgrffmtfilter panose".split()
)
_AROUND = {
    f"{kind}{side}": f"{LEFT_OUT} (page {kind})" for kind in ("header", "footer") for side in ("", "l", "r", "f")
}
_BESIDE = frozenset("operator company manager category keywords subject doccomm comment hlinkbase".split())  # noqa: SIM905
_SIGNS = {
    "par": "\n\n", "line": "\n", "sect": "\n\n", "page": "\n\n", "tab": "\t", "emdash": "—", "endash": "–",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ",
    "qmspace": " ",
}  # fmt: skip
_INFO = ("title", "author")
_HIDDEN = "hidden text"
_DEEPEST = 200


@dataclass(frozen=True)
class _State:
    """What a group inherits from the one around it."""

    skipped: bool = False
    hidden: bool = False
    deleted: bool = False
    struck: bool = False
    raised: bool = False
    into: str = ""
    """What words are that do not go into the text: "title", "author", "day", "footnote", or how they are hidden."""
    fallback: int = 1
    """Bytes that stand in for a Unicode sign and are passed over."""


@dataclass
class _Reader:
    page: str = "cp1252"
    out: list[str] = field(default_factory=list[str])
    row: list[str] = field(default_factory=list[str])
    cell: list[str] = field(default_factory=list[str])
    rows: list[list[Cell]] = field(default_factory=list[list[Cell]])
    defined: list[tuple[bool, bool]] = field(default_factory=list[tuple[bool, bool]])
    """Of each cell of the row: whether it goes on with the one before, and with the one above."""
    mark: tuple[bool, bool] = (False, False)
    """Of the cell that is being defined."""
    apart: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    in_table: bool = False
    behind_row: bool = False
    """Until a paragraph ends: the words may be those of a next row that does not say so."""

    def say(self, words: str, state: _State) -> None:
        if state.skipped or not words:
            return
        how = _HIDDEN if state.hidden else DELETED if state.deleted else STRUCK if state.struck else ""
        if state.into or how:
            key = state.into or how
            self.apart.setdefault(key, []).append(words)
            return
        if state.raised and words.strip().isdigit():
            words = words.translate(RAISED)
        if self.behind_row and words == "\n\n":
            self.end_table()
        if self.in_table or self.behind_row:
            self.cell.append(" " if words == "\n\n" else words)
            return
        if words.strip() and self.rows:
            self._table()
        self.out.append(words)

    def end_cell(self) -> None:
        if self.behind_row:
            self.in_table, self.behind_row = True, False
        if not self.in_table:
            self.out.append("\t")
            return
        self.row.append(" ".join("".join(self.cell).split()))
        self.cell = []

    def end_row(self) -> None:
        marks = [*self.defined, *[(False, False)] * len(self.row)]
        cells: list[Cell] = []
        for words, (beside, below) in zip(self.row, marks, strict=False):
            if beside and cells:
                cells[-1] = replace(cells[-1], wide=cells[-1].wide + 1)
            else:
                cells.append(Cell(words, goes_on=below))
        self.rows += [cells] if cells else []
        self.row, self.in_table, self.behind_row = [], False, True

    def end_table(self) -> None:
        """What came behind the last row was text."""
        if self.behind_row:
            words, self.cell, self.behind_row = "".join(self.cell), [], False
            self.say(words, _State())

    def _table(self) -> None:
        self.out.append(f"\n\n{tabular.text(of_cells(self.rows))}\n\n")
        self.rows = []

    def text(self) -> str:
        self.end_table()
        if self.row or self.cell:
            self.in_table = True
            self.end_cell()
            self.end_row()
        if self.rows:
            self._table()
        notes = "".join(self.apart.get("footnote", ())).strip()
        text = "".join(self.out) + (f"\n\n{notes}" if notes else "")
        lines = (" ".join(line.split()) for line in text.split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def read(raw: bytes) -> Extract:
    """Raises `CannotRead` for what is no such file."""
    if not raw[:64].lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{\\rtf"):
        raise CannotRead("it is no rtf file")
    reader = _Reader()
    _walk(re.sub(rb"\\bin\d+ ?", b"", raw), reader)
    text = reader.text()
    kept = {key: " ".join("".join(words).split()) for key, words in reader.apart.items()}
    apart = (_HIDDEN, DELETED, STRUCK, REMARK, METADATA, *dict.fromkeys(_AROUND.values()))
    hidden = tuple(Hidden(how=how, text=kept[how][:4_000]) for how in apart if kept.get(how))
    return Extract(
        f"{text}\n" if text else "",
        stated.title(kept.get("title", "")),
        dates.iso(kept.get("day", "")),
        hidden=hidden,
        author=stated.author(kept.get("author", "")),
    )


def _walk(raw: bytes, reader: _Reader) -> None:
    state, above = _State(), list[_State]()
    pending = bytearray()
    passed = 0
    at_start = False
    """Of a group: its first word may make it a destination."""
    for token in _TOKEN.finditer(raw):
        word, number, byte, sign, brace, plain = token.groups()
        if byte is not None or plain is not None:
            said = bytes.fromhex(byte.decode()) if byte is not None else plain
            cut = min(passed, len(said))
            passed -= cut
            pending += said[cut:]
            at_start = False
            continue
        if pending:
            reader.say(bytes(pending).decode(reader.page, errors="replace"), state)
            pending.clear()
        if brace == b"{":
            if len(above) > _DEEPEST:
                raise CannotRead("its groups are nested too deep")
            above.append(state)
            at_start, passed = True, 0
        elif brace == b"}":
            state = above.pop() if above else _State()
            passed = 0
        elif sign is not None:
            if sign == b"*" and at_start:
                state = replace(state, skipped=True)
                continue
            reader.say(
                {b"~": " ", b"_": "-", b"-": "", b"\n": "\n\n", b"\r": "\n\n"}.get(sign, sign.decode("latin-1")), state
            )
        elif word is not None:
            name = word.decode()
            if name == "u" and number is not None:
                code = int(number) % 65_536
                reader.say(chr(code), state)
                passed = state.fallback
            else:
                state = _word(name, int(number) if number is not None else None, state, reader)
        at_start = at_start and brace == b"{"
    if pending:
        reader.say(bytes(pending).decode(reader.page, errors="replace"), state)


def _word(name: str, number: int | None, state: _State, reader: _Reader) -> _State:
    on = number != 0
    if name in _SKIPPED:
        return replace(state, skipped=True)
    if name in _INFO:
        return replace(state, into=name)
    if name in ("creatim", "revtim"):
        return replace(state, into="day" if name == "revtim" or "day" not in reader.apart else "other")
    if name in ("yr", "mo", "dy") and state.into == "day" and number is not None:
        reader.say(f"{number:04}" if name == "yr" else f"-{number:02}", state)
    elif name == "info":
        return replace(state, into=name)
    elif name in _BESIDE:
        reader.say(" ", replace(state, into=METADATA))
        return replace(state, into=METADATA)
    elif name in _AROUND:
        reader.say(" ", replace(state, into=_AROUND[name]))
        return replace(state, into=_AROUND[name])
    elif name == "footnote":
        reader.say(" ", replace(state, into="footnote"))
        return replace(state, into="footnote", raised=False, skipped=False)
    elif name in ("annotation", "atnid", "atnauthor"):
        return replace(state, into=REMARK if name == "annotation" else "other", skipped=False)
    elif name == "ansicpg" and number is not None:
        reader.page = f"cp{number}" if _is_known(f"cp{number}") else reader.page
    elif name == "uc" and number is not None:
        return replace(state, fallback=max(0, min(number, 8)))
    elif name == "v":
        return replace(state, hidden=on)
    elif name == "deleted":
        return replace(state, deleted=on)
    elif name in ("strike", "striked"):
        return replace(state, struck=on)
    elif name == "plain":
        return replace(state, hidden=False, raised=False, deleted=False, struck=False)
    elif name in ("super", "nosupersub"):
        return replace(state, raised=name == "super" and on)
    elif name == "intbl" and not state.skipped:
        reader.end_table()
        reader.in_table = True
    elif name == "pard":
        reader.end_table()
        reader.in_table = False
    elif name == "trowd" and not state.skipped:
        # A row need not say again that its paragraphs stand in a table.
        reader.end_table()
        reader.defined, reader.in_table = [], True
    elif name in ("clmrg", "clvmrg"):
        reader.mark = (name == "clmrg" or reader.mark[0], name == "clvmrg" or reader.mark[1])
    elif name == "cellx":
        reader.defined.append(reader.mark)
        reader.mark = (False, False)
    elif name in ("cell", "nestcell") and not state.skipped:
        reader.end_cell()
    elif name in ("row", "nestrow") and not state.skipped:
        reader.end_row()
    elif name in _SIGNS:
        reader.say(_SIGNS[name], state)
    return state


def _is_known(page: str) -> bool:
    try:
        codecs.lookup(page)
    except LookupError:
        return False
    return True


MEDIUM = Medium("rtf", (".rtf",), read)
