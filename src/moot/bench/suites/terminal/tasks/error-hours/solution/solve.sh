#!/bin/bash
set -e
cd /app/logs
{
    echo "hour,errors"
    { zcat access.log.*.gz; cat access.log.1 access.log; } |
        sed -nE 's/^([0-9-]+T[0-9]{2}):.*" 5[0-9]{2} .*$/\1/p' | sort | uniq -c | awk '{print $2 "," $1}'
} > /app/errors.csv
