#!/bin/sh
# Looks for known weaknesses in what requirements.txt and package-lock.json pin.
# Exit status: 1 when there are any or an audit fails, 0 when there are none, and also 0, with the
# reason printed, when the database of weaknesses cannot be reached: then nothing was audited.
set -u
cd "$(dirname "$0")/.."
report=$(mktemp)
words=$(mktemp)
trap 'rm -f "$report" "$words"' EXIT
bad=0

clean() { echo "$1: no known weaknesses."; }
unreached() { echo "$1: NOT AUDITED, the database cannot be reached: $2"; }
found() {
  echo "$1: look at this:"
  cat "$report" "$words"
  bad=1
}
count() { grep -o "$1" "$report" | wc -l; }

audit_python() {
  pip-audit --requirement requirements.txt --requirement tools/uv-requirements.txt \
    --require-hashes --disable-pip --progress-spinner off \
    --desc off --format json --output "$report" 2>"$words"
  status=$?
  # A line a package, for whoever reads it.
  sed -i.bak 's/{"name"/\n&/g' "$report" && rm "$report.bak"
  skipped=$(count '"skip_reason":')
  if [ "$skipped" -gt 0 ] && [ "$skipped" -eq "$(count '{"name"')" ]; then
    # Behind some gateways every question gets "not found"; the tool then ends without complaint.
    unreached Python "it knows none of $skipped packages"
  elif [ "$skipped" -gt 0 ]; then
    found "Python, $skipped packages not audited"
  elif [ "$status" -eq 0 ]; then
    clean Python
  elif grep -Eq '^requests\.exceptions\.|^[a-z_.]*ServiceError|Could not connect to|not redirecting' "$words"; then
    unreached Python "$(tail -n 1 "$words")"
  else
    found Python
  fi
}

# What is bundled into the pages; the tools that bundle it reach no reader.
audit_javascript() {
  npm audit --prefix src/painlab/frontend --package-lock-only --omit=dev >"$report" 2>"$words"
  status=$?
  if [ "$status" -eq 0 ]; then
    clean JavaScript
  elif grep -q 'audit endpoint returned an error' "$words"; then
    unreached JavaScript "$(grep -m 1 'npm warn audit' "$words")"
  else
    found JavaScript
  fi
}

audit_python
audit_javascript
exit "$bad"
