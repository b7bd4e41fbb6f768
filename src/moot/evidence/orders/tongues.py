"""Orders to models in other languages than English: words for a model, and for what it is told to do.

Three forms, also across languages: to ignore instructions, told by which they are or by what is bidden next; an address
to a model and, after a colon or a comma, an order; a model that must take something unchecked or drop other sources.
Where words are inflected their stems stand.
"""

from __future__ import annotations

from moot.evidence.orders.form import IGNORE, SAYING, TO_MODEL, Form

_STOP = r"[^\n.!?。:：]"
_NOT = "".join(
    rf"(?<!\b{word})"
    for word in (
        *("no ", "n['’]", "ne ", "non ", "não ", "nunca ", "jamás ", "jamais ", "mai ", "nie ", "niet ", "nooit "),
        *("inte ", "nicht ", "niemals ", "не ", "μην "),
    )
)
_DROP = (
    rf"{_NOT}(?:ignor(?:iere?n?|iert|e[rz]?|a|ar|ad)\b|vergiss|vergesst|missachte\w?|verwirf|verwerft|oublie[rz]?\b|"
    r"négligez|olvid[ae]\w{0,2}|desconsidere|esqueça|dimentica\w{0,2}|trascura|negeer|vergeet|bortse från|glöm|unohda|"
    r"(?:haz|hagan?|faça) caso omiss?o|no (?:hagas? caso|sigas?)|não siga|non seguire|"
    r"ne (?:suis|suivez|tiens|tenez) (?:pas|aucun compte)|zignoruj\w{0,3}|zapomnij|pomiń|ignoruj\w{0,3}|"
    r"zapomeň|забуд\w{1,4}|игнорируй\w{0,2}|ігноруй\w{0,2}|yok say|unut\b|görmezden gel|abaikan|lupakan|bỏ qua|"
    r"αγνόησε|ξέχασε)"
)
_DROP_UNTOLD = r"(?:忽略|无视|無視|忘记|忘掉|忘れ|무시|잊어|تجاهل|نادیده|فراموش|התעלמ?י?ם?|שכח|अनदेखा|भूल)"
"""Where words are not parted, or which instructions are meant is told by an ending."""
_GAP = r"(?:(?!\b(?:nicht|nie|niemals|pas|jamais|niet|nooit|inte|ikke)\b)[^\n.!?。:：])"
_WHICH = (
    r"\b(?:tod[ao]s|tus|tuas?|seus?|suas?|toutes|tous|tes|vos|all(?:e[nrs]?|a)|sämtlich\w{1,2}|jegliche\w?|deine\w?|ihre\w?|tutt[eio]|tue|tuoi|vostre|"
    r"je|jouw|uw|dina|kaikki|wszystk\w{1,3}|swoje|swoich|twoje|twoich|všechn\w{1,3}|své|все|всех|свои|твои|ваши|всі|усі|"
    r"свої|tüm|bütün|semua|tất cả|mọi|όλες)\b"
)
"""Before their name."""
_BEFORE = (
    r"\b(?:anteriores?|previ[ao]s|prévias|antigu[ao]s|précédent\w{0,2}|antérieur\w{0,2}|precedent[ei]|iniciales|iniciais|"
    r"initiales|iniziali|originales|originais|d['’]origine|arriba|acima|sopra|ci-dessus|plus haut|vor(?:her)?ig\w{0,2}|"
    r"bisherig\w{0,2}|obig\w{0,2}|oben|früher\w{0,2}|ursprünglich\w{0,2}|vorangegangen\w{0,2}|vorige|eerdere|hierboven|"
    r"tidigare|föregående|aiem\w{2,4}|aikaisem\w{2,4}|edelli\w{3,6}|poprzedni\w{1,3}|wcześniejsz\w{1,3}|předchozí\w{0,2}|"
    r"предыдущ\w{2,3}|прежн\w{2,3}|попередн\w{1,3}|önceki|yukarıdaki|sebelum\w{0,3}|di atas|trước|προηγούμεν\w{1,3}|"
    r"del? sistema|di sistema|du système|système|recibid[ao]s|reçues|recebidas|ricevute)"
)
"""Which instructions: those that were given already."""
_RULES = (
    r"(?:anweisung\w{0,3}|instruktion\w{0,3}|vorgaben|(?:les|ces|vos|tes|des) instructions|consignes|instrucciones|"
    r"instruções|istruzioni|regole|instructies|ohje\w{0,4}|polece\w{1,4}|instrukcj\w{1,3}|pokyn\w{0,2}|указани\w{1,3}|"
    r"инструкци\w{1,3}|"
    r"вказівк\w{1,3}|інструкці\w{1,3}|talimat\w{0,6}|instruksi|perintah|hướng dẫn|chỉ dẫn|οδηγί\w{1,3}|"
    r"指示|指令|说明|提示|說明|지시|명령|التعليمات|تعليمات|الأوامر|دستور\w{0,6}|ה?הוראות|निर्देश\w{0,3})"
)
_ADVICE = r"\bindica(?:ciones|ções|zioni)\b"
"""Of doctors and road signs too: an order only where a reply is bidden next."""
_MODEL = (
    r"(?:\bKI\b(?:-\w{1,20})?|sprachmodelle?n?|språkmodell\w{0,2}|\w{0,10}taalmodel\w{0,3}|kielimalli\w{0,3}|"
    r"\bIA\b|\bИИ\b|\bШІ\b|assistent[ei]\w?|\bassistent\b|asistente?s?\b|asystenc?\w{0,3}|asistan\w?\b|"
    r"(?:\bl['’]|\baux? |\bchers? )(?:assistants?|agents?|modèles?)\b|"
    r"mod[eèé]l\w{0,3} (?:de lang\w{1,6}|de lengu\w{1,4}|de linguagem|linguistic\w|di linguaggio|językow\w{1,3})|"
    r"jazykov\w{1,3} model\w{0,3}|^modello\b|^modèle\b|(?:rédact|lect|relect|vérificat)eurs? automatiques?|"
    r"(?:agentes?|agents?|systèmes?|sistemas?) (?:automáti\w{1,3}|automati\w{1,5}|d['’]IA|de IA)|"
    r"(?:prüfende|antwortende|automatische|auswertende|zusammenfassende)[nr]? (?:systeme?n?|agenten?|leser|prüfer)|"
    r"antwortsysteme?n?|языков\w{1,3} модел\w{1,3}|мовн\w{1,3} модел\w{1,3}|нейросет\w{1,3}|ассистент\w{0,3}|"
    r"асистент\w{0,3}|yapay zek[aâ]\w{0,4}|dil model\w{1,5}|trợ lý|γλωσσικό μοντέλο|βοηθέ|"
    r"人工智能|语言模型|語言模型|大模型|助手|智能体|人工知能|言語モデル|アシスタント|エージェント|AI(?=[へはがの助])|"
    r"인공지능|언어 ?모델|어시스턴트|الذكاء الاصطناعي|النموذج اللغوي|نموذج اللغة|المساعد|مدل زبانی|هوش مصنوعی|دستیار|"
    r"מודל ה?שפה|בינה מלאכותית|भाषा मॉडल|एआई)"
)
_ORDER = (
    r"(?:\b(?:ignorier\w{1,2}|vergiss|verwirf|verwerft|verschweigt?|schreibe?|nenne|zitiere|lobe|brecht|brich|beende|"
    r"überspring\w{0,2}|gib|gebt|bewerte|behandel\w|erhöhe|zeige|"
    r"ajoutez?|écri[vs]\w{0,2}|cite[rz]?|mentionnez?|présentez?|indiquez?|ignorez?|oubliez?|affichez?|révélez?|"
    r"terminez?|répétez?|considérez?|insérez?|"
    r"escrib[ae]|empie[zc][ae]|no (?:uses|digas|cites|menciones)|muestra|revela|termina|aumenta|considera|descarta|"
    r"menciona|incluye|responda?|escreva|mostre|repita|revele|termine|aumente|encerre|considere|inclua|"
    r"riporta|scrivi|ripeti|mostra|rivela|concludi|includi|schrijf|noem|negeer|herhaal|toon|skriv|nämn|kirjoita|"
    r"wypisz|napisz|pomiń|ujawnij|zakończ|zignoruj|napiš|vypiš|uveď|выведи\w{0,2}|напиши\w{0,2}|покажи\w{0,2}|"
    r"заверши\w{0,2}|забудь\w{0,2}|игнорируй\w{0,2}|раскрой\w{0,2}|виведи|yaz(?:ın)?|göster|yok say|tulis\w{0,3}|"
    r"tampilkan|abaikan|viết|hiển thị|γράψε)\b|"
    r"写|寫|回答|输出|輸出|忽略|引用|显示|顯示|结束|出力|書|示し|無視|終了|작성|출력|무시|"
    r"اكتب|تجاهل|اذكر|اطبع|أظهر|بنویس|نادیده|ننویس|نشان|כתוב|התעלם|הצג|ציין|סיים|लिख|बता|दिखा)"
)
_BID = (
    r"(?:\b(?:müssen|muss|sollen|soll|gilt für|doivent|doit|deben|debe|devem|deve|devono|moeten|moet|ska|skall|måste|"
    r"musi|mają|powinn\w{1,2}|должн\w{1,2}|обязан\w?|повинн\w{1,2}|harus)\b|必须|必須|应该|應|يجب|باید|חייב|चाहिए)"
)
_UNCHECKED = (
    r"(?:ohne (?:\w{1,8} )?(?:prüfung|zu prüfen)|(?:andere|widersprechende|weitere|übrige)[nr]? (?:quellen|dokumente)|"
    r"sin comprobar\w{0,3}|sem verificar|senza verificar\w|sans (?:\w{1,3} )?vérifier|zonder \w{0,12} ?controle|"
    r"(?:otr[ao]s?|autres|outras?|altre) (?:fuentes?|sources|fontes|fonti)|andere bronnen|andra källor|"
    r"inn\w{1,3} źród\w{1,3}|други\w{1,2} источник\w{0,3}|其他(?:来源|资料))"
)

