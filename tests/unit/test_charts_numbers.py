"""Tables of numbers for notebooks and figures."""

from __future__ import annotations

import pandas as pd

from painlab.charts.numbers import Numbers

TABLE = pd.DataFrame({"finding": ["a & b", "c"], "share": [0.126, float("nan")], "n": [1200, 0]})


def test_html_has_a_caption_scoped_headers_and_no_style() -> None:
    html = Numbers(TABLE, "What <is> shown").html()
    assert "<caption>What &lt;is&gt; shown</caption>" in html
    assert html.count('scope="col"') == 3
    assert '<th scope="row">a &amp; b</th><td>0.13</td><td>1,200</td>' in html
    assert "<td>not seen</td>" in html
    assert "style" not in html


def test_text_is_the_same_table() -> None:
    assert repr(Numbers(TABLE, "Shown", digits=1)).splitlines() == [
        "Shown",
        "finding | share | n",
        "a & b | 0.1 | 1,200",
        "c | not seen | 0",
    ]


def test_jupyter_gets_both() -> None:
    assert set(Numbers(TABLE, "Shown")._repr_mimebundle_()) == {"text/html", "text/plain"}
