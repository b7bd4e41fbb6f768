"""Words that a sentence encoder takes for near: some of them are one thing in two words, some exclude one another.

Lists of common words of reports, none complete: where a pair is in neither, the encoder's nearness decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from moot.text.lexicon import lexicon
from moot.text.terms import stem

_SYNONYMS = """
    hectare hectares ha | kilometre kilometres kilometer kilometers km | hour hours h hr | minute minutes min
    metre metres m | kilogram kilograms kg kilo | tonne tonnes t | second seconds s | chamber chambers houses
    wage wages pay salary salaries earnings | lorry lorries truck trucks
    firm company business enterprise corporation | car cars automobile automobiles | plant factory works
    doctor doctors physician physicians medics | revenue revenues turnover takings sales
    worker workers employee employees staff personnel workforce | job jobs post posts position positions
    price prices cost costs | start begin beginning commence onset outset | end finish close conclusion conclude
    buy purchase acquire bought | sell dispose sold | shop shops store stores outlet outlets
    customer customers client clients consumers | house houses home homes dwelling | flat apartment
    film movie picture | ship ships vessel vessels boat boats | plane aircraft aeroplane airplane | road street
    child children kid kids youngsters | pupil pupils schoolchildren | student students learners | teacher teachers
    hurt injured wounded | dead killed | resign resigned quit | dismiss dismissed sacked fired
    hire hired recruit recruited | show shows showed demonstrate reveal indicate | allow permit let
    ban banned prohibit prohibited forbid | build built construct construction building erected | repair mend fix
    rise rose increase climb grow went | fall fell drop decline decrease | cut reduce lower lowered trim slash
    help aid assistance support | need require required needed | try attempt seek
    get obtain receive receives given gets | give grant provide | use employ utilise utilize
    law act legislation statute bill | rule regulation | trial case proceedings | judge judges bench court
    big large major | small little minor | quick fast rapid swift | cheap inexpensive | old former previous
    ill sick unwell | illness disease sickness | drug medicine medication | study research survey investigation
    scientist scientists researchers academics | election vote poll ballot | parliament legislature
    minister secretary | president head leader chief | boss chief head | chief-executive ceo | country nation state
    town city municipality | area region district zone | river stream | hill mountain | forest woods woodland
    rubbish garbage waste trash | petrol gasoline fuel | oil crude petroleum | power electricity
    photovoltaic solar | wood timber lumber | maize corn | ground earth soil | farm farms agricultural holding
    farmer farmers growers | crop harvest yield output production | output production
    part share portion proportion | half fifty | amount sum quantity | number count | tax levy duty
    fee charge charges | loan loans debt debts lending credit | bank lender | money cash funds funding
    profit earnings | shareholder shareholders stockholders | chairman chairwoman chair chairperson
    attack assault raid | fire blaze | storm gale tempest | flood floods flooding inundation
    rain rainfall downpour downpours | frost freeze | collapse crash fall | accident crash collision
    police officers constabulary | thief burglar robber | murder homicide killing | prison jail gaol
    lawyer attorney solicitor barrister | fine penalty | deal agreement accord pact contract treaty
    merger takeover acquisition | plan scheme project programme | goal target aim objective | result outcome
    reason cause | error mistake fault | problem issue trouble | meeting session gathering
    talk discussion negotiations | speech address | letter note | book volume | paper article | author writer
    wrote write written draft drafted author pen penned | painter artist | singer vocalist | player footballer
    match game fixture | team side squad | coach manager trainer | win victory triumph won | defeat loss lost
    prize award | record | first earliest initial opening | last final | tower lighthouse | church chapel
    airport airfield | ferry boat | pier jetty quay wharf dock | harbour port haven | tunnel | bridge crossing
    rail railway train trains | tram streetcar | bicycle bicycles bike bikes | pedestrian walkers
    passenger passengers travellers | visitor visitors guests tourists
    inhabitants residents people citizens population | woman women female lady | man men male | infant baby
    elderly old aged | young youth | damp moist wet humid | dry arid | hot warm | cold chilly
    code program programme | software app application program | mobile phone smartphone handset cellphone
    website site webpage | web online internet | computer machine | data information figures
    picture photo photograph image pictures photographs images | version release edition
    second-hand used pre-owned | stop stopped cease ceased halt halted discontinue | launch launched lifted unveil
    open launch | announce unveil announced unveiled | criticise attacked criticized | back endorse support approve
    confirm verify corroborate | deny refute | die died passed deceased | leave depart left departed
    reach arrive arrived | screen shown screened show | shoot film shot filmed | run operate operated operates
    keep store kept stored hold | transit transported transport | approximately roughly about around
    town-hall council | wreck wreckage | body corpse | mass weight | speed velocity
    height level altitude elevation | size extent | length duration | share stake | opening inauguration
    contractor builder | supplier vendor | tenant renter tenants renters | container box | committee panel board
    volunteer volunteers participants subjects | opposition opponents | stall cuts | car-park garage
