from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.text.figures import Bound, Figure, FigureKind, agree, find, same_number

D = Decimal


def one(text: str) -> Figure:
    figures = find(text)
    assert len(figures) == 1, figures
    return figures[0]


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("a $852 billion valuation", 852 * 10**9, "USD", "money"),
        ("122 billion USD", 122 * 10**9, "USD", "money"),
        ("35bn", 35 * 10**9, "", "quantity"),
        ("EUR 3m", 3 * 10**6, "EUR", "money"),
        ("€3.5 m raised", 3500000, "EUR", "money"),
        ("3 million dollars", 3 * 10**6, "USD", "money"),
        ("1,920 million Swedish kronor", 1920 * 10**6, "SEK", "money"),
        ("20 Swiss francs", 20, "CHF", "money"),
        ("Die Stadt zahlt 1.860 Mio. Euro.", 1860 * 10**6, "EUR", "money"),
        ("1.250 Tsd. Euro", 1250 * 10**3, "EUR", "money"),
        ("El puente cuesta 1.860 millones de euros a los vecinos.", 1860 * 10**6, "EUR", "money"),
        ("It cost 1.250 millions.", 1250000, "", "quantity"),
        ("US$1.2bn", 1200000000, "USD", "money"),
        ("$**3** billion", 3 * 10**9, "USD", "money"),
        ("61.6 %", "61.6", "%", "percent"),
        ("**61.6** %", "61.6", "%", "percent"),
        ("61,6 %", "61.6", "%", "percent"),
        ("59.3 per cent", "59.3", "%", "percent"),
        ("+2.3 percentage points", "2.3", "pp", "percent"),
        ("+7.0 points", "7.0", "point", "quantity"),
        ("-5 %", -5, "%", "percent"),
        ("it fell to minus 12 %", -12, "%", "percent"),
        ("7 °C below zero", -7, "degC", "quantity"),
        ("the sum minus 12 %", 12, "%", "percent"),
        ("it is 3× faster", 3, "x", "multiple"),
        ("3x faster", 3, "x", "multiple"),
        ("threefold", 3, "x", "multiple"),
        ("twice as fast", 2, "x", "multiple"),
        ("52 tokens a second", 52, "/s", "quantity"),
        ("52 tok/s", 52, "/s", "quantity"),
        ("12 requests per minute", 12, "/min", "quantity"),
        ("10 GB/s", 10**10, "B/s", "quantity"),
        ("a 59.8 MB map", 59800000, "B", "quantity"),
        ("90 minutes", 5400, "s", "quantity"),
        ("a 12-month plan", 12, "month", "quantity"),
        ("for 3 wks", 1814400, "s", "quantity"),
        ("two and a half hours", 9000, "s", "quantity"),
        ("a target of 455p", 455, "penny", "quantity"),
        ("11.4 pence per share", "11.4", "penny", "quantity"),
        ("500 ml of water", "0.500", "l", "quantity"),
        ("2.6 million m³", "2600000000", "l", "quantity"),
        ("100 hectares", 10**6, "m2", "quantity"),
        ("3 t of salt", 3 * 10**6, "g", "quantity"),
        ("254g a can", 254, "g", "quantity"),
        ("8.1 t/ha", 810, "g/m2", "quantity"),
        ("8.1 tonnes per hectare", 810, "g/m2", "quantity"),
        ("0.1 Tbit/s", 10**11, "bit/s", "quantity"),
        ("50 basis points", "0.50", "pp", "percent"),
        ("two dozen eggs", 24, "", "quantity"),
        ("two fifths of them", "0.4", "", "quantity"),
        ("three-quarters of them", "0.75", "", "quantity"),
        ("a quarter of them", "0.25", "", "quantity"),
        ("nearly four in ten", "0.4", "", "quantity"),
        ("one in every five", "0.2", "", "quantity"),
        ("one in 50", "0.02", "", "quantity"),
        ("one planned train in 25 was late", "0.04", "", "quantity"),
        ("one tree in 8.", "0.125", "", "quantity"),
        ("at least one child in nine is poor", "0.1111111111111111111111111111", "", "quantity"),
        ("in all of the hives we found at least one insecticide in nine.", 9, "", "quantity"),
        ("fifteen in a hundred failed", 15, "%", "percent"),
        ("2 in 100", 2, "%", "percent"),
        ("three out of every hundred hoses", 3, "%", "percent"),
        ("fifteen out of a hundred failed", 15, "%", "percent"),
        ("one goal in 3 matches", 3, "", "quantity"),
        ("one race in 12 months", 12, "month", "quantity"),
        ("76 had a second copy", 76, "", "quantity"),
        ("buoy 02 point the wrong way", 2, "", "quantity"),
        ("over 90,000 forks", 90000, "", "quantity"),
        ("90 000 forks", 90000, "", "quantity"),
        ("1 million tokens", 10**6, "", "quantity"),
        ("1M tokens", 10**6, "", "quantity"),
        ("per million tokens", 10**6, "", "quantity"),
        ("two hundred people", 200, "", "quantity"),
        ("twenty-one people", 21, "", "quantity"),
        ("half of them", "0.5", "", "quantity"),
        ("2000 tasks", 2000, "", "quantity"),
        ("31 March 2026", 20260331, "day", "date"),
        ("March 31, 2026", 20260331, "day", "date"),
        ("2026-03-31", 20260331, "day", "date"),
        ("in March 2026", 20260300, "month", "date"),
        ("on 31 March", 331, "day", "date"),
        ("in 2026", 20260000, "year", "date"),
        ("pre-2020 data", 20200000, "year", "date"),
        ("the 4th place", 4, "", "ordinal"),
        ("Opus 4.6 is", "4.6", "", "name"),
        ("version 2.1.88", "2.1", "", "name"),
        ("v1.5", "1.5", "", "name"),
        ("GPT-4", 4, "", "name"),
        ("the 1990s", 1990, "", "name"),
        ("in the 70s", 70, "", "name"),
        ("it took 70s", 70, "s", "quantity"),
        ("half a minute", 30, "s", "quantity"),
        ("half an hour", 1800, "s", "quantity"),
        ("born on 9 May 1888", 18880509, "day", "date"),
        ("in 1867", 18670000, "year", "date"),
        ("1867 people", 1867, "", "quantity"),
        ("out of 2000 tasks", 2000, "", "quantity"),
        ("In 2016 temperatures rose", 20160000, "year", "date"),
    ],
)
def test_a_figure_is_read_with_its_unit(text: str, value: object, unit: str, kind: str) -> None:
    figure = one(text)
    assert (figure.value, figure.unit, figure.kind) == (D(str(value)), unit, FigureKind(kind))
    assert text[figure.start : figure.end] == figure.raw


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("5-10 %", 5, 10, "%"),
        ("between 5 and 10", 5, 10, ""),
        ("$5 to $10 million", 5 * 10**6, 10**7, "USD"),
        ("2019–2021", 20190000, 20210000, "year"),
        ("the 2021-2027 programme", 20210000, 20270000, "year"),
        ("the reign (1845–1861)", 18450000, 18610000, "year"),
        ("1500–1800 rpm", 1500, 1800, ""),
        ("the season 2022/23", 20220000, 20230000, "year"),
        ("1999-00", 19990000, 20000000, "year"),
        ("€3m-€4m", 3 * 10**6, 4 * 10**6, "EUR"),
    ],
)
def test_a_range_is_one_figure(text: str, low: int, high: int, unit: str) -> None:
    figure = one(text)
    assert (figure.value, figure.high, figure.unit) == (D(low), D(high), unit)


