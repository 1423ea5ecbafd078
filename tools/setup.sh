#!/bin/sh
# Find a Python and set up .venv with it: `sh tools/setup.sh app|test|reference`. PYTHON=… chooses one.
set -eu
cd "$(dirname "$0")/.."

usable() { "$1" -c "import sys; sys.exit(sys.version_info < $2)" >/dev/null 2>&1; }

for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
    if usable "$name" "(3, 11)"; then exec "$name" tools/setup.py "$@"; fi
done
# An older Python is enough to install uv, and uv can install a newer Python.
for name in python3 python3.10 python3.9 python3.8 python; do
    if usable "$name" "(3, 8)"; then
        echo "setup: no Python 3.11 or newer here (${name} is $("$name" -V 2>&1)); asking uv for one" >&2
        exec "$name" tools/setup.py "$@"
    fi
done
echo "setup: Glassnet needs Python 3.11 or newer, and none was found: install one (Debian, Ubuntu: apt-get install python3; macOS: brew install python) or name it, as in: make run PYTHON=/path/to/python3" >&2
exit 1
