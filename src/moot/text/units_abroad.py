"""Names of scales, units and periods in other languages than English, as they stand after a number, and what India
counts in.

Only names that mean nothing else in English: no "Grad", which is no student, no "ore" (Italian hours); the German
"Billion" is left out, since it is a thousand English ones.
"""

from __future__ import annotations

from decimal import Decimal

_THOUSAND, _MILLION, _MILLIARD = Decimal(1000), Decimal(10**6), Decimal(10**9)
SCALES = {
    "tausend": _THOUSAND,
    "tsd": _THOUSAND,
    "millionen": _MILLION,
    "millions": _MILLION,
    "millón": _MILLION,
    "millones": _MILLION,
    "milhão": _MILLION,
    "milhões": _MILLION,
    "milione": _MILLION,
    "milioni": _MILLION,
    "miljoen": _MILLION,
    "milliarde": _MILLIARD,
    "milliarden": _MILLIARD,
    "mrd": _MILLIARD,
    "milliard": _MILLIARD,
    "milliards": _MILLIARD,
    "miliardo": _MILLIARD,
    "miliardi": _MILLIARD,
    "miljard": _MILLIARD,
    "lakh": Decimal(10**5),
    "lakhs": Decimal(10**5),
    "crore": Decimal(10**7),
    "crores": Decimal(10**7),
}
"""In lower case."""
SHORT = ("tsd", "mrd", "mio")
"""What may be written with a full stop."""
UNITS: dict[str, tuple[str, int | str]] = {
    "Prozent": ("%", 1),
    "pour cent": ("%", 1),
    "por ciento": ("%", 1),
    "per cento": ("%", 1),
    "procent": ("%", 1),
    "Promille": ("%", "0.1"),
    "Prozentpunkt": ("pp", 1),
    "Prozentpunkte": ("pp", 1),
    "Prozentpunkten": ("pp", 1),
    "points de pourcentage": ("pp", 1),
    "puntos porcentuales": ("pp", 1),
    "punti percentuali": ("pp", 1),
    "Sekunden": ("s", 1),
    "Minuten": ("s", 60),
    "Stunde": ("s", 3600),
    "Stunden": ("s", 3600),
    "Tage": ("s", 86400),
    "Tagen": ("s", 86400),
    "Wochen": ("s", 604800),
    "Monate": ("month", 1),
    "Monaten": ("month", 1),
    "Jahre": ("month", 12),
    "Jahren": ("month", 12),
    "Millimeter": ("m", "1E-3"),
    "Zentimeter": ("m", "1E-2"),
    "Meter": ("m", 1),
    "Metern": ("m", 1),
    "Kilometer": ("m", 1000),
    "Kilometern": ("m", 1000),
    "Quadratmeter": ("m2", 1),
    "Quadratmetern": ("m2", 1),
    "Quadratkilometer": ("m2", 10**6),
    "Hektar": ("m2", 10**4),
    "Liter": ("l", 1),
    "Litern": ("l", 1),
    "Kubikmeter": ("l", 1000),
    "Kubikmetern": ("l", 1000),
    "Gramm": ("g", 1),
    "Kilogramm": ("g", 1000),
    "Tonne": ("g", 10**6),
    "Tonnen": ("g", 10**6),
    "Watt": ("W", 1),
    "Kilowatt": ("W", 10**3),
    "Megawatt": ("W", 10**6),
    "Gigawatt": ("W", 10**9),
    "Wattstunden": ("Wh", 1),
    "Kilowattstunden": ("Wh", 10**3),
    "Megawattstunden": ("Wh", 10**6),
    "Gigawattstunden": ("Wh", 10**9),
    "Terawattstunden": ("Wh", 10**12),
    **dict.fromkeys(("jours", "días", "giorni", "dias", "dagen"), ("s", 86400)),
    **dict.fromkeys(("heures", "heure", "horas", "hora"), ("s", 3600)),
    **dict.fromkeys(("minutos", "minuti", "minuten"), ("s", 60)),
    **dict.fromkeys(("secondes", "segundos", "secondi", "seconden"), ("s", 1)),
    **dict.fromkeys(("semaines", "semanas", "settimane", "weken"), ("s", 604800)),
    **dict.fromkeys(("mois", "meses", "mesi", "maanden"), ("month", 1)),
    **dict.fromkeys(("années", "años", "anni", "anos"), ("month", 12)),
    **dict.fromkeys(("mètres", "metros", "metri"), ("m", 1)),
    **dict.fromkeys(("kilomètres", "kilómetros", "quilómetros", "quilômetros", "chilometri"), ("m", 1000)),
    **dict.fromkeys(("Meilen", "millas", "miglia", "milhas", "mijl"), ("mile", 1)),
    **dict.fromkeys(("hectáreas", "hectares", "ettari", "hectare"), ("m2", 10**4)),
    **dict.fromkeys(("mètres carrés", "metros cuadrados", "metros quadrados", "metri quadrati"), ("m2", 1)),
    **dict.fromkeys(("kilomètres carrés", "kilómetros cuadrados", "chilometri quadrati"), ("m2", 10**6)),
    **dict.fromkeys(("quilómetros quadrados", "quilômetros quadrados", "vierkante kilometer"), ("m2", 10**6)),
    **dict.fromkeys(("mètres cubes", "metros cúbicos", "metri cubi", "kubieke meter"), ("l", 1000)),
    **dict.fromkeys(("litros", "litri"), ("l", 1)),
    **dict.fromkeys(("kilogrammes", "kilogramos", "chilogrammi", "quilogramas", "quilos"), ("g", 1000)),
    **dict.fromkeys(("toneladas", "tonnellate"), ("g", 10**6)),
}
"""As they are written: German nouns have a capital."""
PERIODS = {
    name: period
    for period, names in {
        "hour": "heure hora ora Stunde uur",
        "day": "jour día giorno dia Tag dag",
        "week": "semaine semana settimana Woche week",
        "month": "mois mes mese mês Monat maand",
        "year": "an année año anno ano Jahr jaar",
    }.items()
    for name in names.split()
}
"""What a rate is by."""
