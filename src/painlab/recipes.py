"""How figures are worked out: what a computed figure is, and the recipes that several share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from painlab import means, stats
from painlab.evidence import Figure
from painlab.evidence.schema import Interval
from painlab.models import bayes


@dataclass(frozen=True)
class Derived:
    """How a computed figure is made.

    Attributes
    ----------
    what : what the number is, in plain words, with its assumptions.
    unit : unit of the result.
    inputs : evidence keys it is worked out from.
    compute : takes the figures of `inputs` in order, returns the result in `unit`.
    digits : decimals that are kept; a computed figure must not look more exact than its inputs.
    interval_from : the one of `inputs` whose 95 percent interval carries over to the result.
    interval : takes the figures of `inputs`, returns the result with a 95 percent interval of its
        own, in `unit`; for results of counts.
    """

    what: str
    unit: str
    inputs: tuple[str, ...]
    compute: Callable[..., float]
    digits: int = 0
    interval_from: str | None = None
    interval: Callable[..., stats.Estimate] | None = None

    def ends(self, figures: list[Figure]) -> Interval | None:
        """Return both ends of the interval, its own or that of `interval_from`, rounded.

        Parameters
        ----------
        figures : the figures of `inputs`, in that order.

        Returns
        -------
        tuple or None
            In `unit`; None where neither is named.

        Raises
        ------
        ValueError
            When the figure of `interval_from` has no interval.
        """
        if self.interval is not None:
            own = self.interval(*figures)
            return round(own.low, self.digits), round(own.high, self.digits)
        if self.interval_from is None:
            return None
        place = self.inputs.index(self.interval_from)
        interval = figures[place].ci95
        if interval is None:
            raise ValueError(f"'{self.interval_from}' has no ci95 that could carry over.")
        before, after = figures[:place], figures[place + 1 :]
        # A result that falls as its input rises has its ends the other way round.
        low, high = sorted(
            self.compute(*before, replace(figures[place], value=end), *after) for end in interval
        )
        return round(low, self.digits), round(high, self.digits)


def source_after(finding: str, sign: str, words: str) -> Derived:
    """Disc as the source of pain after a finding on the scan, from the example start."""
    key = f"han2023dx.lr_{sign}[{finding}]"
    return Derived(
        what=f"people of 100 whose disc is the source once {words} is seen, starting from "
        f"{bayes.EXAMPLE_START:g} of 100 (an example, nobody's own number); interval from the "
        "likelihood ratio alone",
        unit="percent",
        inputs=(key,),
        compute=lambda ratio: bayes.after_finding(bayes.EXAMPLE_START, ratio.value),
        interval_from=key,
    )


def infection_after(before: float, digits: int) -> Derived:
    """Spinal infection after a scan that shows it."""
    return Derived(
        what="people of 100 with a spinal infection after a scan that shows one, starting from "
        f"{before:g} of 100 (an example)",
        unit="percent",
        inputs=(
            "jarvik2002.mri_for_infection[sensitivity]",
            "jarvik2002.mri_for_infection[specificity]",
        ),
        compute=lambda sensitivity, specificity: bayes.after_finding(
            before,
            stats.likelihood_ratio_positive(sensitivity.value, specificity.value),
        ),
        digits=digits,
    )


def with_pain(words: str, without_pain: str, finding: str) -> Derived:
    """Share with a finding among people with pain, from the pain-free share and an odds ratio."""
    odds = f"brinjikji2015b.odds_ratio[{finding}]"
    return Derived(
        what=f"people of 100 with back pain who have {words}, worked out from the share without "
        "pain and the pooled odds ratio. Assumes that the two sources may be joined; they studied "
        "different people. Interval from the odds ratio alone",
        unit="percent",
        inputs=(without_pain, odds),
        compute=lambda base, ratio: 100 * stats.share_from_odds_ratio(share(base), ratio.value),
        interval_from=odds,
    )


def readers_differ(words: str, prevalence: float, *kappas: str) -> Derived:
    """Scans of 100 on which two readers differ, from kappa (the mean of several) and prevalence."""
    return Derived(
        what=f"scans of 100 on which two readers differ about {words}, if each says yes on "
        f"{100 * prevalence:g} of 100. Assumes a yes/no reading; the published kappa may be "
        "weighted over grades",
        unit="percent",
        inputs=kappas,
        compute=lambda *values: (
            100
            * stats.expected_disagreement(
                sum(kappa.value for kappa in values) / len(values), prevalence
            )
        ),
    )


def label_effect(label: str, words: str) -> Derived:
    """Effect of a label on the wish for a scan, in standard deviations."""
    rating = "okeeffe2022.perceived_need_for_imaging"
    return Derived(
        what=f"how much more people want a scan when told '{words}' than when told 'episode of "
        "back pain', in standard deviations; assumes arms of equal size",
        unit="Cohen's d",
        inputs=tuple(
            f"{rating}_{part}[{arm}]"
            for arm in (label, "episode_of_back_pain")
            for part in ("mean", "sd")
        ),
        compute=lambda *cells: means.cohens_d(*(cell.value for cell in cells)),
        digits=2,
    )


def share(figure: Figure) -> float:
    """Return a figure in percent, or in people of a total, as a proportion.

    Raises
    ------
    ValueError
        When people are given without a total.
    """
    return figure.value / 100 if figure.unit == "percent" else figure.value / _total(figure)


def hurt_with_finding(without_pain: float, odds_ratio: float) -> float:
    """Return people of 100 with a finding who have pain, in a group where half have pain.

    Parameters
    ----------
    without_pain : proportion with the finding among people without pain.
    odds_ratio : odds of the finding with pain over odds without.

    Raises
    ------
    ValueError
        When either is out of range.
    """
    among_hurt = stats.share_from_odds_ratio(without_pain, odds_ratio)
    return 100 * among_hurt / (among_hurt + without_pain)


def _total(figure: Figure) -> int:
    if not figure.total:
        raise ValueError(f"'{figure.key}' has no total; add it to the evidence file.")
    return figure.total


def cases_of_flagged(serious: Figure, flagged: Figure) -> float:
    """Return serious cases of 100 people with a flag, if every case had one.

    Raises
    ------
    ValueError
        When a count is missing from the evidence file.
    """
    return 100 * share_by_count(serious) / share(flagged)


def share_by_count(figure: Figure) -> float:
    """Return events over total as a proportion.

    Raises
    ------
    ValueError
        When a count is missing from the evidence file.
    """
    if figure.events is None:
        raise ValueError(f"'{figure.key}' has no events; add them to the evidence file.")
    return figure.events / _total(figure)
