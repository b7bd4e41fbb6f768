"""Runs in the environment of llm-council-core: PROMPT-FILE REPORT."""

# pyright: basic, reportMissingImports=false

import asyncio
import json
import sys
from pathlib import Path

from llm_council.council import run_council_with_fallback

prompt, out = (Path(each) for each in sys.argv[1:3])
result = asyncio.run(run_council_with_fallback(prompt.read_text(encoding="utf-8")))
seats = {name: answer.get("status") for name, answer in result["model_responses"].items()}
told = {key: result["metadata"].get(key) for key in ("status", "synthesis_type", "warning")}
print(json.dumps({"seats": seats, **told}))
out.write_text(result["synthesis"], encoding="utf-8")
answers = [answer["response"] for answer in result["model_responses"].values() if answer.get("response")]
out.with_suffix(".json").write_text(json.dumps(answers), encoding="utf-8")
