"""Parts in words of other languages than English."""

from __future__ import annotations

import pytest

from moot.text import figures
from moot.text.figures import Bound


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("La moitié des élèves viennent à vélo.", 50),
        ("Un tiers des logements sont vides.", 33),
        ("Les deux tiers des logements sont vides.", 67),
        ("Le quart des élèves marche.", 25),
        ("Le prix a baissé d'un tiers.", 33),
        ("Un élève sur quatre marche.", 25),
        ("Die Hälfte der Schüler kommt mit dem Rad.", 50),
        ("Ein Drittel der Wohnungen steht leer.", 33),
        ("Drei Viertel der Wohnungen stehen leer.", 75),
        ("Der Preis sank um ein Viertel.", 25),
        ("Jeder dritte Schüler läuft.", 33),
        ("La mitad de los alumnos viene en bicicleta.", 50),
        ("Dos tercios de las casas están vacías.", 67),
        ("La tercera parte de los alumnos camina.", 33),
        ("Uno de cada cinco alumnos camina.", 20),
        ("La metà degli alunni viene in bici.", 50),
        ("Due terzi delle case sono vuote.", 67),
        ("Metade das casas está vazia.", 50),
        ("Um terço das casas está vazio.", 33),
        ("De helft van de huizen staat leeg.", 50),
        ("Een derde van de huizen staat leeg.", 33),
        ("Halvdelen af husene står tomme.", 50),
        ("En tredjedel av husen står tomma.", 33),
        ("Die Zahl sank auf die Hälfte.", 50),
        ("Bara hälften av husen är tomma.", 50),
        ("Plus de la moitié est vide.", 50),
        ("Un enfant sur cinq n'a pas de vélo.", 20),
        ("Le froid touche un enfant sur cinq.", 20),
        ("Un alunno su quattro cammina.", 25),
        ("Un bambino su cinque è malato.", 20),
        ("Três quartos das casas estão vazias.", 75),
        ("Tres cuartos de los alumnos caminan.", 75),
        ("Les trois quarts de la ville dorment.", 75),
    ],
)
def test_a_part_of_something_is_a_figure(text: str, percent: int) -> None:
    (part,) = figures.find(text)
    assert part.is_fraction and round(part.value * 100) == percent


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Mehr als die Hälfte der Schüler kommt mit dem Rad.", Bound.OVER),
        ("Knapp ein Drittel der Wohnungen steht leer.", Bound.UNDER),
        ("Près d'un tiers des logements sont vides.", Bound.UNDER),
        ("Plus de la moitié des élèves viennent à vélo.", Bound.OVER),
        ("Casi la mitad de los alumnos viene en bicicleta.", Bound.UNDER),
        ("Circa la metà degli alunni viene in bici.", Bound.ABOUT),
    ],
)
def test_it_has_its_bound(text: str, bound: Bound) -> None:
    assert [each.bound for each in figures.find(text)] == [bound]


@pytest.mark.parametrize(
    "text",
    [
        "In der zweiten Hälfte des Jahres regnete es.",
        "Es ist ein Viertel in Berlin.",
        "Jeden zweiten Tag regnet es.",
        "Un tiers a payé la note.",
        "Le tiers monde attend.",
        "Un jour sur deux, il pleut.",
        "En la segunda mitad del año llovió.",
        "Esperó un cuarto de hora.",
        "Aspettò un quarto d'ora.",
        "Die zweite Hälfte des Jahres war in Orten trocken.",
        "Die letzte Hälfte der Saison fiel aus.",
        "Die nördliche Hälfte der Insel ist flach.",
        "Eine andere Hälfte der Akten fehlt.",
        "Die ersten zwei Drittel der Strecke sind steil.",
        "La seconde moitié du film est lente.",
        "La première moitié de l'année fut sèche.",
        "La moitié nord du pays est sèche.",
        "La segunda mitad del partido fue lenta.",
        "La última mitad de la película aburre.",
        "La mitad norte del país está seca.",
        "Hacia la mitad del siglo llegó el tren.",
        "La prima metà dell'anno è stata secca.",
        "Verso la metà del secolo arrivò il treno.",
        "A segunda metade do ano foi seca.",
        "De tweede helft van het jaar was droog.",
        "Den andra hälften av året var torr.",
        "Den nordlige halvdelen av øya er flat.",
        "La ville a un plan sur cinq ans.",
        "Elle habite une maison sur trois étages.",
        "Il y eut un débat sur deux projets.",
        "Un débat sur deux ou trois projets suivit.",
        "Un tunnel sur deux km relie les rives.",
        "Ha scritto un libro su tre donne.",
        "C'è un accordo su cinque anni.",
        "O hotel tem três quartos de casal.",
        "Um quarto da casa está vazio.",
        "Elle a joué un quart de finale.",
        "Jugó dos cuartos de final.",
        "Un dixième de seconde les sépare.",
        "Un tiers de confiance garde la clé.",
        "The upper tiers of the hotel have one quart of milk.",
    ],
)
def test_what_only_looks_so_is_none(text: str) -> None:
    assert not any(each.is_fraction for each in figures.find(text))
