"""Keys of a bibliography: every dress of the mark, and of the list that it points into."""

# ruff: noqa: E501  (a form a line, as it is written)

from __future__ import annotations

from pathlib import Path

import pytest

from moot.evidence.cited_report import CitedReport, parse_report, read_report


def cited(report: CitedReport) -> list[tuple[str, list[tuple[str, list[str | None]]]]]:
    labels = {entry.id: entry.label for entry in report.entries}
    return [
        (each.text, [(mark.raw, [labels[id] for id in mark.entries]) for mark in each.marks])
        for each in report.statements
    ]


BIB = """

```bibtex
@article{oka21, author = {Okafor, Ada}, title = {Walks}, year = 2021, url = {https://e.org/w}}
@misc{lind_x-2, title = {Lists}}
@misc{a:b.c/d#e$f%g&h+i?j~k, title = {Signs}}
@misc{10things, title = {Ten}}
@misc{https://e.org/p?q=1, title = {Address}}
@misc{wrong space, title = {Blank}}
@misc{müller99, title = {Umlaut}}
```
"""


@pytest.mark.parametrize(
    ("written", "text", "raw", "labels"),
    [
        ("It rose [@oka21].", "It rose.", "[@oka21]", ["oka21"]),
        ("It rose [@oka21; @lind_x-2, pp. 3-5].", "It rose.", "[@oka21; @lind_x-2, pp. 3-5]", ["oka21", "lind_x-2"]),
        ("It rose [-@oka21].", "It rose.", "[-@oka21]", ["oka21"]),
        ("It rose [see -@oka21, ch. 1; also @lind_x-2 and elsewhere].", "It rose.",
         "[see -@oka21, ch. 1; also @lind_x-2 and elsewhere]", ["oka21", "lind_x-2"]),
        ("As @oka21 [p. 3] says, it rose.", "As @oka21 says, it rose.", "@oka21 [p. 3]", ["oka21"]),
        ("As @oka21 [33] says, it rose.", "As @oka21 says, it rose.", "@oka21 [33]", ["oka21"]),
        ("As @oka21 [pp. 3-5; @lind_x-2] say, it rose.", "As @oka21, @lind_x-2 say, it rose.", "@oka21 [pp. 3-5; @lind_x-2]",
         ["oka21", "lind_x-2"]),
        ("As -@oka21 says, it rose.", "As @oka21 says, it rose.", "-@oka21", ["oka21"]),
        ("@oka21 reports that it rose.", "reports that it rose.", "@oka21", ["oka21"]),
        ("It rose, says @oka21.", "It rose, says.", "@oka21", ["oka21"]),
        ("It rose (@oka21).", "It rose.", "(@oka21)", ["oka21"]),
        ("It rose (see @oka21, p. 3).", "It rose.", "(see @oka21, p. 3)", ["oka21"]),
        ("It rose (@oka21; @lind_x-2).", "It rose.", "(@oka21; @lind_x-2)", ["oka21", "lind_x-2"]),
        ("It rose [@{oka21}].", "It rose.", "[@{oka21}]", ["oka21"]),
        ("It rose [@{https://e.org/p?q=1}, p. 3].", "It rose.", "[@{https://e.org/p?q=1}, p. 3]",
         ["https://e.org/p?q=1"]),
        ("As @{wrong space} says, it rose.", "As @wrong space says, it rose.", "@{wrong space}", ["wrong space"]),
        ("It rose [@a:b.c/d#e$f%g&h+i?j~k].", "It rose.", "[@a:b.c/d#e$f%g&h+i?j~k]", ["a:b.c/d#e$f%g&h+i?j~k"]),
        ("It rose [@10things].", "It rose.", "[@10things]", ["10things"]),
        ("It rose [@müller99].", "It rose.", "[@müller99]", ["müller99"]),
        ("It rose [@Oka21].", "It rose.", "[@Oka21]", ["oka21"]),
        ("It rose [*see* @oka21].", "It rose.", "[*see* @oka21]", ["oka21"]),
        ("It rose [@oka21 [sic], p. 3].", "It rose.", "[@oka21 [sic], p. 3]", ["oka21"]),
        ("It rose [@oka21, {pp. iv, vi}].", "It rose.", "[@oka21, {pp. iv, vi}]", ["oka21"]),
        ("It rose [@oka21{pp. iv, vi}, with].", "It rose.", "[@oka21{pp. iv, vi}, with]", ["oka21"]),
        ("It rose [@oka21,\n@lind_x-2].", "It rose.", "[@oka21, @lind_x-2]", ["oka21", "lind_x-2"]),
        ("It rose [@oka21 @lind_x-2].", "It rose.", "[@oka21 @lind_x-2]", ["oka21", "lind_x-2"]),
        ("It rose [@oka21; see also\n@lind_x-2, p. 3].", "It rose.", "[@oka21; see also @lind_x-2, p. 3]",
         ["oka21", "lind_x-2"]),
        ("It rose [@oka21; a@b.org says so].", "It rose.", "[@oka21; a@b.org says so]", ["oka21"]),
        ("It rose \\cite{oka21}.", "It rose.", "\\cite{oka21}", ["oka21"]),
        ("It rose~\\cite{oka21,lind_x-2}.", "It rose.", "\\cite{oka21,lind_x-2}", ["oka21", "lind_x-2"]),
        ("It rose \\citep[see][p. 2]{oka21}.", "It rose.", "\\citep[see][p. 2]{oka21}", ["oka21"]),
        ("\\citet{oka21} reports that it rose.", "reports that it rose.", "\\citet{oka21}", ["oka21"]),
        ("It rose \\parencite*[12]{oka21}.", "It rose.", "\\parencite*[12]{oka21}", ["oka21"]),
        ("It rose.\\footcite{oka21}", "It rose.", "\\footcite{oka21}", ["oka21"]),
        ("It rose \\autocites[3]{oka21}[4]{lind_x-2}.", "It rose.", "\\autocites[3]{oka21}[4]{lind_x-2}",
         ["oka21", "lind_x-2"]),
        ("It rose [oka21].", "It rose.", "[oka21]", ["oka21"]),
        ("It rose [oka21; lind_x-2].", "It rose.", "[oka21; lind_x-2]", ["oka21", "lind_x-2"]),
        ("It rose [oka21, p. 3].", "It rose.", "[oka21, p. 3]", ["oka21"]),
        ("It rose [@oka21](#ref-oka21).", "It rose.", "[@oka21](#ref-oka21)", ["oka21"]),
        ("It rose [[@oka21]].", "It rose.", "[[@oka21]]", ["oka21"]),
        ("It rose [^@oka21].", "It rose.", "[^@oka21]", ["oka21"]),
        ("It rose [@gone2020].", "It rose.", "[@gone2020]", []),
        ("It rose [@oka21; @gone2020].", "It rose.", "[@oka21; @gone2020]", ["oka21"]),
        ("As @gone2020 says, it rose [@oka21].", "As @gone2020 says, it rose.", "@gone2020", []),
    ],
)  # fmt: skip
def test_marks(written: str, text: str, raw: str, labels: list[str]) -> None:
    for report in (parse_report(written + BIB), parse_report("It fell [@oka21].\n\n" + written + BIB)):
        (said, marks) = cited(report)[-1]
        assert said == text
        assert marks[0] == (raw, labels)


