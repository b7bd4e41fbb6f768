set -e
cat > /app/worker.sh <<'SH'
#!/bin/bash
# worker.sh K FOLDER
trap '' TERM INT
echo $$ > "$2/worker-$1.pid"
sleep 1000 &
echo $! > "$2/helper-$1.pid"
while true; do sleep 0.2; done
SH
cat > /app/pool.sh <<'SH'
#!/bin/bash
# pool.sh N FOLDER
mkdir -p "$2"
for k in $(seq "$1"); do
    /app/worker.sh "$k" "$2" &
done
wait
SH
chmod +x /app/*.sh
