#!/bin/sh
# Makes sure there is a Chromium for the browser tests: the system's, Debian's, or Playwright's own.
set -eu

for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then
    echo "Browser for the tests: $(command -v "$name")"
    exit 0
  fi
done

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests."
  if { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1; then
    exit 0
  fi
fi

echo "Fetching Playwright's Chromium for the browser tests."
.venv/bin/playwright install chromium || {
  echo "No browser for the tests: install Chromium (on Debian: apt-get install chromium) and run make test again." >&2
  exit 1
}
