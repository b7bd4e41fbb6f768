"""`benchmarks/write_figures.py` writes the parts that were asked for, and loses none of another's."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "write_figures.py"
BUSY = """
from pathlib import Path
figures = Path(__file__).parents[1] / "docs" / "FIGURES.md"
figures.write_text(figures.read_text().replace("old start", "start that another measured meanwhile"))
print("3 s")
"""


def test_a_part_that_another_wrote_meanwhile_stays(tmp_path: Path) -> None:
    for name in ("benchmarks", "docs"):
        (tmp_path / name).mkdir()
    script = Path(shutil.copy(SCRIPT, tmp_path / "benchmarks"))
    (tmp_path / "benchmarks" / "bench_report.py").write_text(BUSY)
    figures = tmp_path / "docs" / "FIGURES.md"
    figures.write_text("# Figures\n\n## Starting up\n\nold start\n\n## bench: a report of 100,000 results\n\nold\n")
    subprocess.run([sys.executable, script, "--only", "100,000 results"], check=True, capture_output=True)
    found = figures.read_text()
    assert "start that another measured meanwhile" in found
    assert "$ python benchmarks/bench_report.py\n3 s\n" in found and "\nold\n" not in found
    assert "Above its limit" not in found