_EVENT = (
    r"(?!\w{0,20}(?:name|patient|adress|person|autor|verfasser|betr[aä]g|umfang|frist|nom\b|nombre|nome\b|naam|"
    r"paciente|autore?\b|"
    r"auteur|dato|donnée|numéro|número|numero|prénom|adresse|dirección|indirizzo|source|fuente|fonte)\w{0,10})"
)
"""Of whatever happened; what is left out of reports by rule is none."""

FORMS = (
    Form(
        SAYING,
        rf"\b(?:beim|bei der|bei dem) (?:verfassen|schreiben|erstellen|zusammenfassen|abfassen|"
        rf"formulieren)\b{_STOP}{{0,40}}?[:,]"
        rf"\s(?:dass\s)?(?:der|die|das)\s{_EVENT}\w{{1,30}}\s(?:ist |darf |soll |wird )?(?:nicht (?:zu |"
        rf"mehr )?(?:erwähn|nenn|genannt|"
        r"zitier|angesproch)\w{0,4}|unerwähnt zu lassen|unerwähnt bleib\w{1,2}|zu verschweigen|wegzulassen|"
        r"auszulassen)|"
        r"\b(?:en rédigeant|lors de la rédaction d\w{1,3}|quand vous rédigez|en résumant|"
        r"pour rédiger)\s[^\n.!?]{0,40}?[:,]\s"
        rf"(?:ne (?:mentionnez|citez|parlez|dites|mentionne|évoquez)\b[^\n.!?,]{{0,12}}?(?:\ble |\bla |l['’]|\bdu |"
        rf"\bles? ){_EVENT}\w|"
        rf"(?:le |la |l['’]){_EVENT}\w{{1,20}} (?:n['’]est pas à|ne doit pas être) (?:mention|cit|évoqu)\w{{1,4}})|"
        r"\b(?:al (?:redactar|escribir|resumir)|nel (?:redigere|scrivere|riassumere)|ao (?:redigir|escrever|resumir))\s"
        r"[^\n.!?]{0,40}?[:,]\s(?:no |non |não )(?:mencione?s?|cites?|menziona(?:re)?|cita(?:re)?|nombres?|hable[sn]?|"
        r"diga[sn]?)"
        rf"\s(?:el |la |l['’]|il |lo |o |a |del |de la ){_EVENT}\w",
        ("beim ", "bei de", "rédige", "rédaction", "résumant", "al re", "al es", "nel re", "nel scr", "nel ria",
         "ao re", "ao es"),
        led=False,
    ),
    Form(
        IGNORE,
        rf"{_DROP}(?={_GAP}{{0,110}}?{_RULES}){_GAP}{{0,40}}?(?:"
        rf"(?:{_WHICH}|{_BEFORE}){_GAP}{{0,40}}?{_RULES}|"
        rf"{_RULES}{_GAP}{{1,24}}?{_BEFORE}|"
        rf"{_RULES}[^\n.!?]{{0,40}}?(?:[,;]|\b(?:y|e|et|und|en|och|ja|i|a|и|і|ve|dan|και|và)\b)\s"
        rf"(?:\w{{1,12}}\s){{0,2}}?{_ORDER})|"
        rf"{_DROP_UNTOLD}{_STOP}{{0,40}}?{_RULES}|{_RULES}{_STOP}{{0,12}}?(?:を|를|را|को){_STOP}{{0,8}}?{_DROP_UNTOLD}",
        ("anweisung", "instruktion", "vorgaben", "instructions", "consignes", "instrucciones", "instruções",
         "istruzioni", "regole", "instructies", "ohje", "polece", "instrukcj", "pokyn", "указани", "инструкц",
         "вказівк", "інструкц", "talimat", "instruksi", "perintah", "hướng dẫn", "chỉ dẫn", "οδηγί", "指示", "指令",
         "说明", "提示", "說明", "지시", "명령", "تعليمات", "الأوامر", "دستور", "הוראות", "निर्देश"),
        led=False,
    ),
    Form(
        IGNORE,
        rf"{_DROP}{_GAP}{{0,40}}?(?:(?:{_WHICH}|{_BEFORE}){_GAP}{{0,20}}?{_ADVICE}|{_ADVICE} {_BEFORE}){_GAP}{{0,24}}?"
        r"(?:,| [ye])\s(?:\w{1,12}\s){0,2}?(?:respond[ea]|contest[ea]|escrib[ea]|escrev[ae]|rispondi|scrivi|di|diga)\s"
        r"(?:que|che|solo|só|siempre|sempre)\b",
        ("indicaciones", "indicações", "indicazioni"),
    ),
    Form(
        TO_MODEL,
        rf"(?:^|[\n.!?。>*(#—-]){_STOP}{{0,40}}?{_MODEL}{_STOP}{{0,60}}?[:：,،へ][^\n]{{0,160}}?{_ORDER}|"
        rf"{_MODEL}{_STOP}{{0,60}}?{_BID}[^\n]{{0,160}}?{_UNCHECKED}|"
        rf"{_BID} [^\n]{{0,30}}{_MODEL}[^\n]{{0,100}}?{_UNCHECKED}",
        (" ki ", "ki:", "ki-", " ki,", "sprachmodell", "språkmodell", "taalmodel", "kielimalli", " ia ", "ia:",
         " ia,", "'ia", "’ia", "assistente", "assistenti", "assistent ", "assistent:", "assistent,", "asistent",
         "asyst", "asistan", "'assistant", "’assistant", "x assistants", "rs assistants", "'agent", "’agent",
         "x agents", "rs agents", "modelo", "modello", "modelli", "modèle", "model języ", "models języ",
         "modelu języ", "jazykov", "teur auto", "teurs auto", "agent auto", "agents auto", "agente", "système",
         "sistema", "prüfende", "antwort", "automatische", "auswertende", "zusammenfassende", "ии", "ші", "языков",
         "мовн", "нейросет", "ассистент", "асистент", "yapay zek", "dil model", "trợ lý", "γλωσσικό", "βοηθέ",
         "智能", "模型", "助", "言語", "知能", "シスタント", "エージェント", "aiへ", "aiは", "aiが", "aiの",
         "인공", "언어", "어시", "الذكاء", "نموذج", "المساعد", "مدل", "هوش", "دستیار", "מודל", "בינה", "भाषा",
         "एआई"),
        led=False,
    ),
)  # fmt: skip
