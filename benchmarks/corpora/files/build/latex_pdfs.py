# type: ignore
"""PDFs from LaTeX: papers in two columns, a book with running heads, a table on its side."""
# ruff: noqa: E501

from __future__ import annotations

import prose
from kit import Made, latex, tex

_HEAD = r"\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{lmodern}\usepackage{booktabs}"


def paper() -> Made:
    """Title over both columns, abstract, footnotes, a table over both columns, words cut at line ends."""
    made = Made("columns", ".pdf")
    title = "Feeding in Autumn and the Survival of Honeybee Colonies"
    made.wanted += [title]
    one = made.say(*prose.BEES[:4])
    note = "The uplands lie between 420 and 610 metres."
    made.wanted += ["~" + note]
    two = made.say(*prose.BEES[4:8])
    rows = made.rows([("Group", "Colonies", "Survived", "Share"), ("Fed in September", "107", "87", "81 %"),
                      ("Fed in late October", "41", "26", "63 %"), ("Unfed", "66", "42", "63 %")])  # fmt: skip
    made.wanted[-4:] = ["~" + row for row in made.wanted[-4:]]
    three = made.say(*prose.BEES[8:12])
    four = made.say(*prose.BEES[12:])
    five = made.say(*prose.WELLS[:6])
    table = " \\\\ ".join(" & ".join(tex(cell) for cell in row) for row in rows)
    first, rest = tex(one).split(" through ", 1)
    made.raw = latex(rf"""\documentclass[10pt,twocolumn]{{article}}{_HEAD}\setlength{{\textheight}}{{11cm}}\title{{{title}}}
\author{{Ida Marsh \and Tomas Quill}}\date{{12 March 2024}}\begin{{document}}\maketitle
\section{{Introduction}} {first}\footnote{{{note}}} through {rest}

{tex(two)}
\begin{{table*}}[t]\centering\caption{{Survival by group.}}\begin{{tabular}}{{lrrr}}\toprule {table} \\ \bottomrule
\end{{tabular}}\end{{table*}}
\section{{Results}} {tex(three)}

{tex(four)}
\section{{Water}} {tex(five)}
\end{{document}}""")
    return made


def preprint() -> Made:
    """Two columns with the stamp of an archive on its side, lists, formulas, references."""
    made = Made("columns", ".pdf")
    title = "Cooling Rates and Defects in Sheet Glass"
    made.wanted += [title]
    one = made.say(*prose.GLASS[:3])
    items = ["Cullet first was washed and sieved.", "Colour was changed at most once in a fortnight.",
             "The lehr was lengthened by eleven metres."]  # fmt: skip
    made.wanted += items
    two = made.say(*prose.GLASS[3:8])
    three = made.say(*prose.GLASS[8:])
    refs = ["[1] A. Holm and P. Zeller. Stress in annealed glass. Journal of Flat Materials, 12(3):44–61, 2019.",
            "[2] R. Okafor. Efficient furnaces. Lindal Press, 2021."]  # fmt: skip
    made.wanted += refs
    stamp = "arxiv:2403.09999v2 [cond-mat.mtrl] 14 Mar 2024"
    made.unwanted += [f"{stamp} Sheet glass"]
    lists = "".join(rf"\item {tex(each)}" for each in items)
    made.raw = latex(rf"""\documentclass[9pt,twocolumn]{{extarticle}}{_HEAD}\setlength{{\textheight}}{{10cm}}
\usepackage{{eso-pic,graphicx,xcolor}}
\AddToShipoutPictureBG*{{\AtPageLowerLeft{{\put(18,200){{\rotatebox{{90}}{{\textcolor{{gray}}{{{stamp}}}}}}}}}}}
\title{{{title}}}\author{{Marit Vane}}\date{{14 March 2024}}\begin{{document}}\maketitle
\section{{Method}} {tex(one)} We changed three things:
\begin{{enumerate}}{lists}\end{{enumerate}}
The rate is $r = \frac{{\Delta T}}{{t}}$ in kelvin a minute.
\section{{Findings}} {tex(two)}

{tex(three)}
\begin{{thebibliography}}{{9}}
\bibitem{{a}} A. Holm and P. Zeller. Stress in annealed glass. \emph{{Journal of Flat Materials}}, 12(3):44--61, 2019.
\bibitem{{b}} R. Okafor. \emph{{Efficient furnaces}}. Lindal Press, 2021.
\end{{thebibliography}}\end{{document}}""")
    return made


