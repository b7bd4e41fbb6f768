#!/bin/bash
set -e
cd /app/tally
cat > /tmp/right.sh <<'TEST'
test "$(printf 'ana 5\nana -3\n' | python3 -B tally.py)" = "ana 2"
TEST
git bisect start main good > /dev/null
git bisect run sh /tmp/right.sh > /dev/null
git rev-parse refs/bisect/bad > /app/answer.txt
git bisect reset > /dev/null
