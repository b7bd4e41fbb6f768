"""What markup and marks look like: one pattern with a named alternative for each, the first that fits counts."""

from __future__ import annotations

import re

from moot.evidence.cited_report import keys, numbers, signals
from moot.text.lazy import lazy_re

_WORDS = r"\[(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.){0,300}\]){1,500}\]"
_DEEP = r"\((?:[^()\s]|\([^()\s]{0,300}\)){0,300}\)"
_TITLE = r"(?:\s+(?:\"(?:[^\"\n\\]|\\.){0,300}\"|'[^'\n]{0,300}'|\([^()\n]{0,300}\)))?"
_TARGET = (
    rf"\(\s*(?:<[^<>\n]{{0,2000}}>|(?:[^()\s\\<]|\\.|{_DEEP}){{1,2000}}){_TITLE}\s*\)(?:\{{[^{{}}\n]{{0,200}}\}})?"
)
_ONE = _WORDS + _TARGET
_REFERENCE = rf"{_WORDS}(?:\[[^\[\]\n]{{0,80}}\])?"
_NEEDED = (
    r"[*_]{0,2}(?:(?:full\s|better\s|additional\s)?(?:citations?|sources?|clarification|verification|page|quotation)\sneeded"
    r"|failed\sverification|(?:permanent\s)?dead\slink|unreliable\ssource\??|original\sresearch\??|dubious[^\[\]\n]{0,20}"
    r"|(?:by\s|according\sto\s)?(?:who|whom|when|which|where)\?)[*_]{0,2}"
)
"""What a reader of the report wrote into it: it says that a source is missing, and is none."""
_NOTES = r"(?:refs?\.?|references?|sources?|quellen?|foot-?notes?|end-?notes?|notes?|fnn?\.?|nn?\.)"
_LINKED = r"\((?:[^()\n]|\([^()\n]{0,300}\)){0,300}\)"
_LEAD = (
    r"(?:(?:see|cf\.?|via|from|sources?|refs?\.?|references?|e\.g\.,?|also|after|compare|data)(?:\s+also)?:?\s+){0,2}"
)
LOCATOR = (
    r"(?:pp?\.|pages?|tab(?:le|\.)|fig(?:ure|\.)|ch(?:apter|\.)|sec(?:tion|\.|t\.)|§|¶|para(?:graph|\.)|app(?:endix|\.)"
    r"|vol\.|nos?\.|eq\.|tbl\.|art\.|item|slide|accessed|retrieved|min\.|line)[^()\[\]\n]{0,40}"
)
_URL = r"(?:https?://|www\.)[^\s<>\[\]{}|\\^`\"“”\ufffc]{3,2000}"
PLAIN_URL = _URL.replace("“”", "“”()")
_VISITED = r"[,;]?\s?(?:last\s)?(?:accessed|retrieved|visited|abgerufen|consulted)\b[^()\n.;]{0,40}"
"""When somebody looked at an address."""
_NESTED = r"(?:[^\[\]]|\[[^\[\]@]{0,80}\])"
"""Of a mark with keys: a letter, or brackets in it."""
SCAN = lazy_re(
    rf"""(?P<escape>\\[!-/:-@\[-`{{-~])
    |(?P<math>\$(?=[^$\n]{{0,200}}[_^\\{{])[^\s$](?:[^$\n]{{0,200}}[^\s$])?\$)
    |(?P<code>(?P<ticks>`{{1,3}})(?!`)(?P<code_words>[^`\n]{{1,500}}(?:\n[^`\n]{{1,500}}){{0,3}})(?P=ticks)(?!`))
    |(?P<needed>\[(?:\[{_NEEDED}\]{_LINKED}\]|{_NEEDED}\]{_LINKED}|{_NEEDED}\]|cite_start\]))
    |(?P<image>!{_ONE}|!\[[^\[\]\n]{{0,200}}\]\[[^\[\]\n]{{0,80}}\])
    |(?P<note>\\?\[\^(?P<note_name>[^\]\n\[\\]{{1,80}})\\?\](?:(?<=\^\])\[\d{{1,3}}\])?(?:\(\#[^()\s]{{0,100}}\))?(?!\([^()\s]+\)))
    |(?P<comma>(?<=\])\^[,;\s]{{1,2}}\^(?=\[))
    |(?P<inline>\^\[(?!{numbers.LIST}\])(?P<inline_words>(?:[^\[\]]|\[[^\[\]]{{0,200}}\]){{1,1000}})\])
    |(?P<source>(?!【turn\d)【(?P<source_number>\d{{1,4}}(?::\d{{1,4}})?)?(?P<source_name>[^【】\n]{{0,200}})】)
    |(?P<squared>\[(?P<squared_number>\d{{1,4}}(?::\d{{1,4}})?)(?P<squared_name>†[^\[\]\n]{{0,200}})\](?!\())
    |(?P<gone>:contentReference\[oaicite:\d{{1,4}}\](?:\{{[^{{}}\n]{{0,40}}\}})?|\ue200(?:file)?cite\ue202[^\ue201\n]{{0,300}}\ue201
        |\b(?:file)?cite(?:turn\d{{1,3}}[a-z]{{1,12}}\d{{1,3}}){{1,20}}|【(?:turn\d{{1,3}}[a-z]{{1,12}}\d{{1,3}}[,\s]{{0,2}}){{1,20}}】)
    |(?P<latex>{keys.LATEX.pattern})
    |(?P<pandoc>\[\[?\^?{_NESTED}{{0,80}}?(?<![\w./@])@[\w{{]{_NESTED}{{0,400}}\]{{1,2}}(?:\(\#[^()\s]{{0,100}}\))?(?!\())
    |(?P<wiki>\[\[(?![\d\s,;–-]{{1,80}}\])(?P<wiki_name>[^\[\]|\#^@\n]{{1,120}})(?:[\#^][^\[\]|\n]{{0,80}})?(?:\|(?P<wiki_words>[^\[\]\n]{{1,120}}))?\]\](?!\())
    |(?P<parenkeys>\([^()@\n]{{0,60}}(?<![\w./@])@[\w{{][^()\n]{{0,200}}\))
    |(?P<empty>(?<!!)\[\s?\]\(\s*<?(?P<empty_target>(?:https?://|www\.)(?:[^()\s\\<>]|{_DEEP}){{1,2000}})>?{_TITLE}\s*\))
    |(?P<lost>\[(?P<lost_words>[^\[\]\n]{{1,300}})\]\(\s{{0,20}}(?:\#|todo|tbd|url|link|https?://|\.{{3}}|…|\?+|x+|insert[^()\n]{{0,40}})?\s{{0,20}}\))
    |(?P<unknown>\[\?{{1,3}}\](?!\())
    |(?P<link>{_ONE})
    |(?P<group>[(\[]\s*{_LEAD}{_ONE}(?:(?:\s*(?:[,;/|·+–—-]|and\b|&)\s*|\s*){_LEAD}{_ONE}){{0,20}}(?:,?\s*(?:{LOCATOR}|(?:1[5-9]|20)\d\d[a-z]?)|\s?[,;–—-]\s?[^()\[\]\n\d]{{0,24}}\d[^()\[\]\n]{{0,24}})?\s*[)\]])
    |(?P<references>[(\[]\s*{_LEAD}{_REFERENCE}(?:\s*(?:[,;/|·+]|and\b|&)\s*{_LEAD}{_REFERENCE}){{0,20}}(?:,?\s*{LOCATOR})?\s*[)\]](?![(\[]))
    |(?P<reference>(?P<reference_words>{_WORDS})\[(?P<reference_name>[^\[\]\n]{{0,80}})\])
    |(?P<between>\[(?P<first>\d{{1,3}})\]\s?(?:[-–—…]|\.{{2,3}}|to|through|bis)\s?\[(?P<last>\d{{1,3}})\](?!\())
    |(?P<number>\\?[\[［]\s*[*_]{{0,2}}{numbers.LEAD}(?P<numbers>{numbers.LIST}){numbers.LOCATOR}[*_]{{0,2}}\s*\\?[\]］](?!\())
    |(?P<worded>\(\s*(?:{signals.SEE}\s+)?{_NOTES}\s*(?P<worded_numbers>{numbers.LIST}){numbers.LOCATOR}\s*\))
    |(?P<beside>[,;]\s{signals.SEE}\s{_NOTES}\s*(?P<beside_numbers>\d{{1,4}}(?:\s?(?:[,–-]|and)\s?\d{{1,4}}){{0,10}})(?=\s*[);]))
    |(?P<label>\[(?P<labels>[^\[\]\n^]{{1,80}})\])
    |(?P<super><sup[^<>]{{0,80}}>(?P<super_words>(?:(?!</?sup)[^\n]){{0,400}})</sup>)
    |(?P<caret>(?<=[\w.,;:)”"%*])\^(?:(?P<caret_words>{numbers.LIST})\^|\\?\[(?P<caret_square>{numbers.LIST})\\?\]\^?|\((?P<caret_round>{numbers.LIST})\)\^?))
    |(?P<anchor><a\s(?P<anchor_attributes>[^<>]{{0,500}})>(?P<anchor_words>(?:(?!</a\b)[^\n]){{0,500}})</a>)
    |(?P<bracketed_url><(?P<bracketed>{_URL})>|(?<![\w)])\(\s*(?:{_LEAD})(?P<parenthesised>{PLAIN_URL}(?:\s*[,;]\s*{PLAIN_URL}){{0,20}})(?:{_VISITED})?\s*\))
    |(?P<named_url>(?<![\w)])\((?P<named>\s*{_LEAD}[\w“"‘'*][^()\n]{{1,120}}?)[,:;]?\s(?P<named_address>{PLAIN_URL})\s*\))
    |(?P<url>(?<![\w@/]){_URL}(?P<visited>(?:{_VISITED}|\s\(\s?(?:{_VISITED})\)))?)
    |(?P<doi>(?:\(\s*)?(?:\bdoi:\s?|(?<![\w/.])(?=10\.))(?P<doi_name>10\.\d{{4,9}}/[^\s<>\[\]"”\ufffc]{{2,200}}))
    |(?P<arxiv>(?:\(\s*)?\barXiv:\s?(?P<arxiv_name>\d{{4}}\.\d{{4,5}}(?:v\d+)?)(?:\s*\))?)
    |(?P<plainkey>(?<![\w.@/+-])-?@(?:\{{(?P<plainkey_braced>[^{{}}\n]{{1,200}})\}}|(?P<plainkey_name>{keys.KEY}))
        (?P<plainkey_place>\s\[(?![@\^])[^\[\]]{{1,80}}\](?![(:\[]))?)
    |(?P<tag></?(?:a|b|i|u|s|em|strong|small|span|font|cite|br|hr|p|div|sub|sup|mark|kbd|code|q|abbr|details|summary|img|center
        |li|ol|ul|table|tbody|thead|tr|td|th|section|article|blockquote|figure|figcaption|h[1-6]|dl|dt|dd
        )(?:\s[^<>]{{0,500}})?/?>)
    |(?P<entity>&(?:\#\d{{1,6}}|\#x[\da-fA-F]{{1,5}}|[a-zA-Z]{{2,10}});)
    |(?P<emphasis>\*{{1,3}}(?=\S)|(?<=\S)\*{{1,3}}|(?<!\w)_{{1,3}}(?=\S)|(?<=\S)_{{1,3}}(?!\w)|~~)""",
    re.VERBOSE | re.IGNORECASE,
)
LINK_PARTS = lazy_re(rf"(?P<words>{_WORDS})\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<target>(?:[^()\s\\<]|\\.|{_DEEP})+))")
