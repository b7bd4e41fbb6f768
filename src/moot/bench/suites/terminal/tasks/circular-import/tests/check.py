"""What is checked runs in processes of its own, and their words are compared here."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
sys.path.insert(0, "/app")
from stock import Item, Stock, report
said = []
stock = Stock()
Item("nail", 12, 100).add_to(stock)
stock.add(Item("bolt", 105, 2))
stock.add(Item("bolt", 7, 1))
stock.add(Item("nail", 12, 5))
said.append(report(stock))
said.append(str(stock) == report(stock))
said.append(len(Stock().items()))
given = [Item("a", 1), Item("a", 1)]
other = Stock(given)
other.add(Item("b", 3))
said.append((len(given), [(each.name, each.price, each.count) for each in other.items()]))
other.items().clear()
said.append(len(other.items()))
for count in (0, -2):
    try:
        other.add(Item("c", 1, count))
        said.append("added")
    except ValueError:
        said.append("refused")
said.append((Item.__module__, Stock.__module__, report.__module__))
said.append(report(Stock()))
print(said)
"""
WANTED = [
    "bolt 1 x 0.07\nbolt 2 x 1.05\nnail 105 x 0.12\ntotal 14.77", True, 0, (2, [("a", 1, 2), ("b", 3, 1)]), 2,
    "refused", "refused", ("stock.items", "stock.store", "stock.reports"), "total 0.00",
]  # fmt: skip
TEST = Path("/tests/test_stock.py")


def python(*words):
    done = subprocess.run(["python3", "-B", *words], cwd="/app", capture_output=True, text=True, timeout=20)
    return done.stdout if done.returncode == 0 else sys.exit(f"python3 failed: {done.stderr.strip()[-200:]}")


if Path("/app/tests/test_stock.py").read_text() != TEST.read_text():
    sys.exit("the tests were changed")
for module in ("items", "store", "reports"):
    python("-c", f"import stock.{module}")
python("-m", "unittest", "tests.test_stock")
if python("-c", SCRIPT).strip() != repr(WANTED):
    sys.exit("it does not do what its docstrings say")
