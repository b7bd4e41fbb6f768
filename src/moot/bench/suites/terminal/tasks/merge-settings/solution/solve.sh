#!/bin/bash
cd /app/service
git merge -q faster
cat > settings.ini <<'INI'
# Settings of the service
[pool]
workers = 12
queue = 400
timeout = 20

[cache]
size = 128
ttl = 900
shards = 3
prefetch = 8
INI
git add settings.ini && git commit -q -m "Merge faster"
