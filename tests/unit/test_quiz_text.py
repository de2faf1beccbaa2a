"""The Markdown subset of banks: what is read, what stays plain, where links lead."""

from __future__ import annotations

import re

import pytest

from painlab.quiz.text import TextError, parse
from painlab.quiz.tokens import to_html, to_json, to_plain, without_links


def html(text: str, base: str | None = "") -> str:
    return "|".join(to_html(block) for block in parse(text, base))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a **strong** word", "a <strong>strong</strong> word"),
        ("an *em* word", "an <em>em</em> word"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("`x < y`", "<code>x &lt; y</code>"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("**open", "**open"),
        (r"\*not em\*", "*not em*"),
        ("one\ntwo", "one two"),
        ("one\n\ntwo", "one|two"),
        ("a\u00a0b", "a\u00a0b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("{num}`50` years", "50 years"),
        ("![alt](x.png)", '!<span class="pl-link"><a href="x.png">alt</a></span>'),
        (
            "[a](https://example.org/b?c=d)",
            '<span class="pl-link"><a href="https://example.org/b?c=d">a</a></span>',
        ),
    ],
)
def test_subset(text: str, expected: str) -> None:
    assert html(text) == expected


def test_links_start_at_the_root_of_the_book() -> None:
    assert 'href="../../book/start/warning-signs.html"' in html(
        "[signs](book/start/warning-signs.html)", "../../"
    )
    assert 'href="../book/x.html"' in html("[x](/book/x.html)", "../")


def test_figures_link_to_the_ledger_and_say_what_they_are() -> None:
    (block,) = parse("{ev:of100}`brinjikji2015.disk_bulge[50]`", "../")
    (node,) = block
    assert (node.tag, node.text) == ("ev", "60 of 100")
    assert node.href == "../book/reference/ledger-imaging.html#ev-brinjikji2015-disk_bulge-50"
    assert node.what.startswith("Share of pain-free people")
    assert "brinjikji" in node.what.lower()


def test_computed_figures_are_resolved() -> None:
    assert to_plain(parse("{ev:of100}`calc.after_worn_disc`")[0]) == "63 of 100"


def test_terms_link_to_the_glossary() -> None:
    assert 'href="book/reference/glossary.html#term-disc-bulge"' in html("{term}`disc bulge`")
    (node,) = parse("{term}`bulges <disc bulge>`")[0]
    assert (node.text, node.href.partition("#")[2]) == ("bulges", "term-disc-bulge")


def test_without_a_book_numbers_lead_to_their_studies_and_links_into_it_are_left_out() -> None:
    text = "{ev}`brinjikji2015.disk_bulge[50]` {term}`disc` [x](book/x.html) [y](https://y.org/)"
    assert re.findall('href="([^"]+)"', html(text, None)) == [
        "https://doi.org/10.3174/ajnr.A4173",
        "https://y.org/",
    ]
    assert "<a " not in html("{ev}`calc.after_worn_disc`", None)
    study = to_json(parse("{study}`brinjikji2015`", None)[0])
    assert study[0]["href"].startswith("https://")


def test_labels_carry_no_links() -> None:
    block = parse("**[a](https://b.org)** {ev}`brinjikji2015.disk_bulge[50]`")[0]
    assert to_html(without_links(block)) == "<strong>a</strong> 60%"


def test_links_do_not_nest() -> None:
    assert html("[see {study}`brinjikji2015`](https://example.org)").count("<a ") == 1


@pytest.mark.parametrize(
    "text",
    ["{ev}`nope.nope`", "{cite}`x`", "{study:x}`brinjikji2015`", "{term}``", "[x]()", "[x](a b)"],
)
def test_what_cannot_be_resolved_is_refused(text: str) -> None:
    with pytest.raises(TextError):
        parse(text)


def test_deep_nesting_stays_shallow() -> None:
    assert to_plain(parse("**a *b " * 300)[0]).startswith("**a *b")


def test_json_is_strings_and_tagged_objects() -> None:
    tokens = to_json(parse("a **b** [c](https://d.org)")[0])
    assert tokens == [
        "a ",
        {"t": "strong", "c": ["b"]},
        " ",
        {"t": "link", "c": ["c"], "href": "https://d.org"},
    ]