def test_a_fall_is_no_range() -> None:
    assert [figure.high for figure in find("from 61.6 % to 59.3 %")] == [None, None]


def test_a_list_shares_its_unit() -> None:
    assert [figure.unit for figure in find("5 and 31 March 2026")] == ["", "day"]
    first, second = find("about 158 and 52 tokens a second")
    assert (first.value, first.unit, first.bound, second.unit) == (D(158), "/s", Bound.ABOUT, "/s")


@pytest.mark.parametrize(
    "text",
    ["", "no figure here", "see https://a.b/2026/03?x=5", "as shown [12]", "1. item", "one of them", "at 14:30"],
)
def test_marks_are_no_figures(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("claimed", "found"),
    [
        ("61.6 %", "61.6 percent"),
        ("62 %", "61.6 %"),
        ("122 billion USD", "$121.6 billion"),
        ("1 million", "1,000,000"),
        ("1.5 hours", "90 minutes"),
        ("59.8 MB", "59.8 megabytes"),
        ("roughly 3×", "3.04×"),
        ("over 90,000", "91,234"),
        ("about 90,000", "91,234"),
        ("nearly 90,000", "88,123"),
        ("between 5 and 10", "7"),
        ("5-10 %", "5 % to 10 %"),
        ("5 %", "5-10 %"),
        ("about 7 %", "5-10 %"),
        ("half", "50 %"),
        ("50 %", "half"),
        ("5 %", "-5 %"),
        ("March 2026", "31 March 2026"),
        ("in 2026", "2026-03-31"),
        ("31 March", "31 March 2026"),
        ("three tests", "3 tests"),
        ("2.3 percentage points", "+2.3 points"),
        ("founded in 1845", "(founded 1845)"),
        ("Built: 1687.", "in 1687"),
        ("9,206 thousand kroner", "NOK 9,206 thousand"),
        ("SEK 4.2 million", "4.2 million kronor"),
        ("3 million zloty", "PLN 3 million"),
        ("40 rand", "ZAR 40"),
    ],
)
def test_agreement(claimed: str, found: str) -> None:
    assert agree(one(claimed), one(found))


