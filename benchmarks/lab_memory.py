"""What a class needs: memory and time of each lab in a fresh kernel, and of JupyterLab itself.

The peak is the largest resident memory of the process (``VmHWM`` of Linux). What a lab writes is
compared with nothing here; the tests do that.

Run it: ``.venv/bin/python benchmarks/lab_memory.py``. Name labs to run only those.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from painlab.content import checkout_dir
from painlab.lab import running
from painlab.lab_list import FOLDER, labs_in_order
from painlab.notebooks import KERNEL

# The last cell: what the kernel that ran all the others has used.
USED = """
import json
import time
from pathlib import Path

print(json.dumps([Path("/proc/self/status").read_text(), time.process_time()]))
"""


@dataclass(frozen=True)
class Run:
    """What one lab took, from a fresh kernel to the last cell.

    Attributes
    ----------
    peak : largest resident memory of the kernel, MB.
    seconds : by the clock, starting the kernel included.
    processor : seconds of one core, of the kernel.
    """

    peak: float
    seconds: float
    processor: float


def peak_of(status: str) -> float:
    """Return the largest resident memory in MB that a process's ``status`` names."""
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1e6


def measure(path: Path) -> Run:
    """Run a lab in a fresh kernel; the file stays as it is."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    notebook.cells.append(nbformat.v4.new_code_cell(USED))  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook,
        kernel_name=str(KERNEL["name"]),
        resources={"metadata": {"path": str(path.parent)}},
        coalesce_streams=True,
    )
    start = time.perf_counter()
    client.execute()
    seconds = time.perf_counter() - start
    status, processor = json.loads(notebook.cells[-1].outputs[0].text)
    return Run(peak_of(status), seconds, processor)


def server_peak() -> float:
    """Return the peak of a JupyterLab with one open notebook and nobody at it, in MB."""
    with tempfile.TemporaryDirectory() as folder, running(("1",), Path(folder)):
        (server,) = Path(folder, "jupyter_runtime_dir").glob("jpserver-*.json")
        pid = json.loads(server.read_text(encoding="utf-8"))["pid"]
        return peak_of(Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))


def main() -> None:
    """Print one line a lab, as they come, and one for JupyterLab."""
    parser = argparse.ArgumentParser(description="Memory and time of each lab.")
    parser.add_argument("labs", nargs="*", help="names of labs (default: all)")
    wanted = parser.parse_args().labs
    root = checkout_dir()
    print("| lab | peak, MB | seconds | processor, s |\n|---|---|---|---|")
    for lab in labs_in_order(root):
        if not wanted or Path(lab.file).stem in wanted:
            run = measure(root / FOLDER / lab.file)
            print(
                f"| {lab.title} | {run.peak:.0f} | {run.seconds:.1f} | {run.processor:.1f} |",
                flush=True,
            )
    print(f"| JupyterLab itself | {server_peak():.0f} | | |")
    print(
        f"\n{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python "
        f"{platform.python_version()}; load over the last 15 minutes: {os.getloadavg()[2]:.1f}."
    )


if __name__ == "__main__":
    main()