def book() -> Made:
    """Odd and even heads, page numbers, footnotes at the foot of pages whose last sentence goes on overleaf."""
    made = Made("running heads", ".pdf")
    heads = {"left": "H. Brandt: A County in Figures", "right": "Chapter One and What Follows"}
    made.unwanted += list(heads.values())
    subjects = [prose.LIBRARY, prose.SCHOOL, prose.WELLS, prose.TRAMS, prose.HARBOUR, prose.GLASS]
    notes = ["Counted on the last day of each month.", "The scale has a mean of 503 in the country.",
             "Wells of private houses are not included."]  # fmt: skip
    chapters: list[str] = []
    for number, sentences in enumerate(subjects):
        body = made.say(*sentences)
        if number < len(notes):
            made.wanted.append("~" + notes[number])
            words = tex(body).split(" ")
            words.insert(60, rf"\footnote{{{notes[number]}}}")
            body = " ".join(words).replace(r" \footnote", r"\footnote")
        else:
            body = tex(body)
        chapters.append(rf"\section*{{Part {'ABCDEF'[number]}}} {body}")
    made.raw = latex(rf"""\documentclass[11pt,twoside,a5paper]{{article}}{_HEAD}\usepackage{{fancyhdr}}
\pagestyle{{fancy}}\fancyhf{{}}\fancyhead[LE]{{{heads["left"]}}}\fancyhead[RO]{{{heads["right"]}}}
\fancyfoot[C]{{\thepage}}\setcounter{{page}}{{17}}\begin{{document}}
{" ".join(chapters)}
\end{{document}}""")
    return made


def sideways() -> Made:
    """A wide table set on its side on a page of its own, between pages of text; a watermark across all."""
    made = Made("rotated", ".pdf")
    one = made.say(*prose.SCHOOL[:7])
    rows = made.rows([("District", "Schools", "Pupils", "Mathematics", "Reading", "Absent days", "Course taken"),
                      ("Ashmere", "14", "1,204", "512", "498", "7.1", "41 %"),
                      ("Calder Valley", "9", "877", "496", "503", "9.8", "22 %"),
                      ("Nethertoft", "21", "2,310", "509", "511", "6.4", "57 %"),
                      ("Upper Wend", "6", "391", "488", "482", "11.3", "18 %")])  # fmt: skip
    two = made.say(*prose.SCHOOL[7:])
    table = " \\\\ ".join(" & ".join(tex(cell) for cell in row) for row in rows)
    made.unwanted += ["D R A F T"]
    made.raw = latex(rf"""\documentclass[11pt]{{article}}{_HEAD}\usepackage{{rotating,eso-pic,graphicx,xcolor}}
\AddToShipoutPictureBG{{\AtTextCenter{{\makebox(0,0){{\rotatebox{{55}}{{\textcolor[gray]{{0.85}}{{\fontsize{{90}}{{90}}\selectfont DRAFT}}}}}}}}}}
\begin{{document}}\thispagestyle{{plain}} {tex(one)}\clearpage
\begin{{sidewaystable}}\centering\begin{{tabular}}{{lrrrrrr}} {table} \end{{tabular}}\end{{sidewaystable}}\clearpage
{tex(two)}
\end{{document}}""")
    return made


def bilingual() -> Made:
    """German in two columns: long words cut, hyphens of their own kept."""
    made = Made("hyphenation", ".pdf")
    made.wanted += ["Wärme aus dem Fluss"]
    body = made.say(*prose.GERMAN)
    made.raw = latex(rf"""\documentclass[11pt,twocolumn]{{article}}{_HEAD}\usepackage[ngerman]{{babel}}\setlength{{\textheight}}{{8cm}}
\begin{{document}}\section*{{Wärme aus dem Fluss}} {tex(body)}
\end{{document}}""")
    return made


MADE = (paper, preprint, book, sideways, bilingual)
