#!/bin/bash
set -e
cd /app/notes
lost=$(git log -g --format='%H %s' | grep 'Tides' | head -1 | cut -d' ' -f1)
git cherry-pick "$lost"
