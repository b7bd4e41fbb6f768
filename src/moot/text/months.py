"""Names of months."""

from __future__ import annotations

from moot.text.lexicon import sequence

ENGLISH = sequence("january february march april may june july august september october november december")
SHORT = (*(name[:3] for name in ENGLISH), "sept")
NAMES = "|".join(name.capitalize() for name in ENGLISH)
"""As parts of a pattern, as they are written."""
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
POLISH = sequence("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia")
_FURTHER = (
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "януари февруари март април май юни юли август септември октомври ноември декември",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    "január február március április május június július augusztus szeptember október november december",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου "
    "νοεμβρίου δεκεμβρίου",
    "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "يناير فبراير مارس إبريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
    "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
)
FURTHER = {name: number for names in _FURTHER for number, name in enumerate(sequence(names), start=1)} | {
    name: number for number, name in enumerate(POLISH, start=1)
}
"""Ukrainian, Bulgarian, Finnish, Estonian, Czech, Slovak, Slovenian, Hungarian, Romanian, Catalan, Lithuanian, Greek,
Hebrew, Turkish, Indonesian, Arabic, Hindi and Polish names as they stand beside a day; apart from the others, since
`Maja`, `Marca` and `Mart` are names in running text. Croatian ones are not among them: `listopada` is October there,
else November."""
