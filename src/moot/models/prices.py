"""What a call may cost at worst, and what it did cost. Prices come from the `genai-prices` snapshot, never the network.

All prices are USD per million tokens. Where a vendor's price depends on something that is not known before the call
(how long the prompt is, the time of day), the dearest is taken for the worst case.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from pydantic import Field

from moot.errors import UsageError
from moot.words import Word

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo as PricedModel
    from genai_prices.types import ModelPrice

    from moot.ledger.calls import Usage

MILLION = Decimal(1_000_000)
HORIZON = timedelta(days=1)
"""A price that starts within this time counts already: a run may last that long."""


class Rates(Word):
    """USD per million tokens of each kind."""

    input: Decimal = Field(ge=0)
    cached: Decimal = Field(ge=0)
    cache_write: Decimal = Field(ge=0)
    output: Decimal = Field(ge=0)

    @property
    def dearest_input(self) -> Decimal:
        return max(self.input, self.cached, self.cache_write)


class Step(Rates):
    """The rates for a call of more than `above` input tokens (for all its tokens, as vendors bill)."""

    above: int = Field(ge=0)


class Price(Rates):
    """The dearest rates of a model; `steps`, where it has some, are what is billed by length of the prompt."""

    request: Decimal = Field(default=Decimal(0), ge=0)
    """USD for each request, whatever its size."""
    steps: tuple[Step, ...] = ()
    """By rising `above`, the first from 0."""


FREE = Price(input=Decimal(0), cached=Decimal(0), cache_write=Decimal(0), output=Decimal(0))


def flat(input: Decimal, output: Decimal) -> Price:
    """A price without cache discounts."""
    return Price(input=input, cached=input, cache_write=input, output=output)


def worst(price: Price, request_bytes: int, max_output: int) -> Decimal:
    """The most that one call can cost, in USD.

    Bytes of the request are an upper bound of its tokens; `max_output` counts reasoning tokens too.
    """
    tokens = request_bytes * price.dearest_input + max_output * price.output
    return tokens / MILLION + price.request


def settle(price: Price, usage: Usage) -> Decimal:
    """What a call with this usage costs, in USD; never more than `worst` for a request that held its bounds."""
    rates: Rates = price
    for step in price.steps:
        if usage.input_tokens > step.above or step.above == 0:
            rates = step
    fresh = max(0, usage.input_tokens - usage.cached_tokens - usage.cache_write_tokens)
    tokens = (
        fresh * rates.input
        + usage.cached_tokens * rates.cached
        + usage.cache_write_tokens * rates.cache_write
        + usage.output_tokens * rates.output
    )
    return tokens / MILLION + price.request


def parse(text: str) -> Price:
    """The price that a user states as `IN/OUT`, USD per million tokens. Raises `UsageError`."""
    parts = text.split("/")
    try:
        input, output = (Decimal(part.strip().removeprefix("$")) for part in parts)
    except (ValueError, InvalidOperation):
        raise UsageError(f"--price {text!r} is not IN/OUT in USD per million tokens, like 0.5/2.") from None
    if not (input.is_finite() and output.is_finite() and input >= 0 and output >= 0):
        raise UsageError(f"--price {text!r} must be two amounts of zero or more, in USD per million tokens.")
    return flat(input, output)


class Listed(Word):
    """What the price list knows of a model."""

    id: str
    context: int | None
    price: Price | None


def look_up(vendor: str, model: str, now: datetime | None = None) -> Listed | None:
    """The entry of `model` in the list of `vendor` (an id of `genai-prices`), or None if the list has none.

    `now` decides between a price and its successor; default: the clock.
    """
    from genai_prices.data_snapshot import get_snapshot

    try:
        _, found = get_snapshot().find_provider_model(model, None, vendor, None)
    except LookupError:
        return None
    return Listed(id=found.id, context=found.context_window, price=_price(found, now or datetime.now(UTC)))


def look_up_at(url: str, model: str, now: datetime | None = None) -> Listed | None:
    """The entry of `model` in the list of whichever vendor answers at `url`, or None."""
    from genai_prices.data_snapshot import get_snapshot

    try:
        vendor = get_snapshot().find_provider(None, None, url).id
    except LookupError:
        return None
    return look_up(vendor, model, now)


def listed_names(vendor: str) -> list[str]:
    """All names in the list of `vendor`, for suggestions."""
    from genai_prices.data_snapshot import find_provider_by_id, get_snapshot

    provider = find_provider_by_id(get_snapshot().providers, vendor)
    return [model.id for model in provider.models if not model.deprecated] if provider else []


def _price(model: PricedModel, now: datetime) -> Price | None:
    lists = _may_apply(model, now)
    if not lists or any(_text_rates(prices) is None for prices in lists):
        return None
    steps = tuple(_step(lists, above) for above in _thresholds(lists))
    fee = _dearest(getattr(prices, "requests_kcount", None) for prices in lists) / 1000
    return Price(
        input=max(step.input for step in steps),
        cached=max(step.cached for step in steps),
        cache_write=max(step.cache_write for step in steps),
        output=max(step.output for step in steps),
        request=fee,
        steps=steps,
    )


def _may_apply(model: PricedModel, now: datetime) -> list[ModelPrice]:
    """The price lists that may be in force between now and the horizon. Later entries overrule earlier ones."""
    from genai_prices.types import ConditionalPrice, StartDateConstraint

    if not isinstance(model.prices, Sequence):
        return [model.prices]
    found: list[ModelPrice] = []
    conditional: ConditionalPrice
    for conditional in reversed(model.prices):
        constraint = conditional.constraint
        if isinstance(constraint, StartDateConstraint):
            if not constraint.active(now + HORIZON):
                continue
            found.append(conditional.prices)
            if constraint.active(now):
                return found
        else:
            found.append(conditional.prices)
            if constraint is None:
                return found
    if not found and model.prices:
        found.append(model.prices[0].prices)
    return found


def _text_rates(prices: ModelPrice) -> tuple[Any, Any] | None:
    """The prices of text in and out; None if one is missing, as for models that do not write text."""
    if prices.input_mtok is None or prices.output_mtok is None:
        return None
    return prices.input_mtok, prices.output_mtok


def _thresholds(lists: Iterable[ModelPrice]) -> list[int]:
    from genai_prices.types import TieredPrices

    found = {0}
    for prices in lists:
        for value in vars(prices).values():
            if isinstance(value, TieredPrices):
                found.update(tier.start for tier in value.tiers)
    return sorted(found)


def _step(lists: Sequence[ModelPrice], above: int) -> Step:
    """The dearest rates of the lists for a prompt just longer than `above` tokens."""
    each = [_rates(prices, above) for prices in lists]
    return Step(
        above=above,
        input=max(rates.input for rates in each),
        cached=max(rates.cached for rates in each),
        cache_write=max(rates.cache_write for rates in each),
        output=max(rates.output for rates in each),
    )


def _rates(prices: ModelPrice, above: int) -> Rates:
    def at(*keys: str) -> Decimal | None:
        found = [_at(value, above) for key in keys if (value := getattr(prices, key, None)) is not None]
        return max(found) if found else None

    input = at("input_mtok", "input_text_mtok") or Decimal(0)
    cached, write = at("cache_read_mtok", "cache_text_read_mtok"), at("cache_write_mtok", "cache_write_5m_mtok")
    return Rates(
        input=input,
        cached=input if cached is None else cached,
        # Some lists price only the hour's storage here: writing costs at least the input itself.
        cache_write=input if write is None else max(input, write),
        output=at("output_mtok", "output_text_mtok", "output_reasoning_mtok") or Decimal(0),
    )


def _at(value: Any, above: int) -> Decimal:
    """The price for a prompt of just more than `above` tokens."""
    from genai_prices.types import TieredPrices

    if not isinstance(value, TieredPrices):
        return Decimal(value)
    price = value.base
    for tier in value.tiers:
        if above >= tier.start:
            price = tier.price
    return price


def _dearest(values: Iterable[Any]) -> Decimal:
    return max((_at(value, 10**12) for value in values if value is not None), default=Decimal(0))
