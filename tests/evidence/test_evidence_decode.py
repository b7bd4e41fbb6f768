"""Bytes to characters, also where a page or its server names the wrong charset."""

from __future__ import annotations

import pytest

from moot.evidence.fetch import Fetched
from moot.evidence.fetch.fetched import digest
from moot.evidence.fetch.reading import document
from moot.evidence.media import html
from moot.evidence.media.decode import decode
from moot.evidence.media.medium import CannotRead
from moot.words import Document

WORDS = {
    "de": "Über die Brücke fuhren „heute“ 14 Züge – für 3,50 €.",
    "pl": "Zażółć gęślą jaźń w roku 1998.",
    "ru": "Музей основан в 1913 году учителем гимназии, в нём 240 предметов.",
    "zh": "江口市地铁四号线六月试运行，全长三十一公里，票价从2元起。",
    "ja": "薪ストーブを入れて今年で十年になります。木はナラです。",
    "ar": "افتتحت أمس محطة لتحلية مياه البحر تنتج 120 ألف متر مكعب.",
    "ko": "서울 지하철 4호선은 6월에 개통된다.",
    "he": "ביום שישי ייפתח שביל האופניים לאורך הנחל.",
    "th": "กรุงเทพมหานคร เป็นเมืองหลวง",
}


@pytest.mark.parametrize(
    ("language", "charset", "named"),
    [
        ("de", "cp1252", "iso-8859-1"),
        ("de", "cp1252", "utf-8"),
        ("de", "cp1252", None),
        ("de", "utf-8", "iso-8859-1"),
        ("de", "utf-8-sig", "windows-1252"),
        ("de", "utf-16", None),
        ("de", "utf-16-le", None),
        ("zh", "utf-16-be", None),
        ("zh", "utf-16", "gb2312"),
        ("zh", "gb18030", "gb2312"),
        ("zh", "gb18030", "iso-8859-1"),
        ("zh", "gb18030", None),
        ("ja", "cp932", "Shift_JIS"),
        ("ja", "cp932", "iso-8859-1"),
        ("ja", "euc_jp", "EUC-JP"),
        ("ja", "iso2022_jp", "iso-2022-jp"),
        ("ru", "cp1251", "windows-1251"),
        ("ru", "cp1251", "iso-8859-1"),
        ("ru", "koi8-r", None),
        ("ar", "cp1256", "windows-1256"),
        ("ko", "cp949", "euc-kr"),
        ("he", "cp1255", None),
        ("pl", "iso8859-2", "iso-8859-2"),
        ("th", "cp874", "tis-620"),
    ],
)
def test_pages_in_many_charsets(language: str, charset: str, named: str | None) -> None:
    words = WORDS[language]
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={named}">' if named else ""
    page = f"<html><head>{meta}<title>x</title></head><body><p>{f'{words} ' * 6}</p></body></html>"
    assert words in html.read(page.encode(charset)).text


@pytest.mark.parametrize("named", ["unicode_escape", "punycode", "rot13", "hex", "utf-7", "", "x" * 30])
def test_names_that_no_browser_knows_are_passed_over(named: str) -> None:
    text = "Über die Brücke fuhr \\u0041 und über den Fluß, \\x41 zurück. " * 3
    assert decode(text.encode("cp1252"), named)[0] == text


def test_few_broken_bytes_are_said_and_many_mean_another_charset() -> None:
    raw = ("Über die Brücke. " * 60).encode() + b"\xff"
    text, notes = decode(raw, "utf-8")
    assert text.startswith("Über die Brücke.") and "1 places" in notes[0]
    assert decode(WORDS["de"].encode("cp1252") * 9, "utf-8")[0].startswith("Über die")


