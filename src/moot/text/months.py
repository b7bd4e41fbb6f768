"""Names of months."""

from __future__ import annotations

from moot.text.lexicon import sequence

ENGLISH = sequence("january february march april may june july august september october november december")
ABROAD = {
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
"""German, French, Spanish, Italian, Portuguese, Dutch, Nordic and Russian names that are not English too; from 1."""
POLISH = {
    name: number
    for number, name in enumerate(
        sequence("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
        start=1,
    )
}
"""Behind a day; apart from the others, since `Maja` and `Marca` are names in running text."""
