"""Kinds of words that texts to models are made of, in as many tongues as we can read.

A kind is the same in every tongue, so that what is learned of one holds of the others. A word that ends in `*` stands
for all that begin so. Nothing here decides: most of these words are ordinary, and `weighed` sums what they tell.
"""

from __future__ import annotations

WORDS = {
    "machine": """
        ai ais llm llms chatbot chatbots bot bots chatgpt gpt claude gemini copilot summariser* summarizer*
        robot robots ki sprachmodell* chatbots ia sztuczn* нейросет* ии ші ассистент* асистент* yapay
        språkmodel* taalmodel* kielimall* tekoäly* asystenc* asystent* asistan asistanı asistente* assistente*
        kecerdasan trợ jazykov* językow*
        ki-* ai-* robô* robotom robotów искусственн*
        algorithm algorithms algorithmus algorithmen algorithmes algoritm* algorytm* алгоритм* künstlich* artificiel*
        artificiais artificiales artificiale artificiali kunstmatig* artificiell* umělá umělé umělou штучн* bota botem
        botowi botů makine* makina* počítač* datamaskin* gépi géppel mesin μηχαν* ρομπότ maşın*
        """,
    "device": """
        assistant assistants agent agents model models system systems machine machines computer computers
        program programs software tool tools pipeline pipelines automatic automated engine engines retrieval
        evaluator evaluators grader graders crawler crawlers parser parsers generator programm systeme systemen
        agenten modèle modèles modelos modelo modello modelli modele modely modelu agente agentes agenti système
        systèmes sistema sistemas sistemi logiciel modell modelle modellen программа программе систем* модел*
        агент* sistemleri modeli machine-written
        assistent assistenten asystentom помощник* maschin* machinal* machinaal máquin* macchin* maskin* maszyn*
        machine-* automatis* automátic* automatiqu* automatic* automatyczn* автоматическ* robotis* ferramenta*
        herramienta* strument* outil outils werkzeug* narzędzi* systemy systemów программ* virtuel* virtual*
        digitale digitalen digitali digitales digitais cyfrow* цифров*
        buscador* suchmaschin* zoekmachine* wyszukiwark* vyhledávač* поисков* motore motori moteur moteurs
        otomatik yazılım* programı programu programy programom programów aplikac* aplikasi αυτόματ* αυτοματ*
        szoftver* automatikus* ohjelma* automaattis* ohjelmisto* algoritma* digitaler digital программы
        программой программам скрипт* perangkat máy automatisch* automatisk* програм* автоматичн*
        """,
    "seat": """
        reviewer reviewers judge judges author authors writer writers moderator checker checkers operator
        operators developer developers user users user's administrator admin orchestrat* principal client
        persona nutzer* benutzer* anwender utilisateur* usuario* usuário* utente* gebruiker* användare*
        użytkownik* uživatel* пользовател* користувач* kullanıcı* richter prüfer gutachter juge auteur rédacteur
        juez autor revisor* giudice
        leser* lezer* lettor* lecteur* lectrice* lector* leitor* czytelnik* czytnik* читател* читач* läsare* leser
        leseren læser* čtenář* okuyucu* olvasó* lukija* pembaca αναγνώστ* gutachter* prüfer* bewerter* recensent*
        recenzent* рецензент* évaluateur* avaliador* evaluador* valutator* beoordelaar* hodnotitel* oceniając*
        составител* samensteller* samenvatter* verfasser* bearbeiter* rédact* redactor* redattor* redator* redaktör*
        redaktor* redaktør* zusammenfasser* hakem* editör* bírál* arvioija* penulis penyusun relator* relateur*
        rapporteur* compilador* auteurs autori autores
        """,
    "you": """
        you your yours yourself you're you've you'll du dein* dir dich tu ta ton tes toi te vous votre vos tus
        ti tuo tua tuoi tue teu je jouw u din ditt dina dig твой твоя твоё твои твою тво* ты тебе тебя вы вам ви
        вас тебе твій twój twoj* twoim ty cię ci jesteś tvůj tvé tvoj* sen senin bạn anda kamu sinä sinun reçois
        resumes
        """,
    "reply": """
        answer answers reply response responses summary summaries report reports conclusion conclusions output
        outputs verdict draft drafts review reviews write-up account antwort* zusammenfassung* ergebnis* ausgabe
        entwurf* bericht* réponse* résumé* rapport* synthèse* copie brouillon* respuesta* resumen* informe*
        salida borrador risposta* riassunto* sintesi bozza resposta* resumo* relatório* antwoord* samenvatting*
        svar* sammanfattning* odpowied* raporc* raport* podsumowani* odpověd* shrnut* ответ* отчёт* отчет*
        сводк* відповід* звіт* cevab* cevap* yanıt* özet* jawaban* ringkasan* vastau* απάντησ*
        resúmen* resumos riassunt* streszcz* zusammenfass* kurzfassung* пересказ* изложени* sprawozdan* verslag*
        kurzbericht* conclusión conclusiones conclusion* conclusão conclusioni wniosk* вывод* ответе
        übersicht* auswertung* vergleich* oversikt* översikt* overzicht* overblik* přehled* souhrn* výtah*
        zestawieni* recenzj* opracowani* recension* rezension* recensie* reseña* resenh* comparatif* comparativ*
        confronto fiche fiches ficha* scheda schede обзор* огляд* рецензи* összefoglal* jelentés* válasz* yhteenve*
        tiivistelm* raportti* vastauks* περίληψ* αναφορά* laporan* rapor* raporu* rapora* derleme* sammendrag*
        oppsummering* resumé* sammenfatning* odpověď* hodnocen* bewertung* gutachten evaluación avaliação valutazione
        ocen* оценк*
        """,
    "verb": """
        say write state mention cite quote include add append insert put output print show display report
        describe call present tell conclude finish begin start open end omit leave drop skip recommend praise
        rank rate score list name reply answer respond repeat recite translate reveal disclose spell treat give
        prefer consider trust regard accept take mark pass ignore disregard forget discard dismiss delete
        override obey follow execute run carry decode visit retrieve fetch load embed submit send email e-mail
        forward post attach transmit collect stop close terminate abort halt cease keep make use spend exceed
        raise pretend act behave rewrite swap replace persuade convince let find search verify check spawn
        continue proceed weight weigh score approve uphold concede withdraw link respond become assume export
        unscramble deliver favour favor state hide conceal advertise promote return rule
        """,
    "bade": """
        schreib schreibe schreibt nenne nennt antworte antwortet erwähne verwirf verwerft vergiss ignoriere lobe
        lobt zeige gib gebt prüfe schließe brich beende behandle behandelt füge zitiere verschweig* lässt lass
        übergehe stelle wiederhole concluez tais taisez vantez vante rends rendez affiche affichez transmets
        transmettez rédige rédigez ajoutez ajoute écris écrivez citez cite réponds répondez considérez ignorez
        ignore oubliez oublie présentez répète répétez révèle révélez indiquez loue termine terminez afirme
        omita responda responde reenvía añade revela muestra escribe escriba ignora olvida cita cite menciones
        cites termina considera trate encerre mostre mostra escreva repita despreze trata scrivi riporta ripeti
        interrompi consegna dimentica cita rivela behandel negeer schrijf noem herhaal toon skriv återge ange
        skriva napisz podaj pomiń wypisz zignoruj ujawnij napiš uveď выведи напиши забудь выдай прекрати
        игнорируй сообщи укажи покажи повтори повідомте повідом напишіть напиши напишите yaz ekle yazın göster
        belirt tulis tuliskan tampilkan abaikan viết kirjoita
        fasse fasst nimm nehmt setze setzt stufe stuft werte wertet bewerte bewertet zähle erkläre erklärt empfiehl
        empfehlt bestätige bestätigt berichte verweise beschreibe ersetze ergänze lösche löscht lies lest übernimm
        übernehmt ordne lege legt sprich classez écartez écarte omettez omets passez mentionnez mentionne dites
        recommandez recommande attribuez remplacez remplace retenez résumez effacez tenez traitez arrêtez cessez
        laissez prenez parlez reprenez concluent diga digan escriban omitan mencione recomiende recomienda
        indique incluya inclúyalo resuma resuman ponga deje dejen concluya finalice acepte apruebe elimine borre
        califique puntúe sostenga sostén actúa actúe sustituya reproduzca copie considere consideren dica scrivete
        scriva citate ometta omettete ometti tralascia tralasciate tralasci consideri indichi raccomandi raccomandate
        consigliate concluda concludete chiuda chiudete riporti riportate inserisca inserite sostituisca presenti
        presentate valuti valutate assegni assegnate approvi approvate metta mettete menzioni rispondi risponda
        rispondete dimenticate dimentichi ignori ignorate taci declara declarem encerra recomende deixe devolva
        conclua apresente avalie atribua aprove substitua acrescente inclua feche refira esqueça atue escreve vermeld
        laat zet sla geef beschouw antwoord rond stel verwissel vervang voeg meld beoordeel keur citeer vergeet
        beëindig napiszcie podajcie pomińcie wpisz uznaj uznajcie oceń oceńcie zakończ zakończcie przyjmij
        przyznaj dopisz usuń powtórz zapomnij poleć wymień potraktuj oznacz streść nazwij pokaż odpowiedz nämn
        utelämna utelämn ignorera glöm betrakta behandla svara upprepa avsluta godkänn rekommendera bedöm nevn
        utelat glem avslutt nævn udelad afslut betragt укажите считай считайте считать сообщите назови назовите оцени
        оцените пропусти пропустите опусти опустите упоминай упоминайте рекомендуй рекомендуйте закончи закончите
        заверши завершите выведите повторите забудьте игнорируйте перепиши перепишите удали удалите добавь добавьте
        вставь вставьте прими примите поставь поставьте процитируй приведи приведите вкажіть зазначте вважайте вважай
        пропустіть ігноруй ігноруйте повторіть назвіть napište uveďte vynech vynechte považuj považujte zapomeň
        zapomeňte ignorujte ohodnoť ukonči ukončete doporuč doporučte cituj citujte zopakuj nechť vynechá ekleyin
        belirtin sayın sayılsın atla atlayın söyle söyleyin unut unutun yoksay önerin tekrarla bitir gösterin
        belirtsin yazsın írd írja hagyd hagyja említsd tekintsd tekintse felejtsd mainitse jätä unohda lopeta
        suosittele toista γράψε γράψτε δώσε δώστε παράλειψε παραλείψτε αγνόησε αγνοήστε θεώρησε ανέφερε αναφέρετε
        απάντησε tulislah sebutkan lupakan hilangkan anggap berikan akhiri ghi
        """,
    "must": """
        must shall should ought will need needs required advised asked requested essential obliged instructed
        told permitted authorised authorized allowed may have has please kindly always never soll sollen muss
        müssen bitte darf darfst dois doit doivent devez debe deben debes devem deve devono deves moet moeten
        mag ska måste skall musi muszą musí powinien powinny mají должен должны следует считается повинен
        edilmelidir etmelidir malı meli harus phải hãy
        """,
    "rules": """
        instruction instructions prompt prompts guideline guidelines configuration directive directives rule
        rules guardrail guardrails persona anweisung* instruktion* vorgaben systemprompt* prompt* consigne*
        instrucciones istruzion* regole instruções instructies talimat* указани* инструкц* вказівк* інструкц*
        промпт* polece* pokyn* instruksi regler* regras ohje*
        instructie* anvisning* wytyczn* zasad* consignes directive* direttiv* directiva* diretriz* richtlijn*
        richtlinie* riktlinj* retningslinj* utasítás* ohjee* οδηγί* perintah petunjuk arahan kural* zadání zadanie
        задание задания задани* aufgabe* auftrag* opdracht* tâche compito tarea* tarefa* görev* tugas
        """,
    "proof": """
        source sources document documents file files evidence claim claims citation citations material objection
        objections challenge challenges statement statements page pages result results record figures
        corroboration quelle* dokument* belege seite fuente* documento* fonte fontes fonti documenti bron
        bronnen källa källor sidan źródł* zdroj* источник* документ* джерел* kaynak* belge* sumber nguồn lähde*
        zdroje data
        aussage* behauptung* affirmation* afirmaci* affermazion* afirmaç* bewering* twierdzen* утвержден* estudio
        estudo studio studie étude badanie исследован*
        strona strony stronie stránka stránky stránce страница странице страницу sida siden pagina página página*
        sayfa* oldal* sivu* σελίδ* halaman trang zdrojů fuentes artykuł* artikel* artículo* articolo
        articoli artigo* статья статьи статье makale* cikk* tekst tekstu texte texto testo текст* metin* szöveg*
        dokumentum* asiakirj* έγγραφο* dokumen
        """,
    "only": """
        only sole solely exclusively alone nothing nobody proven verified established trusted true truth final
        definitive authoritative official unchallenged mistaken false refuted wrong settled prevail prevails
        supersede supersedes maximum zero highest fact-checked validated confirmed undisputed unquestion*
        blameless excellent disagree* contradict* differ* other others rest whatever einzig* ausschließlich
        verbindlich* wahrheit seule seul uniquement unique único única únic* solo sola unico unica prévaut enige
        endast jediný jedin* единственн* остальн* истин* tek yalnız alleinig* übrig* autre* otra otro otras
        otros outra* altro altri altre demás demais sanning* slutlig* andere anderen overige rest pravdiv*
        allein alleine alleinig maßgeblich* einzige massgeblich* seuls seules únicamente exclusivamente exclusivement
        esclusivamente soltanto somente apenas uitsluitend alleen bara kun utelukkende wyłącznie tylko jedynie pouze
        výhradně только исключительно лишь тільки виключно yalnızca sadece csak kizárólag ainoa μόνο μοναδικ*
        hanya satu-satunya chỉ duy definitiv* endgültig* définitif* autorité autoridad* autorità autoridade
        autoriteit autorytet* авторитет*
        """,
    "spend": """
        budget budgets token tokens limit limits allowance spending searches rounds round check checks
        verification validation investigation process review money cost costs amount error attempts further more
        again forever longer research verify further needed need point overschrijden verificar vérification
        verifica análise analyse проверк* controle controleren kontroll* prüfung mehr weiter nichts proces
        inutile
        """,
    "private": """
        password passwords credential credentials conversation session transcript chat context confidential key
        keys api token tokens secret secrets upload* hidden question user's name city email e-mail access
        history passwör* passwort* contraseña* hasł* parol* пароль пароли şifre* dosya* frage fragen fichiers
        archivos login
        """,
    "earlier": """
        previous prior earlier above precede* preceding before beginning original initial first start so-far
        initially vorher* zuvor anfang früher* précédent* avant initial* début anterior* inicial* inicio
        precedent* inizio prima vorig* eerder före tidigare wcześniej* poprzedn* předchoz* прежн* предыдущ*
        початк* önceki sebelumnya
        """,
    "not": """
        not no never nothing without don't doesn't neither nor cannot nicht nichts keine kein keinen ohne ne pas
        sans aucun aucune rien sin não nem sem senza niet geen zonder inte utan nie bez не без нет yok olmadan
        tidak tanpa không
        """,
    "if": "if should when wenn falls si se als om jeśli jestli если якщо eğer nếu jika whoever anyone whichever any",
    "told": """
        was were said says had been reported reports told he she his her they their we our i my has rose fell is
        are war waren wurde wurden hat hatte sagt sagte était étaient été dit fue eran dijo era disse foi var är
        był była został был была было сказал dedi
        """,
    "role": """
        system assistant user admin administrator operator developer moderator tool orchestration orchestrator
        instruction instructions context guardrails human ai input output override verdict fact_check
        observation thought action trusted untrusted message notice systemmeldung systemnachricht système
        sistema system's werkzeugausgabe mensaje messaggio сообщение система principal persona session
        conversation content update
        """,
    "relay": """
        mention* cite cites cited citing quote quotes quoted quoting repeat* report reports reported reporting
        summar* describe* describing state states stated stating tell tells telling pass passes passing bring brings
        brought write writes writing written recommend* name names named naming present presents presented
        retell* recap* overview* account answer answers answered answering conclude* output include* appear* reproduce*
        erwähn* nenn* zitier* schreib* berichte* zusammenfass* mentionn* citer cite citez citée* dire dis dites
        résum* mencion* citar* resum* decir digas menzion* citare cita* riassum* noem* genoemd citeer* nämn* nevn*
        wspomin* pomini* uvád* citov* упомин* цитир* пересказ* згаду* bahset* söz sebut* nhắc mainit*
        résume résumer resum* riassum* streszcz* wymieni* упомян* отвеч* odpowiada* odpowied* antwort* antwoord*
        respond* rispond* répond* contest* menzion* cytuj* parle parlez évoqu* bericht* melde* presenti* toon
        nämns nämnas upprepas nevnes nævnes genannt genannte vermeld vermeldt vermelden hervorheb* wiedergib*
        wiedergeb* wymienia* wspomn* przytacza* cytować zmiň* zmín* zmiňov* upomina* упоминать упоминают упоминает
        пишут писать összegez* említ* αναφέρ* anmerk* evoqu* referir refere riferir* riporta* segnala* señal*
        destac* redigi* redact* resuman resumen resumez riassunt* vergelijk* samenvat* sammanfatt* oppsummer*
        sammenlign* shrn* streszczają* podsumow* подытож* резюмир* özetle* ringkas* menyebut* peringkas*
        """,
    "slant": """
        favour* favor* positive* praise* best safe success* reliable excellent trust* trustworthy outstanding leading
        recommended clean spotless harmless first top settled exact certain proven faultless unmentioned leave leaves
        left out omit* skip* hide hides hidden conceal* silent without stay refrain keep keeps never nothing always
        only lob* beste* sicher* weglass* verschweig* meilleur* parfait* taire omett* mejor* perfect* omit* migliore
        ometter* melhor* weglaten lucht* пропуст* лучш* najleps* en-iyi
        tralasc* omett* pomij* pomiń* опуск* weglat* weggelaten weglassen auslass* auszulassen lass lasse lässt lascia
        passera passez tait silence unerwähnt onvermeld
        bester bestes erste ersten erster positiv* einwandfrei* zuverlässig* vertrauenswürdig* fiable* confiable*
        confiáve* affidabil* betrouwba* pålitlig* wiarygodn* spolehliv* надёжн* надежн* достоверн* güvenilir premier
        première primero primera primeiro primo eerste pierwsz* první первым первой первое meglio mieux mejor melhor
        beter beste lepsz* nejlepš* лучшим лучшей recomend* recommand* raccomand* aanbevol* anbefal* rekommender*
        polecan* doporuč* рекоменд* öner* omiss* omet* omissi* unterlass* zwijg* överhopp* utelämn* vynech*
        pominięt* pominą пропуска* умалчив* опусти* abai* hilang* παραλ* jätt* elhagy* dicht
        """,
    "contra": """
        contradict* contrary conflict* differ* disagree* compet* rival* elsewhere other others against critics'*
        objection* doubt* oppos* dispute* alternative* another rest remaining widerspr* ander* übrig* contraire*
        autres contrari* otras otros altre altri outras outros andere други* innych ostatn* 其他
        """,
    "void": """
        void withdrawn superseded supersede* outranks outrank* outdated forged forger* retracted misinformation error
        errors wrong false invalid struck discard* disregard* dismissed fake invented obsolete prevail* precedence
        overrid* overrule* replac* admissible inadmissible exempt vorgeh* vorrang ungültig* falsch* prévaut prévalent
        prevalece prevale vale faux falsch* falso* falsi* voorrang fel företräde přednost pierwszeństw* приоритет*
        zurückgezogen* ungültig* retirad* ritirat* retiré* ingetrokken wycofan* отозван* écarter écartez verwerfen
        nulas nula nulo nulos nul nulle nullo nulla anulad* anulou annull* annulé* unieważni* nieważn* zrušen*
        neplatn* отмен* недейств* недостовер* поддель* подделан* скасован* недійсн* geçersiz* sahte* érvénytelen*
        mitätön mitätöi* άκυρ* erledigt erledigte afgehandeld rozpatrzon* zamknięt* vyřízen* vervalst* fälsch*
        falsif* sfałszow* podvržen* förfalskad* forfalsk* tilbagetruk* trukket palsu dibatalkan obsolet* überholt*
        caduc* superad* achterhaald* verouderd* widerruf* ritirata ritirati retirada retiradas retirados
        """,
    "done": """
        finished closed ended ends end done approved signed confirmed decided concluded complete completed adjourned
        lapse* over passed release* publish* submit* hand send beendet abgeschlossen geprüft* terminé* close remettez
        terminad* entrega* concluid* finito klaar färdig* zakończ* закончен* завершен* 停止 结束
        """,
}  # fmt: skip

