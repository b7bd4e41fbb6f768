"""Task folders of the Harbor form: read, laid out, checked, and scored without being fooled."""

# ruff: noqa: E501

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

import pytest

from moot.bench.suites.terminal import Refused, check, found, load, score, solve, start
from moot.errors import NoSources

needs_bwrap = pytest.mark.skipif(
    shutil.which("bwrap") is None and "bubblewrap" not in os.environ.get("MOOT_REQUIRE", ""), reason="needs bubblewrap"
)
PARTS = {
    "task.toml": 'version = "1.0"\n[metadata]\ncategory = "files"\n[agent]\ntimeout_sec = 20.0\n[verifier]\ntimeout_sec = 5\n',
    "instruction.md": "Write `done` into `/app/answer`.\n",
    "environment/Dockerfile": "FROM ubuntu:24.04\nWORKDIR /app\nCOPY given.txt .\n",
    "environment/given.txt": "given\n",
    "solution/solve.sh": "echo done > answer\n",
    "tests/test.sh": 'mkdir -p /logs/verifier\nif [ "$(cat answer)" = done ]; then echo 1; else echo 0; fi > /logs/verifier/reward.txt\n',
}


def made(folder: Path, **parts: str | None) -> Path:
    """A task folder; `__` in a name stands for `/`, `_dot_` for a dot."""
    written = {**PARTS, **{name.replace("__", "/").replace("_dot_", "."): text for name, text in parts.items()}}
    for name, text in written.items():
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
    return folder


@needs_bwrap
async def test_a_task_goes_from_folder_to_score(tmp_path: Path) -> None:
    task = load(made(tmp_path / "easy"))
    assert (task.name, task.category, task.agent_seconds, task.image.cwd) == ("easy", "files", 20, "/app")
    await check(task)
    async with await start(task) as box:
        assert (await box.run(["cat", "given.txt"])).stdout == b"given\n"
        assert (await score(task, box)).score == 0
        await box.run(["sh", "-c", "echo wrong > answer"])
        assert (await score(task, box)).score == 0
        await box.run(["sh", "-c", "echo done > answer"])
        trial = await score(task, box)
    assert (trial.task, trial.score, trial.error, trial.group, trial.kind) == ("easy", 1.0, "", "", "files")
    assert trial.seconds is not None and trial.seconds > 0


DOCKERFILES = {
    "FROM x AS a\nFROM a\n": "builds one image from another",
    "FROM x\nCOPY --from=a /x /y\n": "--from",
    "FROM x\nCOPY none.txt /app/\n": "which is not there",
    "FROM x\nCOPY ../../secret /app/\n": "outside the task",
    "FROM x\nCOPY given.txt /app/../../etc\n": "'..' is not followed",
    "FROM x\nADD https://example.org/x /app/\n": "copies no file",
    "FROM x\nCOPY given.txt\n": "copies no file",
    'FROM x\nCOPY ["given.txt", \n': "not whole",
    "FROM x\nRUN <<EOF\necho\nEOF\n": "more than a plain command",
    'FROM x\nENV A="b\n': "not whole",
    "FROM x\nVOLUME /data\n": "VOLUME",
}


