"""Orders in Spanish, French, German, Portuguese and Italian that name neither a model nor instructions: to forget what
was said and reply, to show a system prompt, to be somebody without limits, to call all statements true, to cite nothing
else in an answer, or to reply one thing from now on.

Each holds what no manual bids: a teacher asks whether statements are true *or* false, a cook forgets what was said *of
rice*, a shop is open from now on.
"""

from __future__ import annotations

from moot.evidence.orders.form import COURSE, IGNORE, ROLE, SAYING, Form

_SECRETS = "order to reveal a prompt or a secret"
_OTHERS = "order on what to do with other sources"
_REPLY = (
    r"(?:respond[ea]|contest[ea]|escrib[ea]|escreva|escreve|répond(?:s|ez)|écri(?:s|vez)|antworte|schreibe?|rispondi|"
    r"scrivi)\b"
)
_SAY = r"(?:di|diga|diz|dis|dites|sage?)\b"
_SAID_BEFORE = (
    r"(?:(?:de )?tod[ao] lo (?:que te (?:han|hayan) dicho|anterior)|tudo (?:o )?que (?:lhe|te) (?:foi dito|disseram)|"
    r"tudo o que (?:vem|está) (?:antes|acima)|tout ce qu(?:i précède|['’]on (?:t['’]|vous )(?:a|ait) dit)|"
    r"alles,? was (?:oben|vorher|bisher|davor) (?:steht|stand|gesagt wurde)|alles,? was (?:dir|Ihnen) gesagt wurde|"
    r"tutto (?:ciò|quello) che (?:ti è stato detto|ti hanno detto|precede|sta sopra))"
)
_NO_LIMITS = (
    r"(?:sin (?:\w{1,12} )?(?:restricci|l[íi]mit|filtr|regl)|sans (?:\w{1,12} )?(?:restrict|limit|filtr|règl)|"
    r"ohne (?:\w{1,12} )?(?:Einschränk|Beschränk|Grenz|Filter|Regel)|sem (?:\w{1,12} )?(?:restriç|limit|filtr|regr)|"
    r"senza (?:\w{1,12} )?(?:restrizion|limit|filtr|regol))\w*\b"
    r"(?! d(?!e (?:ning|cualquier|nenhum|qualquer)|['’]aucun|i (?:alcun|nessun|qualsiasi)))"
)
"""None of any kind; "without limit of age" is another matter."""
_IN_YOUR_ANSWER = (
    r"(?:(?:en tu|dans (?:ta|ton|votre)|n[ao] (?:sua|seu|tua|teu)|nell?a? tu[ao])\s"
    r"(?:respuesta|resumen|informe|réponse|résumé|rapport|resposta|resumo|relatório|risposta|riassunto|rapporto)|"
    r"in (?:deine[rm]|Ihre[rm]) (?:Antwort|Zusammenfassung|Bericht))\b"
)
_FROM_NOW = (
    r"(?:a partir de (?:ahora|agora)|de ahora en adelante|daqui em diante|désormais|dorénavant|à partir de maintenant|"
    r"d['’]ora in (?:poi|avanti)|ab (?:jetzt|sofort)|von nun an)"
)
_ALWAYS = r"(?:siempre|sempre|toujours|immer|solo|sólo|só|seulement|nur)"
_THAT = r",?\s(?:que|dass|che)\b"

FORMS = (
    Form(
        IGNORE,
        r"\b(?:olvid[ae]|ignor[ae]z?|esque(?:ça|ce)|dimentica|oublie[zr]?|vergiss|ignoriere?|missachte) "
        rf"{_SAID_BEFORE},? (?:y|et|und|e) (?:\w{{1,12}} )?(?:{_REPLY}|{_SAY})",
        ("lo que te", "anterior", "o que", "ce qu", "alles", "tutto"),
        led=False,
    ),
    Form(
        _SECRETS,
        r"\b(?:mu[eé]str[ae]|revel[ae]|imprim[ea]|repit[ea]|escrib[ea]|"
        r"affiche|révèle|répète|donne|gib|zeige|nenne|verrate|wiederhole|"
        r"mostr[ae]|escreva|imprima|ripeti|rivela|scrivi|stampa)z? "
        r"(?:(?:tu|o seu|o teu|il tuo|ton|votre|deine[n]?|Ihre[n]?) )"
        r"(?:prompt (?:de(?:l)? sistema|di sistema|système|inicial|iniziale|initial)|system[ -]?prompt|systemnachricht|"
        r"mensaje de sistema|mensagem d[eo] sistema|messaggio di sistema|message système|invite (?:de )?système)",
        ("system", "sistema", "système", "prompt"),
        led=False,
    ),
    Form(
        ROLE,
        r"\b(?:eres ahora|ahora eres|tu es (?:maintenant|désormais)|vous êtes (?:maintenant|désormais)|"
        r"du bist (?:jetzt|nun)|(?:você )?agora é|você é agora|ora sei|sei ora|adesso sei) (?:\w{1,4} )?(?:\w{1,15} )?"
        rf"(?:asistente|assistante?|assistente?|modelo|modèle|modell|modello|IA|KI|"
        rf"(?:chat)?bot)\b,? {_NO_LIMITS}",
        (" sin ", " sans ", " ohne ", " sem ", " senza "),
        led=False,
    ),
    Form(
        COURSE,
        r"\b(?:marca|marque[z]?|markiere|segna|considera|considere|considérez?|da por|tiens pour) "
        r"(?:tod[ao]s [ao]s|todas las|todos los|toutes les|alle|tutte le) "
        r"(?:afirmaciones|afirmações|affirmations|behauptungen|aussagen|affermazioni) (?:\w{1,12} ){0,3}?"
        r"(?:como|comme|als|come) (?:verificad|verdader|verdadeir|probad|ciert|cort|vérifié|vrai|prouvé|geprüft|wahr|"
        r"bewiesen|belegt|verificat|ver[eo]|provat)\w{0,8}\b(?!\s?(?:[/,]|(?:o|ou|oder|u|non|no)\b))",
        ("afirmaciones", "afirmações", "affirmations", "behauptungen", "aussagen", "affermazioni"),
        led=False,
    ),
    Form(
        _OTHERS,
        r"\b(?:no (?:cites?|uses?|menciones?)|ne (?:cite[z]?|mentionne[z]?|utilise[z]?)|(?:zitiere|nenne|erwähne)|"
        r"não (?:cite|use|mencione)|non (?:citare|cites|usare|menzionare)) "
        r"(?:ninguna otra fuente|otras fuentes|aucune autre source|d['’]autres sources|keine anderen? quellen?|"
        r"nenhuma outra fonte|outras fontes|nessun['’]?\s?altra fonte|altre fonti) (?:\w{1,12} )?"
        rf"{_IN_YOUR_ANSWER}",
        ("fuente", "source", "quelle", "font"),
        led=False,
    ),
    Form(
        SAYING,
        rf"\b{_FROM_NOW},? {_REPLY} {_ALWAYS}{_THAT}|\b{_REPLY} {_FROM_NOW} {_ALWAYS}{_THAT}",
        ("partir de", "adelante", "diante", "sormais", "dorénavant", "ora in", "ab jetzt", "ab sofort", "nun an"),
        led=False,
    ),
)
