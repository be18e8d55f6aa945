"""Doses in words, the one way they are written everywhere.

A combination is one indivisible line with its total, in one unit: misreading a component as the total has harmed
patients (FDA safety communication of 2015 on ceftazidime-avibactam).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from desktop.domain.drugs import Band, Component, Given, Supplement
from desktop.domain.quantity import Amount, plain, total

HARD_SPACE = "\u00a0"
_NUMBER_AND_UNIT = re.compile(r"(\d) (mg|g|hours?|minutes|mL/min|mL|kg|cm|per|years|units)\b")
_PART = r"[a-z]+ [\d.,]+(?: to [\d.,]+)? m?g"
_WHOLE_DOSE = re.compile(rf"(?:{_PART} and )+{_PART} \([^)]*in total\)")
MG_PER_G = Decimal(1000)
MINUTES_PER_HOUR = Decimal(60)


def dose_words(components: Sequence[Component]) -> str:
    """The components and their total as one line, such as "ceftazidime 2 g and avibactam 0.5 g (2.5 g in total)"."""
    largest = max(component.mg.high for component in components)
    divisor, unit = (MG_PER_G, "g") if largest >= MG_PER_G else (Decimal(1), "mg")
    parts = [f"{part.substance} {_in_unit(part.mg, divisor)} {unit}" for part in components]
    if len(parts) == 1:
        return parts[0]
    whole = _in_unit(total(component.mg for component in components), divisor)
    return f"{' and '.join(parts)} ({whole} {unit} in total)"


def _in_unit(amount: Amount, divisor: Decimal) -> str:
    return Amount(amount.low / divisor, amount.high / divisor).text()


def interval_words(every_h: Sequence[Decimal]) -> str:
    """`every 8 hours`, or `every 24 or 48 hours` where the source leaves the choice."""
    return f"every {' or '.join(plain(hours) for hours in every_h)} hours"


def duration_words(over_min: Amount) -> str:
    """`2 hours` or `30 to 60 minutes`."""
    if over_min.low < MINUTES_PER_HOUR:
        return f"{over_min.text()} minutes"
    hours = _in_unit(over_min, MINUTES_PER_HOUR)
    return f"{hours} hour" if hours == "1" else f"{hours} hours"


def over_words(given: Given) -> str:
    """`over 2 hours`, or nothing where the source gives no time."""
    return "" if given.over_min is None else f"over {duration_words(given.over_min)}"


def how_words(given: Given) -> str:
    """The interval and the infusion time, as far as the source gives them."""
    interval = interval_words(given.every_h) if given.every_h else ""
    return ", ".join(words for words in (interval, over_words(given)) if words)


def given_words(given: Given) -> str:
    """A dose with its interval and its infusion time, as far as the source gives them."""
    words = dose_words(given.components)
    if given.every_h:
        return f"{words} {how_words(given)}"
    return ", ".join(part for part in (words, over_words(given)) if part)


def loading_words(given: Given) -> str:
    """A loading dose, marked as given once."""
    return f"{given_words(given)}, once"


def supplement_words(supplement: Supplement) -> str:
    """An extra dose with its occasion."""
    return f"{dose_words(supplement.components)} {supplement.occasion}"


def encoded_words(band: Band) -> str:
    """The continuous edges that a printed band is read as, such as "more than 15, up to 30 mL/min"."""
    if band.high is None:
        low = "from" if band.low_inclusive else "more than"
        return f"{low} {plain(band.low)} {band.unit}"
    high = f"{'up to' if band.high_inclusive else 'less than'} {plain(band.high)} {band.unit}"
    if band.low == 0 and band.low_inclusive:
        return high
    return f"{'from' if band.low_inclusive else 'more than'} {plain(band.low)}, {high}"


def kept_together(words: str) -> str:
    """Words in which no line can end inside a combination dose, or between a number and its unit."""
    whole = _WHOLE_DOSE.sub(lambda found: found.group().replace(" ", HARD_SPACE), words)
    return _NUMBER_AND_UNIT.sub(rf"\1{HARD_SPACE}\2", whole)
