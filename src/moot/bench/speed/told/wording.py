"""Figures of a measurement in words: the same in every format."""

from __future__ import annotations

from collections.abc import Callable

from moot.bench.speed.measured import Figure, Measured
from moot.bench.speed.plan import Cell
from moot.bench.speed.running import Speed
from moot.bench.speed.sample import CHARACTERS_A_TOKEN

TITLE = "How fast the models answer"
HEADS = (
    "Model",
    "Streams",
    "Prompt",
    "First token",
    "Inter-token",
    "Longest gap",
    "Tokens/s, one",
    "Tokens/s, all",
    "Answered",
)
IN_PROCESS = "gguf:"
LATE = 0.05
"""The part of a time by which this process may come late without a word."""
COARSE = 3
"""Tokens a piece from which a gap between pieces is no gap between tokens."""


def by_model(speed: Speed) -> dict[str, list[Measured]]:
    """Models in the order of their first line, with all lines of each."""
    found: dict[str, list[Measured]] = {}
    for cell in speed.cells:
        found.setdefault(cell.cell.model, []).append(cell)
    return found


def row(cell: Measured) -> list[str]:
    """The cells of one line, as `HEADS`."""
    about = "≈" if cell.estimated else ""
    return [
        cell.cell.model,
        str(cell.cell.streams),
        f"{cell.input_tokens:,.0f}" if cell.input_tokens else f"≈{cell.cell.prompt:,}",
        figure(cell.first_token, seconds),
        about * bool(cell.inter_token) + figure(cell.inter_token, seconds),
        "–" if cell.longest_gap is None else seconds(cell.longest_gap),
        about * bool(cell.text_rate) + figure(cell.text_rate, rate),
        about * bool(cell.together) + figure(cell.together, rate),
        f"{cell.answered}/{cell.asked}",
    ]


def figure(found: Figure | None, shown: Callable[[float], str]) -> str:
    """`412 ms (398–426)`: the mean with its 95 % interval, in its unit."""
    if found is None:
        return "–"
    mean = shown(found.mean)
    if found.low is None or found.high is None:
        return mean
    number, space, unit = mean.partition(" ")
    scale = 1000 if unit == "ms" else 1
    places = len(number.partition(".")[2])
    return f"{number}{space}{unit} ({found.low * scale:,.{places}f}–{found.high * scale:,.{places}f})"


def seconds(time: float) -> str:
    """Three digits, in ms below a second."""
    value, unit = (time, "s") if time >= 1 else (time * 1000, "ms")
    return f"{value:,.{places(value)}f} {unit}"


def rate(tokens: float) -> str:
    return f"{tokens:,.{places(tokens)}f}"


def places(value: float) -> int:
    """Digits after the point, so that there are three in all."""
    return 0 if value >= 100 else 1 if value >= 10 else 2


def load(cell: Cell) -> str:
    """`openai:a, 4 streams, prompts of about 200 tokens`"""
    streams = f"{cell.streams} stream{'s'[: cell.streams - 1]}"
    return f"{cell.model}, {streams}, prompts of about {cell.prompt:,} tokens"


def notes(cell: Measured) -> list[str]:
    """What a reader must know beside the figures, a sentence each."""
    told = [
        f"{n} of {cell.asked} streams: {kind.replace('_', ' ')} ({why.rstrip('.')})." for kind, n, why in cell.failures
    ]
    if cell.failures and cell.answered:
        told.append("Those that answered ran beside fewer than said.")
    if cell.ended:
        told.append(f"{'No further round' if cell.asked else 'Not measured'}: {cell.ended.rstrip('.')}.")
    if cell.in_one_piece:
        n = cell.in_one_piece
        who = "the answer" if n == 1 else "all answers" if n == cell.answered else f"{n} answers of {cell.answered}"
        told.append(f"{who[0].upper()}{who[1:]} came in one piece: no inter-token latency.")
    if cell.single:
        told.append(f"{_of(cell.single, cell)} had one token of text: no inter-token latency.")
    if cell.estimated:
        told.append(
            f"≈: the endpoint counted no tokens of {_of(cell.estimated, cell).lower()}; they are taken as "
            f"{CHARACTERS_A_TOKEN} characters each."
        )
    if cell.tokens_a_piece is not None and cell.tokens_a_piece >= COARSE:
        told.append(f"Text came in pieces of {cell.tokens_a_piece:.0f} tokens: the longest gap is one between pieces.")
    if cell.reasoning_rate is not None:
        told.append(
            f"Reasoning: {figure(cell.reasoning_rate, rate)} tokens/s; first token of text after "
            f"{figure(cell.first_text, seconds)}."
        )
    if cell.cached_tokens:
        told.append(
            f"A cache served {cell.cached_tokens:,.0f} tokens of a prompt (mean): what the endpoint puts before all, "
            "or more."
        )
    if cell.cell.streams > 1 and cell.cell.model.startswith(IN_PROCESS) and cell.answered:
        told.append("A model in this process answers one request at a time: the others wait for their turn.")
    if cell.first_token is not None and cell.late > LATE * cell.first_token.mean:
        told.append(f"This process came up to {seconds(cell.late)} late: the machine was busy, times may be too long.")
    return told


def _of(number: int, cell: Measured) -> str:
    return "The answer" if cell.answered == 1 else f"{number} answers of {cell.answered}"


def asides(speed: Speed) -> list[str]:
    """What holds of all of it: warm-ups, waits, money."""
    told = ["Stopped by hand before all was measured."] if speed.stopped else []
    for model, first in speed.warm_ups.items():
        if first.first_token is not None:
            told.append(f"{model}: warm-up, first token after {seconds(first.first_token)}, in no figure.")
        else:
            told.append(f"{model}: warm-up failed, {first.failure.replace('_', ' ')} ({first.reason.rstrip('.')}).")
    told += [
        f"{model}: {wait:,.1f} s waited because of rate limits, in no figure." for model, wait in speed.waited.items()
    ]
    return [*told, f"Cost: {speed.usd:.4f} USD of a budget of {speed.plan.budget:f}, run {speed.run}."]


def how(speed: Speed) -> list[tuple[str, str]]:
    """What the terms mean."""
    plan = speed.plan
    rounds = f"{'up to ' if speed.stopped else ''}{plan.samples} rounds"
    intervals = (
        f"95 %, Student's over {rounds} of as many streams at once as the line says."
        if plan.samples > 1
        else "one round gives none."
    )
    return [
        ("First token", "from the sending of the request, on an open connection, to the first token of any kind."),
        ("Inter-token", "time from the first to the last token of text, over its tokens less one."),
        ("Longest gap", "the longest time between two pieces of text, of all streams."),
        ("Tokens/s, one", "tokens of text a second in one stream, after its first."),
        (
            "Tokens/s, all",
            "tokens of text of all streams of a round, from the first request to the last token: waiting included.",
        ),
        ("Reasoning", "its tokens over the time to the first token of text; they count nowhere else."),
        ("Interval", intervals),
        ("Prompts", "differ from their first words on, so that no cache serves them; tokens as the endpoint counts."),
        ("Answers", f"numbered lines, cut off at {plan.output} tokens, reasoning included."),
        ("Not answered", "refused, limited, broken off or empty: counted, never repeated, in no figure."),
    ]
