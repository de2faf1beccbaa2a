"""A small course without fault, copied so that a test can break one thing in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from painlab.check import check_course
from painlab.findings import Finding

CLEAN = Path(__file__).parents[1] / "fixtures" / "check" / "clean"
LESSON = "book/imaging/lesson.md"
BANK = "book/quizzes/spine.yml"
EVIDENCE = "book/evidence/spine.yml"
BIBLIOGRAPHY = "book/references.bib"
LAB = "notebooks/lab.ipynb"


class CourseCopy:
    """A copy of the clean course under `root`."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "course"
        shutil.copytree(CLEAN, self.root)

    def change(self, path: str, old: str, new: str) -> int:
        """Put `new` for `old` in one file; return the line where `new` starts."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        file.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def line(self, path: str, number: int) -> str:
        """Return one line of a file, counted from 1."""
        return (self.root / path).read_text(encoding="utf-8").splitlines()[number - 1]

    def findings(self, rule: str) -> list[Finding]:
        """Return what `painlab check` finds under `rule`."""
        return [finding for finding in check_course(self.root).findings if finding.rule == rule]

    def only(self, rule: str) -> Finding:
        """Return the one finding there is; fail when there is another or none."""
        findings = check_course(self.root).findings
        assert [finding.rule for finding in findings] == [rule], findings
        return findings[0]
