set -e
mkdir -p /app/book/chapters /app/book/parts /app/book/tools && cd /app/book
printf 'The Book\n========\n' > parts/head.txt
printf 'It was night.\nIt rained.\n' > chapters/01-night.txt
printf 'Then came day.\n' > chapters/02-day.txt
printf 'All slept.\nNobody woke.\nThe end.\n' > chapters/10-end.txt
printf '#!/bin/sh\nawk '\''{ printf "%%3d  %%s\\n", NR, $0 }'\'' "$1"\n' > tools/number.sh
chmod +x tools/number.sh
cat > Makefile <<'MK'
CHAPTERS = chapters/01-night.txt chapters/02-day.txt
NUMBERED = $(CHAPTERS:chapters/%.txt=out/%.num)

book: out/book.txt

out/book.txt: parts/head.txt
    cat parts/head.txt $(NUMBERED) > out/book.txt

out/%.num: chapters/%.txt
    tools/number.sh $< > out/$*.num

clean:
    rm -rf out
MK
