"""Who is compared: how each is installed, started, started again, and where its report is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from moot.testing import DoubleServer
from moot.testing.conduct import Answerer
from peers.model import Lie, Plain, for_moot, ranking_form, researcher_form, verdict_form

HERE = Path(__file__).parent
MODELS = ("double-a", "double-b", "double-c")
SECONDS = 240
"""After this a run is ended, and counted as without a report."""


@dataclass(frozen=True)
class Task:
    """One question over one folder of plain text files, and the folder that a run may write to."""

    question: str
    sources: Path
    work: Path

    @property
    def pasted(self) -> str:
        """The question with all sources, for those who read no files."""
        texts = [f"[{path.name}]\n{path.read_text(encoding='utf-8')}" for path in sorted(self.sources.iterdir())]
        return "Answer from these sources, and name them.\n\n" + "\n\n".join([*texts, f"Question: {self.question}"])

    @property
    def report(self) -> Path:
        return self.work / "report.md"


class Contestant(ABC):
    name: ClassVar[str]
    package: ClassVar[str] = ""
    """On the package index; empty: Moot itself, which runs from this interpreter."""
    how: ClassVar[str]
    again: ClassVar[str]
    """How it is started a second time."""

    def __init__(self, envs: Path, version: str = "") -> None:
        self.home = envs / self.package
        self.wanted = version
        self.version = ""
        self.size = ""

    # --- environment ----------------------------------------------------------------------------------------------

    def install(self) -> None:
        """An environment of its own, made if need be. Raises `subprocess.CalledProcessError`."""
        if not self.package:
            return
        if not (self.home / "bin" / "python").exists():
            subprocess.run([sys.executable, "-m", "venv", str(self.home)], check=True)
        if not self._installed():
            wanted = f"{self.package}=={self.wanted}" if self.wanted else self.package
            subprocess.run([str(self.home / "bin" / "pip"), "install", "--quiet", wanted], check=True)
        self.version = self._installed()
        du = subprocess.run(["du", "-sm", str(self.home)], capture_output=True, text=True, check=True)
        packages = list((self.home / "lib").glob("python*/site-packages/*.dist-info"))
        self.size = f"{len(packages)} packages, {du.stdout.split()[0]} MB"

    def _installed(self) -> str:
        code = f"from importlib.metadata import version; print(version({self.package!r}))"
        found = subprocess.run([str(self.home / "bin" / "python"), "-c", code], capture_output=True, text=True)
        return found.stdout.strip()

    # --- runs -------------------------------------------------------------------------------------------------------

    def start(self, task: Task, server: DoubleServer, helpers: str, second: bool = False) -> subprocess.Popen[str]:
        """The program as a process of its own, in the task's folder."""
        task.work.mkdir(parents=True, exist_ok=True)
        base = {key: value for key, value in os.environ.items() if not key.endswith(("_API_KEY", "_BASE_URL"))}
        env = (
            base
            | server.env()
            | {"PEER_HELPERS": helpers, "PYTHONUNBUFFERED": "1", "HOME": str(task.work)}
            | self.env(task, server, helpers)
        )
        command = self.resume(task) if second else self.command(task)
        with (task.work / "screen.txt").open("a") as screen:
            return subprocess.Popen(command, env=env, cwd=task.work, stdout=screen, stderr=screen, text=True)

    def screen(self, task: Task) -> str:
        return (task.work / "screen.txt").read_text(encoding="utf-8", errors="replace")

    def report(self, task: Task) -> str:
        """What a reader gets; empty: nothing."""
        return task.report.read_text(encoding="utf-8") if task.report.exists() else ""

    def members(self, task: Task) -> int:
        """Answers of single members that are left where there is no synthesis."""
        return 0

    def told(self, task: Task) -> str:
        """What a reader is told, without the record of how it came about."""
        return self.report(task)

    @abstractmethod
    def command(self, task: Task) -> list[str]: ...

    def resume(self, task: Task) -> list[str]:
        return self.command(task)

    def env(self, task: Task, server: DoubleServer, helpers: str) -> dict[str, str]:
        return {}

    @abstractmethod
    def answer(
        self,
        question: str,
        sentences: Sequence[str],
        lie: Lie | None = None,
        gullible: bool = False,
        silent: bool = False,
    ) -> Answerer: ...

    def fate(self, task: Task, mark: str) -> str:
        """What became of words that no source holds, or that a source ordered."""
        return "carried, unmarked" if mark in " ".join(self.report(task).split()) else "absent"


