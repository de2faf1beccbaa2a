"""Show errors of an instructor's own functions where they are noticed."""

from __future__ import annotations

import sys
import traceback


def show_error() -> None:
    """Show the error being handled: as a notebook shows its own, elsewhere on the error output."""
    # Only a notebook has loaded IPython before; a script need not.
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is None:
        traceback.print_exc()
    else:
        shell.showtraceback()
