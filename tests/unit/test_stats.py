"""The statistics against published values and against statsmodels; each test names its source."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.inter_rater import cohens_kappa

from painlab import ev, means, stats

SHARES = st.floats(0.001, 0.999)
RATIOS = st.floats(0.001, 1000)


@pytest.mark.parametrize(
    ("events", "total", "low", "high"),
    [
        # Newcombe RG. Stat Med 1998;17:857-872, table I, method 3 (score, no correction).
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_interval_gives_newcombes_published_values(
    events: int, total: int, low: float, high: float
) -> None:
    share = stats.wilson_interval(events, total)
    assert share.value == events / total
    assert share.low == pytest.approx(low, abs=5e-5)
    assert share.high == pytest.approx(high, abs=5e-5)


@pytest.mark.parametrize("finding", ["bulge", "protrusion", "extrusion", "all_discs_normal"])
def test_wilson_interval_of_jensen1994_solves_wilsons_equation(finding: str) -> None:
    # Wilson EB. J Am Stat Assoc 1927;22:209: the ends p solve (x/n - p)² = z² p (1 - p) / n.
    cell = ev("jensen1994.disc_findings_in_pain_free_people", finding)
    assert cell.total == 98
    events = round(cell.value / 100 * 98)
    share = stats.wilson_interval(events, 98)
    for end in (share.low, share.high):
        assert (events / 98 - end) ** 2 == pytest.approx(1.959964**2 * end * (1 - end) / 98)


def test_wilson_interval_of_jensen1994_bulges_in_words() -> None:
    # 51 of 98: 42 to 62 of 100, by the closed formula of Wilson 1927 with pencil and paper.
    share = stats.wilson_interval(51, 98)
    assert (round(100 * share.low), round(100 * share.high)) == (42, 62)


@pytest.mark.parametrize("total", [1, 5])
def test_wilson_interval_ends_at_nobody_and_at_everybody(total: int) -> None:
    nobody, everybody = stats.wilson_interval(0, total), stats.wilson_interval(total, total)
    assert (nobody.value, nobody.low, everybody.value, everybody.high) == (0, 0, 1, 1)


@pytest.mark.parametrize(("events", "total"), [(-1, 5), (6, 5), (0, 0)])
def test_wilson_interval_refuses_impossible_counts(events: int, total: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        stats.wilson_interval(events, total)


def test_odds_ratio_gives_blands_published_value() -> None:
    # Bland JM, Altman DG. BMJ 2000;320:1468: hay fever and eczema, odds ratio 4.89, 4.00 to 5.99.
    # 141 of 561 children with eczema and 928 of 14453 without had hay fever.
    ratio = stats.odds_ratio(141, 561, 928, 14453)
    assert ratio.value == pytest.approx(4.89, abs=0.01)
    assert ratio.low == pytest.approx(4.00, abs=0.01)
    assert ratio.high == pytest.approx(5.99, abs=0.01)


def test_ratios_agree_with_formulas_of_katz_and_woolf() -> None:
    # Standard errors of log ratios: Katz 1978 for risks, Woolf 1955 for odds; jarvik2003's counts.
    a, n, c, m = 10, 190, 4, 190
    risk, odds = stats.risk_ratio(a, n, c, m), stats.odds_ratio(a, n, c, m)
    assert risk.value == pytest.approx(2.5)
    katz = math.sqrt(1 / a - 1 / n + 1 / c - 1 / m)
    assert risk.low == pytest.approx(2.5 * math.exp(-1.959964 * katz))
    woolf = math.sqrt(1 / a + 1 / (n - a) + 1 / c + 1 / (m - c))
    assert odds.high == pytest.approx(odds.value * math.exp(1.959964 * woolf))


def test_risk_difference_gives_newcombes_published_value() -> None:
    # Newcombe RG. Stat Med 1998;17:873-890, table II, contrast a, method 10.
    difference = stats.risk_difference(56, 70, 48, 80)
    assert difference.value == pytest.approx(0.20)
    assert difference.low == pytest.approx(0.0524, abs=5e-5)
    assert difference.high == pytest.approx(0.3339, abs=5e-5)
    with pytest.raises(ValueError, match="is no share"):
        stats.risk_difference(5, 4, 1, 10)


def test_operations_in_jarvik2003_are_no_finding() -> None:
    # The evidence file's own note: Fisher exact p = 0.17 for 10 of 190 against 4 of 190.
    mri, xray = ev("jarvik2003.lumbar_operations[mri]"), ev("jarvik2003.lumbar_operations[xray]")
    table = [[mri.value, 190 - mri.value], [xray.value, 190 - xray.value]]
    assert fisher_exact(table).pvalue == pytest.approx(0.17, abs=0.005)
    ratio = stats.risk_ratio(int(mri.value), 190, int(xray.value), 190)
    assert ratio.low < 1 < ratio.high


def test_ratios_count_nobody_as_half_a_person() -> None:
    # By hand: 0.5 of 10.5 over 5 of 10, and 10 of 10.5 over 5 of 10; 0.5 to 10, and 10 to 0.5.
    assert stats.risk_ratio(0, 10, 5, 10).value == pytest.approx(1 / 10.5)
    assert stats.risk_ratio(10, 10, 5, 10).value == pytest.approx(20 / 10.5)
    assert stats.odds_ratio(0, 10, 5, 10).value == pytest.approx(0.05)
    assert stats.odds_ratio(10, 10, 5, 10).value == pytest.approx(20)


def test_ratios_refuse_more_events_than_people() -> None:
    with pytest.raises(ValueError, match="more events than people"):
        stats.risk_ratio(5, 4, 1, 10)


@pytest.mark.parametrize(
    ("prior", "ratio", "percent"),
    [
        # han2023dx's ratios at the example start of 40 of 100.
        (0.40, 2.53, 63),
        (0.40, 0.15, 9),
        # Even odds times 10 are 10 to 1, that is 10 of 11.
        (0.50, 10, 91),
    ],
)
def test_posterior_gives_known_values(prior: float, ratio: float, percent: int) -> None:
    assert round(100 * stats.posterior(prior, ratio)) == percent


def test_infection_scan_lifts_a_rare_start_to_about_one_of_100() -> None:
    # jarvik2002: sensitivity 0.96, specificity 0.92. Checked by counting 100,000 people.
    sensitivity = ev("jarvik2002.mri_for_infection[sensitivity]").value
    specificity = ev("jarvik2002.mri_for_infection[specificity]").value
    ratio = stats.likelihood_ratio_positive(sensitivity, specificity)
    assert ratio == pytest.approx(12)
    true_alarms, false_alarms = 100 * 0.96, 99_900 * 0.08
    counted = true_alarms / (true_alarms + false_alarms)
    assert stats.posterior(0.001, ratio) == pytest.approx(counted)
    assert round(100 * counted, 1) == 1.2


def test_likelihood_ratio_negative_is_missed_over_rightly_cleared() -> None:
    # wassenaar2012: 75 and 77 of 100, so 0.25 / 0.77.
    assert stats.likelihood_ratio_negative(0.75, 0.77) == pytest.approx(0.3247, abs=1e-4)


@given(prior=SHARES, ratio=RATIOS)
def test_posterior_moves_the_way_the_ratio_points(prior: float, ratio: float) -> None:
    after = stats.posterior(prior, ratio)
    assert 0 < after < 1
    if ratio > 1.001:
        assert after > prior
    if ratio < 0.999:
        assert after < prior
    assert stats.posterior(after, 1 / ratio) == pytest.approx(prior)


@given(share=SHARES, ratio=RATIOS)
def test_share_from_odds_ratio_gives_that_odds_ratio_back(share: float, ratio: float) -> None:
    # Checked the other way round through statsmodels: build the table, read its odds ratio.
    exposed = stats.share_from_odds_ratio(share, ratio)
    table = Table2x2([[exposed, 1 - exposed], [share, 1 - share]])
    assert table.oddsratio == pytest.approx(ratio, rel=1e-6)


def test_share_from_odds_ratio_at_40_years() -> None:
    # 33 of 100 and 2.65: odds 33/67 = 0.4925, times 2.65 = 1.305, share 0.566.
    assert stats.share_from_odds_ratio(0.33, 2.65) == pytest.approx(0.566, abs=5e-4)


@pytest.mark.parametrize(("prior", "ratio"), [(0, 2), (1, 2), (0.5, 0), (0.5, math.nan)])
def test_posterior_refuses_what_is_no_probability(prior: float, ratio: float) -> None:
    with pytest.raises(ValueError, match=r"(prior|likelihood_ratio) is"):
        stats.posterior(prior, ratio)


@pytest.mark.parametrize(
    ("kappa", "prevalence", "scans"),
    [(0.44, 0.5, 28), (0.66, 0.5, 17), (0.835, 0.5, 8), (0.44, 0.2, 18)],
)
def test_expected_disagreement_agrees_with_statsmodels_kappa(
    kappa: float, prevalence: float, scans: int
) -> None:
    differ = stats.expected_disagreement(kappa, prevalence)
    assert round(100 * differ) == scans
    both, neither = prevalence - differ / 2, 1 - prevalence - differ / 2
    table = [[1000 * both, 500 * differ], [500 * differ, 1000 * neither]]
    assert cohens_kappa(table).kappa == pytest.approx(kappa)


@pytest.mark.parametrize(("prevalence", "lowest"), [(0.2, -0.25), (0.8, -0.25), (0.5, -1)])
def test_expected_disagreement_takes_the_lowest_kappa_and_none_below(
    prevalence: float, lowest: float
) -> None:
    # Readers who never agree on a yes differ wherever one of the two says yes, or no.
    differ = stats.expected_disagreement(lowest + 1e-12, prevalence)
    assert differ == pytest.approx(2 * min(prevalence, 1 - prevalence))
    with pytest.raises(ValueError, match="it lies from"):
        stats.expected_disagreement(lowest - 0.01, prevalence)


@pytest.mark.parametrize("prevalence", [0, 1])
def test_expected_disagreement_refuses_a_finding_that_all_have_or_none(prevalence: float) -> None:
    with pytest.raises(ValueError, match="strictly between 0 and 1"):
        stats.expected_disagreement(0.5, prevalence)


@pytest.mark.parametrize("sure", [0, 1])
@pytest.mark.parametrize(
    "likelihood_ratio", [stats.likelihood_ratio_positive, stats.likelihood_ratio_negative]
)
def test_likelihood_ratios_refuse_a_test_that_never_errs(
    likelihood_ratio: Callable[[float, float], float], sure: float
) -> None:
    for sensitivity, specificity in ((sure, 0.9), (0.9, sure)):
        with pytest.raises(ValueError, match="strictly between 0 and 1"):
            likelihood_ratio(sensitivity, specificity)


def test_expected_disagreement_refuses_a_kappa_that_cannot_be() -> None:
    with pytest.raises(ValueError, match=r"lies from -0\.25 to 1"):
        stats.expected_disagreement(-0.5, 0.2)


def test_cohens_d_of_okeeffe2022_labels() -> None:
    # (6.0 - 4.2) / 2.9 by hand; both standard deviations are 2.9.
    assert means.cohens_d(6.0, 2.9, 4.2, 2.9) == pytest.approx(0.6207, abs=1e-4)


def test_hedges_g_gives_borensteins_published_value() -> None:
    # Borenstein M et al. Introduction to Meta-Analysis, 2009, chapter 4: means 103 and 100,
    # standard deviations 5.5 and 4.5, 50 people a group: g = 0.5924.
    assert means.hedges_g(103, 5.5, 50, 100, 4.5, 50) == pytest.approx(0.5924, abs=5e-5)


def test_logit_line_recovers_the_line_it_was_given() -> None:
    percent = [100 / (1 + math.exp(-(-1 + 0.4 * x))) for x in range(7)]
    line = stats.logit_line(range(7), percent)
    assert (line.intercept, line.slope) == pytest.approx((-1, 0.4))
    assert line.percent == pytest.approx(percent)


@pytest.mark.parametrize(
    ("x", "percent", "message"),
    [
        ([1, 2], [0, 50], "no log-odds"),
        ([1, 2], [50, 100], "no log-odds"),
        ([1, 1], [40, 50], "two positions"),
        ([1], [4, 5], "one per"),
    ],
)
def test_logit_line_refuses_what_it_cannot_fit(
    x: list[float], percent: list[float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        stats.logit_line(x, percent)