@pytest.mark.parametrize(
    ("raw", "text", "said"),
    [
        (
            "The mill pays Bäcker Örn 900 kronor.\n".encode() + "Der Müller heißt Krog.\n".encode("cp1252"),
            "The mill pays Bäcker Örn 900 kronor.\nDer Müller heißt Krog.\n",
            "not all of it is UTF-8: 2 bytes read as Windows-1252",
        ),
        ("Prix : 0,44 €, été. ".encode() * 3 + b"\x93Cher\x94.", "Cher”.", "2 bytes read as Windows-1252"),
        ("Die Straße. ".encode() * 3 + b"cut \xe2\x80 off, \xfc", "cut \ufffd off, ü", "1 byte read as Windows-1252"),
        ("Die Straße. ".encode() * 3 + b"\xff\xfe\xc3 end", "\ufffd end", "broken encoding: 1 places"),
        ("Die Straße. ".encode() * 3 + b"Caf\xc3", "Caf\ufffd", "broken encoding: 1 places"),
        ("漢字です。".encode() * 3 + b"\xe6", "漢字です。\ufffd", "broken encoding: 1 places"),
        ("Die Straße. ".encode() * 3 + b"\xfcber Caf\xc3", "über Caf\ufffd", "1 byte read as Windows-1252"),
    ],
    ids=["two parts", "quotes", "a cut character", "rubbish", "cut at its end", "cut behind one byte", "both"],
)
def test_a_text_that_is_utf_8_for_the_most_part_stays_so(raw: bytes, text: str, said: str) -> None:
    read, notes = decode(raw)
    assert text in read and said in notes[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Tartak w Orviku zatrudnia 23 osoby. Założono go w 1950 roku, a drewno spływa rzeką. Są żółte.", "iso8859-2"),
        ("Tartak w Orviku zatrudnia 23 osoby. Założono go w 1950 roku, a drewno spływa rzeką. Są żółte.", "cp1250"),
        ("Most byl otevřen v roce 1998. Jeho délka je tři sta metrů a stál příliš mnoho peněz.", "cp1250"),
        ("Köprü 1998 yılında açıldı. Uzunluğu üç yüz metredir, ışıklı bir şehir.", "iso8859-9"),
        ("オルビクの製材所は２３人を雇用している。創業は１９５０年である。", "cp932"),
        ("Мост открыт в 1998 году. Его длина триста метров.", "koi8-r"),
        ("Мост открыт в 1998 году. Его длина триста метров.", "cp1251"),
        ("Die Brücke wurde 1998 eröffnet – für die Größe zahlte man viel.", "cp1252"),
        ("Le pont a été ouvert en 1998 ; sa longueur était déjà très élevée.", "cp1252"),
        ("The roof will cost £48,200 and the glass £9,650.", "cp1252"),
        ("At noon it was 25 °C, at night 3 °C; see § 4.", "cp1252"),
        ("Heat needed: 61 kWh/(m²a), ± 3", "cp1252"),
        ("Ort;Höhe;Übernachtungen\nÜberlingen;400;12", "cp1252"),
        ("DÉPARTEMENT;2020\nHÉRAULT;12\nISÈRE;4", "cp1252"),
        ("SÃO PAULO;4\nMACEIÓ;3", "cp1252"),
        ("CAMPAÑA DE ESPAÑA", "cp1252"),
        ("Ångström and Öberg", "cp1252"),
        ("År;Diesel (liter)\n2020;398 000", "cp1252"),
        ("Øst;12\nVest;14\nNord;9", "cp1252"),
        ("Größe der Tür: 2 m", "mac-roman"),
        ("Año 2020", "cp850"),
        ("Płeć;Wiek", "cp1250"),
        ("Год;Цена\n2020;12", "cp1251"),
        ("Москва;12\nКазань;9", "koi8-r"),
        ("Закрыт в 2020 г. и в 2021 г.", "koi8-r"),
        ("СОДЕРЖАНИЕ\n1. Введение\n2. Итоги работы за год", "cp1251"),
        ("이 다리는 1998년에 개통되었습니다. 길이는 삼백 미터입니다.", "cp949"),
        ("这座桥于1998年通车。长度为三百米，费用为两亿元。", "gb18030"),
    ],
)
def test_a_short_text_is_read_in_a_common_encoding_of_its_language(text: str, encoding: str) -> None:
    read, notes = decode(text.encode(encoding))
    assert read == text and notes[0].startswith("not UTF-8: read as")


def test_what_is_no_text() -> None:
    with pytest.raises(CannotRead):
        decode(bytes(range(256)) * 20, "iso-8859-1")


def test_a_header_of_the_server_goes_behind_what_the_bytes_say() -> None:
    def read(raw: bytes, charset: str) -> str:
        kind = {"content-type": f"text/html; charset={charset}"}
        address = "https://a.example/x"
        found = document("S1", Fetched(address, address, 200, kind, raw, digest(raw), "2026-03-01"))
        assert isinstance(found, Document)
        return found.text

    page = f"<html><head><meta charset=gb2312></head><body><p>{WORDS['zh']}</p></body></html>"
    assert WORDS["zh"] in read(page.encode(), "iso-8859-1")
    assert WORDS["zh"] in read(page.encode("gb18030"), "iso-8859-1")
    assert "fünf Züge" in read(
        "<p>Am Montag fuhren nur fünf Züge in die Stadt, sonst sind es neun.</p>".encode(), "iso-8859-1"
    )
    assert WORDS["ru"] in read(f"<p>{WORDS['ru']}</p>".encode("koi8-r"), "koi8-r")
