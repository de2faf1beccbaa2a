"""Addresses at which a lab can be run elsewhere. What the pages show: test_book_sharing.py."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from painlab.book.launch import SETTING, read_launch
from painlab.content import checkout_dir

REPOSITORY = "https://github.com/someone/back-pain"
WHEEL = "https://example.org/painlab-1.0-py3-none-any.whl"
ALL = {
    "repository": REPOSITORY,
    "branch": "v1/x",
    "binder": "https://mybinder.org/",
    "colab": "https://colab.research.google.com",
    "jupyterhub": "https://hub.example.org",
    "wheel": WHEEL,
}
LAB = "notebooks/one"


def test_the_course_itself_links_nowhere() -> None:
    config = yaml.safe_load((checkout_dir() / "_config.yml").read_text(encoding="utf-8"))
    setting = config["sphinx"]["config"][SETTING]
    assert list(read_launch(setting).links(f"{LAB}.ipynb")) == []


def test_addresses_lead_to_this_lab_on_this_branch() -> None:
    links = dict(read_launch(ALL).links(f"{LAB}.ipynb"))
    binder, colab, hub = (urlsplit(links[name]) for name in links)
    assert (binder.netloc, binder.path) == ("mybinder.org", "/v2/gh/someone/back-pain/v1%2Fx")
    assert parse_qs(binder.query) == {"urlpath": [f"lab/tree/{LAB}.ipynb"]}
    assert colab.path == f"/github/someone/back-pain/blob/v1/x/{LAB}.ipynb"
    assert hub.path == "/hub/user-redirect/git-pull"
    assert parse_qs(hub.query) == {
        "repo": [REPOSITORY],
        "branch": ["v1/x"],
        "urlpath": [f"lab/tree/back-pain/{LAB}.ipynb"],
    }


def test_only_what_is_set_has_a_link() -> None:
    launch = read_launch({"repository": f"{REPOSITORY}.git", "binder": "https://mybinder.org"})
    assert [name for name, _ in launch.links("a.ipynb")] == ["Binder"]
    assert "/gh/someone/back-pain/main?" in dict(launch.links("a.ipynb"))["Binder"]
    assert list(read_launch({"repository": REPOSITORY}).links("a.ipynb")) == []


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("https://mybinder.org", "write keys and addresses below it"),
        ({**ALL, "bindr": "https://mybinder.org"}, "no key 'bindr'. Did you mean 'binder'?"),
        ({**ALL, "binder": "mybinder.org"}, "'binder' below"),
        ({**ALL, "jupyterhub": "http://hub.example.org"}, "'jupyterhub' below"),
        ({**ALL, "jupyterhub": "https://me@hub.example.org"}, "'jupyterhub' below"),
        ({**ALL, "colab": "javascript:alert(1)"}, "'colab' below"),
        ({**ALL, "branch": "a b"}, "name a branch or tag"),
        ({**ALL, "branch": 1.0}, "write a text"),
        ({**ALL, "repository": ""}, "https://github.com/OWNER/NAME"),
        ({**ALL, "repository": "https://example.org/a/b"}, "https://github.com/OWNER/NAME"),
        ({**ALL, "wheel": ""}, "Colab has no painlab"),
    ],
)
def test_a_wrong_value_is_named(setting: Any, words: str) -> None:
    with pytest.raises(ValueError, match=SETTING) as error:
        read_launch(setting)
    assert words in str(error.value)
