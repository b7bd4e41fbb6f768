set -e
export GIT_CONFIG_GLOBAL=/dev/null
mkdir -p /app/service && cd /app/service
git init -q -b main .
git config user.name Keeper && git config user.email keeper@example.org
save() { git add -A; GIT_AUTHOR_DATE="$2" GIT_COMMITTER_DATE="$2" git commit -q -m "$1"; }
cat > settings.ini <<'INI'
# Settings of the service
[pool]
workers = 4
queue = 100
legacy = yes
timeout = 30

[cache]
size = 64
ttl = 300
shards = 2
INI
printf 'def run():\n    return "ok"\n' > service.py
save "Start" 2024-02-01T10:00:00Z
git checkout -q -b faster
cat > settings.ini <<'INI'
# Settings of the service
[pool]
workers = 12
queue = 250
legacy = yes
timeout = 20

[cache]
size = 64
ttl = 900
shards = 2
prefetch = 8
INI
save "Faster" 2024-02-02T10:00:00Z
git checkout -q main
cat > settings.ini <<'INI'
# Settings of the service
[pool]
workers = 8
queue = 400
timeout = 30

[cache]
size = 128
ttl = 300
shards = 3
INI
save "Steadier" 2024-02-03T10:00:00Z
