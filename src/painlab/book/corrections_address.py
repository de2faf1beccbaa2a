"""Where to send corrections: the directive ``{corrections-address}``.

Whoever hosts a copy of the course names an address in ``_config.yml``, below ``sphinx: config:``,
as ``painlab_corrections``: an e-mail address, or the address of a page that begins with
``https://``. No address is a rule of the course itself, so it is empty until then.
"""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.docutils import SphinxDirective

SETTING = "painlab_corrections"

_MAIL = re.compile(r"[^@\s:/?]+@[^@\s:/?]+\.[^@\s:/?]+")
_PAGE = re.compile(r"https?://\S+")


def link_to(address: str) -> str:
    """Return what a link to `address` points at.

    Raises
    ------
    ValueError
        When it is neither an e-mail address nor that of a page.
    """
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    if _PAGE.fullmatch(address):
        return address
    raise ValueError(
        f"'{SETTING}' in _config.yml is '{address}'; write an e-mail address, or one that begins "
        "with https://."
    )


def corrections_words(address: str) -> nodes.paragraph:
    """Return the sentences about the address, or about how to set one when it is empty."""
    if not address:
        return nodes.paragraph(
            "",
            "",
            nodes.Text(
                "This copy of the course names no address for corrections. That is a gap. "
                "Whoever hosts it can set one: the value "
            ),
            nodes.literal("", SETTING),
            nodes.Text(" in "),
            nodes.literal("", "_config.yml"),
            nodes.Text(". It then stands here."),
        )
    link = nodes.reference("", address, refuri=link_to(address))
    words = nodes.Text(". Please name the page and the sentence. A source helps, and is no must.")
    return nodes.paragraph("", "", nodes.Text("Write to "), link, words)


class CorrectionsAddress(SphinxDirective):
    """``:::{corrections-address}``: where to write, or that this copy does not say."""

    def run(self) -> list[nodes.Node]:
        """Return the paragraph."""
        return [corrections_words(getattr(self.config, SETTING))]


def _check(app: Sphinx, config: Config) -> None:
    try:
        corrections_words(getattr(config, SETTING))
    except ValueError as error:
        raise ConfigError(str(error)) from None


def setup_corrections_address(app: Sphinx) -> None:
    """Register setting and directive; a changed address makes the pages anew."""
    app.add_config_value(SETTING, "", "env")
    app.add_directive("corrections-address", CorrectionsAddress)
    app.connect("config-inited", _check)