@pytest.mark.parametrize(
    "written",
    [
        "Mail team@example.org about it.",
        "Ask @someone on the forum.",
        "The decorator @property is fast.",
        "It costs 5 @ 3 each.",
        "Send [a mail to me@example.org] about it.",
        "The code `[@oka21]` is shown.",
    ],
)
def test_what_is_no_mark(written: str) -> None:
    report = parse_report(written + " It fell [@oka21]." + BIB)
    assert [raw for _, marks in cited(report) for raw, _ in marks] == ["[@oka21]"]


BODY = "It rose [@oka21]. It fell [@lind:2019; @Moe-3, p. 3].\n\n"
CSL = """[
  {"id": "oka21", "type": "article", "title": "Walks on graphs", "URL": "https://e.org/w",
   "author": [{"family": "Okafor", "given": "Ada"}], "issued": {"date-parts": [[2021]]}},
  {"id": "lind:2019", "title": "Lists of lists"},
  {"id": "moe-3", "title": "Third of three", "DOI": "10.1234/x"}
]"""
YAML = """references:
- id: oka21
  type: article-journal
  title: 'Walks on graphs'
  author:
  - family: Okafor
    given: Ada
  issued:
    date-parts:
    - - 2021
  URL: https://e.org/w
- type: book
  title: "Lists of lists"
  id: lind:2019
- id: Moe-3
  title: Third of three
  DOI: 10.1234/x
"""
RECORDS = """@String{ga = "Graphs and Co"}
@comment{nothing}
@Article{oka21,
  author  = "Okafor, Ada and {The {Big} Team}",
  title   = {{Walks} on {g}raphs},
  journal = ga # " (online)",
  month   = jan,
  year    = 2021,
  url     = {https://e.org/w},
}
@inproceedings{ lind:2019 ,
  title="Lists of {"}lists{"}", abstract = {With @ and 100\\% {nested {braces}}}
}
@misc(Moe-3, title = {Third of three}, howpublished = {\\url{https://e.org/3}}, eprint = {2101.00001})
"""