"""
"""One thing: a group ends with a bar or its line."""
_SIBLINGS = """
    revenue profit debt loss cost tax | sales profit | wages prices rents | exports imports | price quality quantity
    tax wages rent interest dividends fines | length width height depth weight speed age cost
    longest oldest tallest largest fastest deepest highest widest heaviest newest smallest richest
    temperature pressure humidity rainfall wind | men women boys girls children adults
    man woman boy girl child adult | teachers pupils parents students | doctors nurses patients | landlord tenant
    landlords tenants owners renters | employer employee employers employees | buyer seller buyers sellers
    lender borrower lenders borrowers | driver conductor passenger | pilot manufacturer operator engineer
    mother father | brother sister | husband wife | son daughter | king queen | uncle aunt
    steel aluminium iron copper brass bronze marble granite stone wood plastic glass concrete brick silver \
    gold lead zinc tin nickel
    cement concrete | oil gas coal nuclear solar wind hydro electricity water | petrol diesel electric hybrid
    car bus train tram plane ship ferry bicycle lorry motorcycle
    cars buses trains trams planes ships ferries bicycles lorries motorcycles | road rail air sea
    beer wine spirits | tea coffee cocoa | wheat barley maize rye oats rice potatoes | beef pork lamb chicken
    apples pears cherries grapes | cats dogs horses cows sheep pigs goats | mice rats rabbits | mice humans animals
    bees wasps ants | wolves bears foxes deer | salmon trout cod herring | oak beech pine spruce
    frost drought hail flood storm heatwave | fire flood | earthquake storm | north south east west
    northern southern eastern western central | left right | upper lower | front rear back | inner outer
    morning evening afternoon night | breakfast lunch dinner | spring summer autumn winter
    harvesting spraying sowing planting ploughing | construction demolition repair inspection | opening closure
    start end beginning | births deaths | marriages divorces | inpatients outpatients | admissions discharges
    murder manslaughter theft fraud robbery bribery arson assault | civil criminal | plaintiff defendant
    prosecution defence | judge jury lawyer witness | chairman treasurer secretary | chief chairman
    director shareholder | directors shareholders | minister president | senate parliament council
    government opposition | local national regional federal municipal parliamentary presidential european
    public private | primary secondary tertiary | urban rural | import export | domestic foreign | military civilian
    army navy | red blue green yellow black white brown orange purple grey | hull engine mast rudder
    roof wall floor door window | turbines gates | hardware software | phone tablet laptop
    processor battery screen camera memory | acting music script plot directing costumes | painting sculpture
    singer drummer guitarist pianist | violin piano guitar flute | goalkeeper striker defender midfielder
    football rugby | tennis cricket hockey basketball | gold silver bronze
    law medicine economics biology physics chemistry history mathematics | heart lung liver kidney brain | blood
    mean median maximum minimum | weather climate | sunday monday tuesday
    daily weekly monthly yearly annual quarterly | hourly | net gross | before after
    church mosque temple synagogue | catholic protestant | cost length | goods services
    fishing farming mining forestry | freight passenger | bus | wages pensions
    rights health safety privacy | construct demolish | sell close | open delete install | criticised praised
    hired trained fired | shot edited released
"""
"""Of which one is not the other."""


@cache
def _places(lists: str) -> dict[str, frozenset[int]]:
    """In which groups each stem stands."""
    found: dict[str, set[int]] = defaultdict(set)
    for n, group in enumerate(re.split(r"[|\n]", lists)):
        for word in lexicon(group):
            found[stem(word)].add(n)
    return {word: frozenset(groups) for word, groups in found.items()}


_NOWHERE: frozenset[int] = frozenset()


def synonyms(one: str, other: str) -> bool:
    """True for two stems of one group of words that say the same."""
    known = _places(_SYNONYMS)
    return not known.get(one, _NOWHERE).isdisjoint(known.get(other, _NOWHERE))


def siblings(left: Iterable[str], right: Iterable[str]) -> tuple[str, str] | None:
    """Two stems, one of each side, that exclude one another; None when there are none."""
    known = _places(_SIBLINGS)
    here, there = sorted(set(left)), sorted(set(right))
    for one in here:
        for other in there:
            groups = known.get(one, _NOWHERE) & known.get(other, _NOWHERE)
            inside = any(known.get(each, _NOWHERE) & groups for each in here if each in there)
            if groups and one != other and not inside and not synonyms(one, other):
                return one, other
    return None
