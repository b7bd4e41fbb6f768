"""What search vendors take and give, field by field as they do: one file a vendor.

Written from the vendors' documentation and from recorded answers, apart from the engines of `moot.evidence.search`: so
both are wrong only independently. An answer has fields that nobody reads here, since the vendors' have them too.
"""

from __future__ import annotations

from collections.abc import Mapping

from moot.testing.engines.arxiv import ArXiv
from moot.testing.engines.base import Shape
from moot.testing.engines.brave import Brave
from moot.testing.engines.exa import Exa
from moot.testing.engines.openalex import OpenAlex
from moot.testing.engines.searxng import SearXNG
from moot.testing.engines.tavily import Tavily

SHAPES: Mapping[str, Shape] = {
    "searxng": SearXNG(),
    "brave": Brave(),
    "tavily": Tavily(),
    "exa": Exa(),
    "openalex": OpenAlex(),
    "arxiv": ArXiv(),
}
