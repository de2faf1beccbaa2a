"""How figures of the module on fear are worked out: looks in a model, gains as points better."""

from __future__ import annotations

from painlab.evidence import Figure
from painlab.models import avoidance
from painlab.recipes import Derived

EXAMPLE_BELIEF = 60.0
"""Belief in an injury that the sums on looking start from, of 100; an example."""


def points_better(words: str, key: str, unit: str) -> Derived:
    """Turn a difference whose minus favours the treatment into points better."""
    return Derived(
        what=f"{words}: the published difference with its sign turned, so that more is better",
        unit=unit,
        inputs=(key,),
        compute=lambda difference: -difference.value,
        digits=2,
        interval_from=key,
    )


def looks(way: str, words: str) -> Derived:
    """Looks until acting pays, in the model of mahajan2026, for a body that has healed."""
    return Derived(
        what=f"looks by {words} until a healed body is trusted enough to act, on average, starting "
        f"from {EXAMPLE_BELIEF:g} of 100 for an injury (an example). Every number of the model is "
        "made up",
        unit="looks",
        inputs=(*_signal(way), *_REWARDS),
        compute=lambda healed, injured, sd, *rewards: avoidance.looks_needed(
            EXAMPLE_BELIEF / 100,
            act_threshold(*rewards) / 100,
            avoidance.Signal(healed.value, injured.value, sd.value),
        ),
    )


def evidence_ratio() -> Derived:
    """What one look by moving tells, over what one look by resting tells (mahajan2026)."""
    return Derived(
        what="average evidence of a look by moving over that of a look by resting. Every number "
        "of the model is made up",
        unit="times",
        inputs=(*_signal("move"), *_signal("rest")),
        compute=lambda *cells: _evidence(*cells[:3]) / _evidence(*cells[3:]),
    )


def acting_pays() -> Derived:
    """Belief in an injury below which acting earns more than resting (mahajan2026)."""
    return Derived(
        what="belief in an injury, of 100, below which acting earns more than resting. Every "
        "number of the model is made up",
        unit="percent",
        inputs=_REWARDS,
        compute=act_threshold,
    )


def act_threshold(*rewards: Figure) -> float:
    """Return the belief, of 100, below which acting pays."""
    return 100 * avoidance.Rewards(*(reward.value for reward in rewards)).threshold


_REWARDS = tuple(
    f"mahajan2026.reward[{name}]"
    for name in ("act_healed", "rest_healed", "act_injured", "rest_injured")
)


def _signal(way: str) -> tuple[str, str, str]:
    mean = f"mahajan2026.signal_mean[{way}"
    return f"{mean}_healed]", f"{mean}_injured]", f"mahajan2026.signal_sd[{way}_healed]"


def _evidence(healed: Figure, injured: Figure, sd: Figure) -> float:
    return avoidance.Signal(healed.value, injured.value, sd.value).evidence