@pytest.mark.parametrize(
    ("claimed", "found"),
    [
        ("59.3 %", "61.6 %"),
        ("61.6 %", "62 %"),
        ("62.0 %", "61.6 %"),
        ("5 %", "5 percentage points"),
        ("7.0 points", "7.0 %"),
        ("$5", "€5"),
        ("61.6", "61.6 %"),
        ("90,000 forks", "91,234 forks"),
        ("over 90,000", "88,000"),
        ("over 90,000", "900,000"),
        ("7 %", "5-10 %"),
        ("5-10 %", "11 %"),
        ("-5 %", "5 %"),
        ("+5 %", "-5 %"),
        ("0 %", "0.4 %"),
        ("31 March 2026", "March 2026"),
        ("30 March 2026", "31 March 2026"),
        ("35 million", "35 billion"),
        ("52 tokens a second", "52 tokens a minute"),
        ("in 2026", "2026 tasks"),
        ("in 1845", "1,845"),
        ("in 1845", "1845 men"),
        ("about 1845", "in 1845"),
        ("9,206 thousand kroner", "EUR 9,206 thousand"),
        ("4.2 million kronor", "NOK 4.2 million"),
        ("9,300 thousand kroner", "NOK 9,206 thousand"),
        ("4 million Danish kroner", "NOK 4 million"),
        ("40 seats", "ZAR 40"),
    ],
)
def test_disagreement(claimed: str, found: str) -> None:
    assert not agree(one(claimed), one(found))


def test_the_same_number_may_lack_its_unit() -> None:
    assert same_number(one("50 billion USD"), one("50"))
    assert same_number(one("61.6"), one("61.6 %"))
    assert not same_number(one("50 billion USD"), one("50 million"))
    assert not same_number(one("50 billion USD"), one("51"))
    assert not same_number(one("5 %"), one("5 USD"))


@given(st.text(alphabet="0123456789 .,-–%$€mbkx×~+/:|*onetwhalf ", max_size=40))
def test_figures_are_in_order_and_lie_in_the_text(text: str) -> None:
    at = 0
    for figure in find(text):
        assert at <= figure.start < figure.end <= len(text)
        assert figure.raw == text[figure.start : figure.end]
        at = figure.end


@given(
    st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False),
    st.sampled_from(["%", "USD", "MB", "tokens a second", "tasks"]),
    st.sampled_from(["", "about ", "over "]),
)
def test_a_figure_agrees_with_itself_and_not_with_its_double(value: Decimal, unit: str, bound: str) -> None:
    figure = one(f"{bound}{value} {unit}")
    assert figure.value == value * (10**6 if unit == "MB" else 1)
    assert agree(figure, figure)
    if value > 1:
        assert not agree(figure, one(f"{value * 2 + 1} {unit}"))


@given(st.decimals(min_value=1, max_value=1000, places=3), st.integers(0, 2))
def test_a_rounding_agrees(value: Decimal, places: int) -> None:
    assert agree(one(f"{round(value, places)} %"), one(f"{value} %"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("17 de febrero de 2024", 20240217),
        ("den 5. Oktober 2023", 20231005),
        ("am 14. Mai 2024", 20240514),
        ("am 31. August 2027", 20270831),
        ("den 3. september 2027", 20270903),
        ("le 1er mars 2024", 20240301),
        ("17 февраля 2024", 20240217),
        ("2024年2月17日", 20240217),
    ],
)
def test_whole_days_are_read_as_other_languages_write_them(text: str, value: int) -> None:
    (figure,) = find(text)
    assert (figure.kind, int(figure.value)) == (FigureKind.DATE, value)


