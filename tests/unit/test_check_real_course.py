"""The course itself has nothing to mend, and checking it is quick."""

import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS = 6.0


def test_painlab_check_finds_nothing_in_the_course_and_is_quick() -> None:
    command = Path(sys.executable).with_name("painlab")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run([command, "check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    # Processor time: other tests run beside this one.
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < SECONDS
