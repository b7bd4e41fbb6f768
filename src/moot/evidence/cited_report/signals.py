"""Words that reports in several languages put before and behind what they cite: "see", "vgl.", "z. B.", "et al."."""

from __future__ import annotations

SEE = (
    r"(?:see|cfr?\.?|compare|siehe|vgl\.|vergleiche|voir|véase|vide|vedi|zie|zob\.|por\.|srov\.|jfr?\.|см\.)"
    r"(?:\s(?:also|auch|aussi|también|também|anche|ook|även|også|też|též|также))?"
)
"""Before any mark or note."""
BEFORE_AUTHORS = (
    rf"(?:(?i:{SEE}|as|also|and|but|in|following|after|reviewed|cited|from|data|source:?|s\.(?:\so\.)?|v\.|ver|se|viz"
    r"|e\.\s?g\.,?|i\.\s?e\.,?|z\.\s?B\.|p\.\s?ex\.|par\sexemple|por\sejemplo,?|por\sexemplo,?|per\sesempio|ad\ses\."
    r"|bijv\.|np\.|t\.\s?ex\.|f\.\s?eks\.|etwa|(?:zit(?:iert|\.)\s)?nach|laut|selon|d['’]après|según|segundo|secondo|volgens"
    r"|enligt|ifølge|według|podle|apud)\s+){0,4}"
)
"""Before an author's name, where a letter or a short word is no number's."""
OTHERS = (
    r"(?:,?\s(?:et\s?al\.?|et\s(?:alii|aliae|autres|coll\.)|and\s(?:others|colleagues|coworkers)|u\.\s?a\.|und\sandere|y\s(?:otros|cols?\.)"
    r"|e\s(?:outros|altri|cols?\.)|e\.\s?a\.|en\s(?:anderen|collega['’]s)|m\.\s?fl\.|och\sandra|og\sandre|i\sin\.|a\skol\.|и\sдр\.))"
)
"""Behind the first of several authors."""
JOIN = r"(?:\s(?:and|&|et|und|u\.|y|e|och|og|en|i|a|with)\s|,\s(?:and\s|&\s)?|/|\s[-–—]\s)"
"""Between two authors."""
NOTE = r"(?:notes?|n\.?|nn\.|fn\.?|footnote|anm\.|fußnote|not[ae]|noot|przyp\.|pozn\.|прим\.)"
"""Before the number of a note."""