SCRIPTS = {
    "machine": "人工智能|智能|机器|自动|自動|人工知能|语言模型|語言模型|大模型|言語モデル|机器人|"
    "助手|アシスタント|어시스턴트|AIは|AIへ|AI(?=[^a-z ])|인공 ?지능|언어 ?모델|"
    "어시스턴트|الذكاء الاصطناعي|نموذج لغوي|نموذجا لغويا|النموذج|نماذج اللغة|ذكاء اصطناعي|المساعد|الآلي|"
    "هوش مصنوعی|مدل زبانی|מודל ה?שפה|בינה מלאכותית|एआई|भाषा मॉडल|एजेंट"
    "|コンピュータ|機械|算法|机械|알고리즘|기계|ماشین|الخوارزمي|מכונה|אלגוריתם|मशीन|आर्टिफिशियल",
    "you": "你|您|あなた|당신|أنت|كنت|إجابتك|شما|אתה|आप",
    "reply": "回答|总结|總結|答复|摘要|结论|報告|报告|要約|答え|답변|요약|"
    "대답|إجابت|الإجابة|ملخص|جوابك|תשובה|סיכום|उत्तर|सारांश|جواب|输出|出力"
    "|综述|評価|レポート|報告書|보고서|تقرير|التقرير|گزارش|דוח|סקירה|रिपोर्ट",
    "bade": "只说|请在|提及|提到|触れ|記述|言及|언급|소개해|写|寫|输出|輸出|忽略|引用|显示|称赞|"
    "扱ってください|書いて|出力して|無視し|적어 주|작성하|무시하|인용해|출력하|"
    "اكتب|فاكتب|تجاهل|اذكر|بنویس|כתוב|התעלם|लिखें|लिखो|बताएं"
    "|省略し|飛ばし|勧めて|掲載して|みなし|跳过|写成|视为|列为|作为唯一|건너뛰|제외하|추천하"
    "|تذكر|احذف|أنهِ|اختم|اعتبر|نادیده بگیر|بنویسد|حذف کن|השמט|ציין|סיים|भूल जाओ|लिखो|करे।|न करें",
    "must": "必须|必須|应该|應該|请|ください|해야|주십시오|يجب|باید|חייב|चाहिए",
    "rules": "指示|指令|提示|プロンプト|システム|지시|명령|تعليمات|دستور|הוראות|निर्देश",
    "proof": "资料|來源|来源|資料|ページ|数値|자료|문서|مصدر|المصادر|מקור|स्रोत",
    "only": "唯一|只|全部|其他|他の|正解|다른|만 |فقط|الوحيد|רק|केवल"
    "|のみ|だけ|만을|فقط|تنها|בלבד|एकमात्र",
    "earlier": "之前|收到|最初|これまで|以降|처음|받은|السابقة|قبل|قبلی|קודמות|पिछले",
    "if": "如果|もし|إذا|اگر|אם|यदि",
    "not": "不|没有|ない|않|لا |ليس|לא|नहीं",
    "slant": "省略|略去|隐去|생략|最安全|排在第一|تحذف|أولا|最初に"
    "|飛ばし|一番|首选|不提|빼고|가장 좋은|الأفضل|بهترین|הטוב ביותר|सर्वश्रेष्ठ",
    "void": "撤回|作废|无效|無効|철회|سحب"
    "|取り消|撤稿|作廃|無効|취소|ملغاة|ملغى|باطل|בטל|रद्द",
    "device": "系统|程序|システム|プログラム|시스템|أنظمة|نظام"
    "|自動|자동|آلي|خودکار|سامانه|برنامج|אוטומטי|תוכנה|प्रणाली|स्वचालित|सॉफ़्टवेयर",
    "relay": "提及|提到|引用|称赞|触れ|記述|言及|要約|总结|언급|인용|요약|تذكر|اذكر|تجيب|الملخص",
}  # fmt: skip
"""Scripts that set no space between words, or bend words at both ends: looked for anywhere."""