def test_thousands_with_points_are_one_number_where_there_are_two_points() -> None:
    assert [(each.value, each.unit) for each in find("por 1.250.000 euros")] == [(1_250_000, "EUR")]
    assert find("v1.250.000")[0].kind is FigureKind.NAME


@pytest.mark.parametrize(
    ("text", "value", "raw"),
    [
        ("The lake holds 3 400 m³.", 3_400_000, "3 400 m³"),
        ("1 250 000 square metres", 1_250_000, "1 250 000 square metres"),
        ("It cost €12 500.", 12_500, "€12 500"),
        ("| 3 400 |", 3_400, "3 400"),
        ("Der See fasst 3 400,5 Liter.", Decimal("3400.5"), "3 400,5 Liter"),
    ],
)
def test_thousands_with_plain_spaces_are_one_number(text: str, value: Decimal | int, raw: str) -> None:
    figure = one(text)
    assert (figure.value, figure.raw) == (value, raw)


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("in 2021 340 people came", ["2021", "340"]),
        ("Figure 3 400 people", ["3", "400"]),
        ("On 5 May 340 people came", ["5 May", "340"]),
        ("on day 3 400 people came", ["3", "400"]),
        ("| 3 | 400 |", ["3", "400"]),
        ("scores of 12 500 300 20", ["12", "500", "300", "20"]),
        ("at 10:00 300 people", ["300"]),
        ("tel. +49 123 456 789", ["+49", "123", "456", "789"]),
        ("10 500 ml bottles", ["10", "500 ml"]),
        ("Apollo 11 500 people", ["11", "500"]),
    ],
)
def test_numbers_side_by_side_are_several(text: str, raws: list[str]) -> None:
    assert [figure.raw for figure in find(text)] == raws


def test_a_range_of_thousands_with_spaces_is_one_figure() -> None:
    figure = one("3 400–3 600 m³")
    assert (figure.value, figure.high) == (3_400_000, 3_600_000)


@pytest.mark.parametrize(
    ("text", "value", "raw"),
    [
        ("Das Werk liefert 12,6 Kubikmeter am Tag.", "12600", "12,6 Kubikmeter"),
        ("Das Netz ist 1.284 km lang.", "1284000", "1.284 km"),
        ("Das Werk liefert 12.500 Liter am Tag.", "12500", "12.500 Liter"),
        ("Le lac contient 12,6 mètres cubes et la digue est vieille.", "12600", "12,6 mètres cubes"),
        ("Kosten: 1.284,5", "1284.5", "1.284,5"),
        ("Mlin je lani zmlel 3.120 ton rži, več kot leto prej.", "3120", "3.120"),
        ("Mlin je lani samljeo 3.120 tona raži, više nego prije.", "3120", "3.120"),
        ("It is 1.340 Meter.", "1340", "1.340 Meter"),
        ("It is 1.340 metres.", "1.340", "1.340 metres"),
        ("The ratio was 1.284 in the test.", "1.284", "1.284"),
        ("The pump made 12,500 turns.", "12500", "12,500"),
        ("0,4 m", "0.4", "0,4 m"),
        ("Die Kabel liegen 0,40 m tief.", "0.40", "0,40 m"),
        ("0,125 l", "0.125", "0,125 l"),
        ("Wald: 2,25 ha", "22500", "2,25 ha"),
        ("It is 12,500 m deep.", "12500", "12,500 m"),
    ],
)
def test_a_decimal_comma_is_read_where_the_text_has_them(text: str, value: str, raw: str) -> None:
    figure = one(text)
    assert (figure.value, figure.raw) == (D(value), raw)


@pytest.mark.parametrize("text", ["In 2020,5 m deep pits", "at 3,4 and 5 m", "pages 3,4"])
def test_a_comma_between_two_numbers_of_a_list_parts_them(text: str) -> None:
    assert len(find(text)) > 1


def test_marks_of_sources_are_no_decimals() -> None:
    assert [each.raw for each in find("Das ist nach den Quellen [1,2] auch 12,5 Meter hoch.")] == ["12,5 Meter"]


