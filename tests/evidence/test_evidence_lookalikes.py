"""Words that are not the letters that a person reads there are named, and nobody quotes their sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from moot.evidence import hostile
from moot.evidence.read import read_paths
from moot.text import quotes
from moot.words import Document, Source

TRUE = "The branch on Mill Lane was open 38 hours a week in 2025."
MIXED = [
    "The branch on Mill Lane was оpen 58 hоurs a week in 2025.",
    "Тhe branch on Mill Lane had 58 staff.",
    "The reservοir holds 58 million litres.",
    "The ΚΕepers counted 58 seals.",
    "Сhloride reached 58 mg per litre.",
    "The mｉll ground 58 tonnes.",
    "The museum was ｏｐｅｎ for 58 days.",
    "The chaρel seats 58 people.",
    "The museսm lent 58 paintings.",
    "Le musée a accueilli 58 visitеurs étrangers.",
]
ORDINARY = [
    "The café’s budget for α-particle exhibits was 2 µm and 3 μm wide; the Московская branch opened in 2024.",
    "α-Synuclein and NF-κB, NFκB, TNFα, PPARγ, TGFβ1, β-blockers, αB-crystallin and the ERαKO mouse were studied.",
    "CuKα radiation, hν, νmax, ρair, ρCp, dρ/dt, kΩ, Ωm, ΔT, σmax, λmax and πr were measured.",
    "The Greek word οἶκος (oikos, οικος) and the Russian word сорока mean house and magpie.",
    "The rate 𝑇max is argmax𝑦 of 𝑓(𝑥), where d𝑥d𝑦 vanishes and 𝑝 < 0.05.",
    "ＮＨＫは東京にあります。ＡＩの利用が増えている。",
    "Компания VIPка и сайт Wi-Fiсеть, SMSом и PDFа: клиенты Windоws.",
    "Η εταιρεία ABB και το Windοws λειτουργούν στην Ελλάδα.",
    "Dvořák, Łódź, İstanbul, Ærø, œuvre and naïve ﬁns.",
    "The pH (рН in Russian papers) was 7.",
    "Հայաստան is Armenia; სა is Georgian.",
]


def scan(text: str) -> list[str]:
    card = Source(id="S1", title="A note", origin="a.md", sha256="0", text_sha256="0", media="markdown")
    document = Document(source=card, text=text)
    notices = [each for each in hostile.scan(document) if not each.doubtful]
    assert not notices or hostile.left(text, notices).split() == [*TRUE.split(), *TRUE.split()]
    return [each.what for each in notices]


@pytest.mark.parametrize("sentence", MIXED)
def test_a_word_of_two_scripts_is_named_and_its_sentence_left_out(sentence: str) -> None:
    assert set(scan(f"{TRUE} {sentence} {TRUE}")) == {"word in letters that only look Latin"}


@pytest.mark.parametrize("text", ORDINARY)
def test_symbols_and_other_scripts_are_ordinary(text: str) -> None:
    assert scan(text) == []
    assert scan(f"{text}\n\n{text}") == []


def test_words_in_letters_of_mathematics_are_read_in_plain_ones(tmp_path: Path) -> None:
    drawn = "".join(chr(0x1D5BA + ord(char) - 97) if char.islower() else char for char in TRUE)
    (tmp_path / "a.md").write_text(f"{drawn}\n\nIts value is \U0001d465.\n")
    (document,), _ = read_paths([tmp_path / "a.md"])
    assert document.text == f"{TRUE}\n\nIts value is x.\n"
    assert quotes.locate("Its value is \U0001d465.", document.text)