PHRASES = {
    "machine": r"language models?|answer engines?|machine.readable|"
    r"modèles? de langage|modelos? de (?:lenguaje|linguagem)|"
    r"modello linguistico|dil model\w+|mô hình ngôn ngữ|model bahasa|"
    r"inteligencia artificial|inteligência artificial|intelligence artificielle|trí tuệ nhân tạo|"
    r"(?:automatic|automated|machine|computer|software|program) (?:readers?|systems?|agents?|reviewers?)|"
    r"if a (?:computer|machine|model|program|bot)\b",
    "reply": r"your (?:\w+ )?(?:answer|reply|response|summary|report|output|text|draft|conclusion|review|work|"
    r"task|job)|what(?:ever)? you (?:write|produce|generate|say|deliver)|"
    r"you (?:write|produce|generate|deliver|are writing|cite)|"
    r"(?:of|in|to|from|with|into) the (?:final |whole )?(?:answer|output|summary|reply|response)|"
    r"(?:generating|before|when) (?:you )?(?:answer|reply|respond|writ)\w*|respondes|trả lời|evaluating",
    "rules": r"(?:you|te|ti|man dir|ont|vous) (?:were|have been|are|had been|dieron|sono state|recibi\w+) "
    r"(?:told|given|asked|shown|handed|instructed|fed)?|what you (?:were|have been|are)|system (?:prompt|message|"
    r"notice)|how you (?:respond|answer)|(?:user|person|operator|client) (?:for whom|who|typed|asked)|"
    r"mensaje del sistema|message (?:du )?syst[èe]me|messaggio di sistema",
    "here": r"(?:this|these|the present) (?:\w+ )?(?:page|pages|document|text|file|article|source|record|note|"
    r"bulletin|release|study|paragraph|website|site|result|content|material|warning|conversation|session|task|question|"
    r"draft|job|lines?)\b|(?:paragraph|text|lines?|table|document|section|claims?) (?:above|below|under this)|"
    r"diese[rsnm]? (?:text|seite|dokument)|(?:ce|cette|ces) (?:document|page|pages|texte)|"
    r"(?:este|esta|estas) (?:documento|texto|página|boletim|boletín|líneas)|quest[oa] (?:pagina|testo|documento)|"
    r"de[zs]e pagina|dit document|den här (?:sidan|texten)|bu belge|(?:этот|данный) (?:документ|текст)|tento text|"
    r"ten tekst|это(?:го|м)? тексте?|đoạn này|teks ini|这里|本文|此文|このページ|この文書|이 글|이 문서",
    "link": r"https?://\S+",
    "slot": r"https?://\S*(?:[=/](?:\s|$)|[\[{<$(]|%7B|=[A-Z_]{3,})|HYPERLINK\(",
    "private": r"the user(?:'s)?\b|other files?\b|user's (?:name|question)|everything so far|"
    r"what you have been asked|the person (?:for|who)|mot de passe|tools? (?:you|that you)",
    "seat": r"your (?:operators?|user|client|reader|developers?)|the (?:user|reader|person)\b",
    "bound": r"(?:is|are) (?:to|advised|requested|required|asked|not to)\b|has to\b|have to\b|no need\b|no point\b|"
    r"have been (?:told|given)|hoeft niets|geldt als|zu (?:zitieren|verwerfen|behandeln)",
}  # fmt: skip
"""Words in a row."""