@pytest.mark.parametrize(
    "bibliography",
    [
        "## References\n\n```bibtex\n" + RECORDS + "```\n",
        "```\n" + RECORDS + "```\n",
        "## References\n\n" + RECORDS,
        RECORDS,
        "## References\n\n" + RECORDS.replace("\n@", "\n\n@"),
        "<details>\n<summary>BibTeX</summary>\n\n" + RECORDS + "\n</details>\n",
        "~~~ {.bib #refs}\n" + RECORDS + "~~~\n",
        "    " + RECORDS.replace("\n", "\n    "),
        "- " + RECORDS.replace("\n", "\n  "),
        "---\n" + YAML + "---\n",
        "---\n" + YAML + "...\n",
        "## References\n\n```yaml\n" + YAML + "```\n",
        "```yaml\n---\n" + YAML + "---\n```\n",
        "## References\n\n" + YAML,
        "## References\n\n```json\n" + CSL + "\n```\n",
        "```csl-json\n" + CSL + "\n```\n",
        "## References\n\n" + CSL + "\n",
        "## References\n\n```\n{\"references\": " + CSL + "}\n```\n",
        "## References\n\n::: {#refs .references .csl-bib-body}\n::: {#ref-oka21 .csl-entry}\nOkafor, Ada. 2021. *Walks on graphs*. <https://e.org/w>.\n:::\n\n"
        "::: {#ref-lind:2019 .csl-entry}\nLists of lists. 2019.\n:::\n\n::: {#ref-Moe-3 .csl-entry}\nMoe. *Third of three*.\nFurther words.\n:::\n:::\n",
        "# References {.unnumbered}\n\n:::: {#refs}\n::: {#ref-oka21 .csl-entry}\n[1] [Okafor, Ada. 2021. *Walks on graphs*. https://e.org/w]{.csl-right-inline}\n:::\n\n"
        "::: {#ref-lind:2019 .csl-entry}\nLists of lists. 2019.\n:::\n\n::: {#ref-Moe-3}\nMoe. *Third of three*.\n:::\n::::\n",
        '<div id="refs">\n<div id="ref-oka21" class="csl-entry">Okafor, Ada. 2021. <em>Walks on graphs</em>. https://e.org/w</div>\n'
        '<div id="ref-lind:2019">Lists of lists. 2019.</div>\n<div id="ref-Moe-3">Moe. Third of three.</div>\n</div>\n',
    ]
    + [
        head + "\n".join(line.format(key=key, title=title) for key, title in (
            ("oka21", "Walks on graphs, https://e.org/w"), ("lind:2019", "Lists of lists, 2019"), ("moe-3", "Third of three, 2003")
        ))
        for head in ("## References\n\n", "References\n\n", "**Bibliography**\n\n", "---\n\n", "## Key to citations\n\n")
        for line in (
            "[@{key}]: {title}",
            "[@{key}]: {title}\n",
            "@{key}: {title}",
            "@{key}: {title}\n",
            "@{key} — {title}\n",
            "@{key} {title}",
            "- @{key}: {title}",
            "- **{key}**: {title}",
            "- **@{key}** — {title}",
            "- **[@{key}]** {title}",
            "- `{key}`: {title}",
            "- `@{key}` – {title}",
            "* [{key}] {title}",
            "* [@{key}] {title}",
            "- {key}: {title}",
            "- {key} — {title}",
            "1. @{key}: {title}",
            "1. **{key}**: {title}",
            "1. `{key}` — {title}",
            "[{key}] {title}",
            "[{key}] {title}\n",
            "[{key}]: {title}",
            "[^{key}]: {title}",
            "{key}: {title}",
            "{key} — {title}\n",
            "**{key}**: {title}\n",
            "**[{key}]** {title}\n",
            "**{key}** {title}  ",
            "**{key}**\n: {title}\n",
            "{key}\n:   {title}\n",
            "@{key}\n: {title}\n",
            "### {key}\n\n{title}\n",
            "### @{key}\n\n{title}\n",
            '- <a id="{key}"></a>{title}',
            '- <a id="ref-{key}"></a>{title}',
            "- [{title}]{{#{key}}}",
            "- {{#{key}}} {title}",
            "- {title} {{#ref-{key}}}",
            "- {title} (@{key})",
            "- {title} [@{key}]",
            "\\bibitem{{{key}}} {title}\n",
            "% {key}: {title}",
        )
        if not (head.startswith("---") and line.endswith(("(@{key})", "[@{key}]")))
    ]
    + [
        "## References\n\n| Key | Source |\n|---|---|\n" + "\n".join(row.format(key=key, title=title) for key, title in (
            ("oka21", "Walks on graphs"), ("lind:2019", "Lists of lists"), ("moe-3", "Third of three")
        )) + "\n"
        for row in ("| {key} | {title} |", "| `{key}` | {title} |", "| @{key} | {title} |", "| [@{key}] | {title} |", "| **{key}** | {title} |")
    ]
    + [
        "| Key | Title | URL |\n|---|---|---|\n| oka21 | Walks on graphs | https://e.org/w |\n| lind:2019 | Lists of lists | https://e.org/l |\n| moe-3 | Third of three | |\n",
        "## Sources\n\n| No. | Key | Title |\n|---|---|---|\n| 1 | oka21 | Walks on graphs |\n| 2 | lind:2019 | Lists of lists |\n| 3 | moe-3 | Third of three |\n",
        "## Sources\n\nkey | title\n--|--\noka21 | Walks on graphs\nlind:2019 | Lists of lists\nmoe-3 | Third of three\n",
    ],
)  # fmt: skip
def test_bibliographies(bibliography: str) -> None:
    report = parse_report(BODY + bibliography)
    found = cited(report)
    keys = [(raw, [str(label).lower() for label in labels]) for _, marks in found for raw, labels in marks]
    assert keys == [("[@oka21]", ["oka21"]), ("[@lind:2019; @Moe-3, p. 3]", ["lind:2019", "moe-3"])]
    assert [text for text, _ in found if text != "BibTeX"] == ["It rose.", "It fell."]
    assert len(report.entries) == 3
    assert "Walks on graphs" in report.entries[0].text
    assert "Walks on graphs" in (report.entries[0].title or "Walks on graphs")
    if "e.org/w" in bibliography:
        assert report.entries[0].url == "https://e.org/w"


