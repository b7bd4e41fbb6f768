set -e
mkdir -p /app/stock /app/tests && cd /app
touch tests/__init__.py
cat > stock/__init__.py <<'PY'
"""A small stock of goods."""

from stock.reports import report
from stock.items import Item
from stock.store import Stock

__all__ = ["Item", "Stock", "report"]
PY
cat > stock/items.py <<'PY'
from dataclasses import dataclass

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
cat > stock/store.py <<'PY'
from stock.items import Item
from stock.reports import report


class Stock:
    def __init__(self, items=[]):
        """Holds the items that it is given, and none that another stock was given."""
        self._items = items

    def add(self, item: Item):
        """Adds an item. One of the same name and price is counted together with it: there is one entry for both.
        Raises ValueError where the count is not positive."""
        self._items.append(item)

    def items(self):
        """All entries, by name, then by price; changing the list does not change the stock."""
        return sorted(self._items, key=lambda each: each.name)

    def worth(self):
        return sum(item.worth() for item in self._items)

    def __str__(self):
        return report(self)
PY
cat > stock/reports.py <<'PY'
from stock.store import Stock


def report(stock: Stock):
    """A line for each entry, `name count x price`, and a last one, `total`; prices in euros with two decimals."""
    lines = [f"{item.name} {item.count} x {item.price // 100}.{item.price % 100}" for item in stock.items()]
    return "\n".join([*lines, f"total {stock.worth() / 100:.2f}"])
PY
cat > tests/test_stock.py <<'PY'
import unittest

from stock import Item, Stock, report


class TestStock(unittest.TestCase):
    def test_report(self):
        stock = Stock()
        Item("nail", 12, 100).add_to(stock)
        stock.add(Item("bolt", 150, 2))
        self.assertEqual(report(stock), "bolt 2 x 1.50\nnail 100 x 0.12\ntotal 15.00")
        self.assertEqual(str(stock), report(stock))


if __name__ == "__main__":
    unittest.main()
PY
