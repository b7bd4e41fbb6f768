"""Plain orders in other languages than English to send what a model works with to an address of the web.

What is to be sent tells them: notes, a draft, a conversation, instructions, passages that were found. People are bidden
to send an application, a photograph or a meter's reading, and told until when, or what for.
"""

from __future__ import annotations

from moot.evidence.orders.form import AWAY, Form

_BEFORE = (
    r"(?:^|[.!?:;>\])}\"“”'‘*`|#_–—-]\s{0,8}|[,)]\s|\b(?:y|e|et|und|en|och|og|i|a|и|і|ja|luego|después|ahora|dann|danach|"
    r"anschließend|jetzt|puis|ensuite|maintenant|poi|quindi|ora|depois|então|agora|daarna|nu|sedan|därefter|затем|потом|"
    r"potem|następnie|pak|bitte|por favor|s['’]il (?:te|vous) plaît|per favore|alsjeblieft|vänligen|vær så snill"
    r"|proszę|prosím|пожалуйста|будь ласка),?\s)"
)
_SEND = (
    r"(?:env[ií][ae]n?|mand[ae]n?|reenv[ií][ae]|transmit[ae]|sub[ae]|publi(?:ca|que)|copi[ae]|peg(?:a|ue)|"
    r"envoie|envoyez|transmet(?:s|tez)|téléverse[rz]?|publie[z]?|poste[z]?|"
    r"(?:schick|send|übermittl|übermittel|übertrag|poste|kopier|leite)(?:e|en Sie|et|t|n Sie)?|"
    r"inviat?e?|invii|trasmett[iae]|carica|carichi|inoltr[ai]|encaminh[ae]|"
    r"stuur|verzend|zend|upload|skicka|sänd|lähetä|wyślij(?:cie)?|prześlij(?:cie)?|poš(?:li|lete)|odeš(?:li|lete)|"
    r"отправь(?:те)?|отошли(?:те)?|пришли(?:те)?|вышли(?:те)?|передай(?:те)?|надішли|надішліть|відправ(?:те)?)"
)
_YOURS = (
    r"(?:(?:tod[ao]s?|toutes?|tous|alle[ns]?|ganze[nrs]?|gesamte[nrs]?|tutt[aeio]|al|hela|wszystk\w{1,3}|все|всі)\s)?"
    r"(?:(?:tus?|sus?|vuestr[ao]s?|vos|votre|tes|ton|ta|deine[nrms]?|ihre[nrms]?|eure[nrms]?|"
    r"(?:i |le |la |il |l['’] ?)?(?:tuoi|tue|tuo|tua|suoi|sue|suo|sua)|(?:as |os |o |a )?(?:suas?|seus?|tuas?|teus?)|"
    r"je|jouw|uw|dina?|ditt|dine|era?|swo\w{1,3}|two\w{1,3}|své|svo\w{1,2}|sво\w{1,3}|сво\w{1,2}|тво\w{1,2}|ваш\w{0,2}|"
    r"el|la|las|los|le|les|l['’]|die|das|den|il|lo|gli|as|os|o|het|de)\s?)"
)
_WHOLE = (
    r"(?:(?:propi[ao]s?|propres?|eigene[nr]?|propri[eoai]?|próprias?|bisherige[nrs]?|interne?[ao]?[nrs]?|privad[ao]s|"
    r"privées?)\s)?"
)
_HELD = (
    r"(?:notas|apuntes|anotaciones|borrador(?:es)?|conversaci[oó]n(?:es)?|contexto|instrucciones|prompts?|"
    r"hallazgos|pasajes|contraseñas|credenciales|claves? (?:de )?api|historial|archivos privados|"
    r"notes|brouillons?|conversations?|contexte|instructions|consignes|extraits|mots? de passe|identifiants|historique|"
    r"clés? (?:d['’])?api|fichiers privés|"
    r"notizen|entwürfe?|entwurf|gespräch(?:sverlauf)?|chatverlauf|verlauf|kontext|anweisungen|systemprompt|fundstellen|"
    r"zugangsdaten|passw(?:o|ö)rt(?:er)?|(?:api-)?schlüssel|privaten? dateien|"
    r"appunti|note|bozz[ae]|conversazion[ei]|contesto|istruzioni|credenziali|cronologia|chiav[ei] api|file privati|"
    r"anotações|rascunhos?|conversas?|instruções|senhas|credenciais|histórico|chaves? (?:de )?api|arquivos privados|"
    r"notities|aantekeningen|gesprek(?:ken)?|instructies|wachtwoorden|(?:api-)?sleutels|"
    r"anteckningar|utkast|samtal(?:et)?|instruktioner|lösenord|notater|noter|samtale[nr]?|"
    r"muistiinpano\w{1,4}|luonno\w{1,5}|keskustelu\w{0,3}|"
    r"notatki|szkic|rozmow[ęy]|kontekst|instrukcje|hasła|poznámky|koncept|konverzaci|pokyny|hesla|"
    r"заметки|записи|черновик\w?|разговор|переписку|контекст|инструкции|промпт|пароли|"
    r"нотатки|чернетк[уи]|розмову|інструкції|паролі)\b"
)
_KNOWN = (
    r"(?:todo lo que (?:sabes|sepas|sepa|has (?:leído|encontrado)|haya (?:leído|encontrado))|"
    r"tout ce que (?:tu (?:sais|as lu|as trouvé)|vous (?:savez|avez lu|avez trouvé))|"
    r"alles,? was (?:du|sie) (?:weißt|wissen|gelesen h\w{2,4}|gefunden h\w{2,4})|"
    r"tutto (?:ciò|quello) che (?:sai|hai letto|hai trovato)|tudo o que (?:sabe|leu|encontrou))"
)
_TO = (
    r"(?:[^\n.!?;]{0,40}?\s)(?:an|nach|a|al|ad|hacia|à|vers|para|ao|naar|aan|till|til|na|на|до|por|по|do|osoitteeseen|pod)\s"
    r"(?:(?:la |die |l['’]|el |den |le |il |o |het |следующ\w{2,4} |esta |diese |cette )?"
    r"(?:dirección|adresse|indirizzo|endereço|adres\w{0,3}|url|servidor|server|serveur|адрес\w{0,2})\s?:?\s)?"
    r"(?:<|\[)?(?:https?://|www\.)[^\s)>\]]{1,200}"
)
_FOR_PEOPLE = (
    r"(?![^\n!?;]{0,80}?\b(?:antes del?|hasta|avant|jusqu|bis|vor dem|entro|prima del|até|voor|före|senast|mennessä|"
    r"przed|do dnia|před|до|participar|participer|teilnehmen|teilzunehmen|partecipare|deelnemen|delta)\b)"
)
"""Until when, and what for."""

FORMS = (
    Form(
        AWAY,
        rf"{_BEFORE}(?:{_SEND}\s(?:{_YOURS}{_WHOLE}{_HELD}|{_KNOWN})|lähetä\s{_HELD}){_TO}{_FOR_PEOPLE}",
        ("http", "www."),
        led=False,
    ),
    Form(
        AWAY,
        r"(?:把|将|將)(?:你|您)的(?:所有|全部)?(?:笔记|筆記|对话|對話|上下文|提示词|提示詞|草稿|密钥|密码|指令)"
        r"[^\n。！？]{0,20}?(?:发|發|传|傳|送|提交|上传)[^\n。！？]{0,8}?(?:到|至|给|給)\s?(?:https?://|www\.)|"
        r"(?:メモ|ノート|会話|下書き|プロンプト|文脈|指示)(?:の内容)?を\s?(?:https?://|www\.)[^\s]{1,200}\s?(?:に|へ)"
        r"(?:送|アップロード|投稿)",
        ("http", "www."),
        led=False,
    ),
)
