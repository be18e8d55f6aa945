"""The adult doses, by another road: out of each day's grams, divided by the intervals in it.

Written from the clinical sources (dosing.json, facts.md section 1), not from the program.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from fractions import Fraction

DRUGS = ("ceftazidime-avibactam", "aztreonam", "aztreonam-avibactam")
BASES = ("us-label", "eu-label", "idsa-2026")
INDICATIONS = ("uti", "moderate", "severe")
"""The three rows of the aztreonam label; the other drugs dose every infection alike."""


@dataclass(frozen=True, slots=True)
class Part:
    """One component in mg, from low to high (equal where the source prints one figure)."""

    name: str
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Given:
    """A dose that a source prints."""

    each: tuple[Part, ...]
    hours: tuple[int, ...]
    minutes: int | None
    loading: tuple[Part, ...] = ()
    after_dialysis: bool = False
    supplement: tuple[Part, ...] = ()
    """After each haemodialysis session in serious infection; the label prints it with the row below 10."""


@dataclass(frozen=True, slots=True)
class Refused:
    """No source gives a dose, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a source. `clearance` is ignored on dialysis, as the sources order."""

    drug: str
    basis: str
    clearance: Fraction = field(default=Fraction(0))
    dialysis: str = "none"
    indication: str = "severe"
    age: int = 60


EDGES: dict[tuple[str, str], tuple[int, ...]] = {
    ("ceftazidime-avibactam", "us-label"): (5, 15, 30, 50),
    ("ceftazidime-avibactam", "eu-label"): (5, 15, 30, 50),
    ("ceftazidime-avibactam", "idsa-2026"): (50,),
    ("aztreonam", "us-label"): (10, 30),
    ("aztreonam", "eu-label"): (),
    ("aztreonam", "idsa-2026"): (50,),
    ("aztreonam-avibactam", "us-label"): (15, 30, 50),
    ("aztreonam-avibactam", "eu-label"): (15, 30, 50),
    ("aztreonam-avibactam", "idsa-2026"): (50,),
}
"""Every clearance at which the answer changes. The lower side owns each, save aztreonam's 10."""


def _exactly(name: str, grams: Fraction) -> Part:
    return Part(name, grams * 1000, grams * 1000)


def _ceftazidime_pair(daily_ceftazidime_grams: Fraction, hours: int) -> tuple[Part, ...]:
    """Four parts of ceftazidime to one of avibactam."""
    single = daily_ceftazidime_grams * hours / 24
    return _exactly("ceftazidime", single), _exactly("avibactam", single / 4)


def _aztreonam_pair(daily_aztreonam_grams: Fraction, hours: int) -> tuple[Part, ...]:
    """Three parts of aztreonam to one of avibactam, in every maintenance dose."""
    single = daily_aztreonam_grams * hours / 24
    return _exactly("aztreonam", single), _exactly("avibactam", single / 3)


def _aztreonam_load(grams: Fraction) -> tuple[Part, ...]:
    """The load's avibactam is printed to a hundredth of a gram: a third of the aztreonam, rounded."""
    return _exactly("aztreonam", grams), _exactly("avibactam", Fraction(round(grams * 100 / 3), 100))


def _ceftazidime_avibactam(asked: Asked) -> Given | Refused:
    if asked.dialysis == "haemodialysis":
        hours = (24, 48) if asked.basis == "us-label" else (48,)
        return Given(_ceftazidime_pair(Fraction(3, 4), 24), hours, 120, after_dialysis=True)
    row = bisect_left(EDGES[asked.drug, asked.basis], asked.clearance)
    daily = (Fraction(3, 8), Fraction(3, 4), Fraction(3, 2), Fraction(3), Fraction(6))[row]
    hours_each = (48, 24, 12, 8, 8)[row]
    return Given(_ceftazidime_pair(daily, hours_each), (hours_each,), 120)


def _aztreonam_avibactam(asked: Asked) -> Given | Refused:
    on_dialysis = asked.dialysis == "haemodialysis"
    row = 0 if on_dialysis else bisect_left(EDGES[asked.drug, asked.basis], asked.clearance)
    if row == 0 and not on_dialysis and asked.basis == "eu-label":
        return Refused("the EU text bars it at 15 or below without dialysis")
    daily = (Fraction(27, 20), Fraction(81, 40), Fraction(3), Fraction(6))[row]
    load = (Fraction(1), Fraction(27, 20), Fraction(2), Fraction(2))[row]
    hours = (12, 8, 6, 6)[row]
    return Given(_aztreonam_pair(daily, hours), (hours,), 180, _aztreonam_load(load), after_dialysis=on_dialysis)


_USUAL: dict[str, tuple[Fraction, Fraction, tuple[int, ...]]] = {
    "uti": (Fraction(1, 2), Fraction(1), (8, 12)),
    "moderate": (Fraction(1), Fraction(2), (8, 12)),
    "severe": (Fraction(2), Fraction(2), (6, 8)),
}
"""Grams of a usual dose, low and high, and the hours between: 20 to 60 minutes of infusion is from memory only."""


def _aztreonam_label(asked: Asked) -> Given | Refused:
    low, high, hours = _USUAL[asked.indication]

    def share(divisor: int) -> tuple[Part, ...]:
        return (Part("aztreonam", low * 1000 / divisor, high * 1000 / divisor),)

    on_dialysis = asked.dialysis == "haemodialysis"
    if on_dialysis or asked.clearance < 10:
        return Given(share(4), hours, None, share(1), supplement=share(8))
    if asked.clearance <= 30:
        return Given(share(2), hours, None, (Part("aztreonam", Fraction(1000), Fraction(2000)),))
    return Given(share(1), hours, None)


def _guideline(asked: Asked) -> Given | Refused:
    if asked.dialysis != "none":
        return Refused("the guideline is for normal kidneys")
    if asked.clearance <= 50:
        return Refused("the guideline prints no kidney rows and a label row is a reduced one")
    if asked.drug == "ceftazidime-avibactam":
        return Given(_ceftazidime_pair(Fraction(6), 8), (8,), 180)
    if asked.drug == "aztreonam":
        return Given((_exactly("aztreonam", Fraction(2)),), (8,), 180)
    return Given(_aztreonam_pair(Fraction(6), 6), (6,), 180, _aztreonam_load(Fraction(2)))


def dose(asked: Asked) -> Given | Refused:
    """What the source prints for this, or why nothing is computed."""
    if asked.age < 18:
        return Refused("this edition holds adult rows")
    if (asked.drug, asked.basis) == ("aztreonam", "eu-label"):
        return Refused("the EU text is unverified")
    if asked.dialysis == "crrt":
        return Refused("no label in this set prints a dose in CRRT")
    if asked.basis == "idsa-2026":
        return _guideline(asked)
    if asked.drug == "ceftazidime-avibactam":
        return _ceftazidime_avibactam(asked)
    if asked.drug == "aztreonam-avibactam":
        return _aztreonam_avibactam(asked)
    return _aztreonam_label(asked)


def most_in_a_day(given: Given) -> Fraction:
    """The most mg of the first component that 24 hours of this can hold, at the shortest interval."""
    return given.each[0].high * 24 / min(given.hours)
