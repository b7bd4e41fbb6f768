"""What reports of real systems look like that no style guide foresees."""

from __future__ import annotations

from moot.evidence.cited_report import CitedReport, parse_report


def marks(report: CitedReport) -> list[tuple[str, list[str | None]]]:
    labels = {entry.id: entry.url or entry.text for entry in report.entries}
    return [
        (mark.raw, [labels[each] for each in mark.entries])
        for statement in report.statements
        for mark in statement.marks
    ]


def test_a_program_has_no_keys() -> None:
    text = """
Beans are made by the container [1]. Servlets are older [2].

```java
@Bean @Servlet @EnableCaching class Spring {}
```

## Sources

1. [Bean scopes](https://example.org/1)
2. [Servlet 2.5](https://example.org/2)
3. [Spring Boot](https://example.org/3)
"""
    report = parse_report(text)
    assert [entry.label for entry in report.entries] == ["1", "2", "3"]
    assert marks(report) == [("[1]", ["https://example.org/1"]), ("[2]", ["https://example.org/2"])]


def test_a_numbered_entry_does_not_begin_with_a_key() -> None:
    """Even where a word is one elsewhere: an address of a person, a decorator in a sentence."""
    text = """
Write to @Spring for help [1], or read on [2].

## Sources

1. Spring Boot guide. https://example.org/1
2. Spring Cloud guide. https://example.org/2
"""
    assert [entry.label for entry in parse_report(text).entries] == ["1", "2"]


def test_authors_in_the_prose_of_a_numbered_report_are_no_marks() -> None:
    text = """
The scale goes back to Webster & Kruglanski (1994) [1]. It was shortened later (Roets et al., 2011) [2].
Facing Mirrors (Iran, 2011) was the first of its kind [3]. Sales rose (MLOps, 2023) [1].
By Lund (2020) it is stable [3]. It has six parts [1]. Each has a key [2].

## Sources

[1] Need for closure. Journal of Scales, 2001. https://example.org/1
[2] Short forms, 2012. https://example.org/2
[3] Lund, A. (2020). A film of mirrors. https://example.org/3
"""
    found = marks(parse_report(text))
    assert [raw for raw, _ in found if not raw.startswith("[")] == ["Lund (2020)"]
    assert all(entries for _, entries in found)


def test_authors_without_an_entry_are_marks_that_point_to_nothing_where_they_are_how_a_report_cites() -> None:
    text = """
The scale goes back to Webster & Kruglanski (1994). It was shortened later (Roets et al., 2011).

## References

- Roets, A., & Hiel, A. (2011). Short forms.
"""
    report = parse_report(text)
    assert [(raw, bool(entries)) for raw, entries in marks(report)] == [
        ("Webster & Kruglanski (1994)", False),
        ("(Roets et al., 2011)", True),
    ]


def test_digits_glued_to_words_are_marks_beside_pictures_and_links() -> None:
    """Of a long list a part is enough that comes up in its order."""
    words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]
    prose = " ".join(f"The {word} loop needs supervision.{3 * n + 1}" for n, word in enumerate(words))
    entries = "\n".join(f"{n}. Page {n}, accessed May 2, 2026, https://example.org/{n}" for n in range(1, 35))
    text = f"""
![][image1] See [the site](https://example.org/site) and [its twin](https://example.org/twin).

{prose}

#### **Works cited**

{entries}

[image1]: <data:image/png;base64,AAAA>
"""
    found = marks(parse_report(text))
    assert [raw for raw, _ in found if raw.isdigit()] == [str(3 * n + 1) for n in range(10)]
    assert ("4", ["https://example.org/4"]) in found


def test_of_two_lists_at_the_end_marks_mean_the_one_that_is_numbered_as_they_are() -> None:
    text = """
Ragtime came first [1]. Bebop followed [2]. Fusion is younger [3].

## References

1. Ragtime Office. (2024). History of ragtime.
2. Jazz Profiles. (2017). The evolution of the piano.
3. Jazz Fuel. (2024). Pianists.

Sources:
[1] https://example.org/ragtime - Ragtime
[2] https://example.org/bebop - Bebop
[3] https://example.org/fusion - Fusion
"""
    report = parse_report(text)
    assert [entries for _, entries in marks(report)] == [
        ["https://example.org/ragtime"],
        ["https://example.org/bebop"],
        ["https://example.org/fusion"],
    ]
    assert len(report.entries) == 6


def test_a_higher_heading_with_the_next_number_is_no_entry() -> None:
    text = """
## 2. Returns

Returns are scaled [1]. Luck is tested [2].

#### Sources:
- [1] Information ratio (https://example.org/1)
- [2] Luck or skill (https://example.org/2)

## 3. Risk: several measures

Risk has many faces.
"""
    report = parse_report(text)
    assert [entry.label for entry in report.entries] == ["1", "2"]
    assert report.statements[-1].section == "3. Risk: several measures"


def test_what_is_cited_may_stand_in_brackets_before_its_number() -> None:
    entries = "\n".join(f"{n}. Page {n}: https://example.org/{n}" for n in range(1, 15))
    text = f"""
Updates are logged per [UNECE R156][13] and rivals per [GB/T standards][14] alike. The cell x[1] is m[i][2] wide.

## Sources

{entries}
"""
    assert [raw for raw, _ in marks(parse_report(text))] == ["[13]", "[14]"]
