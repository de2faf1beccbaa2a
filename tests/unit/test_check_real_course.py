"""The course itself has nothing to mend."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_painlab_check_finds_nothing_in_the_course() -> None:
    command = Path(sys.executable).with_name("painlab")
    done = subprocess.run([command, "check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
