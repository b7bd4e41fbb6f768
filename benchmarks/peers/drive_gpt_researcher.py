"""Runs in the environment of gpt-researcher: QUESTION FOLDER REPORT TYPE SOURCE."""

# pyright: basic, reportMissingImports=false

import asyncio
import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path

# Its estimate of cost loads a table of tokens from the network; litellm, which it installs, ships the same table.
found = find_spec("litellm")
if found is not None and found.origin is not None:
    os.environ["TIKTOKEN_CACHE_DIR"] = str(Path(found.origin).parent / "litellm_core_utils" / "tokenizers")

from gpt_researcher import GPTResearcher  # noqa: E402


async def main(question: str, folder: str, kind: str, source: str) -> str:
    os.environ["DOC_PATH"] = folder
    os.environ["EMBEDDING_KWARGS"] = json.dumps(
        {"openai_api_base": os.environ["PEER_HELPERS"], "check_embedding_ctx_length": False}
    )
    researcher = GPTResearcher(query=question, report_type=kind, report_source=source, verbose=False)
    await researcher.conduct_research()
    return await researcher.write_report() or ""


question, folder, out, kind, source = sys.argv[1:6]
Path(out).write_text(asyncio.run(main(question, folder, kind, source)), encoding="utf-8")
