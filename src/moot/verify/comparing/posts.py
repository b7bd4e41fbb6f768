"""Words for what somebody is: posts, callings and titles, and which of them may be told of one person."""

from __future__ import annotations

from moot.text.lexicon import lexicon

_NAMED_BY = lexicon("mayor minister president director chair chairman chairwoman secretary governor")
"""Offices that stand before a name: "Governor Hale"."""
_OFFICES = _NAMED_BY | lexicon("""
    treasurer manager ambassador spokesman spokeswoman coach principal rector dean architect engineer surgeon editor
    author curator referee
""")
"""What is said to be the word of one, and of whom it is said who it is."""
_RANKS = lexicon("archbishop bishop captain chancellor colonel councillor doctor judge professor senator")
"""Stand before a name too; so many have them that to name another bearer is no contradiction."""
_CHIEFS = lexicon("ceo cfo cto")
POSTS = (
    _OFFICES
    | _RANKS
    | lexicon("""
    admiral alderman alderwoman auditor commissioner constable coroner councilman councilwoman critic farmer headmaster
    headmistress headteacher imam inspector landlord lawyer leader magistrate nurse ombudsman owner pastor priest
    prosecutor provost rabbi registrar resident sheriff spokesperson superintendent teacher tenant vicar victim witness
""")
)
"""By which somebody is called who speaks."""
HELD = (
    _OFFICES
    | _CHIEFS
    | lexicon("""
    composer conductor designer founder goalkeeper inventor investigator painter producer sculptor striker warden
""")
)
"""Of which a source tells who has it: the post of a place or a firm, or a part in one work."""
TITLES = (
    _NAMED_BY
    | _RANKS
    | _CHIEFS
    | lexicon("""
    mr mrs ms miss mx dr prof sir dame lord lady king queen prince princess justice general chief pope saint st
    representative deputy cllr
""")
)
"""What stands before a name and is no part of it."""
ONE = lexicon(
    "chair chairman chairwoman president spokesman spokeswoman spokesperson director manager head owner leader"
)
"""Posts that may be told for one another."""
ALIKE = (
    ONE,
    *map(
        lexicon,
        (
            "surgeon doctor physician consultant specialist medic professor",
            "lawyer barrister solicitor attorney advocate counsel prosecutor",
            "teacher headteacher headmaster headmistress principal head rector dean professor",
            "pilot captain skipper master commander",
            "chief superintendent sheriff constable inspector commissioner captain officer commander detective",
            "farmer shepherd grower herder landlord tenant owner rancher",
            "author critic writer columnist editor professor reviewer",
            "vicar priest pastor bishop archbishop dean rector",
            "mayor councillor alderman alderwoman leader politician",
        ),
    ),
)
"""Words of which two may be told of one person."""
