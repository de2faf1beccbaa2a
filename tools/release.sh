#!/bin/sh
# Gathers what a release attaches, in _build/release, with its notes and checksums.
# First run: make book pdf epub export slides. Then: sh tools/release.sh v1.2.3
set -eu
cd "$(dirname "$0")/.."
name=rethinking-back-and-neck-pain
out=_build/release

stop() {
  echo "$1" >&2
  exit 1
}

need() { [ -e "$1" ] || stop "There is no $1: run 'make $2' first."; }

pack() { (cd "_build/$1" && "$python" -m zipfile -c "../release/$name-$version-$1.zip" *); }

tag=${1:-}
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' pyproject.toml)
[ "$tag" = "v$version" ] || stop "The tag is '$tag', but the version in pyproject.toml is $version."

python=$(pwd)/.venv/bin/python
need _build/html/index.html book
need "_build/pdf/$name.pdf" pdf
need "_build/epub/$name.epub" epub
need _build/export export
need _build/slides slides
rm -rf "$out"
mkdir -p "$out"

awk -v version="$version" '
  /^## / { inside = $2 == version || $2 == "[" version "]"; next }
  inside
' CHANGELOG.md >"$out/notes.md"
grep -q . "$out/notes.md" || stop "CHANGELOG.md has no section '## $version - YYYY-MM-DD'."

.venv/bin/hatchling build -t wheel -d "$out"
pack html
pack export
pack slides
cp "_build/pdf/$name.pdf" "$out/$name-$version.pdf"
cp "_build/epub/$name.epub" "$out/$name-$version.epub"
(cd "$out" && sha256sum ./*.whl ./*.zip ./*.pdf ./*.epub >SHA256SUMS)
ls "$out"