@pytest.mark.parametrize("text", DOCKERFILES)
def test_a_dockerfile_that_needs_docker_is_refused_in_one_sentence(text: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    with pytest.raises(Refused, match=r"^Task 'hard' cannot be used: [^\n]*$") as refused:
        load(made(tmp_path / "hard", environment__Dockerfile=text))
    assert DOCKERFILES[text] in str(refused.value)


TOMLS = {
    "not = [toml": "is no TOML",
    "[agent]\ntimeout_sec = 'soon'": "timeout_sec",
    "[agent]\ntimeout_sec = -1": "timeout_sec",
    "[agent]\ntimeout_sec = nan": "timeout_sec",
    "environment = 5": "no table",
    "[environment]\ngpus = 1": "GPU",
    "[environment]\nmemory = 'much'": "no size",
    "[verifier.env]\nKEY = '${OPENAI_API_KEY}'": "none is given away",
    "[[steps]]\nname = 'one'": "several steps",
}


@pytest.mark.parametrize("text", TOMLS)
def test_settings_that_cannot_be_are_refused_in_one_sentence(text: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^Task 'hard' cannot be used: [^\n]*$") as refused:
        load(made(tmp_path / "hard", task_dot_toml=text))
    assert TOMLS[text] in str(refused.value)


@pytest.mark.parametrize("name", ["task.toml", "instruction.md", "solution/solve.sh", "tests/test.sh"])
def test_a_missing_part_is_named(name: str, tmp_path: Path) -> None:
    folder = made(tmp_path / "hard")
    (folder / name).unlink()
    with pytest.raises(Refused, match=name):
        load(folder)


def test_an_image_alone_several_containers_and_noise_are_refused(tmp_path: Path) -> None:
    folder = made(tmp_path / "hard")
    (folder / "instruction.md").write_bytes(b"\xff\xfe")
    with pytest.raises(Refused, match=r"instruction\.md cannot be read"):
        load(folder)
    (folder / "instruction.md").write_text("x" * 2_000_000)
    with pytest.raises(Refused, match="larger than"):
        load(folder)
    made(folder, environment__docker_2Dcompose_dot_yaml="x")
    (folder / "instruction.md").write_text("x")
    (folder / "environment/docker-compose.yaml").write_text("x")
    with pytest.raises(Refused, match="several containers"):
        load(folder)
    (folder / "environment/docker-compose.yaml").unlink()
    (folder / "environment/Dockerfile").unlink()
    with pytest.raises(Refused, match="images are not opened"):
        load(folder)


def test_a_link_in_the_environment_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    folder = made(tmp_path / "sly", environment__Dockerfile="FROM x\nWORKDIR /app\nCOPY . .\n")
    (folder / "environment/link").symlink_to(tmp_path / "secret")
    with pytest.raises(Refused, match="a link"):
        load(folder)


def test_folders_are_found_by_their_settings(tmp_path: Path) -> None:
    one, two = made(tmp_path / "b"), made(tmp_path / "a")
    (tmp_path / "other").mkdir()
    assert found(tmp_path) == (two, one) and found(one) == (one,)
    with pytest.raises(NoSources, match=r"has a task\.toml"):
        found(tmp_path / "other")
    with pytest.raises(NoSources, match="no folder"):
        found(tmp_path / "nowhere")


@needs_bwrap
async def test_what_a_dockerfile_says_is_laid_out(tmp_path: Path) -> None:
    text = r"""
# syntax=docker/dockerfile:1
FROM python:3.11 AS base
ENV GREETING="hello world" PLACE=/srv/x
ENV OLD style value
RUN apt-get update && apt-get install -y git \
    # a remark
    curl && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
WORKDIR x
COPY --chmod=755 --chown=me:me run.sh $PLACE/bin/go
COPY ["given.txt", "./"]
COPY tree /srv/x/tree/
COPY *.md /data/docs/
RUN apt-get install -y make && ./bin/go > made && echo "$GREETING" >> made
USER nobody
EXPOSE 80
CMD ["bash"]
"""
    folder = made(
        tmp_path / "laid", environment__Dockerfile=text, environment__tree__a__b="deep", environment__one_dot_md="1",
        environment__two_dot_md="2", environment__run_dot_sh="#!/bin/sh\npwd\n",
    )  # fmt: skip
    task = load(folder)
    async with await start(task) as box:
        ran = await box.run(["sh", "-c", "pwd; cat made given.txt tree/a/b /data/docs/*.md; echo $OLD; ls -l bin/go"])
        assert ran.stdout.startswith(b"/srv/x\n/srv/x\nhello world\ngiven\ndeep12style value\n-rwxr-xr-x")


@needs_bwrap
@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"tests__test_dot_sh": "echo 1 > /logs/verifier/reward.txt"}, "passes a state that nobody has touched"),
        ({"solution__solve_dot_sh": "echo oops >&2; exit 3"}, "reaches 0, not 1; the solution ends with 3: oops"),
        ({"tests__test_dot_sh": "curl https://example.org"}, "not 1 (the checker wrote no reward); the checker says: "),
        ({"tests__test_dot_sh": "echo 7 > /logs/verifier/reward.txt"}, "no score, not 1"),
        ({"tests__test_dot_sh": "sleep 60", "task_dot_toml": "[verifier]\ntimeout_sec = 0.4"}, "its limit of time"),
        ({"environment__Dockerfile": "FROM x\nRUN no-such-tool --now\n"}, "fails here"),
        ({"environment__Dockerfile": "FROM x\nCOPY given.txt /etc/given\n"}, "cannot lie where it wants"),
    ],
)
async def test_a_task_that_cannot_tell_right_from_wrong_is_refused(
    parts: dict[str, str], words: str, tmp_path: Path
) -> None:
    parts.setdefault("task_dot_toml", PARTS["task.toml"].replace("timeout_sec = 5", "timeout_sec = 1"))
    with pytest.raises(Refused, match=r"^Task 'bad' cannot be used: [^\n]*$") as refused:
        await check(load(made(tmp_path / "bad", **parts)))
    assert words in str(refused.value)


