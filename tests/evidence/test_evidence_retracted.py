"""A source that says of itself that it was retracted, and texts that only tell of retractions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moot.evidence.read import read_paths
from moot.words import Source

PROSE = "Bees fly farther in May than in June. The 41 hives of Tarvo stand on nine hills, and each has a scale.\n\n" * 6
RETRACTED = {
    "title.md": f"# RETRACTED: Bees and rain\n\n{PROSE}",
    "bracket.md": f"# [Retracted] Bees and rain\n\n{PROSE}",
    "article.md": f"# RETRACTED ARTICLE Bees and rain\n\n{PROSE}",
    "arxiv.md": f"# Bees and rain\n\nThis paper has been withdrawn by its author.\n\n{PROSE}",
    "letter.md": f"# Bees and rain\n\nThis letter was retracted on 3 May 2024.\n\n{PROSE}",
    "capitals.txt": f"WITHDRAWN: Bees and rain\n\n12 May 2024\n\n{PROSE}",
    "notice.md": f"# Bees and rain\n\nThis article has been retracted at the request of its authors.\n\n{PROSE}",
    "editors.md": f"# Bees and rain\n\nRetraction notice: The Editor-in-Chief has retracted this article.\n\n{PROSE}",
    "german.md": f"# Bienen im Regen\n\n**Dieser Artikel wurde von den Autoren zurückgezogen.**\n\n{PROSE}",
    "meta.html": f"<meta name='citation_article_type' content='Retracted Publication'><h1>Bees</h1><p>{PROSE}</p>",
    "banner.html": f"<div class=alert>This article was retracted on 3 May 2024.</div><h1>Bees</h1><p>{PROSE}</p>",
    "status.html": '<script type="application/ld+json">'
    + json.dumps({"@type": "ScholarlyArticle", "name": "Bees", "creativeWorkStatus": "Retracted"})
    + f"</script><h1>Bees</h1><p>{PROSE}</p>",
}
STANDING = {
    "news.md": f"# Withdrawn: the tax plan of Tarvo\n\n{PROSE}",
    "story.md": f"# Why a paper on bees was retracted\n\nThe article was retracted in 2011.\n\n{PROSE}",
    "monks.md": f"# WITHDRAWN FROM THE WORLD: THE MONKS OF ATHOS\n\n{PROSE}",
    "lynx.md": f"# RETRACTED CLAWS OF THE LYNX\n\n{PROSE}",
    "claws.md": f"# RETRACTED claws of the lynx\n\n{PROSE}",
    "plan.md": f"# WITHDRAWN: THE TAX PLAN OF TARVO\n\n{PROSE}",
    "salon.md": f"# The bathers\n\nThis work was withdrawn from the Salon of 1863 by its painter.\n\n{PROSE}",
    "strike.md": f"# To the mayor\n\nThis letter was withdrawn in 1921 after the strike was over.\n\n{PROSE}",
    "second.md": f"# Hives\n\nThis publication is withdrawn. It has been replaced by version 2.\n\n{PROSE}",
    "shop.md": f"# The scale\n\nCet article a été retiré de la vente en 2019.\n\n{PROSE}",
    "boat.md": f"# The boat\n\nThis work was withdrawn from sale in 1990.\n\n{PROSE}",
    "later.md": f"# Bees\n\n{PROSE * 4}\n\nThis article has been retracted, said one of the books.\n",
    "teaser.html": f"<h1>Bees</h1><p>{PROSE}</p><aside><p class=notice>This article was retracted: read on</p></aside>",
    "keywords.html": f"<meta name=keywords content=retracted><h1>Bees</h1><p>{PROSE}</p>",
}


def source(tmp_path: Path, name: str, text: str) -> Source:
    (tmp_path / name).write_text(text)
    (document,), _ = read_paths([tmp_path / name])
    return document.source


@pytest.mark.parametrize("name", RETRACTED)
def test_a_text_that_says_of_itself_that_it_was_retracted_has_a_note(name: str, tmp_path: Path) -> None:
    read = source(tmp_path, name, RETRACTED[name])
    assert read.retracted and any(word in read.notes[0] for word in ("retracted", "withdrawn", "zurückgezogen"))


@pytest.mark.parametrize("name", STANDING)
def test_what_only_tells_of_a_retraction_stands(name: str, tmp_path: Path) -> None:
    read = source(tmp_path, name, STANDING[name])
    assert not read.retracted and not any("retracted" in note for note in read.notes)
