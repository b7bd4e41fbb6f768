set -e
mkdir -p /app/share/tools "/app/share/my docs/private/old/private" /app/share/empty /app/outside /app/share/private-not
cd /app/share
printf '#!/bin/sh\necho hi\n' > tools/hello; printf 'echo no script\n' > tools/plain.sh
printf '#!/bin/sh\n' > "my docs/private/run me.sh"; printf 'secret\n' > "my docs/private/old/key"
printf '#!/usr/bin/python3\n' > "my docs/two
lines"; printf '#' > one-byte; : > nothing
printf '# not a script\n' > private-not/a; printf '#!x' > private-not/b
printf 'outside\n' > /app/outside/file; printf '#!/bin/sh\n' > /app/outside/script
ln -s /app/outside/file link; ln -s /app/outside linked-folder; ln -s nowhere "my docs/broken"
chmod 777 tools "my docs"; chmod 666 tools/hello tools/plain.sh; chmod 755 "my docs/private" private-not/a
chmod 604 /app/outside/file; chmod 705 /app/outside/script; chmod 711 /app/outside; chmod 400 one-byte; chmod 511 empty