@needs_bwrap
@pytest.mark.parametrize(
    ("written", "worth"),
    [
        ("0.25", 0.25),
        ("1\n", 1),
        ('{"reward": 0.5}', 0.5),
        ('{"a": 1, "reward": 0}', 0),
        ("1.5", None),
        ("nan", 0),
        ("yes", 0),
    ],
)
async def test_rewards_are_read_as_numbers_only(written: str, worth: float | None, tmp_path: Path) -> None:
    name = "reward.json" if "{" in written else "reward.txt"
    task = load(made(tmp_path / "r", tests__test_dot_sh=f"echo '{written.strip()}' > /logs/verifier/{name}"))
    async with await start(task) as box:
        trial = await score(task, box)
    assert trial.score == worth
    assert bool(trial.error) == (written in ("1.5", "nan", "yes"))


TRICKS = {
    "a reward of its own": "mkdir -p /logs/verifier; echo 1 > /logs/verifier/reward.txt",
    "a reward in the other form": "mkdir -p /logs/verifier; echo '{\"reward\": 1}' > /logs/verifier/reward.json",
    "a checker of its own": "echo 'echo 1 > /logs/verifier/reward.txt' > /tests/test.sh; chmod 555 /tests/test.sh /tests",
    "a folder in the checker's place": "mkdir -p /tests/test.sh/x; chmod 0 /tests/test.sh",
    "links in its place": "rm -rf /logs/*; ln -s /tmp /logs/verifier; echo 1 > /tmp/reward.txt; ln -s /app /tests/x",
    "programs before others": "mkdir -p ~/bin; echo 'echo 1' > ~/bin/cat; chmod +x ~/bin/cat; echo 'PATH=~/bin:$PATH' > ~/.bashrc; cp ~/.bashrc ~/.profile",
    "code at the start of Python": 'd=$(python3 -m site --user-site); mkdir -p $d; echo \'open("/app/answer", "w").write("done")\' > $d/usercustomize.py',
    "no folder at all": "rm -rf /app/* /app/.[a-z]*; chmod 0 /app",
}


@needs_bwrap
@pytest.mark.parametrize("name", TRICKS)
async def test_no_trick_scores(name: str, tmp_path: Path) -> None:
    task = load(made(tmp_path / "t", tests__test_dot_sh=f"python3 -c pass\n{PARTS['tests/test.sh']}"))
    async with await start(task) as box:
        await box.run(["bash", "-c", TRICKS[name]])
        trial = await score(task, box)
    assert trial.score == 0


