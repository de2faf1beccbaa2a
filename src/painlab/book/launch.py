"""Links at the top of a lab to run it elsewhere: on Binder, Google Colab or one's own JupyterHub.

Whoever hosts a copy of the course names the addresses in ``_config.yml``, below
``sphinx: config:``, as ``painlab_launch``. Until then no page has such a link. A link asks nothing
of anybody until it is followed, and a sentence says what leaves the reader's device then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from urllib.parse import quote, urlencode, urlsplit

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from painlab.book.sections import box
from painlab.book.sharing import LABS
from painlab.findings import nearest

SETTING = "painlab_launch"

_WHAT_LEAVES = (
    "Each link leads to another site. That site learns your internet address, which lab you want, "
    "and what you do there. What you have answered in this course stays on your device."
)
_FIRST_CELL = "On Google Colab, first put this line into a new cell at the top, and run it: "
_GITHUB = re.compile(r"https://github\.com/([\w.-]+)/([\w.-]+?)(?:\.git)?/?")
_BRANCH = re.compile(r"[\w./-]+")


@dataclass(frozen=True)
class Launch:
    """Where labs can be run; an empty address means no link.

    Attributes
    ----------
    repository : the course's repository on GitHub, which all three fetch the labs from.
    branch : its branch or tag.
    binder : a BinderHub, such as ``https://mybinder.org``.
    colab : Google Colab, ``https://colab.research.google.com``.
    jupyterhub : a hub of one's own, with nbgitpuller (``docs/jupyterhub/``).
    wheel : the built wheel of painlab, for Colab, which has none.
    """

    repository: str = ""
    branch: str = "main"
    binder: str = ""
    colab: str = ""
    jupyterhub: str = ""
    wheel: str = ""

    def links(self, lab: str) -> Iterator[tuple[str, str]]:
        """Yield name and address of each place where `lab` can be run.

        Parameters
        ----------
        lab : the notebook's path from the root of the repository.
        """
        found = _GITHUB.fullmatch(self.repository)
        if not found:
            return
        owner, name = found.groups()
        branch = quote(self.branch, safe="")
        if self.binder:
            query = urlencode({"urlpath": f"lab/tree/{lab}"})
            yield "Binder", f"{_bare(self.binder)}/v2/gh/{owner}/{name}/{branch}?{query}"
        if self.colab:
            where = f"{owner}/{name}/blob/{quote(self.branch)}/{lab}"
            yield "Google Colab", f"{_bare(self.colab)}/github/{where}"
        if self.jupyterhub:
            query = urlencode(
                {
                    "repo": f"https://github.com/{owner}/{name}",
                    "branch": self.branch,
                    "urlpath": f"lab/tree/{name}/{lab}",
                }
            )
            yield "JupyterHub", f"{_bare(self.jupyterhub)}/hub/user-redirect/git-pull?{query}"


def read_launch(value: object) -> Launch:
    """Read the setting.

    Parameters
    ----------
    value : what stands in ``_config.yml``: keys and texts, or nothing.

    Raises
    ------
    ValueError
        When a key is unknown, a value is no address, or one is missing; the message says which.
    """
    if not value:
        return Launch()
    if not isinstance(value, dict):
        raise ValueError(f"'{SETTING}' is '{value}'; write keys and addresses below it.")
    known = [field.name for field in fields(Launch)]
    for key, text in value.items():
        if key not in known:
            raise ValueError(
                f"'{SETTING}' has no key '{key}'.{nearest(str(key), known)} "
                f"It knows {', '.join(known)}."
            )
        if not isinstance(text, str):
            raise ValueError(f"'{key}' below '{SETTING}' is '{text}'; write a text.")
        if text and key != "branch" and not _is_address(text):
            raise ValueError(
                f"'{key}' below '{SETTING}' is '{text}'; write an address that begins with "
                "https://, without ? and #."
            )
    launch = Launch(**value)
    if not _BRANCH.fullmatch(launch.branch):
        raise ValueError(f"'branch' below '{SETTING}' is '{launch.branch}'; name a branch or tag.")
    if (launch.binder or launch.colab or launch.jupyterhub) and not _GITHUB.fullmatch(
        launch.repository
    ):
        raise ValueError(
            f"'repository' below '{SETTING}' is '{launch.repository}'; write the address of the "
            "course's repository, such as https://github.com/OWNER/NAME."
        )
    if launch.colab and not launch.wheel.endswith(".whl"):
        raise ValueError(
            f"'wheel' below '{SETTING}' is '{launch.wheel}'; Colab has no painlab, so write the "
            "address of its built wheel (…/painlab-….whl)."
        )
    return launch


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    return (
        parts.scheme == "https"
        and bool(parts.netloc)
        and not re.search(r"[\s?#]", text)
        and "@" not in parts.netloc
    )


def _bare(address: str) -> str:
    return address.rstrip("/")


def _check(app: Sphinx, config: Config) -> None:
    try:
        read_launch(getattr(config, SETTING))
    except ValueError as error:
        raise ConfigError(f"{error} (_config.yml, below sphinx: config:)") from None


def _words(launch: Launch, lab: str) -> list[nodes.Node]:
    links = list(launch.links(lab))
    if not links:
        return []
    where = nodes.paragraph("", "On another machine: ")
    for number, (name, address) in enumerate(links):
        where += nodes.Text(", " if number else "")
        where += nodes.reference("", name, refuri=address)
    where += nodes.Text(".")
    content: list[nodes.Node] = [where, nodes.paragraph("", _WHAT_LEAVES)]
    if launch.colab:
        cell = nodes.literal("", f"%pip install {launch.wheel}")
        content.append(nodes.paragraph("", "", nodes.Text(_FIRST_CELL), cell))
    return [box("launch", "Run this lab", content)]


def _add(app: Sphinx, document: nodes.document) -> None:
    docname = app.env.docname
    title = next(iter(document.findall(nodes.title)), None)
    if docname.startswith(LABS) and title is not None:
        section = title.parent
        section[1:1] = _words(read_launch(getattr(app.config, SETTING)), f"{docname}.ipynb")


def setup_launch(app: Sphinx) -> None:
    """Register the setting, and put the links on each lab once its aims have been read."""
    app.add_config_value(SETTING, {}, "env", types=(dict, str))
    app.connect("config-inited", _check)
    app.connect("doctree-read", _add, priority=700)
