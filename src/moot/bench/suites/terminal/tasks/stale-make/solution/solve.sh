#!/bin/bash
set -e
cd /app/book
sed 's/^  /\t/' > Makefile <<'MK'
CHAPTERS := $(sort $(wildcard chapters/*.txt))
NUMBERED := $(CHAPTERS:chapters/%.txt=out/%.num)

.PHONY: book clean FORCE
.DELETE_ON_ERROR:

book: out/book.txt

out/book.txt: parts/head.txt $(NUMBERED) out/.list
  cat parts/head.txt $(NUMBERED) > $@

out/%.num: chapters/%.txt tools/number.sh | out
  tools/number.sh $< > $@

# Changes only when the names of the chapters do.
out/.list: FORCE | out
  @echo '$(CHAPTERS)' | cmp -s - $@ || echo '$(CHAPTERS)' > $@

out:
  mkdir -p out

clean:
  rm -rf out
MK