def test_half_a_character_in_a_record_can_be_stored() -> None:
    csl = (
        CSL.replace("Walks", r"\ud800Walks")
        .replace("e.org/w", r"e.org/\ud800w")
        .replace("10.1234/x", r"10.1234/\udfff")
    )
    csl = csl.replace("Okafor", r"\ud800").replace("moe-3", r"moe-3\ud800")
    entries = parse_report(BODY + "```json\n" + csl + "\n```\n").entries
    assert [each.title for each in entries] == ["\ufffdWalks on graphs", "Lists of lists", "Third of three"]
    assert repr(entries).encode() and not any(half in repr(entries) for half in (r"\ud800", r"\udfff"))


def test_a_review_whose_lines_begin_with_marks_is_no_list() -> None:
    report = parse_report(
        "- [@oka21] Found that it rose.\n- **@lind_x-2**: It fell.\n\n@oka21: it rose.\n\n@lind_x-2\n\nIt stayed." + BIB
    )
    assert [text for text, _ in cited(report)] == ["Found that it rose.", ": It fell.", ": it rose.", "It stayed."]
    assert len(report.entries) == 7


def test_what_a_key_takes_under_it_comes_back_where_there_is_no_list() -> None:
    report = parse_report("# A\n\n@oka21\n\nIt rose.\n\n@lind_x-2 says so.\n\nIt fell." + BIB)
    assert [text for text, _ in cited(report) if text] == ["It rose.", "says so.", "It fell."]


def test_entries_that_no_mark_names_are_entries_too() -> None:
    report = parse_report(
        "It rose [@oka21].\n\n## References\n\n- **oka21**: Walks, 2021.\n- **lind19**: Lists, 2019.\n"
    )
    assert [entry.label for entry in report.entries] == ["oka21", "lind19"]


