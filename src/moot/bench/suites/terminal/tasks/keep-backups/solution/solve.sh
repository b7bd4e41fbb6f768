#!/bin/bash
cat > /app/thin.sh <<'SH'
#!/bin/bash
[ -d "$1" ] || exit 2
exec python3 - "$1" <<'PY'
import re
import sys
from datetime import date
from pathlib import Path

found = {}
for path in Path(sys.argv[1]).iterdir():
    match = re.fullmatch(r"db-([0-9]{4})-([0-9]{2})-([0-9]{2})\.dump", path.name)
    if match and path.is_file() and not path.is_symlink():
        try:
            found[date(*map(int, match.groups()))] = path
        except ValueError:
            pass
days = sorted(found)
keep = set(days[-7:])
months, weeks = {}, {}
for day in days:
    months.setdefault((day.year, day.month), day)
    weeks[day.isocalendar()[:2]] = day
keep |= set(months.values()) | {weeks[week] for week in sorted(weeks)[-4:]}
for day in days:
    if day not in keep:
        found[day].unlink()
        print(found[day].name)
PY
SH
