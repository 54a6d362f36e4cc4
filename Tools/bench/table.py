"""Rows of the report: what was measured, against which target, beside whom."""

from dataclasses import dataclass, field
from statistics import median


@dataclass
class Samples:
    """Some measurements of one thing, in one unit."""

    values: list[float]
    unit: str = "ms"

    @property
    def middle(self) -> float:
        return median(self.values)

    def __str__(self) -> str:
        low, high = min(self.values), max(self.values)
        return f"{number(self.middle)} {self.unit} ({number(low)}–{number(high)})"


def number(value: float) -> str:
    """Three digits that count, or the whole number."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


@dataclass
class Row:
    """One line of the table.

    `target` is in the unit of the samples or, with `rival`, a multiple of that peer's median.
    `ceiling` is the time in which the tenant hands out the same answers at its fastest. The memories
    are the most that teamsh and the tenant had during the row, in MiB. `refusals` are answers of 429
    where none should be.
    """

    name: str
    ours: Samples
    target: float
    peers: dict[str, Samples] = field(default_factory=dict)
    rival: str | None = None
    ceiling: Samples | None = None
    memory: float | None = None
    tenant_memory: float | None = None
    refusals: int = 0

    @property
    def limit(self) -> float:
        return self.target * (self.peers[self.rival].middle if self.rival else 1)

    @property
    def ratio(self) -> float:
        return self.ours.middle / self.limit

    @property
    def is_measured(self) -> bool:
        """Whether the tenant had breath left: otherwise its own speed was measured."""
        return self.ceiling is None or self.ours.middle > self.ceiling.middle * 1.2

    @property
    def is_far_off(self) -> bool:
        return self.refusals > 0 or (self.is_measured and self.ratio > 2)

    @property
    def verdict(self) -> str:
        if self.refusals:
            return f"**FAILED**, {self.refusals} answers were 429"
        if not self.is_measured:
            return "not measured: the tenant's own speed"
        if self.ratio <= 1:
            return "met"
        if self.ratio <= 2:
            return f"**missed**, {self.ratio:.2f} × the target"
        return f"**FAILED**, {self.ratio:.2f} × the target"

    def cells(self) -> list[str]:
        aim = f"{number(self.target)} × {self.rival}" if self.rival else (
            f"{number(self.target)} {self.ours.unit}")
        others = [f"{name} {samples}" for name, samples in self.peers.items()]
        if self.ceiling:
            others.append(f"the tenant's ceiling {self.ceiling}")
        memory = "–"
        if self.memory and self.tenant_memory:
            memory = f"{number(self.memory)} MiB, tenant {number(self.tenant_memory)} MiB"
        others_text = "; ".join(others) or "–"
        return [self.name, str(self.ours), f"≤ {aim}", self.verdict, others_text, memory]


HEADINGS = [
    "measured", "teamsh: median (min–max)", "target", "", "peers in the same run",
    "memory at its highest",
]


def markdown(rows: list[Row]) -> str:
    lines = [HEADINGS, ["---"] * len(HEADINGS)] + [row.cells() for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