@dataclass
class Seats:
    protocol: str = "critique"
    seats: str = ""
    """Of `--seats`, for protocols with several authors."""
    rounds: int = 2
    names: list[str] = field(default_factory=list[str])


class Moot(Contestant):
    again = "moot resume RUN"

    def __init__(self, envs: Path, seats: Seats) -> None:
        super().__init__(envs)
        self.seats = seats
        self.name = f"moot {seats.protocol}"  # pyright: ignore[reportAttributeAccessIssue]
        self.how = f"files, {seats.rounds} rounds"  # pyright: ignore[reportAttributeAccessIssue]

    def install(self) -> None:
        from importlib.metadata import distributions, version

        self.version = f"{version('moot')} {_commit()}".strip()
        self.size = f"{len(list(distributions()))} packages, its developers' tools among them"

    def env(self, task: Task, server: DoubleServer, helpers: str) -> dict[str, str]:
        return {"MOOT_HOME": str(task.work / "store")}

    def command(self, task: Task) -> list[str]:
        a, b, c = (f"openai:{model}" for model in MODELS)
        panel = ["--author", a, "--reviewer", b, "--judge", c]
        if self.seats.seats:
            panel = ["--seats", self.seats.seats]
        return [
            *(sys.executable, "-m", "moot", "research", task.question, "--sources", str(task.sources)),
            *("--protocol", self.seats.protocol, *panel, "--rounds", str(self.seats.rounds)),
            *("--price", "1/5", "--budget", "5", "--out", str(task.work)),
        ]

    def resume(self, task: Task) -> list[str]:
        runs = [line for line in self.screen(task).splitlines() if line.startswith("Run:")]
        run = runs[0].removeprefix("Run:").split(",")[0].strip()
        return [sys.executable, "-m", "moot", "resume", run, "--out", str(task.work)]

    def answer(
        self,
        question: str,
        sentences: Sequence[str],
        lie: Lie | None = None,
        gullible: bool = False,
        silent: bool = False,
    ) -> Answerer:
        return for_moot(lie, MODELS[0], gullible, silent)

    def fate(self, task: Task, mark: str) -> str:
        """By the standing of every claim that contains the words."""
        inside = [each for each in self._claims(task) if mark in each["claim"]["text"]]
        if inside:
            note = ", the header names the order" if mark in json.dumps(self._header(task)) else ""
            counted = Counter(_standing(each) for each in inside)
            return "; ".join(f"{count} {standing}" for standing, count in sorted(counted.items())) + note
        if not self.report(task):
            return "no report"
        return "replaced, kept in the record" if mark in " ".join(self.report(task).split()) else "absent"

    def told(self, task: Task) -> str:
        return "\n".join(each["claim"]["text"] for each in self._claims(task) if each["number"])

    def _header(self, task: Task) -> dict[str, Any]:
        return json.loads((task.work / "report.json").read_text(encoding="utf-8"))["header"]

    def _claims(self, task: Task) -> list[dict[str, Any]]:
        path = task.work / "report.json"
        return json.loads(path.read_text(encoding="utf-8"))["claims"] if path.exists() else []


def _commit() -> str:
    found = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=HERE, capture_output=True, text=True)
    return f"at {found.stdout.strip()}" if found.returncode == 0 else ""


def _standing(claim: dict[str, Any]) -> str:
    if not claim["number"]:
        return f"{claim['standing']} (not in the text)"
    quoted = any(claim["claim"]["text"] == quote["quote"] for quote in claim["quotes"])
    return f"{claim['standing']} ({'as the words of its source' if quoted else 'in own words'})"


class Researcher(Contestant):
    """A `research_report` reads files; `deep` research only searches, so there the files are pages on loopback."""

    package = "gpt-researcher"
    again = "the same command"

    def __init__(self, envs: Path, version: str = "", deep: bool = False) -> None:
        super().__init__(envs, version)
        self.kind = ("deep", "web") if deep else ("research_report", "local")
        self.name = f"gpt-researcher {'deep' if deep else 'report'}"  # pyright: ignore[reportAttributeAccessIssue]
        self.how = f"{'pages on loopback' if deep else 'files'}, report_type={self.kind[0]}"  # pyright: ignore[reportAttributeAccessIssue]

    def env(self, task: Task, server: DoubleServer, helpers: str) -> dict[str, str]:
        a, b, c = (f"openai:{model}" for model in MODELS)
        return {
            "SMART_LLM": a,
            "STRATEGIC_LLM": b,
            "FAST_LLM": c,
            "EMBEDDING": "openai:text-embedding-3-small",
            "RETRIEVER": "custom",
            "RETRIEVER_ENDPOINT": f"{helpers}/{'search' if self.kind[0] == 'deep' else 'nothing'}",
            "RETRIEVER_ARG_FOLDER": str(task.sources),
        }

    def command(self, task: Task) -> list[str]:
        driver = HERE / "drive_gpt_researcher.py"
        return [
            str(self.home / "bin" / "python"),
            str(driver),
            task.question,
            str(task.sources),
            str(task.report),
            *self.kind,
        ]

    def answer(
        self,
        question: str,
        sentences: Sequence[str],
        lie: Lie | None = None,
        gullible: bool = False,
        silent: bool = False,
    ) -> Answerer:
        return Plain(question, sentences, lie, MODELS[0], gullible, researcher_form)


