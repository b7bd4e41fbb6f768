"""Prices: the worst case is never below what a call costs, for every model of the list."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from genai_prices.data_snapshot import get_snapshot
from hypothesis import given
from hypothesis import strategies as st

from moot.errors import UsageError
from moot.ledger.calls import Usage
from moot.models import prices
from moot.models.prices import Price, Step

NOW = datetime(2026, 11, 25, tzinfo=UTC)
VENDORS = ("anthropic", "openai", "google", "openrouter", "deepseek", "x-ai", "mistral")

amounts = st.decimals(min_value=0, max_value=1000, places=4)


@st.composite
def stepped(draw: st.DrawFn) -> Price:
    """A price with steps, the way the list makes them: the main rates are the dearest of the steps."""
    starts = [0, *sorted(draw(st.sets(st.integers(1, 500_000), max_size=3)))]
    steps = tuple(
        Step(above=start, input=draw(amounts), cached=draw(amounts), cache_write=draw(amounts), output=draw(amounts))
        for start in starts
    )
    return Price(
        input=max(step.input for step in steps),
        cached=max(step.cached for step in steps),
        cache_write=max(step.cache_write for step in steps),
        output=max(step.output for step in steps),
        request=draw(amounts),
        steps=steps,
    )


@st.composite
def calls(draw: st.DrawFn) -> tuple[int, int, Usage]:
    """Bytes and output limit of a request, and a usage within them."""
    size, limit = draw(st.integers(0, 1_000_000)), draw(st.integers(0, 200_000))
    tokens, output = draw(st.integers(0, size)), draw(st.integers(0, limit))
    cached = draw(st.integers(0, tokens))
    written = draw(st.integers(0, tokens - cached))
    reasoning = draw(st.integers(0, output))
    usage = Usage(
        input_tokens=tokens,
        cached_tokens=cached,
        cache_write_tokens=written,
        output_tokens=output,
        reasoning_tokens=reasoning,
    )
    return size, limit, usage


@given(stepped(), calls())
def test_no_call_costs_more_than_its_worst_case(price: Price, call: tuple[int, int, Usage]) -> None:
    size, limit, usage = call
    assert 0 <= prices.settle(price, usage) <= prices.worst(price, size, limit)


def usages(price: Price) -> list[Usage]:
    """All of one kind of token, at and around every border of the price, and a mixture."""
    found: list[Usage] = []
    for size in {1000, *(step.above + more for step in price.steps for more in (0, 1))}:
        found += [
            Usage(input_tokens=size),
            Usage(input_tokens=size, cached_tokens=size),
            Usage(input_tokens=size, cache_write_tokens=size),
            Usage(input_tokens=size, cached_tokens=size // 3, cache_write_tokens=size // 3, output_tokens=777),
            Usage(input_tokens=size, output_tokens=1000),
        ]
    return found


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_worst_case_holds_against_the_lists_own_arithmetic(vendor: str) -> None:
    """For every model that is priced: what `genai-prices` computes for a usage is within our worst case."""
    from genai_prices import Usage as TheirUsage

    priced = 0
    for model in prices.listed_names(vendor):
        found = prices.look_up(vendor, model, NOW)
        if found is None or found.price is None:
            continue
        priced += 1
        _, theirs = get_snapshot().find_provider_model(model, None, vendor, None)
        for usage in usages(found.price):
            used = TheirUsage(
                input_tokens=usage.input_tokens,
                cache_read_tokens=usage.cached_tokens,
                cache_write_tokens=usage.cache_write_tokens,
                output_tokens=usage.output_tokens,
            )
            charged = theirs.get_prices(NOW).calc_price(used)["total_price"]
            booked = prices.settle(found.price, usage)
            assert charged <= booked <= prices.worst(found.price, usage.input_tokens, usage.output_tokens), model
    assert priced > 5


def test_a_price_that_rises_with_the_length_of_the_prompt() -> None:
    found = prices.look_up("google", "gemini-3.1-pro-preview", NOW)
    assert found is not None and found.price is not None and len(found.price.steps) > 1
    border = found.price.steps[1].above
    below = prices.settle(found.price, Usage(input_tokens=border))
    above = prices.settle(found.price, Usage(input_tokens=border + 1))
    assert above > below * Decimal("1.5"), "past the border all tokens are billed at the higher rate"
    assert prices.worst(found.price, 1000, 0) == 1000 * found.price.steps[1].input / 1_000_000


def test_a_price_that_will_soon_rise_counts_from_the_day_before() -> None:
    def output(day: datetime) -> Decimal:
        found = prices.look_up("google", "gemini-4-argon", day)
        assert found is not None and found.price is not None
        return found.price.output

    assert output(datetime(2026, 11, 25, tzinfo=UTC)) == 10
    assert output(datetime(2026, 11, 30, 12, tzinfo=UTC)) == 20
    assert output(datetime(2026, 12, 2, tzinfo=UTC)) == 20


def test_a_price_that_fell_long_ago_no_longer_counts() -> None:
    found = prices.look_up("openai", "o3", NOW)
    assert found is not None and found.price is not None
    assert (found.price.input, found.price.output) == (2, 8)


def test_a_price_that_depends_on_the_hour_is_the_dearest_hours() -> None:
    found = prices.look_up("deepseek", "deepseek-chat", datetime(2026, 11, 25, 20, tzinfo=UTC))
    assert found is not None and found.price is not None
    assert found.price.output == Decimal("1.1")


def test_writing_to_the_cache_is_part_of_the_worst_case() -> None:
    found = prices.look_up("anthropic", "claude-sonnet-5-5", NOW)
    assert found is not None and found.price is not None
    assert prices.worst(found.price, 1_000_000, 0) == Decimal("2.5") > found.price.input


def test_what_writes_no_text_has_no_price_and_what_is_unknown_no_entry() -> None:
    assert prices.look_up("openai", "gpt-7-nonesuch") is None
    assert prices.look_up("nobody", "x") is None
    embedding = prices.look_up("openai", "text-embedding-3-small")
    assert embedding is not None and embedding.price is None


def test_the_vendor_is_known_by_its_address() -> None:
    found = prices.look_up_at("https://api.deepseek.com/v1", "deepseek-chat", NOW)
    assert found is not None and found.price is not None
    assert prices.look_up_at("https://models.example.org/v1", "deepseek-chat") is None


def test_a_stated_price() -> None:
    price = prices.parse("0.5/$2")
    assert (price.input, price.cached, price.cache_write, price.output) == (
        Decimal("0.5"),
        Decimal("0.5"),
        Decimal("0.5"),
        Decimal(2),
    )
    assert prices.worst(price, 1_000_000, 500_000) == Decimal("1.5")
    assert prices.parse("0/0").output == 0


@pytest.mark.parametrize("text", ["", "1", "1/2/3", "a/b", "-1/2", "1/-2", "nan/1", "inf/1", "1/"])
def test_a_price_that_is_none_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UsageError, match="--price"):
        prices.parse(text)
