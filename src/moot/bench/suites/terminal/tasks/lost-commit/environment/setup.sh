set -e
export GIT_CONFIG_GLOBAL=/dev/null GIT_COMMITTER_NAME=Keeper GIT_COMMITTER_EMAIL=keeper@example.org
mkdir -p /app/notes && cd /app/notes
git init -q -b main .
git config user.name Keeper && git config user.email keeper@example.org
git config gc.auto 0
save() {
    git add -A
    GIT_AUTHOR_NAME="$2" GIT_AUTHOR_EMAIL=author@example.org GIT_AUTHOR_DATE="$3" GIT_COMMITTER_DATE="$3" git commit -q -m "$1"
}
printf '# Sea\n' > index.md; save "Start the notes" Keeper 2024-01-01T10:00:00Z
printf 'Waves come from wind.\n' > waves.md; printf '# Sea\n- waves\n' > index.md; save "Waves" Ana 2024-01-02T10:00:00Z
printf 'Draft about salt.\n' > salt.md; save "Salt, a draft" Ben 2024-01-03T10:00:00Z
git reset -q --hard HEAD~1
printf 'Tides follow the moon, twice a day,\nand the sun twice a month.\n' > tides.md
save "Tides: moon and sun" Cleo 2024-01-04T10:00:00Z
git reset -q --hard HEAD~1
printf 'Winds turn with the seasons.\n' > winds.md; save "Winds" Ana 2024-01-05T10:00:00Z
