"""Orders to drop the instructions that came before, in further tongues: told only beside a word for "before"."""

from __future__ import annotations

from moot.evidence.orders.form import IGNORE, Form

_STOP = r"[^\n.!?。:：]"
_LEAVE = (
    r"(?:ignoră|ignorați|ignoreaz[ăa]\b|nesocoteș?te|ohita|ohittakaa|unohda|hagyd? figyelmen kívül|"
    r"hagyja figyelmen kívül|"
    r"felejtsd el|ignorer\b|ignorera\b|se bort fra|glem\b|bortse från|se bort ifrån|ignoreer|zanemari(?:te)?\b|"
    r"ignoriši|ignoriraj\w{0,2}|"
    r"prezri(?:te)?\b|zaboravi(?:te)?\b|ignoruj\w{0,2}|nevšímaj si|игнорирай\w{0,2}|игнориши|забрави|занемари|"
    r"пренебрегни|"
    r"eira(?:ke)?\b|ignoreeri(?:ge)?\b|ignorē(?:jiet)?\b|neņem vērā|ignoruok(?:ite)?|nepaisyk(?:ite)?|injoro(?:ni)?\b|"
    r"shpërfill|"
    r"ignora\b|ignoreu|ignorez\b|ez ikusi|hunsa(?:ðu|ðið)?\b|anwybyddwch|anwybydda|puuza|huwag pansinin|balewalain|"
    r"abaikan|"
    r"lờ đi|bỏ qua|quên|yok say(?:ın|ınız)?\b|görmezden gel(?:in|iniz)?\b|unut(?:un|unuz)?\b|dikkate alma(?:yın|"
    r"yınız)?\b|nəzərə alma(?:yın)?\b|məhəl qoyma(?:yın)?\b|e'tiborsiz qoldir|αγνοήστε|αγνόησε|ξεχάστε|ละเว้น|เพิกเฉย|"
    r"ไม่ต้องสนใจ|লক্ষ্য করবেন না|"
    r"উপেক্ষা কর\w{0,3}|புறக்கணி\w{0,6}|نظر ?انداز کر\w{0,3}|نادیده بگیر\w{0,3}|चुकवा|दुर्लक्ष कर\w{0,2}|"
    r"अनदेखा कर\w{0,4}|нехтуй\w{0,2}|елемеңіз|elemang)"
)
"""Bidden."""
_BEFORE = (
    r"(?:anterio\w{2,4}|precedent\w{0,2}|aiem\w{2,4}|edelli\w{3,6}|korábbi\w{0,3}|előző\w{0,3}|eddigi|tidigare|"
    r"tidligere|foregående|"
    r"föregående|vorige|prethodn\w{1,3}|ranij\w{1,3}|prejšnj\w{1,3}|predchádzajúc\w{1,3}|předchozí\w{0,2}|"
    r"предишн\w{1,3}|претходн\w{1,3}|"
    r"попередн\w{1,3}|varasema\w{0,3}|eelneva\w{0,3}|iepriekšēj\w{1,3}|ankstesn\w{2,5}|mëparshm\w{1,3}|anteriors?|"
    r"aurreko\w{0,3}|fyrri|blaenorol|"
    r"ya awali|awali|zilizotangulia|naunang|nakaraang|sebelum\w{0,3}|terdahulu|trước(?: đó| đây)?|önceki\w{0,4}|"
    r"əvvəlki|oldingi|προηγούμεν\w{1,3}|"
    r"ก่อนหน้า\w{0,6}|পূর্ববর্তী|আগের|முந்தைய|پچھلی|سابقہ|قبلی|मागील|पिछले|алдыңғы)"
)
_BIDDINGS = (
    r"(?:instruc[țţt]iuni\w{0,3}|indicații\w{0,3}|ohje\w{0,5}|utasítás\w{0,5}|instruktion\w{0,3}|instruks\w{0,4}|"
    r"anvisning\w{0,4}|upute?\b|"
    r"uputstva|instrukcij\w{1,3}|navodila?|pokyn\w{0,2}|инструкци\w{1,3}|указания\w{0,3}|упутства|інструкці\w{1,3}|"
    r"вказівк\w{1,3}|juhis\w{1,3}|instruktsioon\w{1,3}|"
    r"norādījum\w{1,3}|nurodym\w{1,3}|udhëzime\w{0,3}|instruccions|indicacions|jarraibide\w{0,3}|fyrirmæli|"
    r"leiðbeiningar|cyfarwyddiadau|"
    r"maagizo|maelekezo|tagubilin|utos|arahan|perintah|instruksi|hướng dẫn|chỉ dẫn|lệnh|talimat\w{0,6}|təlimat\w{0,4}|"
    r"ko'rsatma\w{0,6}|"
    r"οδηγί\w{1,3}|εντολ\w{1,3}|คำสั่ง|คำแนะนำ|নির্দেশ\w{0,5}|வழிமுறை\w{0,5}|அறிவுறுத்தல்\w{0,5}|ہدایات|دستور\w{0,6}|"
    r"सूचना\w{0,2}|निर्देश\w{0,3}|нұсқау\w{0,6})"
)
_EARLIER_RULES = rf"(?:{_BEFORE}{_STOP}{{0,20}}?{_BIDDINGS}|{_BIDDINGS}{_STOP}{{0,20}}?{_BEFORE})"

FORMS = (
    Form(
        IGNORE,
        rf"(?<!\w){_LEAVE}(?!\w){_STOP}{{0,25}}?{_EARLIER_RULES}|{_EARLIER_RULES}{_STOP}{{0,24}}?(?<!\w){_LEAVE}(?!\w)",
        ("instruc", "indicaț", "ohje", "utasít", "instruk", "anvisning", "uput", "navodil", "pokyn", "инструкц",
         "указания", "упутства", "інструкц", "вказівк", "juhis", "norādīj", "nurodym", "udhëzim", "indicacions",
         "jarraibide", "fyrirmæli", "leiðbein", "cyfarwydd", "maagizo", "maelekezo", "tagubilin", "utos", "arahan",
         "perintah", "hướng dẫn", "chỉ dẫn", "lệnh", "talimat", "təlimat", "ko'rsatma", "οδηγί", "εντολ", "คำสั่ง",
         "คำแนะนำ", "নির্দেশ", "வழிமுறை", "அறிவுறுத்தல்", "ہدایات", "دستور", "सूचना", "निर्देश", "нұсқау"),
        led=False,
    ),
)  # fmt: skip
