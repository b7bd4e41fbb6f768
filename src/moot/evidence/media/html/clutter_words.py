"""How pages name what is not their text: in classes and ids, in headings, in words of its own, in many languages."""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

LEADS = lexicon("""
    nav navbar navigation menu menubar submenu megamenu breadcrumb breadcrumbs crumb crumbs crumbtrail pagination pager
    masthead topbar subnav skip skiplink sidenav rail share sharing sharedaddy sharebar social socials addtoany
    toc tocbox toctree tagcloud taglist tags hashtags backtotop back2top toolbox footer colophon copyright bottommenu
""")
"""Of things that lead elsewhere: links, or few words."""
NAMES = lexicon("""
    sidebar cookie cookies consent gdpr ccpa popup lightbox adblock paywall
    ad ads advert adverts advertisement advertising adsbygoogle adslot adthrive sponsor sponsors sponsored promo promos
    promotion taboola outbrain dfp anzeige werbung publicidad publicite affiliate
    newsletter newsletters subscribe subscription signup signin login register optin
    related recommended recommendation recommendations recirc recirculation onward onwards trending popular mostread
    mostviewed readmore readnext upnext suggestions alsolike teaser teasers crosssell upsell
    bio signature cta testimonials editsection headerlink hashlink permalink clipboard zeroclipboard catlinks
    printfooter rating ratings stars votes reactions likes feedback survey noprint
""")
REMARKS = lexicon("""
    comment comments commentlist commentarea disqus respond replies responses kommentar kommentare commentaires
    comentarios discussion discussions reviews
""")
LEADS_SO = lazy_re(
    r"jump[-_]?(to|link|box)|skip[-_](link|to)|hash[-_]link|table[-_]of[-_]contents|back[-_](to[-_])?top"
    r"|edit[-_](page|link|section)|(post|entry|article)[-_](tags|nav)|(prev|next)[-_](post|page|article)|page[-_]?nav"
    r"|site[-_](header|footer|title|nav|info|description|tagline)|blog[-_](description|tagline)"
    r"|copy[-_](button|code|link)"
    r"|sign[-_](up|in)\b|log[-_]in\b|buy[-_]?(btn|button|box|now)|post[-_]?buttons|mini[-_]cart"
)
NAMES_SO = lazy_re(
    r"most[-_]?(read|viewed|popular)|(read|more)[-_](more|next|stories|articles|news|from|on)\b"
    r"|also[-_](like|read|viewed)"
    r"|author[-_]?(bio|box|card)|about[-_](the[-_])?author|user[-_]?info|post[-_]?profile|online[-_]list|stat[-_]block"
    r"|widget[-_]area|(?<![\w-])widget[-_](recent|archive|categories|search|tag|pages|meta)|opt[-_]in"
    r"|(cmp|consent|cookie)[-_](banner|wrapper|modal|message|bar)|(?<![\w-])modal(-dialog|-content)?(?![\w-])"
    r"|ad[-_](slot|unit|container|wrapper|banner)"
)
NOTES = lazy_re(
    r"foot-?notes?|end-?notes?|references|bibliography|admonition|callout|note\b|quote|infobox|warning|tip\b"
)
SECTIONS = lazy_re(
    r"(related|recommended|suggested|popular|trending|most (read|popular|viewed)) (\w+ )?(articles?|posts?|stories|"
    r"news|content|reading|topics|products|items|questions|episodes|videos|pages|links|statistics|advisories|coverage)"
    r"|related|recommended( for you| reading| articles| stories)?|you (may|might) also (like|enjoy|be interested).*"
    r"|(readers|customers|others) (also|who).*|most (read|viewed|popular)|trending( now)?|read next|up next"
    r"|what to read next|keep reading|don.t miss|\d+ (comments?|responses?|replies)|\d+ thoughts on.*|comments? \(\d+\)"
    r"|leave a (comment|reply)|discussion about this.*|join the (discussion|conversation)|post a comment"
    r"|write a response|your answer|share this.*|like this:?|follow us.*|about the author|written by.*"
    r"|sign up (to|for).*|subscribe( now| to .*)?|newsletter|stay (informed|up to date|in touch).*|never miss .*"
    r"|get (new|our|the latest) .*|ready for more\??|advertisement|sponsored( content)?|promoted"
    r"|(was|is|did) this (page|article|post) (help|useful).*|not the answer you.*|cite this article|about this article"
    r"|similar content.*|also from this source|our (partners|sponsors)|what our customers say"
    r"|mehr zum thema|lesen sie auch|meistgelesen.*|das könnte sie auch interessieren.*|ähnliche artikel"
    r"|verwandte themen|diskutieren sie mit|sur le même (sujet|thème)|à lire aussi|les plus lus|lire aussi"
    r"|dernières (publications|actualités)|articles (liés|similaires)|artículos relacionados|más leídos"
    r"|te puede interesar.*|lea también|articoli correlati|leggi anche|leia (também|mais)|lees ook|les også|läs också"
    r"|читайте также|по теме|相关(阅读|文章|新闻|推荐)|热门(排行|文章|推荐)|推荐阅读|延伸阅读"
    r"|関連(記事|リンク|ニュース)|人気記事.*"
    r"|最新記事|あわせて読みたい|관련 ?기사|많이 본.*|مواضيع ذات صلة|اقرأ أيضا.*|الأكثر قراءة|כתבות נוספות"
    r"|חדשות נוספות|קראו גם",
    re.IGNORECASE,
)
"""Headings of sections that lead elsewhere."""
MAY_LEAD = lazy_re(
    r"(more|latest|recent|other|further) (\w+ )?(articles?|posts?|stories|news|content|reading|topics|products|items|"
    r"questions|episodes|videos|pages|links|coverage|advisories"
    r"|statistics)|comments?|responses?|replies|reviews?|\d+ reviews?"
    r"|(more|read more|explore more|also|latest|news|articles|posts) (on|from|by|in|about|to)\b.{0,60}"
    r"|explore( more| the topic| content)?.*|weitere (artikel|themen|meldungen)|kommentare?|commentaires?|comentarios?"
    r"|más (artículos|sobre.*)|评论|評論|コメント|おすすめ.*|댓글|التعليقات|תגובות|комментарии",
    re.IGNORECASE,
)
"""Those that do so if what is under them is links; else they are chapters like any."""
PHRASES = lazy_re(
    r"(skip|jump) to .{0,30}|back to top|top|advertisement|ad|anzeige|werbung|publicité|publicidad|read more:?"
    r"|lesen sie auch|lire aussi|share|share (this|on|to|via) .{0,30}|tweet|pin it.*|print|print (page|recipe)|email"
    r"|download pdf|full size (table|image)|view (this page|source)|edit( this page)?|copy( code| link)?|reply|follow"
    r"|sign (up|in)|log ?in|register|subscribe( now)?|add to cart|buy (now|plan)|save|report|embed|permalink"
    r"|listen( to this.*)?|open in app|quote|post reply|reply with quote|who is online|users browsing this .*|like"
    r"|likes?"
    r"|.{0,60}(turn on|enable|activate|aktivieren|activer) (sie )?java-?script.{0,80}|view all.{0,20}|see all.{0,20}"
    r"|(previous|next|prev) (message|post|article|page|thread|topic|chapter|entry|story):?.{0,100}"
    r"|messages sorted by:?.{0,80}"
    r"|loading(\.\.\.|…)?|leave a comment|add a comment|table of contents|on this page|in this article"
    r"|(this|our) (post|article|page|site) (may )?contains? affiliate links?.*|we may earn (a )?commission.*"
    r"|as an amazon associate.*|©.{0,120}|copyright (©|\(c\)|\d{4}).{0,120}|all rights reserved.?|powered by .{0,60}"
    r"|teilen|drucken|merken|kommentieren|imprimer|partager|compartir|分享.{0,10}|字号.{0,10}|ツイート|シェア"
    r"|版权所有.{0,40}|جميع الحقوق محفوظة.*|شارك.{0,20}|כל הזכויות שמורות.*",
    re.IGNORECASE,
)
