"""Names of months that are none in English: German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Russian."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar janvier enero gennaio janeiro januari ene jänner янв января",
            "februar février febrero febbraio fevereiro februari февр февраля",
            "märz mars marzo março maart marts марта",
            "avril abril aprile abr апреля",
            "mai mayo maggio maio mei maj мая",
            "juni juin junio giugno junho июня",
            "juli juillet julio luglio julho июля",
            "août agosto augusti augustus ago августа",
            "septembre septiembre settembre setembro сентября",
            "oktober octobre octubre ottobre outubro okt октября",
            "novembre noviembre novembro ноября",
            "dezember décembre diciembre dicembre dezembro desember dez dic декабря",
        ),
        start=1,
    )
    for name in names.split()
}
"""Each to its number, from 1."""
