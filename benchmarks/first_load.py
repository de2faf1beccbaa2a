"""What a reader downloads before a lesson can be read: ours, as a ratio to Jupyter Book's default.

The peer is the same lesson's prose in a book that `jupyter-book` builds with its default theme, in
the same run, served gzipped by the same server and loaded in the same browser. Bytes and requests
on this machine's own address do not depend on its speed, so they repeat exactly.

Run it after `make book`: ``.venv/bin/python benchmarks/first_load.py``.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Response
from reader import chromium

from painlab.book.serve import serving

ROOT = Path(__file__).resolve().parent.parent
LESSON = "book/imaging/pain-free-people"
PEER_CONFIG = "title: Peer\nexecute:\n  execute_notebooks: 'off'\n"


def build_peer(folder: Path) -> Path:
    """Build the lesson's prose with Jupyter Book's defaults; return the folder with its HTML."""
    text = (ROOT / f"{LESSON}.md").read_text(encoding="utf-8").split("---", 2)[2]
    text = re.sub(r"^:::.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\{[\w:]+\}`([^`<]*)(?:<[^`]*)?`", r"\1", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    (folder / "_config.yml").write_text(PEER_CONFIG, encoding="utf-8")
    (folder / "_toc.yml").write_text("format: jb-book\nroot: lesson\n", encoding="utf-8")
    (folder / "lesson.md").write_text(text, encoding="utf-8")
    subprocess.run(
        [Path(sys.executable).with_name("jupyter-book"), "build", folder, "--quiet"],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return folder / "_build" / "html"


def first_load(browser: Browser, address: str) -> tuple[int, int]:
    """Return (bytes over the wire, requests) until the page's load event and a quiet network.

    Requests to anybody else are counted and then refused, so nothing leaves this machine.
    """
    page = browser.new_page()
    own = address.rsplit("/", 1)[0].split("/book/")[0]
    sizes: list[int] = []
    requests: list[str] = []

    def weigh(response: Response) -> None:
        sizes.append(int(response.headers.get("content-length", 0)))

    page.on("request", lambda request: requests.append(request.url))
    page.on("response", weigh)
    page.route(lambda url: not url.startswith(own), lambda route: route.abort())
    page.goto(address, wait_until="networkidle")
    page.close()
    return sum(sizes), len([url for url in requests if not url.startswith(("data:", "blob:"))])


def main() -> None:
    """Print both pages and the ratio between them."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        peer_html = build_peer(Path(folder))
        with serving(ROOT / "_build" / "html") as ours, serving(peer_html) as peers:
            our_bytes, our_requests = first_load(browser, f"{ours}/{LESSON}.html")
            peer_bytes, peer_requests = first_load(browser, f"{peers}/lesson.html")
    print("page                      kB gzip   requests")
    print(f"ours (with its pieces)    {our_bytes / 1000:7.1f}   {our_requests:8d}")
    print(f"Jupyter Book's default    {peer_bytes / 1000:7.1f}   {peer_requests:8d}")
    ratio = f"{our_bytes / peer_bytes:7.2f}   {our_requests / peer_requests:8.2f}"
    print(f"ours / default            {ratio}")


if __name__ == "__main__":
    main()