@needs_bwrap
async def test_what_still_runs_ends_before_the_checker_starts(tmp_path: Path) -> None:
    task = load(made(tmp_path / "t"))
    async with await start(task) as box:
        racing = "while :; do mkdir -p /logs/verifier; echo 1 > /logs/verifier/reward.txt; echo done > answer; done"
        running = asyncio.create_task(box.run(["bash", "-c", racing]))
        await asyncio.sleep(0.3)
        await box.run(["sh", "-c", "rm -f answer"])
        await box.quiet()
        await box.run(["rm", "-f", "answer"])
        assert (await score(task, box)).score == 0
        assert not (await running).ok


@needs_bwrap
async def test_a_sandbox_that_broke_gives_no_score(tmp_path: Path) -> None:
    task = load(made(tmp_path / "t", tests__test_dot_sh="touch /logs/begun; sleep 20"))
    box = await start(task)
    scoring = asyncio.create_task(score(task, box))
    while not (await box.run(["sh", "-c", "sleep 0.05; test -e /logs/begun"])).ok:
        pass
    await box.close()
    trial = await scoring
    assert trial.score is None and "ended" in trial.error


@needs_bwrap
@pytest.mark.parametrize("step", ["quiet", "put", "get"])
async def test_nor_does_one_that_broke_before_or_after_the_checker_ran(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = load(made(tmp_path / "t"))
    async with await start(task) as box:
        done = getattr(box, step)

        async def broken(*args: object) -> object:
            opened = box._open  # pyright: ignore[reportPrivateUsage]
            assert opened
            opened.holder.process.kill()
            await opened.holder.process.wait()
            return await done(*args)

        monkeypatch.setattr(box, step, broken)
        trial = await score(task, box)
    assert trial.score is None and "ended" in trial.error


@needs_bwrap
async def test_the_reference_has_its_own_variables(tmp_path: Path) -> None:
    toml = PARTS["task.toml"] + '[solution.env]\nWORD = "done"\n'
    task = load(made(tmp_path / "t", task_dot_toml=toml, solution__solve_dot_sh="echo $WORD > answer\n"))
    async with await start(task) as box:
        assert (await solve(task, box)).ok
        assert (await score(task, box)).score == 1


FETCHES = """#!/bin/bash
apt-get update
curl -LsSf https://example.org/install.sh | sh
source $HOME/.local/bin/env
uvx --with pytest==8.4.1 --with pytest-json-ctrf==0.3.5 -p 3.13 {program}
if [ $? -eq 0 ]; then echo 1 > /logs/verifier/reward.txt; else echo 0 > /logs/verifier/reward.txt; fi
"""
SEES = "from pathlib import Path\n\ndef test_state():\n    assert Path('/app/answer').read_text() == 'done\\n'\n"


@needs_bwrap
async def test_a_checker_that_fetches_its_tools_runs_those_of_this_machine(tmp_path: Path) -> None:
    script = FETCHES.format(program='python3 -c \'assert open("answer").read() == "done\\n"\'')
    await check(load(made(tmp_path / "t", tests__test_dot_sh=script)))
    async with await start(load(tmp_path / "t")) as box:
        await box.run(
            [
                "bash",
                "-c",
                "mkdir -p ~/.local/bin; echo 'echo done > /app/answer' | tee ~/.local/bin/env ~/.local/bin/uvx",
            ]
        )
        assert (await score(load(tmp_path / "t"), box)).score == 0


@needs_bwrap
async def test_a_checker_that_needs_pytest_passes_with_it_and_says_that_it_is_missing(tmp_path: Path) -> None:
    script = FETCHES.format(program="pytest --ctrf /logs/verifier/ctrf.json /tests/test_state.py -rA")
    task = load(made(tmp_path / "t", tests__test_dot_sh=script, tests__test_state_dot_py=SEES))
    async with await start(task) as box:
        there = (await box.run(["python3", "-c", "import pytest"])).ok
    if there:
        await check(task)
    else:
        with pytest.raises(Refused, match="needs pytest: install python3-pytest"):
            await check(task)
