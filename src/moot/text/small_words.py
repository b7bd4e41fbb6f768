"""The small words that no prose does without, by language, and the letters that each writes beyond a to z.

Articles, prepositions, conjunctions, pronouns, and the commonest verbs and adverbs that say nothing by themselves.
Of languages that share theirs (Norwegian, Danish and Swedish; Czech and Slovak; Croatian, Bosnian and Serbian in Latin
letters) there is one list.
"""

from __future__ import annotations

from moot.text.lexicon import lexicon

ENGLISH = "English"

WORDS = {
    ENGLISH: lexicon("""
        a about above after again all also although among an and any are as at be because been before being below
        between both but by can could did do does down during each either every few for from had has have he her here
        hers him his how i if in into is it its itself less like many may me might more most much must my near neither
        no none nor not of off on once only or other our out over own per same she should since so some such than that
        the their them then there these they this those though through to too under until up upon us very was we were
        what when where which while who whom whose why will with within without would yet you your said
    """),
    "German": lexicon("""
        ab aber alle allem allen aller alles als also am an andere anderen anderer anders auch auf aus außer bei beide
        beim bereits bin bis bisher bist da dabei dadurch dafür dagegen daher damals damit danach daneben dann daran
        darauf daraus darf darin darüber darum darunter das dass davon davor dazu dein dem den denen denn dennoch der
        deren derselbe derselben des deshalb dessen die dies diese dieselbe diesem diesen dieser dieses doch dort du
        durch dürfen ein eine einem einen einer eines einige einigen er erst es etwa etwas euch für gab gegen gibt hab
        habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in innerhalb ins ist
        je jede jedem jeden jeder jedes jedoch jene kann kein keine keinem keinen keiner können konnte konnten laut
        man manche mehr mein meist mich mir mit muss müssen musste mussten nach nachdem neben nein nicht nichts noch
        nun nur ob obwohl oder ohne rund schon sehr sei sein seine seinem seinen seiner seit selbst sich sie sind so
        sofern sogar sollen soll sollte sondern sonst sowie über überall um und uns unser unter unterhalb viel viele
        vielen vom von vor während wäre war waren was weder wegen weil weit weiter weniger wenige wenn wer werde
        werden weshalb wie wieder wieviel will wir wird wo wobei wodurch wollen wollte worden wurde wurden würde
        würden zu zudem zum zur zwar zwischen
    """),
    "French": lexicon("""
        a à afin ai ainsi alors après as assez au aucun aucune aujourd' aura aurait auraient auront aussi autre autres
        aux auprès avaient avait avant avec avoir ayant beaucoup bien c' car ce ceci cela celle celles celui cependant
        ces cet cette ceux chaque chez comme comment contre d' dans de déjà depuis des dès deux devant doit doivent
        donc dont du durant elle elles en encore entre environ est et étaient était été être eu eux fait font fut
        furent hors il ils j' jamais je jusqu' l' la là laquelle le lequel les lesquelles lesquels leur leurs lors
        lorsqu' lorsque lui m' mais malgré me même mêmes mes moins mon n' ne ni non nos notre nous on ont or ou où par
        parce parmi pas pendant peu peut peuvent plus plusieurs plutôt pour pourtant près presque puis puisque qu'
        quand que quel quelle quelques quelqu' qui quoi s' sa sans sauf se sera serait seront ses si soit son sont
        sous souvent sur surtout tandis tant te tous tout toute toutefois toutes très trop tu un une vers voici voilà
        vos votre vous y
    """),
    "Spanish": lexicon("""
        a acerca al algo algún alguna algunas alguno algunos allí ambos ante antes apenas aquel aquella aquellos aquí
        así aún aunque bajo bastante bien cabe cada casi como cómo con contra cual cuales cualquier cuando cuanto
        cuatro cuya cuyo de del demás desde después donde durante e el él ella ellas ello ellos en entonces entre era
        eran es esa esas ese eso esos esta está estaba estaban están estar estas este esto estos fue fueron ha había
        habían habría han hace hacia hasta hay he hoy incluso la las le les lo los luego más me mediante menos mi
        mientras mis mismo misma mucha muchas mucho muchos muy nada ni ningún ninguna ninguno no nos nosotros nuestra
        nuestro nunca o os otra otras otro otros para pero poca pocas poco pocos por porque puede pueden pues que qué
        quien quienes se sea según ser será serán si sí sido sin sino sobre solo sólo son su sus tal también tampoco
        tan tanto te tenía tiene tienen toda todas todavía todo todos tras tu tuvo un una unas uno unos usted y ya yo
    """),
    "Italian": lexicon("""
        a abbiamo ad agli ai al alcune alcuni alla alle allo allora altre altri altro anche ancora anzi appena avere
        aveva avevano avremmo avrebbe ben c' che chi ci cioè circa col come con contro cosa così cui d' da dagli dai
        dal dalla dalle dallo davanti degli dei del dell' della delle dello dentro di dice dopo dove dovuto due dunque
        durante e è ebbe ed era erano essere essi fa fino fra fu furono già gli ha hai hanno ho i il in infatti
        insieme invece io l' la le lei li lo loro lui lungo ma mai me meno mentre mi mio molta molte molti molto ne né
        negli nei nel nell' nella nelle nello nemmeno nessun nessuna nessuno niente no noi non nostra nostro nulla o
        ogni oltre oppure ora per perché però più poche pochi poco poi può possono presso prima proprio qua quale
        quali quando quanto quasi quattro quella quelle quelli quello questa queste questi questo qui quindi sarà
        saranno se sebbene secondo sei sempre senza sia siano siamo solo sono sopra soprattutto sotto sta stata state
        stati stato stesse stessa stesso su sua sue sugli sui sul sull' sulla sulle sullo suo suoi tra tre troppo tu
        tutta tutte tutti tutto un un' una uno verso vi voi
    """),
    "Portuguese": lexicon("""
        a à acerca ainda algo algum alguma algumas alguns além ali ambos ante antes ao aos apenas após aquela aquele
        aqueles aquilo as às assim até bem cabe cada cerca com como contra cuja cujo da das de dela delas dele deles
        demais depois desde dessa desse desta deste destes devem deve disso do dos durante e é ela elas ele eles em
        embora enquanto então entre era eram essa essas esse esses esta está estão estas estava estavam este estes eu
        foi foram fosse há havia haveria isso isto já la lhe lhes lo logo mais mas me menos mesma mesmo mesmos mim
        muita muitas muito muitos na nada não nas nem nenhum nenhuma nessa nesse nesta neste ninguém no nos nós nossa
        nosso num numa nunca o onde os ou outra outras outro outros para pela pelas pelo pelos pode podem pois por
        porém porque pouca poucas pouco poucos qual quais qualquer quando quanto quase quatro que quem são se segundo
        seja sem sempre sendo ser será serão seu seus sido sob sobre sua suas só tal também tampouco tanto tão tem têm
        tinha tinham toda todas todavia todo todos tudo um uma umas uns vai vão você
    """),
    "Dutch": lexicon("""
        aan achter af al alle alleen als altijd ander andere anderen beide bij bijna binnen boven buiten daar daaraan
        daarbij daardoor daarna daarom daarvan daarvoor dan dat de deze die dit doen doet door dus een eens eerder
        eerst elk elke en enige enkele er ervan geen geweest had hadden heb hebben heeft hem hen het hier hij hoe hun
        ieder iedere iemand iets ik in indien is ja je jou kan kon kunnen kunt langs maar mag me mede meer meest men
        met mij mijn minder misschien moest moet moeten mogen naar naast na niemand niet niets nog nooit nu of om
        omdat onder ons onze ook op over per reeds rond sinds soms steeds te tegen ten ter terwijl tijdens toch toen
        tot tussen uit uw van vanaf vanuit vanwege veel vele vervolgens via volgens voor vooral waar waarbij waarin
        waarmee waarom waarop waarvan wanneer want waren was wat we wel weinig welke werd werden weer wie wij wil
        worden wordt wou ze zei zelf zelfs zich zij zijn zo zoals zonder zou zouden zowel zullen
    """),
    "a Nordic language": lexicon("""
        af all alla alle allt alt andet andra andre annan annat annet at att av både bare bara begge ble blev bli blir
        blive bliver blivit blitt bort da de deg dei dem den denna denne der dere deras deres dess dessa det detta
        dette dig din disse du då där efter ei eller en enn er ett et etter fick fik fikk flera flere från fra få för
        før först genom gennem gjennom gjorde går gått gör gøre gjør ha hade hadde haft han hans har have havde hatt
        här hej henne hennes hvad hva hver hvert hvilke hvilken hvis hvor hur hun hon i icke ifølge igen igjen ikke in
        ind ingen inga inget inn innan inom inte intet jag jeg kan kom kun kunde kunne långt längre mange många man
        måste med meg mellan mellem mellom men mens mer mera mere mest mig min mindre minst mod mot må måtte mycket
        mye når nån någon något några noen noe noget nogle nok nu ny nå och også också og om opp op oss over ovan på
        samme samma samt se sedan sen siden sidste sig sin sina sine sitt sit själv selv ska skal skall skulle slik
        som så sådan stort stora til till tog tok trots under upp ut uten utan uden vad var vara vart ved vem vi vid
        vil vill ville vilka vilken vår være vært været varit än är år åt över
    """),
    "Polish": lexicon("""
        a aby albo ale ani aż bardzo bez bo by był była byli było były być byłaby byłby byłoby choć ci co coraz czy
        czyli dla do dopiero dość go gdy gdyż gdzie i ich ile im innych inne iż ja jak jaka jaki jakie jako je jednak
        jednym jego jej jest jeszcze jeśli jeżeli już każda każdy kiedy kilka która które którego której który których
        którzy któremu którym którymi kto lat lecz lub ma mają mamy mi miał miała mimo może mogą można mu musi na nad
        nam nas nasz natomiast nawet nic nich nie nigdy nim niż no o obok od oraz około on ona one oni ono pan po pod
        podczas ponad ponieważ poza przeciw przed przede przez przy roku również sam są się skąd sobie sposób swoje
        swój ta tak takie taki także tam te tego tej ten też to tu tych tylko tym u w wam was we wiele wielu więc
        więcej według wszystkie wszystkich wszystko wśród z za zaś ze został została zostały że żaden żeby
    """),
    "Czech or Slovak": lexicon("""
        a aby aj ak ako ale alebo ani asi až bez bol bola boli bolo bude budou budú buď by byl byla byli bylo byly být
        byť cez co což čo či dá do ešte ho i ich ja já jak jako je jeho její jej jejich jen jich jim jiné jsem jsme
        jsou jste k kam kde kdo kdy keby kedy keď když ke který která které kterého kteří ktorá ktoré ktorí ktorý ku
        kvůli lebo má mají majú mezi medzi mi mimo mít mnoho mnoha mohou môže může musí musel my na nad nám nás naše
        ne nebo nebol nebyl nech nejsou než nie není nich nim no o od ode on ona oni ono pak po pod podle podľa pokud
        pouze pre pred preto pri pro proti proto protože před přes při s sa se si sme som sú své svůj svoje ta tak
        také takže tam te té tedy ten tento této to toho tohto tom tomto tu tuto ty u už v vám ve více viac všechny
        všetky však velmi veľmi vo vše z za ze zo že žádné žádný žiadne žiadny
    """),
    "Slovene": lexicon("""
        a ali ampak bi bil bila bile bili bilo biti bo bodo bolj brez če čeprav čez da do dokler drug druga
        druge drugi eden en ena enega eni eno ga gre h hkrati in iz ja jaz je jih jim jo k kaj kako kakor kar
        katera katere kateri katero kdaj kdo ker ki kjer ko koliko kot lahko lani le leta leto letos letu manj
        med mi mora morajo morda mu na nad naj najbolj namreč nas naš ne nekaj nekatere nekateri nekaterih
        neki ni nič nihče niso niti njega njegov njegova njegovo njem njena njih njihov njihova o ob oba od
        okoli okrog on ona oni oziroma pa po pod poleg ponekod potem povsod prav pred predvsem prek pri
        približno proti s saj sam samo se sedaj sem si sicer skoraj skozi skupaj smo so sploh sta svoj svoja
        svoje svojega svojo ta tako takrat tam te tega teh tej tem temu ti tisti tisto to tod toda torej tudi
        v vam vas več večina vedno vendar vsa vsak vsaka vsakem vsaki vsako vse vseh vsem vsi vso z za zakaj
        zaradi zato že zelo
    """),
    "Croatian or Serbian": lexicon("""
        a ako ali baš bez bi bila bile bili bilo bio biti blizu bude budu će ćemo ću da dakle dio do dok dosta
        druga druge drugi duž ga gde gdje godina godine godini godinu hoće i iako ih ili im ima imaju imala
        imali imao ipak iz iza između iznad ja je jedan jedna jedne jedno jednog jer jesu joj još kad kada
        kako kao kod koja koje kojeg kojem koji kojih kojim kojoj koju kroz lani li manje među međutim mi
        mnogo mogu mora moraju možda može mu na nad najviše nakon naš ne nego neka neke neki nekih nekog
        nekoliko nema ni nije nikad niko ništa nisu niti nitko njega njegov njegova njegovo njezin njih njihov
        njihova njihove no o od odnosno oko on ona onda oni ono osim ova ovaj ove ovi ovih ovo ovog ovoga ovom
        pa po pod poput pored posle poslije pošto pre preko prema pri prije protiv radi s sa sada sam samo se
        sebe si smo šta što stoga su sva svaka svake svaki svako sve svega svi svih svim svog svoj svoje svoju
        ta tada taj takav tako takođe također te tek ti tih tijekom tim to tog toga toliko tom tome trebalo tu
        u uoči uvijek uz vam već veoma vi više vrlo za zašto zatim zato zbog
    """),
    "Finnish": lexicon("""
        ei eivät eikä emme en ennen enemmän entä että he heidän heille heistä heitä hän häneen hänelle hänen hänet
        häntä ilman itse ja jo johon joiden joissa joita joka jokainen jolla jolloin jonka jos joskus josta jossa jota
        jotka jotta jälkeen kaikki kaikkien kanssa kautta keskellä koko koska kuin kuinka kuitenkin kun kunnes kuten
        kesken lisäksi luona lähes me meidän meille melko mikä mikään millä minkä minun minä missä mitä monet monta
        mukaan muu muun muut muutama mutta myös myöskin ne neitä niiden niihin niille niin niissä niistä niitä noin
        nuo nyt olemme olen oli olivat ole olisi olisivat olla olleet ollut on ovat paitsi paljon pitkin pitää saa
        sekä se sen siellä sieltä sitten siihen siinä siis siitä sillä sille silti sinä sitä suuri taas tai takia te
        tämä tämän tästä tässä tätä tuo tuon tällä useita vaan vaikka vain vastaan vielä vieläkin voi voidaan voivat
        vuoden vuonna vuotta välillä yhä yli ylös
    """),
    "Turkish": lexicon("""
        acaba ama ancak artık aslında ayrıca az bana bazı belki ben beri bile bin bir biraz biri birkaç biz bizim
        böyle bu buna bunda bundan bunlar bunların bunu bunun burada çok çoğu çünkü da daha dahi de değil değildi
        değildir dek diğer diye doğru dolayı eden eder edilen en etti etmek fakat fazla gibi göre ha halen hangi hatta
        hem henüz hep hepsi her herhangi hiç hiçbir ile ilgili ise için iki kadar karşı kendi kez ki kim kimse mı mi
        mu mü nasıl ne neden nedenle o olan olarak oldu olduğu oldukça olduğunu olmak olmadı olması olmasa olsa olur
        ona onda ondan onlar onların onu onun orada önce önceki öyle rağmen sadece sanki sen siz sonra sonraki şey
        şimdi şu şöyle tarafından tek tüm üzere üzerinde var vardı ve veya ya yani yer yine yok yoktu
    """),
}
"""Of each language, in lower case, an elided one with its apostrophe."""

LETTERS = {
    "German": "äöüß",
    "French": "àâçèéêëîïôœùû",
    "Spanish": "áéíñóú",
    "Italian": "àèéìòù",
    "Portuguese": "àáâãçéêíóôõú",
    "Dutch": "éëï",
    "a Nordic language": "åäöæø",
    "Polish": "ąćęłńóśźż",
    "Czech or Slovak": "áäčďéěíľĺňóôřŕšťúůýž",
    "Slovene": "čšž",
    "Croatian or Serbian": "čćđšž",
    "Finnish": "äö",
    "Turkish": "çğıöşü",
}
"""Those of everyday words."""
