"""A picture of what one trial does to a pooled result: the same sum without each trial in turn."""

from __future__ import annotations

from painlab.charts.forest import Effect, EffectAxis, effect_table, forest_plot
from painlab.charts.picture import Picture
from painlab.evidence.format import plain
from painlab.pooling import leave_one_out, pool
from painlab.stats import Estimate
from painlab.trials import fusion_differences


def fusion_leave_one_out() -> Picture:
    """Pool the trials of fusion against training again without each (brox2003 and others)."""
    trials = fusion_differences()
    without = leave_one_out(trials)
    rows = [_row(f"Without {name}", left.estimate) for name, left in without.items()]
    whole = _row("All three", pool(list(trials.values())).estimate)
    clear = [name for name, row in zip(trials, rows, strict=True) if not row.low <= 0 <= row.high]
    return Picture(
        name="fusion_leave_one_out",
        title="Does one trial decide? Fusion against training, pooled without each",
        sentence=(
            f"With all three trials the interval includes no difference ({plain(whole.low)} to "
            f"{plain(whole.high)}). Leave {' or '.join(clear)} out, and it does not. "
            "So the trials that go in decide."
        ),
        table=effect_table((*rows, whole), "pooled", "difference, points"),
        note=(
            "Below zero (left of the line) disability is lower with the operation. An open square "
            "includes no difference. Three trials are few: leaving one out shows how much "
            "hangs on it, not which answer is right. Nobody was blinded."
        ),
        sources=("brox2003", "brox2006", "fairbank2005"),
        chart=forest_plot(
            rows,
            EffectAxis(
                ("points on a disability scale from 0 to 100",),
                -20,
                20,
                (-20, -10, 0, 10, 20),
                0,
                sides=("favours surgery", "favours training"),
            ),
            whole,
        ),
    )


def _row(label: str, estimate: Estimate) -> Effect:
    return Effect(label, *(round(end, 1) for end in estimate))
