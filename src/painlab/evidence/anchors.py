"""Where a study or a figure stands on the ledger page: one rule for pages, quizzes and charts."""

import re

LEDGER = "book/reference/ledger"
"""The ledger's document name: its path from the checkout without the ending."""


def anchor(key: str) -> str:
    """Return the fragment id of `key` on the ledger page.

    Parameters
    ----------
    key : ``study``, ``study.figure``, ``study.figure[label]`` or ``calc.name``.

    Examples
    --------
    >>> anchor("brinjikji2015.disk_bulge[50]")
    'ev-brinjikji2015-disk_bulge-50'
    """
    return "ev-" + re.sub(r"\W+", "-", key.strip()).strip("-")
