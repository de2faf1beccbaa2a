"""The built book as a SCORM 1.2 package, for platforms that take a whole course as one file.

The book goes in as an asset, a part that the platform opens and that reports nothing to it: what
learners answer stays in their browser, as on the web.
"""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element, indent

from painlab.archive import zipped
from painlab.book.offline import WORKER
from painlab.quiz.export.xml import add, checked

FILE = "course-scorm12.zip"
"""Name of the package."""

_MANIFEST = "imsmanifest.xml"
# What is for web hosts, for other machines or for a debugger. The service worker stays out, too:
# inside a platform it would answer in the platform's place.
_LEFT_OUT = (
    ".*",
    "*.map",
    "404.html",
    "_headers",
    "objects.inv",
    "robots.txt",
    "sitemap.xml",
    WORKER,
)


def scorm_package(html: Path, title: str) -> bytes:
    """Return the pages in `html` as a SCORM 1.2 package.

    Parameters
    ----------
    html : the built book.
    title : title of the course.

    Raises
    ------
    InvalidExportError
        When the list of files would not be valid.
    """
    files = {
        path.relative_to(html).as_posix(): path.read_bytes()
        for path in sorted(html.rglob("*"))
        if path.is_file() and not any(fnmatch(path.name, name) for name in _LEFT_OUT)
    }
    return zipped({_MANIFEST: _manifest(title, list(files)), **files})


def _manifest(title: str, names: list[str]) -> bytes:
    root = Element(
        "manifest",
        {
            "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
            "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
            "identifier": "painlab-course",
        },
    )
    about = add(root, "metadata")
    add(about, "schema", "ADL SCORM")
    add(about, "schemaversion", "1.2")
    course = add(add(root, "organizations", default="course"), "organization", identifier="course")
    add(course, "title", title)
    add(add(course, "item", identifier="book", identifierref="pages"), "title", title)
    what = {"identifier": "pages", "type": "webcontent", "adlcp:scormtype": "asset"}
    pages = add(add(root, "resources"), "resource", **what, href="index.html")
    for name in names:
        add(pages, "file", href=quote(name))
    indent(root, " ")
    return checked(root, "scorm-manifest.rng", _MANIFEST)
