"""Where a copy of the course lives on the web: ``baseurl`` below ``html`` in ``_config.yml``.

Nobody but whoever hosts a copy knows it, so it may be empty. Then no page claims an address.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError


def base_of(address: str | None) -> str:
    """Return an address as the start of the addresses of pages: empty, or with ``/`` at its end.

    Raises
    ------
    ValueError
        When it is no address of a folder on the web.
    """
    if not address:
        return ""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise ValueError(
            f"'baseurl' in _config.yml is '{address}'; write the address of the folder the course "
            "is served from, with https:// at its start."
        )
    return f"{address.rstrip('/')}/"


def page_address(app: Sphinx, docname: str) -> str:
    """Return where a page stands on the web; empty when the copy has no address.

    Parameters
    ----------
    app : the running build.
    docname : name of the page; the first page is the folder itself.
    """
    base = base_of(app.config.html_baseurl)
    if not base or docname == app.config.root_doc:
        return base
    return f"{base}{app.builder.get_target_uri(docname)}"


def _check(app: Sphinx, config: Config) -> None:
    try:
        base_of(config.html_baseurl)
    except ValueError as error:
        raise ConfigError(str(error)) from None


def setup_site_address(app: Sphinx) -> None:
    """Stop a build whose address is none."""
    app.connect("config-inited", _check)
