#!/bin/sh
# Fills .venv with exactly what requirements.txt pins, and with painlab itself.
set -eu
python=${PYTHON:-python3}

stop() {
  echo "$1" >&2
  exit 1
}

command -v "$python" >/dev/null 2>&1 ||
  stop "Python is missing: install Python 3.11 or newer (on Debian: apt-get install python3)."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  stop "Python 3.11 or newer is needed, found $("$python" -V 2>&1): install it and run make PYTHON=/path/to/python3.11."

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  # Debian ships Python without its venv module.
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Python's venv module."
    { apt-get update -qq && apt-get install -y -qq python3-venv; } >/dev/null ||
      stop "Python's venv module could not be installed: run apt-get install python3-venv and look at its message."
  else
    stop "Python's venv module is missing: install it (on Debian: apt-get install python3-venv)."
  fi
fi

echo "Installing the Python packages into .venv: under a minute on a fast line."
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check \
  --require-hashes -r tools/uv-requirements.txt
.venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r requirements.txt
.venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
