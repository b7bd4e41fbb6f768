"""What walls say in other languages than English: one line a language and a kind of wall.

Each is what a page says to its reader, as an order or of itself; what an article tells of others stands in other forms
of the verb, or has figures, at which those who ask look.
"""

from __future__ import annotations

_TERMS_DE, _TERMS_ES = r"(?:bedingungen|agb)\b", r"(?:t[ée]rminos|condici(?:ones|ões|ons)|termos)\b"

LOGIN = {
    "de": r"passwort vergessen|(?:melden sie sich|melde dich) (?:bitte )?an\b|^\W{0,3}(?:anmelden|einloggen)\W{0,3}$",
    "fr": r"mot de passe oublié|^\W{0,3}(?:connectez|identifiez)-vous\b|^\W{0,3}(?:se connecter|connexion)\W{0,3}$",
    "es": r"olvid(?:ó|aste|ado) (?:su|tu|la) contraseña|^\W{0,3}inici(?:a|e|ar) sesión\b",
    "it": r"password dimenticata|^\W{0,3}acced(?:i|ere)(?: (?:al tuo|con|per|a)\b|\W{0,3}$)",
    "pt": r"esquece(?:u|ste) (?:a |sua )?senha|"
    r"^\W{0,3}(?:acesse (?:a )?sua conta|(?:faça|fazer) (?:o )?login|entrar\W{0,3}$)",
    "nl": r"wachtwoord vergeten|^\W{0,3}(?:log in|inloggen|meld je aan)(?: (?:met|om|bij)\b|\W{0,3}$)",
    "sv": r"glömt (?:ditt )?lösenord|du måste (?:vara inloggad|logga in)|(?:endast|bara) för inloggade|"
    r"^\W{0,3}logga in(?: (?:med|för|på)\b|\W{0,3}$)|skanna qr-koden",
    "da": r"glemt (?:din )?adgangskode|^\W{0,3}log (?:ind|på)(?: (?:med|for|på)\b|\W{0,3}$)",
    "no": r"glemt (?:ditt )?passord|^\W{0,3}logg (?:inn|på)(?: (?:med|for|på)\b|\W{0,3}$)",
    "fi": r"unohditko salasanan|^\W{0,3}kirjaudu(?: sisään)?\b",
    "pl": r"nie pamiętasz hasła|^\W{0,3}zaloguj się(?:,? (?:aby|przez|za)\b|\W{0,3}$)|^\W{0,3}logowanie\W{0,3}$",
    "cs": r"zapomenuté heslo|^\W{0,3}(?:přihlaste se|přihlásit se)(?: (?:pomocí|k)\b|\W{0,3}$)|"
    r"^\W{0,3}přihlášení\W{0,3}$",
    "hu": r"elfelejtett jelszó|^\W{0,3}(?:bejelentkezés|jelentkezzen be)\W{0,3}$",
    "ro": r"ai uitat parola|^\W{0,3}(?:autentificare|autentifică-te|conectează-te)\b",
    "tr": r"şifremi unuttum|^\W{0,3}(?:giriş yap(?:ın)?|oturum aç(?:ın)?)\W{0,3}$",
    "el": r"ξεχάσατε τον κωδικό|^\W{0,3}(?:σύνδεση|συνδεθείτε)\W{0,3}$",
    "ru": r"забыли пароль|^\W{0,3}(?:войти|войдите)(?: (?:в|через|с)\b|\W{0,3}$)|^\W{0,3}вход\W{0,3}$",
    "uk": r"забули пароль|^\W{0,3}(?:увійти|увійдіть)(?: (?:в|через|до)\b|\W{0,3}$)|^\W{0,3}вхід\W{0,3}$",
    "ja": r"^\W{0,3}ログイン(?:してください)?\W{0,3}$|パスワードを(?:お)?忘れ",
    "zh": r"^\W{0,3}(?:请先?)?登[录錄入](?:账号)?\W{0,3}$|忘[记記]密[码碼]",
    "ko": r"^\W{0,3}로그인(?:하세요|해 ?주세요)?\W{0,3}$|비밀번호 찾기",
    "ar": r"^\W{0,3}(?:تسجيل الدخول|سجل الدخول)\W{0,3}$|نسيت كلمة المرور",
}
"""A login: orders, and the names of forms and fields."""
_ORDER = r"(?:^\W{0,3}|[,;:–—]\s*|\b(?:e|y|internet|wi-?fi|rede?|rete|navigare|navegar|conectar(?:se|te)?)\s)"
"""Before a word that tells to do something at the beginning of a clause, and in its midst what somebody does."""
_ONLINE = r"(?:internet\w*|wi-?fi|wlan|online|"
PORTAL = {
    "de": rf"\b(?:akzeptieren|bestätigen) sie\b[^.]{{0,60}}{_TERMS_DE}[^.]{{0,60}}\b{_ONLINE}netz\w*|surfen)|"
    r"\b(?:zimmernummer|gutschein-?code)\b[^.]{0,60}\b(?:ein|internet|wlan)\b",
    "fr": rf"\bacceptez\b[^.]{{0,60}}\bconditions\b[^.]{{0,60}}\b{_ONLINE}réseau|naviguer|connecter)|"
    r"\b(?:saisissez|entrez) [^.]{0,60}\bnuméro de chambre",
    "es": rf"{_ORDER}acept[ae]\b[^.]{{0,60}}\b{_TERMS_ES}[^.]{{0,60}}\b{_ONLINE}red|navegar|conect\w+)|"
    rf"\b(?={_ONLINE}red|navegar|conectar\w*)\b)[^.]{{0,60}}?{_ORDER}acept[ae] [^.]{{0,60}}\b{_TERMS_ES}|"
    r"\b(?:introduzca|introduce|ingres[ae]) [^.]{0,60}\b(?:número|nº) de (?:su )?habitación",
    "it": rf"{_ORDER}accett[ai]\b[^.]{{0,60}}\b(?:termini|condizioni)\b[^.]{{0,60}}"
    rf"\b{_ONLINE}rete|navigare|connetter\w+)|"
    rf"\b(?=(?:per|naviga\w*)\b[^.]{{0,60}}\b{_ONLINE}rete|navigare)\b)[^.]{{0,60}}?{_ORDER}accett[ai]\b[^.]{{0,60}}\b(?:termini|condizioni)|"
    r"\binserisc[ia] [^.]{0,60}\bnumero (?:di|della) (?:camera|stanza)",
    "pt": rf"{_ORDER}aceite\b[^.]{{0,60}}\b{_TERMS_ES}[^.]{{0,60}}\b{_ONLINE}rede|navegar|conectar\w*|ligar)|"
    rf"\b(?={_ONLINE}rede|navegar|conectar\w*|ligar)\b)[^.]{{0,60}}?{_ORDER}aceite\b[^.]{{0,60}}\b{_TERMS_ES}|"
    r"\b(?:informe|digite|insira|introduza) [^.]{0,60}\bnúmero do (?:seu )?quarto",
    "nl": rf"\b(?:accepteer|ga akkoord met)\b[^.]{{0,60}}\bvoorwaarden\b[^.]{{0,60}}\b{_ONLINE}netwerk|verbinding)|"
    r"\bvoer [^.]{0,60}\bkamernummer\b",
    "sv": rf"\b(?:godkänn|acceptera)\b[^.]{{0,60}}\bvillkor\w*[^.]{{0,60}}\b{_ONLINE}nätet|surfa|ansluta)|"
    r"\bange [^.]{0,60}\brumsnummer",
    "da": rf"\b(?:accepter|godkend)\b[^.]{{0,60}}\b(?:vilkår\w*|betingelser\w*)[^.]{{0,60}}\b{_ONLINE}nettet|surfe)|"
    r"\bindtast [^.]{0,60}\bværelsesnummer",
    "no": rf"\b(?:godta|aksepter)\b[^.]{{0,60}}\bvilkår\w*[^.]{{0,60}}\b{_ONLINE}nettet|surfe)|"
    r"\b(?:tast|skriv) inn [^.]{0,60}\bromnummer",
    "fi": rf"\bhyväksy\b[^.]{{0,60}}\behdot\b[^.]{{0,60}}\b{_ONLINE}verkko\w*|verkkoon)",
    "pl": rf"\b(?:zaakceptuj|akceptuj)\b[^.]{{0,60}}\b(?:regulamin|warunki)\b[^.]{{0,60}}\b{_ONLINE}sieci|internetu)",
    "cs": rf"\b(?:přijměte|potvrďte)\b[^.]{{0,60}}\bpodmínky\b[^.]{{0,60}}\b{_ONLINE}síti)",
    "hu": rf"\bfogadja el\b[^.]{{0,60}}\bfeltételek\w*[^.]{{0,60}}\b{_ONLINE}hálózat\w*)",
    "ro": rf"\bacceptă(?:ți)?\b[^.]{{0,60}}\b(?:termenii|condițiile)\b[^.]{{0,60}}\b{_ONLINE}rețea)",
    "tr": rf"\b{_ONLINE}ağa)\b[^.]{{0,60}}\b(?:koşulları|şartları)\b[^.]{{0,60}}\bkabul edin",
    "el": r"\bαποδεχτείτε\b[^.]{0,60}\bόρους\b[^.]{0,60}\b(?:διαδίκτυο|internet|wi-?fi)",
    "ru": r"\b(?:примите|подтвердите)\b[^.]{0,60}\b(?:услови\w+|правила)\b[^.]{0,60}\b(?:интернет\w*|сет[иь]|wi-?fi)",
    "uk": r"\b(?:прийміть|підтвердьте)\b[^.]{0,60}\b(?:умови|правила)\b[^.]{0,60}\b(?:інтернет\w*|мереж\w+|wi-?fi)",
    "ja": r"(?:インターネット|wi-?fi)[^。]{0,60}規約に同意",
    "zh": r"(?:上网|网络|wi-?fi|無線)[^。]{0,60}同意[^。]{0,60}(?:条款|條款)|"
    r"同意[^。]{0,60}(?:条款|條款)[^。]{0,60}(?:上网|网络|wi-?fi)",
    "ko": r"(?:인터넷|wi-?fi|와이파이)[^.]{0,60}약관에? ?동의",
    "ar": r"(?:وافق|الموافقة) على الشروط[^.]{0,60}(?:الإنترنت|الشبكة)",
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
    "pt": r"(?:exclusiv[oa]|só) para assinantes|continuar (?:a ler|lendo|a leitura)\b[^.]{0,60}\b(?:assine|cadastre-se|"
    r"regist[re]e-se|faça (?:o )?login)\b|\bassine\b[^.]{0,40}\b(?:para ler|continue (?:a ler|lendo))\b",
    "nl": r"(?:alleen|exclusief) voor (?:abonnees|leden)",
    "sv": r"(?:endast|bara) för prenumeranter|^\W{0,3}(?:den här |hela )?(?:artikeln|texten) är låst\W{0,3}$|"
    r"\b(?:bli prenumerant|prenumerera|logga in)\b[^.]{0,40}\bläsa? (?:vidare|hela (?:artikeln|texten))\b",
    "da": r"kun for abonnenter|^\W{0,3}(?:denne )?artikel(?:en)? er låst\W{0,3}$|"
    r"\b(?:bliv abonnent|køb abonnement|log ind)\b[^.]{0,40}\blæse? (?:videre|hele artiklen)\b",
    "no": r"(?:kun|bare) for abonnenter|^\W{0,3}(?:denne )?(?:artikkelen|saken) er låst\W{0,3}$|"
    r"\b(?:bli abonnent|kjøp abonnement|logg inn)\b[^.]{0,40}\blese? (?:videre|hele (?:artikkelen|saken))\b",
    "fi": r"vain tilaajille|\b(?:juttu|artikkeli|sisältö) on (?:vain )?tilaajille\b|"
    r"\bjatka lukemista\b[^.]{0,30}\b(?:tilaa\w*|kirjautu\w*)|\btilaa\b[^.]{0,30}\bja (?:jatka lukemista|lue koko)\b",
    "pl": r"dla (?:subskrybentów|prenumeratorów)",
    "cs": r"(?:pouze|jen) pro předplatitele",
    "hu": r"(?:csak|kizárólag) előfizetők(?:nek| számára)",
    "ro": r"(?:doar|exclusiv) pentru abonați",
    "tr": r"(?:sadece|yalnızca) (?:abonelere|aboneler için)",
    "el": r"μόνο για συνδρομητές",
    "ru": r"(?:только|доступно) (?:для )?подписчик",
    "uk": r"(?:тільки|лише) для передплатників",
    "ja": r"有料会員限定|会員限定(?:記事)?です|続きを読むには|^\W{0,3}(?:この|本)?記事は有料(?:記事)?です|"
    r"残り ?[\d,]+ ?文字|会員(?:になる|に登録する|登録する)と[^。]{0,10}続き",
    "zh": r"付费(?:阅读|内容)|(?:登录|订阅|開通|开通)后?(?:即可)?(?:继续)?阅读全文",
    "ko": r"유료 ?회원|구독자 전용",
    "ar": r"للمشتركين فقط",
}
"""A paywall: whom the rest of the text is for, or what opens it."""
ROBOTS = {
    "de": r"\b(?:bestätigen|beweisen|zeigen) sie\b[^.]{0,30}\b(?:ein mensch|kein roboter)\b|\bich bin kein roboter\b",
    "fr": r"\b(?:confirmez|prouvez|vérifiez)\b[^.]{0,30}\b(?:humain|pas un robot)\b|\bje ne suis pas un robot\b",
    "es": r"\b(?:confirm[ae]|demuestr[ae]|verifi(?:ca|que))\b[^.]{0,30}\b(?:human[oa]|no (?:eres|es) un robot)\b|"
    r"\bno soy un robot\b",
    "it": r"\b(?:conferma|dimostra|verifica)\b[^.]{0,30}\b(?:uman[oa]|non sei un robot)\b|\bnon sono un robot\b",
    "pt": r"\b(?:confirme|prove|verifique)\b[^.]{0,30}\b(?:human[oa]|não é um robô)\b|\bnão sou um robô\b",
    "nl": r"\b(?:bevestig|bewijs)\b[^.]{0,30}\b(?:mens|geen robot)\b|\bik ben geen robot\b",
    "sv": r"\b(?:bekräfta|bevisa|visa)\b[^.]{0,30}\b(?:människa|inte är en robot)\b|\bjag är inte en robot\b",
    "da": r"\b(?:bekræft|bevis)\b[^.]{0,30}\b(?:menneske|ikke er en robot)\b|\bjeg er ikke en robot\b",
    "no": r"\b(?:bekreft|bevis)\b[^.]{0,30}\b(?:menneske|ikke er en robot)\b|\bjeg er ikke en robot\b",
    "fi": r"\b(?:vahvista|todista|osoita)\b[^.]{0,30}\b(?:ihminen|et ole robotti)\b|\ben ole robotti\b",
    "pl": r"\b(?:potwierdź|udowodnij)\b[^.]{0,30}\b(?:człowiekiem|nie jesteś robotem)\b|\bnie jestem robotem\b",
    "cs": r"\b(?:potvrďte|ověřte)\b[^.]{0,30}\b(?:člověk|nejste robot)\b|\bnejsem robot\b",
    "tr": r"\b(?:robot olmadığınızı|insan olduğunuzu)\b|\bben robot değilim\b",
    "ru": r"\b(?:подтвердите|докажите)\b[^.]{0,30}\b(?:человек|не робот)\b|\bя не робот\b",
    "uk": r"\b(?:підтвердьте|доведіть)\b[^.]{0,30}\b(?:людина|не робот)\b|\bя не робот\b",
    "ja": r"(?:ロボットではない|人間である)ことを(?:確認|証明)|私はロボットではありません",
    "zh": r"(?:确认|證明|证明|验证)您?(?:是|不是)(?:真人|人类|机器人|機器人)|我不是(?:机器人|機器人)",
    "ko": r"로봇이 아닙니다|(?:사람|로봇이 아님)(?:인지|을) 확인",
}
"""A test for robots: orders, and what is to be ticked."""
LOST = {
    "de": r"seite (?:wurde )?nicht gefunden|(?:gesuchte|angeforderte) seite\b[^.]{0,20}\b(?:existiert|gibt|nicht)",
    "fr": r"page (?:introuvable|non trouvée)\W{0,3}$|page (?:que vous|demandée)\b[^.]{0,30}\bn.(?:existe|est)\b",
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
