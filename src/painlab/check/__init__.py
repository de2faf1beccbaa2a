"""What `painlab check` looks for: one module a family of rules, run by `check_course`."""

from painlab.check.run import Result, check_course

__all__ = ["Result", "check_course"]
