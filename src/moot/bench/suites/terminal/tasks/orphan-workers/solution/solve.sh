#!/bin/bash
cat > /app/pool.sh <<'SH'
#!/bin/bash
# pool.sh N FOLDER
set -m # every worker leads a process group of its own, its helper in it
n=$1 folder=$2
mkdir -p "$folder"
declare -A groups

finish() {
    trap '' TERM INT
    for k in "${!groups[@]}"; do kill -KILL -- "-${groups[$k]}" 2>/dev/null; done
    rm -f "$folder"/worker-*.pid "$folder/pool.pid"
    exit 0
}
trap finish TERM INT
echo $$ > "$folder/pool.pid"

begin() {
    /app/worker.sh "$1" "$folder" &
    groups[$1]=$!
}
for k in $(seq "$n"); do begin "$k"; done
while true; do
    sleep 0.2 &
    wait $!
    for k in "${!groups[@]}"; do
        if ! kill -0 "${groups[$k]}" 2>/dev/null; then
            kill -KILL -- "-${groups[$k]}" 2>/dev/null
            begin "$k"
        fi
    done
done 2>/dev/null
SH
chmod +x /app/pool.sh
