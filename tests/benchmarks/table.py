"""Small tables of figures, and whether a goal was met."""

from collections.abc import Sequence
from statistics import median, quantiles


def row(name: str, seconds: Sequence[float]) -> str:
    """Number, least, median, 99th percentile and most of `seconds`, in milliseconds."""
    ms = sorted(each * 1000 for each in seconds)
    return f"{name:<38}{len(ms):>5}{ms[0]:>9.1f}{median(ms):>9.1f}{p99(seconds) * 1000:>9.1f}{ms[-1]:>9.1f}"


def head(name: str) -> str:
    """The words over the columns of `row`."""
    return f"{name:<38}{'runs':>5}{'min ms':>9}{'median':>9}{'p99':>9}{'max':>9}"


def p99(seconds: Sequence[float]) -> float:
    """The time that 99 of 100 stay within."""
    return quantiles(seconds, n=100, method="inclusive")[98] if len(seconds) > 1 else seconds[0]


def goal(words: str, met: bool) -> str:
    """One line that says whether it is met."""
    return f"{'OK' if met else 'MISSED':<7} {words}"
