# type: ignore
"""PDFs from typst: a newsletter in three columns, a report with heads, mixed columns, slides, a price list."""
# ruff: noqa: E501

from __future__ import annotations

import prose
from kit import Made, typst


def _plain(words: str) -> str:
    return words.replace("#", r"\#").replace("*", r"\*").replace("_", r"\_").replace("@", r"\@").replace("$", r"\$")


def newsletter() -> Made:
    made = Made("columns", ".pdf")
    head = "The Ostrum Tramway Letter"
    made.wanted += [head]
    lead = "Fewer kilometres, more passengers: the year in one page."
    made.wanted += [lead]
    body = [made.say(*prose.TRAMS[at : at + 5]) for at in (0, 5)]
    body.append(made.say(*prose.TRAMS[10:]))
    body.append(made.say(*prose.LIBRARY[:6]))
    made.raw = typst(f"""#set page(paper: "a4", margin: 1.6cm)
#set text(size: 9pt, hyphenate: true)
#set par(justify: true)
#align(center, text(size: 24pt)[{head}])
#align(center)[{lead}]
#block(height: 6.6cm, columns(3, gutter: 12pt)[
{(chr(10) * 2).join(_plain(each) for each in body)}
])""")
    return made


def report() -> Made:
    made = Made("running heads", ".pdf")
    head, foot = "Vellhavn Port Authority · Annual account", "Confidential until released"
    made.unwanted += [head, foot]
    parts: list[str] = []
    for title, sentences in (("Traffic", prose.HARBOUR), ("Staff and schools", prose.SCHOOL), ("Water", prose.WELLS)):
        made.wanted.append(title)
        parts.append(f"= {title}\\n{_plain(made.say(*sentences[:6]))}\\n\\n{_plain(made.say(*sentences[6:]))}")
    made.raw = typst(f"""#set page(paper: "a5", header: [{head}], footer: context [{foot} #h(1fr) Page #counter(page).display() of #counter(page).final().first()])
#set text(size: 12pt, hyphenate: true)
#set par(justify: true)
{(chr(10) * 2).join(parts).replace(chr(92) + "n", chr(10))}""")
    return made


def mixed() -> Made:
    """One column, then two, then a table over the page, then two again; a pull quote between rules."""
    made = Made("columns", ".pdf")
    made.wanted += ["A ship model and its dates"]
    one = made.say(*prose.MUSEUM[:3])
    two = made.say(*prose.MUSEUM[3:8])
    rows = made.rows([("Part", "Material", "Dated by", "Year"), ("Keel", "oak", "tree rings", "1788"),
                      ("Hull paint", "cobalt blue", "pigment", "after 1803"), ("Figurehead", "lime", "style", "about 1880")])  # fmt: skip
    three = made.say(*prose.MUSEUM[8:])
    four = made.say(*prose.LIBRARY[:4])
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    made.raw = typst(f"""#set page(paper: "a4")
#set text(size: 11pt)
#text(size: 20pt)[A ship model and its dates]

{one}

#block(height: 3.2cm, columns(2)[{two}])

#v(8pt)
#table(columns: (1fr, 1fr, 1fr, 1fr), {cells})
#v(8pt)

#block(height: 4cm, columns(2)[{three}

{four}])""")
    return made


def slides() -> Made:
    made = Made("slides", ".pdf")
    pages = [
        ("Why the channel matters", ["Arrivals fell by 6.4 % in 2023.", "One weekly service was lost."]),
        ("What it would cost", ["27 million euros for 11.5 metres.", "The council has set aside half of that."]),
        ("What we ask for", ["A decision in the November session.", "A third tug from 2027."]),
    ]
    parts: list[str] = []
    for number, (title, items) in enumerate(pages, 1):
        made.wanted += [title, *items]
        parts.append(
            f"= {title}\n" + "\n".join(f"- {item}" for item in items) + f"\n#place(bottom + right)[{number} / 3]"
        )
    made.raw = typst(
        """#set page(paper: "presentation-16-9")
#set text(size: 24pt)\n"""
        + "\n#pagebreak()\n".join(parts)
    )
    return made


def prices() -> Made:
    """A table that goes over two pages with its head repeated, cells that take two lines, figures set right."""
    made = Made("tables", ".pdf")
    head = ("No.", "Item", "Unit", "Quantity", "Price EUR")
    items = ["Excavation of the trench, including removal of surplus soil to the tip", "Gravel bed", "Pipe of cast iron, nominal width 200",
             "Valve chamber with cover", "Backfilling in layers and compaction of each layer by vibrating plate", "Asphalt base course",
             "Asphalt surface", "Kerbstones reset", "Traffic signals during the works, hire and daily inspection", "Final survey"]  # fmt: skip
    rows = [(f"{n}.{m}", items[(n * 3 + m) % 10], ("m", "m³", "pcs")[(n + m) % 3], f"{n * 37 + m * 5}", f"{n * 1234 + m * 87}.50")
            for n in range(1, 6) for m in range(1, 9)]  # fmt: skip
    made.rows([head])
    made.rows(rows)
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    made.raw = typst(f"""#set page(paper: "a4", numbering: "1")
#set text(size: 10pt)
#table(columns: (auto, 6cm, auto, auto, auto), align: (left, left, left, right, right),
table.header({", ".join(f"[{cell}]" for cell in head)}), {cells})""")
    return made


def borderless() -> Made:
    """A statement of figures without rules, with groups of rows, a note under it, and text before and after."""
    made = Made("tables", ".pdf")
    one = made.say(*prose.LIBRARY[:3])
    rows = made.rows([("Thousand crowns", "2023", "2022", "2021"), ("Grants received", "4,120", "3,980", "3,975"), ("Fees and fines", "88", "211", "240"),
                      ("Staff", "(2,640)", "(2,511)", "(2,498)"), ("Books and media", "(610)", "(655)", "(671)"), ("Result", "958", "1,025", "1,046")])  # fmt: skip
    made.wanted += ["Figures for 2021 were restated."]
    two = made.say(*prose.LIBRARY[5:9])
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    made.raw = typst(f"""#set page(paper: "a4")
#set text(size: 10.5pt)
{one}

#table(columns: (1fr, 2.2cm, 2.2cm, 2.2cm), stroke: none, align: (left, right, right, right), {cells})

#text(size: 8pt)[Figures for 2021 were restated.]

{two}""")
    return made


def french() -> Made:
    made = Made("hyphenation", ".pdf")
    made.wanted += ["Une récolte sous la grêle"]
    body = made.say(*prose.FRENCH)
    more = made.say(*prose.JAPANESE)
    made.raw = typst(f"""#set page(paper: "a5")
#set text(lang: "fr", size: 11pt, hyphenate: true)
#set par(justify: true)
= Une récolte sous la grêle
#block(height: 9cm, columns(2)[{body}

#text(lang: "ja", font: "Noto Serif CJK JP")[{"".join(prose.JAPANESE)}]])""")
    made.wanted = [each for each in made.wanted if each not in more]
    made.wanted += list(prose.JAPANESE)
    return made


def formulas() -> Made:
    """Letters of formulas, which lie beyond 16 bits, before and inside prose; a sign of a smiling face."""
    made = Made("formulas", ".pdf")
    parts = [f"Where $x = y + z_{n}$ holds. 😀 {made.say(each)}" for n, each in enumerate(prose.GLASS[:6])]
    made.raw = typst('#set page(paper: "a5")\n#set text(size: 11pt)\n' + "\n\n".join(parts))
    return made


MADE = (formulas, newsletter, report, mixed, slides, prices, borderless, french)
