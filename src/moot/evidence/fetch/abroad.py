"""What walls say in other languages than English: one line a language and a kind of wall.

Each is what a page says to its reader, as an order or of itself; what an article tells of others stands in other forms
of the verb, or has figures, at which those who ask look.
"""

from __future__ import annotations

_TERMS_DE, _TERMS_ES = r"(?:bedingungen|agb)\b", r"(?:t[ée]rminos|condici(?:ones|ões|ons)|termos)\b"

LOGIN = {
    "de": r"passwort vergessen|(?:melden sie sich|melde dich) (?:bitte )?an\b|^\W*(?:anmelden|einloggen)\W*$",
    "fr": r"mot de passe oublié|^\W*(?:connectez|identifiez)-vous\b|^\W*(?:se connecter|connexion)\W*$",
    "es": r"olvid(?:ó|aste|ado) (?:su|tu|la) contraseña|^\W*inici(?:a|e|ar) sesión\b",
    "it": r"password dimenticata|^\W*acced(?:i|ere)(?: (?:al tuo|con|per|a)\b|\W*$)",
    "pt": r"esquece(?:u|ste) (?:a |sua )?senha|^\W*(?:acesse (?:a )?sua conta|(?:faça|fazer) (?:o )?login|entrar\W*$)",
    "nl": r"wachtwoord vergeten|^\W*(?:log in|inloggen|meld je aan)(?: (?:met|om|bij)\b|\W*$)",
    "sv": r"glömt (?:ditt )?lösenord|^\W*logga in(?: (?:med|för|på)\b|\W*$)|skanna qr-koden",
    "da": r"glemt (?:din )?adgangskode|^\W*log (?:ind|på)(?: (?:med|for|på)\b|\W*$)",
    "no": r"glemt (?:ditt )?passord|^\W*logg (?:inn|på)(?: (?:med|for|på)\b|\W*$)",
    "fi": r"unohditko salasanan|^\W*kirjaudu(?: sisään)?\b",
    "pl": r"nie pamiętasz hasła|^\W*zaloguj się(?:,? (?:aby|przez|za)\b|\W*$)|^\W*logowanie\W*$",
    "cs": r"zapomenuté heslo|^\W*(?:přihlaste se|přihlásit se)(?: (?:pomocí|k)\b|\W*$)|^\W*přihlášení\W*$",
    "hu": r"elfelejtett jelszó|^\W*(?:bejelentkezés|jelentkezzen be)\W*$",
    "ro": r"ai uitat parola|^\W*(?:autentificare|autentifică-te|conectează-te)\b",
    "tr": r"şifremi unuttum|^\W*(?:giriş yap(?:ın)?|oturum aç(?:ın)?)\W*$",
    "el": r"ξεχάσατε τον κωδικό|^\W*(?:σύνδεση|συνδεθείτε)\W*$",
    "ru": r"забыли пароль|^\W*(?:войти|войдите)(?: (?:в|через|с)\b|\W*$)|^\W*вход\W*$",
    "uk": r"забули пароль|^\W*(?:увійти|увійдіть)(?: (?:в|через|до)\b|\W*$)|^\W*вхід\W*$",
    "ja": r"^\W*ログイン(?:してください)?\W*$|パスワードを(?:お)?忘れ",
    "zh": r"^\W*(?:请先?)?登[录錄入](?:账号)?\W*$|忘[记記]密[码碼]",
    "ko": r"^\W*로그인(?:하세요|해 ?주세요)?\W*$|비밀번호 찾기",
    "ar": r"^\W*(?:تسجيل الدخول|سجل الدخول)\W*$|نسيت كلمة المرور",
}
"""A login: orders, and the names of forms and fields."""
_ORDER = r"(?:^\W*|[,;:–—]\s*|\b(?:e|y|internet|wi-?fi|rede?|rete|navigare|navegar|conectar(?:se|te)?)\s)"
"""Before a word that tells to do something at the beginning of a clause, and in its midst what somebody does."""
_ONLINE = r"(?:internet\w*|wi-?fi|wlan|online|"
PORTAL = {
    "de": rf"\b(?:akzeptieren|bestätigen) sie\b[^.]*{_TERMS_DE}[^.]*\b{_ONLINE}netz\w*|surfen)|"
    r"\b(?:zimmernummer|gutschein-?code)\b[^.]*\b(?:ein|internet|wlan)\b",
    "fr": rf"\bacceptez\b[^.]*\bconditions\b[^.]*\b{_ONLINE}réseau|naviguer|connecter)|"
    r"\b(?:saisissez|entrez) [^.]*\bnuméro de chambre",
    "es": rf"{_ORDER}acept[ae]\b[^.]*\b{_TERMS_ES}[^.]*\b{_ONLINE}red|navegar|conect\w+)|"
    rf"\b(?={_ONLINE}red|navegar|conectar\w*)\b)[^.]*?{_ORDER}acept[ae] [^.]*\b{_TERMS_ES}|"
    r"\b(?:introduzca|introduce|ingres[ae]) [^.]*\b(?:número|nº) de (?:su )?habitación",
    "it": rf"{_ORDER}accett[ai]\b[^.]*\b(?:termini|condizioni)\b[^.]*"
    rf"\b{_ONLINE}rete|navigare|connetter\w+)|"
    rf"\b(?=(?:per|naviga\w*)\b[^.]*\b{_ONLINE}rete|navigare)\b)[^.]*?{_ORDER}accett[ai]\b[^.]*\b(?:termini|condizioni)|"
    r"\binserisc[ia] [^.]*\bnumero (?:di|della) (?:camera|stanza)",
    "pt": rf"{_ORDER}aceite\b[^.]*\b{_TERMS_ES}[^.]*\b{_ONLINE}rede|navegar|conectar\w*|ligar)|"
    rf"\b(?={_ONLINE}rede|navegar|conectar\w*|ligar)\b)[^.]*?{_ORDER}aceite\b[^.]*\b{_TERMS_ES}|"
    r"\b(?:informe|digite|insira|introduza) [^.]*\bnúmero do (?:seu )?quarto",
    "nl": rf"\b(?:accepteer|ga akkoord met)\b[^.]*\bvoorwaarden\b[^.]*\b{_ONLINE}netwerk|verbinding)|"
    r"\bvoer [^.]*\bkamernummer\b",
    "sv": rf"\b(?:godkänn|acceptera)\b[^.]*\bvillkor\w*[^.]*\b{_ONLINE}nätet|surfa|ansluta)|\bange [^.]*\brumsnummer",
    "da": rf"\b(?:accepter|godkend)\b[^.]*\b(?:vilkår\w*|betingelser\w*)[^.]*\b{_ONLINE}nettet|surfe)|"
    r"\bindtast [^.]*\bværelsesnummer",
    "no": rf"\b(?:godta|aksepter)\b[^.]*\bvilkår\w*[^.]*\b{_ONLINE}nettet|surfe)|\b(?:tast|skriv) inn [^.]*\bromnummer",
    "fi": rf"\bhyväksy\b[^.]*\behdot\b[^.]*\b{_ONLINE}verkko\w*|verkkoon)",
    "pl": rf"\b(?:zaakceptuj|akceptuj)\b[^.]*\b(?:regulamin|warunki)\b[^.]*\b{_ONLINE}sieci|internetu)",
    "cs": rf"\b(?:přijměte|potvrďte)\b[^.]*\bpodmínky\b[^.]*\b{_ONLINE}síti)",
    "hu": rf"\bfogadja el\b[^.]*\bfeltételek\w*[^.]*\b{_ONLINE}hálózat\w*)",
    "ro": rf"\bacceptă(?:ți)?\b[^.]*\b(?:termenii|condițiile)\b[^.]*\b{_ONLINE}rețea)",
    "tr": rf"\b{_ONLINE}ağa)\b[^.]*\b(?:koşulları|şartları)\b[^.]*\bkabul edin",
    "el": r"\bαποδεχτείτε\b[^.]*\bόρους\b[^.]*\b(?:διαδίκτυο|internet|wi-?fi)",
    "ru": r"\b(?:примите|подтвердите)\b[^.]*\b(?:услови\w+|правила)\b[^.]*\b(?:интернет\w*|сет[иь]|wi-?fi)",
    "uk": r"\b(?:прийміть|підтвердьте)\b[^.]*\b(?:умови|правила)\b[^.]*\b(?:інтернет\w*|мереж\w+|wi-?fi)",
    "ja": r"(?:インターネット|wi-?fi)[^。]*規約に同意",
    "zh": r"(?:上网|网络|wi-?fi|無線)[^。]*同意[^。]*(?:条款|條款)|同意[^。]*(?:条款|條款)[^。]*(?:上网|网络|wi-?fi)",
    "ko": r"(?:인터넷|wi-?fi|와이파이)[^.]*약관에? ?동의",
    "ar": r"(?:وافق|الموافقة) على الشروط[^.]*(?:الإنترنت|الشبكة)",
}
"""A network's own page: what is to be accepted or given before going online."""
PAYWALL = {
    "de": r"(?:diesen )?(?:artikel|text|beitrag) (?:jetzt )?(?:weiterlesen|freischalten)|"
    r"weiterlesen(?: mit\b|.{0,20}(?:€|euro|abo\b|wochen?|monate?|anmelden))|nur für abonnent|"
    r"\b(?:artikel|text\w*|beitrag|beitrags|inhalt\w*)\b.{0,40}\b(?:vorbehalten|nur in (?:der|unserer) app|"
    r"exklusiv für)|(?:jetzt|hier) (?:abo (?:abschließen|testen)|abonnieren)",
    "fr": r"réservée?s? (?:à nos |aux )(?:abonnés|adhérents)|il vous reste [\d.,]+ ?% (?:de cet article|à lire)|"
    r"débloquez cet article|(?:abonnez|connectez|inscrivez)-vous [^.]{0,30}pour (?:lire|continuer|accéder)",
    "es": r"(?:solo|exclusivo) para (?:suscriptores|abonados)|suscríbete para (?:seguir|continuar|leer)",
    "it": r"(?:riservato|solo per) (?:agli |gli )?abbonati",
    "pt": r"(?:exclusivo|só) para assinantes",
    "nl": r"(?:alleen|exclusief) voor (?:abonnees|leden)",
    "sv": r"(?:endast|bara) för prenumeranter",
    "da": r"kun for abonnenter",
    "no": r"(?:kun|bare) for abonnenter",
    "fi": r"vain tilaajille",
    "pl": r"dla (?:subskrybentów|prenumeratorów)",
    "cs": r"(?:pouze|jen) pro předplatitele",
    "hu": r"(?:csak|kizárólag) előfizetők(?:nek| számára)",
    "ro": r"(?:doar|exclusiv) pentru abonați",
    "tr": r"(?:sadece|yalnızca) (?:abonelere|aboneler için)",
    "el": r"μόνο για συνδρομητές",
    "ru": r"(?:только|доступно) (?:для )?подписчик",
    "uk": r"(?:тільки|лише) для передплатників",
    "ja": r"有料会員限定|会員限定(?:記事)?です|続きを読むには",
    "zh": r"付费(?:阅读|内容)|(?:登录|订阅|開通|开通)后?(?:即可)?(?:继续)?阅读全文",
    "ko": r"유료 ?회원|구독자 전용",
    "ar": r"للمشتركين فقط",
}
"""A paywall: whom the rest of the text is for, or what opens it."""
LOST = {
    "de": r"seite (?:wurde )?nicht gefunden|(?:gesuchte|angeforderte) seite\b[^.]{0,20}\b(?:existiert|gibt|nicht)",
    "fr": r"page (?:introuvable|non trouvée)\W*$|page (?:que vous|demandée)\b[^.]{0,30}\bn.(?:existe|est)\b",
    "es": r"página no encontrada|página que (?:busca|buscas|usted)\b[^.]{0,30}\bno\b",
    "it": r"pagina non trovata|pagina (?:che (?:stai|hai|cerchi)|richiesta)\b[^.]{0,30}\bnon\b",
    "pt": r"página não (?:foi )?encontrada|página que (?:você )?procura\b[^.]{0,20}\bnão\b",
    "nl": r"pagina niet gevonden|pagina die (?:u|je)\b[^.]{0,20}\b(?:bestaat|niet)\b",
    "sv": r"sidan (?:hittades inte|kunde inte hittas|finns inte)|sidan du sök(?:er|te)\b[^.]{0,20}\binte\b",
    "da": r"siden (?:blev ikke fundet|findes ikke|kunne ikke findes)",
    "no": r"(?:fant ikke siden|siden (?:ble ikke funnet|finnes ikke))",
    "fi": r"sivua ei (?:löyt|ole)\w*",
    "pl": r"(?:nie znaleziono strony|strona nie (?:została znaleziona|istnieje))",
    "cs": r"stránka (?:nebyla nalezena|neexistuje)|stránku se nepodařilo najít",
    "hu": r"az? oldal nem (?:található|létezik)",
    "ro": r"pagina nu (?:a fost găsită|există)",
    "tr": r"sayfa bulunamadı",
    "el": r"η σελίδα δεν (?:βρέθηκε|υπάρχει)",
    "ru": r"страница не (?:найдена|существует)",
    "uk": r"сторінк[уа] не (?:знайдено|існує)",
    "ja": r"ページ(?:が|は)(?:見つかりません|存在しません)",
    "zh": r"(?:页面|頁面|网页)(?:不存在|未找到)|找不到(?:该|此)?(?:页面|頁面|网页)",
    "ko": r"페이지를 찾을 수 없",
    "ar": r"الصفحة غير موجودة|لم يتم العثور على الصفحة",
}
"""A note that there is no such page."""


def any_of(said: dict[str, str]) -> str:
    """A pattern of what any language says of one kind of wall."""
    return "|".join(said.values())
