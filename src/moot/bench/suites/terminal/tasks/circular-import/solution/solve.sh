#!/bin/bash
set -e
cd /app/stock
cat > items.py <<'PY'
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stock.store import Stock


@dataclass(frozen=True)
class Item:
    """Goods of one kind: `price` in cents."""

    name: str
    price: int
    count: int = 1

    def worth(self):
        """Price times count, in cents."""
        return self.price * self.count

    def add_to(self, stock: Stock):
        stock.add(self)
PY
cat > store.py <<'PY'
from dataclasses import replace

from stock.items import Item
from stock.reports import report


class Stock:
    def __init__(self, items=()):
        """Holds the items that it is given, and none that another stock was given."""
        self._items = []
        for item in items:
            self.add(item)

    def add(self, item: Item):
        """Adds an item. One of the same name and price is counted together with it: there is one entry for both.
        Raises ValueError where the count is not positive."""
        if item.count <= 0:
            raise ValueError("the count is not positive")
        for index, other in enumerate(self._items):
            if (other.name, other.price) == (item.name, item.price):
                self._items[index] = replace(other, count=other.count + item.count)
                return
        self._items.append(item)

    def items(self):
        """All entries, by name, then by price; changing the list does not change the stock."""
        return sorted(self._items, key=lambda each: (each.name, each.price))

    def worth(self):
        return sum(item.worth() for item in self._items)

    def __str__(self):
        return report(self)
PY
cat > reports.py <<'PY'
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stock.store import Stock


def report(stock: Stock):
    """A line for each entry, `name count x price`, and a last one, `total`; prices in euros with two decimals."""
    lines = [f"{item.name} {item.count} x {item.price // 100}.{item.price % 100:02}" for item in stock.items()]
    return "\n".join([*lines, f"total {stock.worth() // 100}.{stock.worth() % 100:02}"])
PY
