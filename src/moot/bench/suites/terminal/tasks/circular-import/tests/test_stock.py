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
