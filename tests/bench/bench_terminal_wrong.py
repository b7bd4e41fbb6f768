"""Three wrong answers and more for each task: what somebody might well do, and the checker must not take for right.

Each is bash, run where a contestant starts; `solve` does what the reference does.
"""

# ruff: noqa: E501

from __future__ import annotations

PYTHON = "python3 - <<'PY'\n{}\nPY"

WRONG: dict[str, dict[str, str]] = {
    "error-hours": {
        "leaves out what is compressed": r"""
            { echo hour,errors; cat logs/access.log.1 logs/access.log | sed -nE 's/^([0-9-]+T[0-9]{2}):.*" 5[0-9]{2} .*$/\1/p' |
              sort | uniq -c | awk '{print $2 "," $1}'; } > errors.csv""",
        "takes any 5xx in a line": r"""
            { echo hour,errors; { zcat logs/*.gz; cat logs/access.log.1 logs/access.log; } | grep -E '5[0-9]{2}' |
              cut -c1-13 | sort | uniq -c | awk '{print $2 "," $1}'; } > errors.csv""",
        "no header": "solve; sed -i 1d errors.csv",
        "the order of counts": "solve; { head -1 errors.csv; tail -n +2 errors.csv | sort -t, -k2 -n; } > e; mv e errors.csv",
        "changes the logs to fit": "solve; zcat logs/*.gz > /dev/null; rm logs/*; echo hour,errors > errors.csv",
    },
    "lost-commit": {
        "merges the wrong lost commit": "cd notes && git cherry-pick $(git log -g --format='%H %s' | grep Salt | cut -d' ' -f1 | head -1)",
        "writes the chapter by hand": "cd notes && printf 'Tides follow the moon, twice a day,\nand the sun twice a month.\n' > tides.md && git add -A && git commit -qm 'Tides: moon and sun'",
        "resets to it and loses the winds": "cd notes && git reset -q --hard $(git log -g --format='%H %s' | grep Tides | cut -d' ' -f1 | head -1)",
        "rewrites the winds on top": "cd notes && l=$(git log -g --format='%H %s' | grep Tides | cut -d' ' -f1 | head -1) && w=$(git rev-parse main) && git reset -q --hard $l && git cherry-pick $w",
        "leaves it on another branch": "cd notes && git checkout -q -b found && git cherry-pick $(git log -g --format='%H %s' main | grep Tides | cut -d' ' -f1 | head -1)",
    },
    "first-bad-commit": {
        "the newest commit": "git -C tally rev-parse main > answer.txt",
        "the first commit that ever failed": "git -C tally log --reverse --format=%H | sed -n 22p > answer.txt",
        "the last good one": "solve; git -C tally rev-parse $(cat answer.txt)~1 > a; mv a answer.txt",
        "a short hash": "solve; cut -c1-10 answer.txt > a; mv a answer.txt",
        "still in the bisection": "solve; git -C tally checkout -q good",
    },
    "merge-settings": {
        "ours": "cd service && git merge -q -X ours -m merge faster",
        "theirs": "cd service && git merge -q -X theirs -m merge faster",
        "no merge, only the file": "cd service && git merge -q faster; git merge --abort; printf '# Settings of the service\n[pool]\nworkers = 12\nqueue = 400\ntimeout = 20\n\n[cache]\nsize = 128\nttl = 900\nshards = 3\nprefetch = 8\n' > settings.ini && git commit -qam merge",
        "marks left": "cd service && git merge -q faster; git add -A && git commit -qm merge",
        "the removed key is back": "solve; cd service && sed -i '/^queue/a legacy = yes' settings.ini && git commit -q --amend -am merge",
    },
    "nested-archive": {
        "times and owners of now": "solve; mkdir x && tar -xf letters.tar -C x && rm letters.tar && tar -C x -cf letters.tar $(ls x | grep -v ' ') 'a b.letter'",
        "compressed": "solve; gzip -n < letters.tar > l; mv l letters.tar",
        "the smaller of two": "solve; mkdir x && tar -xf letters.tar -C x && echo short > x/cat.letter && tar -C x --mtime=@0 --owner=:0 --group=:0 --mode=0644 --sort=name -cf letters.tar . ",
        "not the lone one": PYTHON.format(
            "import tarfile\nimport subprocess\nsubprocess.run(['bash', '/solution/solve.sh'])\n"
            "a = tarfile.open('letters.tar')\nkept = [(e, a.extractfile(e)) for e in a if e.name != 'ant.letter']\n"
            "with tarfile.open('l', 'w') as out:\n for e, f in kept: out.addfile(e, f)\n"
            "import os\nos.rename('l', 'letters.tar')"
        ),
    },
    "stale-make": {
        "tabs and the folder, nothing else": r"cd book && sed -i 's/^    /\t/; s/^\tcat/\tmkdir -p out; cat/' Makefile",
        "builds everything each time": r"cd book && printf '.PHONY: all clean\nall:\n\tmkdir -p out; for c in chapters/*.txt; do tools/number.sh $$c > out/$$(basename $$c .txt).num; done; cat parts/head.txt out/*.num > out/book.txt\nclean:\n\trm -rf out\n' > Makefile",
        "forgets the tool": "solve; sed -i 's| tools/number.sh | out|; s|chapters/%.txt tools/number.sh|chapters/%.txt|' book/Makefile",
        "forgets chapters that are gone": "solve; sed -i 's| out/.list$||' book/Makefile",
        "clean is a file": "solve; sed -i 's/^.PHONY: book clean FORCE/.PHONY: book FORCE/' book/Makefile",
        "changes the tool as well": "solve; echo '# mended' >> book/tools/number.sh",
    },
    "shared-tree": {
        "by the name of the file": "chmod -R u=rwX,g=rX,o= share; find share -name '*.sh' -exec chmod 750 {} +; find share -path '*/private*' -type f -exec chmod 600 {} +",
        "follows links": "solve; chmod 640 share/link",
        "private-not counts as private": "solve; chmod 700 share/private-not; chmod 600 share/private-not/*",
        "scripts in private may run": "solve; chmod 700 'share/my docs/private/run me.sh'",
        "forgets the top": "solve; chmod 755 share",
    },
    "orphan-workers": {
        "kills every worker there is": r"""cat > pool.sh <<'SH'
#!/bin/bash
mkdir -p "$2"; echo $$ > "$2/pool.pid"
trap 'for p in /proc/[0-9]*; do grep -qE "worker|sleep" $p/cmdline 2>/dev/null && kill -9 ${p#/proc/}; done; rm -f "$2"/worker-*.pid "$2/pool.pid"; exit 0' TERM INT
while true; do
  for k in $(seq "$1"); do kill -0 $(cat "$2/worker-$k.pid" 2>/dev/null) 2>/dev/null || { rm -f "$2/worker-$k.pid"; /app/worker.sh $k "$2" & } ; done
  sleep 0.5 & wait $!
done
SH""",
        "asks the workers nicely": r"""cat > pool.sh <<'SH'
#!/bin/bash
mkdir -p "$2"; echo $$ > "$2/pool.pid"
trap 'kill $(jobs -p); rm -f "$2"/worker-*.pid "$2/pool.pid"; exit 0' TERM INT
for k in $(seq "$1"); do /app/worker.sh $k "$2" & done
wait
SH""",
        "helpers live on": 'solve; sed -i \'s/kill -KILL -- "-${groups\\[$k\\]}" 2>.dev.null; done/kill -KILL "${groups[$k]}"; done/\' pool.sh',
        "replaces nobody": "solve; sed -i '/^while true/,/^done/c\\while true; do sleep 0.2 \\& wait $!; done' pool.sh",
        "another status": "solve; sed -i 's/^    exit 0/    exit 143/' pool.sh",
        "changes the worker": "solve; sed -i /trap/d worker.sh",
    },
    "mixed-encodings": {
        "takes all for UTF-8": 'for f in inbox/*; do iconv -c -f utf-8 -t utf-8 "$f" > "outbox/${f##*/}"; done',
        "Latin-1 for Latin-9": "solve; iconv -f iso-8859-1 -t utf-8 inbox/e-latin9.txt > outbox/e-latin9.txt",
        "marks of byte order stay": "solve; printf '\\xef\\xbb\\xbf' > outbox/i-only-bom.txt",
        "no normal form": "solve; { cat inbox/g-nfd.txt; echo; } > outbox/g-nfd.txt",
        "strips blanks": "solve; sed -i 's/[ \\t]*$//' outbox/j-blank.txt",
        "a line for nothing": "solve; echo > outbox/h-empty.txt",
    },
    "join-orders": {
        "splits at every comma": r"""awk -F';' 'NR > 1 && $4 == "EUR" && $5 == "paid" {s[$2] += $3} END {for (k in s) print k, s[k]}' orders.csv > totals.json""",
        "counts an order twice": "sed 's/ or row\\[\"order\"\\] in seen//' /solution/solve.sh | bash",
        "rounds halves to even": "sed 's/ROUND_HALF_UP/ROUND_HALF_EVEN/g; s/2,675/2,675/' /solution/solve.sh | sed 's/Decimal(0)) + Decimal(\\(.*\\))$/Decimal(0)) + Decimal(str(round(float(\\1), 2)))/' | bash",
        "any currency": 'sed \'s/row\\["currency"\\] != "EUR" or //\' /solution/solve.sh | bash',
        "totals as numbers": 'solve; sed -i \'s/"total": "\\([0-9.-]*\\)"/"total": \\1/g\' totals.json',
        "joins by name": 'sed \'s/who = int(row\\["customer"\\])/who = 7 if row["customer"] == "5" else int(row["customer"])/\' /solution/solve.sh | bash',
    },
    "circular-import": {
        "only the order of the imports": "cd stock && printf 'from stock.items import Item\\nfrom stock.store import Stock\\nfrom stock.reports import report\\n' > __init__.py",
        "imports only": "cd stock && sed -i 's/^from stock.*//; s/: Stock//; s/: Item//' items.py store.py reports.py && sed -i '1i from stock.reports import report' store.py",
        "no zero before cents": "solve; sed -i 's/item.price % 100:02/item.price % 100/' stock/reports.py",
        "one list for all": "solve; sed -i 's/items=()/items=[]/; s/self._items = \\[\\]/self._items = items/; /for item in items/,+1d' stock/store.py",
        "does not refuse": "solve; sed -i '/count <= 0/,+1d' stock/store.py",
        "changes the test": "solve; sed -i 's/15.00/15.00/; s/import unittest/import unittest  # mended/' tests/test_stock.py",
    },
    "same-content": {
        "by size alone": "solve; ln -f photos/2023/z.jpg photos/2024/other.jpg",
        "keeps another one": "solve; rm photos/2023/z.jpg; cp -p photos/2024/z.jpg t; for f in 2023/z.jpg '2024/copy of z.jpg' 2024/z.jpg; do ln -f t \"photos/$f\"; done; chmod 644 photos/2023/z.jpg; rm t",
        "reaches into what is kept apart": "solve; ln -f photos/2023/z.jpg photos/safe/deep/z.jpg",
        "links the empty ones": "solve; ln -f photos/empty photos/album/empty",
        "symbolic links": "solve; ln -sf ../2023/z.jpg photos/2024/z.jpg",
        "counts names, not files": "solve; echo $((2 * 5000 + 3 * 10240)) > saved.txt",
    },
    "keep-backups": {
        "goes by the time of the file": "echo 'cd \"$1\" || exit 2; ls -t db-*.dump | tail -n +8 | tee /dev/stderr | xargs -r rm' > thin.sh",
        "only the seven newest": 'echo \'[ -d "$1" ] || exit 2; cd "$1"; ls | grep -xE "db-[0-9]{4}-[0-9]{2}-[0-9]{2}.dump" | head -n -7 | while read f; do [ -f $f ] && rm $f && echo $f; done\' > thin.sh',
        "weeks by their number alone": "solve; sed -i 's/day.isocalendar()\\[:2\\]/day.isocalendar()[1]/' thin.sh",
        "weeks of the calendar, not those with backups": "solve; sed -i 's/weeks\\[day.isocalendar()\\[:2\\]\\] = day/weeks[day.strftime(\"%Y %U\")] = day/' thin.sh",
        "follows links": "solve; sed -i 's/ and not path.is_symlink()//' thin.sh",
        "says nothing": "solve; sed -i '/print(/d' thin.sh",
        "any status": "solve; sed -i 's/exit 2/exit 1/' thin.sh",
    },
    "merge-databases": {
        "case counts": "sed 's/.strip().lower()/.strip()/' /solution/solve.sh | bash",
        "spaces count": 'sed \'s/(email or "").strip().lower()/(email or "").lower()/\' /solution/solve.sh | bash',
        "the last one wins": "sed 's/email not in known or .*:/True:/' /solution/solve.sh | bash",
        "visits are not added up": "sed 's/sums.get(key, 0) + minutes/minutes/' /solution/solve.sh | bash",
        "those without e-mail are one": "solve; python3 -c \"import sqlite3; b = sqlite3.connect('all.db'); b.execute('DELETE FROM people WHERE id = 6'); b.execute('UPDATE visits SET person = 5 WHERE person = 6'); b.commit()\"",
        "ids as they come": "sed 's/enumerate(sorted(known), 1)/enumerate(known, 1)/' /solution/solve.sh | bash",
    },
}
