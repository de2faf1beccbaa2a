#!/bin/sh
# Makes sure there is a Chromium for the browser tests (the system's, Debian's, or Playwright's
# own) and that Playwright can drive it.
set -eu

stop() {
  echo "$1" >&2
  exit 1
}

can_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt() { { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$1"; } >/dev/null 2>&1; }

# Playwright's driver is a Node.js program; a bare Debian lacks one library that it needs.
if ! .venv/bin/playwright --version >/dev/null 2>&1; then
  if can_apt; then apt libatomic1 || true; fi
  .venv/bin/playwright --version >/dev/null 2>&1 ||
    stop "Playwright cannot start: install its library (on Debian: apt-get install libatomic1)."
fi

found() {
  command -v "$1" >/dev/null 2>&1 || return 1
  echo "Browser for the tests: $(command -v "$1")"
  exit 0
}

# Chromium without a window opens pages in a third of the time.
found chromium-headless-shell || true
if can_apt; then
  echo "Installing Chromium for the browser tests."
  if apt chromium-headless-shell; then exit 0; fi
fi
for name in chromium chromium-browser google-chrome; do found "$name" || true; done
if can_apt && apt chromium; then exit 0; fi

echo "Fetching Playwright's Chromium for the browser tests."
.venv/bin/playwright install chromium ||
  stop "No browser for the tests: install Chromium (on Debian: apt-get install chromium)."
