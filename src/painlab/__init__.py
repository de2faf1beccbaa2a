"""Evidence, quizzes, charts and simulations behind *Rethinking Back and Neck Pain*.

One way through the house: evidence → painlab → (charts | quizzes | roles) → page or notebook.
"""

from painlab.derived import lookup as ev

__all__ = ["ev"]