class Council(Contestant):
    name = "llm-council-core"
    package = "llm-council-core"
    how = "sources in the prompt, 3 members, peer ranking, chairman"
    again = "the same command"

    def env(self, task: Task, server: DoubleServer, helpers: str) -> dict[str, str]:
        models = [f"double/{model}" for model in MODELS]
        config: dict[str, Any] = {
            "council": {"models": models, "chairman": models[1]},
            "gateways": {
                "default": "openrouter",
                "providers": {"openrouter": {"base_url": f"{server.base_url}/chat/completions"}},
            },
        }
        path = task.work / "llm_council.yaml"
        path.write_text(json.dumps(config))
        return {"LLM_COUNCIL_CONFIG": str(path), "OPENROUTER_API_KEY": "double"}

    def command(self, task: Task) -> list[str]:
        prompt = task.work / "prompt.txt"
        prompt.write_text(task.pasted, encoding="utf-8")
        return [str(self.home / "bin" / "python"), str(HERE / "drive_llm_council.py"), str(prompt), str(task.report)]

    def answer(
        self,
        question: str,
        sentences: Sequence[str],
        lie: Lie | None = None,
        gullible: bool = False,
        silent: bool = False,
    ) -> Answerer:
        return Plain(question, sentences, lie, f"double/{MODELS[0]}", gullible, ranking_form)

    def members(self, task: Task) -> int:
        path = task.report.with_suffix(".json")
        return len(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else 0


class Conclave(Contestant):
    package = "conclave-cli"
    again = "the same command, its cache on"

    def __init__(self, envs: Path, version: str = "", mode: str = "debate") -> None:
        super().__init__(envs, version)
        self.mode = mode
        self.name = f"conclave {mode}"  # pyright: ignore[reportAttributeAccessIssue]
        rounds = ", 2 rounds" if mode == "debate" else ", claim audit, revision"
        self.how = f"sources in the prompt, 3 members{rounds}, synthesizer"  # pyright: ignore[reportAttributeAccessIssue]

    def env(self, task: Task, server: DoubleServer, helpers: str) -> dict[str, str]:
        config = {
            "models": {model[-1]: f"double/{model}" for model in MODELS},
            "councils": {"default": [model[-1] for model in MODELS]},
            "synthesizer": MODELS[1][-1],
            "endpoints": {
                "double": {"completions_url": f"{server.base_url}/chat/completions", "env_var": "DOUBLE_KEY"}
            },
            "cache": True,
        }
        path = task.work / "conclave.yml"
        path.write_text(json.dumps(config))
        return {"CONCLAVE_CONFIG": str(path), "DOUBLE_KEY": "double", "XDG_CACHE_HOME": str(task.work / "cache")}

    def command(self, task: Task) -> list[str]:
        out = task.work / "result.json"
        extra = ["--rounds", "2"] if self.mode == "debate" else []
        return [
            *(str(self.home / "bin" / "conclave"), "ask", task.pasted, "--mode", self.mode, *extra),
            *("--json-output", str(out)),
        ]

    def report(self, task: Task) -> str:
        path = task.work / "result.json"
        if not path.exists():
            return ""
        return json.loads(path.read_text(encoding="utf-8")).get("synthesis") or ""

    def members(self, task: Task) -> int:
        path = task.work / "result.json"
        answers = json.loads(path.read_text(encoding="utf-8")).get("answers", []) if path.exists() else []
        return sum(bool(each.get("answer")) for each in answers)

    def answer(
        self,
        question: str,
        sentences: Sequence[str],
        lie: Lie | None = None,
        gullible: bool = False,
        silent: bool = False,
    ) -> Answerer:
        return Plain(question, sentences, lie, MODELS[0], gullible, verdict_form)
