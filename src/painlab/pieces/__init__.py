"""The interactive pieces: guess first, see the evidence, then move one control.

Each piece is a module here, which says everything in words and numbers, and a module of the same
name in ``frontend/src``, which draws it and listens to the reader. A piece that only moves a model
is a `Simulation`: it needs no JavaScript of its own (see `explore`).
"""

from __future__ import annotations

from collections.abc import Callable

from painlab.pieces import (
    confounder,
    crossover,
    draw_the_curve,
    expectation,
    fear_map,
    guided_attention,
    missing_outcomes,
    moving_picture,
    open_or_sham,
    silent_danger,
    text_neck,
    two_readers,
    what_a_finding_tells_you,
    why_did_i_get_better,
    will_it_replicate,
)
from painlab.pieces.explore import Exploration, explore
from painlab.pieces.widget import Piece

PIECES: dict[str, Callable[[], str]] = {
    draw_the_curve.NAME: draw_the_curve.html,
    what_a_finding_tells_you.NAME: what_a_finding_tells_you.html,
    two_readers.NAME: two_readers.html,
    expectation.NAME: expectation.html,
    fear_map.NAME: fear_map.html,
    silent_danger.NAME: silent_danger.html,
    why_did_i_get_better.NAME: why_did_i_get_better.html,
    crossover.NAME: crossover.html,
    open_or_sham.NAME: open_or_sham.html,
    confounder.NAME: confounder.html,
    missing_outcomes.NAME: missing_outcomes.html,
    will_it_replicate.NAME: will_it_replicate.html,
    guided_attention.NAME: guided_attention.html,
    text_neck.NAME: text_neck.html,
    moving_picture.NAME: moving_picture.html,
}
"""Complete HTML of each piece, by name."""

__all__ = ["PIECES", "Exploration", "Piece", "explore"]