@pytest.mark.parametrize("named", ["bibliography: all.bib\n", "bibliography:\n  - x.bib\n  - 'all.bib'\n", ""])
def test_files_beside_the_report(named: str, tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(f"---\ntitle: Walks\n{named}---\n\nIt rose [@oka21].\n")
    (tmp_path / "all.bib").write_text("@book{oka21,\n title = {Walks}\n}\n@book{other, title={Other}}\n")
    report = read_report(tmp_path / "report.md")
    assert cited(report) == [("It rose.", [("[@oka21]", ["oka21"])])]
    assert [entry.label for entry in report.entries] == (["oka21", "other"] if named else ["oka21"])


def test_a_bibliography_in_a_folder_below_the_report(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "all.bib").write_text("@book{oka21,\n title = {Walks}\n}\n")
    for named in ("lists/all.bib", "./lists/all.bib"):
        (tmp_path / "report.md").write_text(f"---\nbibliography: {named}\n---\n\nIt rose [@oka21].\n")
        assert cited(read_report(tmp_path / "report.md")) == [("It rose.", [("[@oka21]", ["oka21"])])]
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "report.md").write_text("---\nbibliography: ../lists/all.bib\n---\n\nIt rose [@oka21].\n")
    assert cited(read_report(tmp_path / "below" / "report.md")) == [("It rose.", [("[@oka21]", [])])]


@pytest.mark.parametrize(
    "kept", ["walks.pdf", ":papers/walks.pdf:PDF", "Full text:/home/ann/walks.pdf:application/pdf"]
)
def test_the_file_that_a_record_keeps_is_its_address(kept: str) -> None:
    report = parse_report(
        f"It rose [@oka21].\n\n```\n@misc{{oka21,\n title = {{Walks}},\n file = {{{kept}}}\n}}\n```\n"
    )
    assert [(entry.label, (entry.url or "").rpartition("/")[2]) for entry in report.entries] == [("oka21", "walks.pdf")]


def test_a_file_of_csl_data(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("---\nbibliography: [refs.json]\n---\n\nIt rose [@oka21].\n")
    (tmp_path / "refs.json").write_text(CSL)
    report = read_report(tmp_path / "report.md")
    assert cited(report) == [("It rose.", [("[@oka21]", ["oka21"])])]
    assert len(report.entries) == 3


WHOLE = [
    "Ek, A. (2010). Forty packs. *Wolf Notes*, 3, 1–9. https://e.org/ek\n\n"
    "Hult, B., & Rask, C. (2004). The return. Deer Press.\n\nLind, D., & Moe, E. (2015). Fences.",
    "- Ek, A. (2010). Forty packs. https://e.org/ek\n- Hult, B. (2004). The return.\n- Lind, D. (2015). Fences.",
    "@ek:2010\n  Ek, A. Forty packs. https://e.org/ek\n\n@hult2004\n  Hult, B. The return.\n\n@lind15\n  Lind, D. Fences.",
    '[@ek:2010]: https://e.org/ek\n[@hult2004]: https://e.org/hult "The return"\n[@lind15]: Lind, D. Fences.',
    "\\begin{thebibliography}{9}\n\\bibitem[Ek(2010)]{ek:2010}\nEk, A. \\url{https://e.org/ek}\n"
    "\\bibitem{hult2004} Hult, B. \\emph{The return}.\n\\bibitem{lind15} Lind.\n\\end{thebibliography}",
    "ek:2010   Ek, A. Forty packs. https://e.org/ek\nhult2004  Hult, B. The return.\nlind15    Lind, D. Fences.",
]


@pytest.mark.parametrize("listed", WHOLE)
@pytest.mark.parametrize("media", ["markdown", "text"])
def test_whole_reports(listed: str, media: str) -> None:
    report = parse_report(
        "Wolves came back in 2000 [@hult2004; see @ek:2010, p. 3]. As @ek:2010 [fig. 2] counts, packs grew. "
        f"It fell (@lind15).\n\nReferences\n\n{listed}\n",
        media,
    )
    ek, hult, lind = sorted((each for each in report.entries), key=lambda each: (each.label or each.text).lower())
    assert [[mark.entries for mark in each.marks] for each in report.statements] == [
        [(hult.id, ek.id)],
        [(ek.id,)],
        [(lind.id,)],
    ]
    assert ek.url == "https://e.org/ek"


def test_a_footnote_of_keys_means_their_entries() -> None:
    report = parse_report("It rose.[^1] It fell.^[See @lind_x-2, p. 4.]\n\n[^1]: [@oka21, p. 3].\n" + BIB)
    assert cited(report) == [
        ("It rose.", [("[^1]", ["oka21"])]),
        ("It fell.", [("^[See @lind_x-2, p. 4.]", ["lind_x-2"])]),
    ]
    assert len(report.entries) == 7
