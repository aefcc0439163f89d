"""A number as it stands in a sentence, before the thing counted is known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Where it stands in the sentence, its value with bounds, and a unit if one is glued to it."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str | None = None


def amount_of(
    start: int, end: int, value: float, bound: str, unit: str | None = None
) -> Amount:
    """Make an amount of one value: a bound on one side leaves the other side open."""
    return Amount(
        start=start,
        end=end,
        value=value,
        low=value if bound in {"exact", "lower_exclusive"} else None,
        high=value if bound in {"exact", "upper_exclusive"} else None,
        bound=bound,
        unit=unit,
    )
