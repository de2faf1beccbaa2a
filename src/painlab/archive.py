"""ZIP archives that are the same to the byte whenever their content is: one date, known order."""

from __future__ import annotations

import io
import os
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# Where a build names no moment of its own: the one the Makefile sets.
_MOMENT = "1767225600"


def moment() -> datetime:
    """Return the moment that files are dated with: ``SOURCE_DATE_EPOCH``, never now."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", _MOMENT)), UTC)


def zipped(files: Mapping[str, bytes], stored: Collection[str] = ()) -> bytes:
    """Return `files` as a ZIP archive, in their order.

    Parameters
    ----------
    files : content by name.
    stored : names of the files that are not compressed.
    """
    day = moment()
    date = (day.year, day.month, day.day, 0, 0, 0)
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            how = ZIP_STORED if name in stored else ZIP_DEFLATED
            archive.writestr(ZipInfo(name, date), content, how)
    return packed.getvalue()
