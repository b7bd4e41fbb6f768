"""Lists of words, written as prose instead of a string a line."""

from __future__ import annotations


def lexicon(words: str) -> frozenset[str]:
    """The words of a text that is separated by white space."""
    return frozenset(words.split())


def sequence(words: str) -> tuple[str, ...]:
    """The same where their order counts."""
    return tuple(words.split())


STOP_WORDS = lexicon("""
    a about above after again against all also am an and any are as at be because been before being below between both
    but by can could did do does doing down during each either else ever few for from further had has have having he
    her here hers herself him himself his how however i if in into is it its itself just may me might more most much
    must my myself neither no nor not now of off on once one only or other our ours ourselves out over own per quite
    rather same she should since so some such than that the their theirs them themselves then there these they this
    those though through thus to too under until up upon us very was we were what when where whether which while who
    whom whose why will with within without would yet you your yours yourself
""")

NOT_A_NAME = lexicon("""
    a an the in on at of by for from to with about over under only just some all both between since until after before
    and or but if when while as than nearly almost roughly around approximately another these those this that its their
    our his her we they it there here within up down plus minus is are was were has have had scores scored score costs
    cost takes took runs ran total totals average each every no any further first next last least most more less fewer
    exactly today now also not january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
""")
"""Words that begin with a capital at the start of a sentence and are no proper name before a number."""