def test_a_figure_agrees_with_one_that_is_written_the_same_in_a_cell() -> None:
    claimed = one("Das Netz ist 1.284 km lang.")
    assert same_number(claimed, one("| 1.284 |")) and not same_number(claimed, one("| 1.285 |"))
    assert agree(one("Das sind die 12.500 Gäste."), one("12.500")) and not agree(one("1.284 km"), one("1.284 m"))


def test_a_full_stop_belongs_to_the_date_only_where_the_month_is_shortened() -> None:
    assert one("The pool opens on 7 July.").raw == "7 July"
    assert one("It opened in May 2019.").raw == "May 2019"
    assert [one(f"on {day} 2024").raw for day in ("7 Jul.", "9 Sept.")] == ["7 Jul. 2024", "9 Sept. 2024"]


def test_a_half_year_report_measures_nothing_and_a_half_year_delay_does() -> None:
    assert find("the half-year report gives") == []
    assert [each.unit for each in find("a half-year delay")] == ["month"]


@pytest.mark.parametrize(
    ("text", "raw", "unit"),
    [
        ("The file was downloaded 25,500 times.", "25,500", ""),
        ("It was moved 4 times in May.", "4", ""),
        ("Output is 4 times the norm.", "4 times", "x"),
        ("Output rose 4 times.", "4 times", "x"),
        ("The offer was covered 2.6 times.", "2.6 times", "x"),
        ("They had 2.3 fewer days of pain.", "2.3 fewer days", "s"),
        ("A gradient of 480 per mille.", "480 per mille", "%"),
        ("It owed the Republic of Quill 410,000 marks.", "410,000", ""),
        ("A surplus of 121,000 tonnes a year before.", "121,000 tonnes", "g"),
        ("It lifts 34 litres a second before the service.", "34 litres a second", "l/s"),
    ],
)
def test_what_times_more_and_names_before_a_number_make_of_it(text: str, raw: str, unit: str) -> None:
    figure = find(text)[-1]
    assert (figure.raw, figure.unit, figure.kind is FigureKind.NAME) == (raw, unit, False)


def test_a_number_behind_the_verb_counts_and_behind_the_noun_is_a_name() -> None:
    assert one("Rooftop systems number 21,300 in all").kind is FigureKind.QUANTITY
    assert one("house number 12").kind is FigureKind.NAME


def test_a_multiple_in_words_lends_its_unit_to_no_number_before_it() -> None:
    count, times = find("They were 21,300, three times as many as before")
    assert (count.unit, times.unit) == ("", "x")


def test_gigapascals_are_pascals() -> None:
    assert agree(one("2,610 MPa"), one("2.61 GPa"))
    assert not agree(one("261 MPa"), one("2.61 GPa"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It needs half as much again as before.", ["half as much again"]),
        ("Memory went from 12 GB under 2.4 to 31 GB under 2.5.", ["12 GB", "2.4", "31 GB", "2.5"]),
        ("It went from 12 to 31 GB.", ["12 to 31 GB"]),
        ("A night level of 41.5 dB(A) is allowed.", ["41.5 dB(A)"]),
    ],
)
def test_what_is_one_figure(text: str, found: list[str]) -> None:
    assert [each.raw for each in find(text)] == found


def test_half_as_much_again_is_a_multiple() -> None:
    again = one("half as many again")
    assert (again.unit, again.value) == ("x", Decimal("1.5"))


def test_an_interval_stands_behind_the_name_of_its_statistic() -> None:
    low_and_high = find("The difference was 81 ml (95% CI 44 to 118).")[-1]
    assert (low_and_high.value, low_and_high.high) == (44, 118)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("not more than 24 pupils", Bound.UNDER),
        ("a fine not exceeding 5,000 crowns", Bound.UNDER),
        ("it must not exceed 60 dB", Bound.UNDER),
        ("capped at 40", Bound.UNDER),
        ("no higher than 1.8 m", Bound.UNDER),
        ("40 pupils at most", Bound.UNDER),
        ("8 degrees or less", Bound.UNDER),
        ("a maximum of 300 litres", Bound.UNDER),
        ("no less than 12 days", Bound.OVER),
        ("no narrower than 4 m", Bound.OVER),
        ("a minimum of 11 hours", Bound.OVER),
        ("A minimum of 0.8 mg was measured at noon", Bound.NONE),
        ("recorded a maximum of 31 °C", Bound.NONE),
    ],
)
def test_what_is_denied_of_a_bound_is_the_other_one(text: str, bound: Bound) -> None:
    assert find(text)[0].bound is bound
