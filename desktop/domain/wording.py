"""Doses in words, the one way they are written everywhere.

A combination is one indivisible line with its total, in one unit: misreading a component as the total has harmed
patients (FDA safety communication of 2015 on ceftazidime-avibactam).
"""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from desktop.domain.drugs import Band
from desktop.domain.given import Component, Given, PerKg, Supplement, UnitScale
from desktop.domain.note import NoteKind
from desktop.domain.quantity import Amount, plain, total

HARD_SPACE = "\u00a0"
_JOINER = "\u2060"
_UNIT_OVER_UNIT = re.compile(r"\b(mL|micromol|mg|L|g)/(?=(?:min|mL|dL|kg|L|h)\b)|(?<=mL/min)/(?=1\.73)")
_NUMBER_AND_UNIT = re.compile(r"(\d) (mg|g|hours?|minutes|mL/min|mL|L|kg|cm|m2|per|years|units)\b")
_PART = r"[a-z]+ [\d.,]+(?: to [\d.,]+)? m?g"
_WHOLE_DOSE = re.compile(rf"(?:{_PART} and )+{_PART} \([^)]*in total\)")
_WEIGHT_WORDS = {
    PerKg.ACTUAL: "by the actual weight",
    PerKg.IDEAL: "by the ideal weight",
    PerKg.IDEAL_IN_OBESITY: "by the actual weight; in obesity, more than 1.2 times the ideal weight, by the ideal one",
}
MG_PER_G = Decimal(1000)
MINUTES_PER_HOUR = Decimal(60)


def dose_lines(components: Sequence[Component]) -> tuple[str, ...]:
    """A dose as one line, and for a polymyxin a second with the same amount in its other units."""
    match components:
        case [Component(scale=UnitScale()) as part]:
            return _unit_lines(part)
    return (_mass_words(components),)


def dose_words(components: Sequence[Component]) -> str:
    """A dose in one line, such as "ceftazidime 2 g and avibactam 0.5 g (2.5 g in total)"."""
    first, *others = dose_lines(components)
    return " ".join((first, *(f"({line})" for line in others)))


def _unit_lines(part: Component) -> tuple[str, ...]:
    """Every unit that the substance is prescribed in somewhere, so that none can be taken for another."""
    million_units, base = part.million_units, part.colistin_base_mg
    if base is None:
        assert part.units is not None
        return (f"{part.substance} {part.mg.text()} mg", f"{part.units.text()} units")
    assert million_units is not None
    mg = part.mg.text(places=1)
    return (
        f"{part.substance} {million_units.text(places=3)} million units",
        f"{mg} mg, equal to colistin base {base.text(places=1)} mg",
    )


def _mass_words(components: Sequence[Component], per: str = "") -> str:
    largest = max(component.mg.high for component in components)
    divisor, unit = (MG_PER_G, "g") if largest >= MG_PER_G and not per else (Decimal(1), "mg")
    parts = [f"{part.substance} {_in_unit(part.mg, divisor)} {unit}{per}" for part in components]
    first, *others = parts
    if not others:
        return first
    whole = _in_unit(total(component.mg for component in components), divisor)
    return f"{' and '.join(parts)} ({whole} {unit}{per} in total)"


def per_kg_words(given: Given) -> str:
    """A dose per kg as its source prints it, such as "ceftazidime 50 mg per kg and avibactam 12.5 mg per kg ..."."""
    match given.components:
        case [Component(colistin_base_mg=Amount() as base)]:
            return f"colistin base {base.text(places=2)} mg per kg"
        case [Component(units=Amount() as units) as part]:
            return f"{part.substance} {part.mg.text()} mg per kg ({units.text()} units per kg)"
    return _mass_words(given.components, " per kg")


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
    return f"{hours} hour" if over_min == Amount.exactly(MINUTES_PER_HOUR) else f"{hours} hours"


def over_words(given: Given) -> str:
    """`over 2 hours`, or nothing where the source gives no time."""
    return "" if given.over_min is None else f"over {duration_words(given.over_min)}"


def how_words(given: Given) -> str:
    """How the day is divided or the interval, and the infusion time, as far as the source gives them."""
    interval = interval_words(given.every_h) if given.every_h else ""
    if given.divided is not None:
        interval = f"per day in all, {given.divided}"
    return ", ".join(words for words in (interval, over_words(given)) if words)


def given_words(given: Given) -> str:
    """A dose with its interval and its infusion time, as far as the source gives them.

    A dose per kg says of which weight, and the most that may be given, in the same words: without them it is another.
    """
    words = dose_words(given.components) if given.per_kg is None else per_kg_words(given)
    if given.every_h or given.per_day:
        return f"{words} {how_words(given)}{_by_weight(given)}"
    return ", ".join(part for part in (words, over_words(given)) if part) + _by_weight(given)


def _by_weight(given: Given) -> str:
    """The weight that a dose per kg is multiplied with, and its cap; nothing beside a dose that is not per kg."""
    if given.per_kg is None:
        return ""
    capped = [replace(part, mg=Amount.exactly(part.at_most_mg)) for part in given.components if part.at_most_mg]
    most = f", at most {dose_words(capped)}" if capped else ""
    return f", {_WEIGHT_WORDS[given.per_kg]}{most}"


def loading_words(given: Given) -> str:
    """A loading dose, marked as given once."""
    return f"{given_words(given)}, once"


def first_words(loading: Given) -> str:
    """A loading dose with what it hangs on in brackets; a ceiling that its cap says already stands there once."""
    said = {NoteKind.CEILING} if any(part.at_most_mg for part in loading.components) else set()
    notes = [note for note in loading.noted if note.is_binding and note.kind not in said]
    hangs_on = f" ({'; '.join(note.clause for note in notes)})" if notes else ""
    return f"{loading_words(loading)}{hangs_on}"


def supplement_words(supplement: Supplement) -> str:
    """Another dose with its occasion, and whether it stands in place of the usual one."""
    words = _occasion_words(supplement)
    return f"{words}, instead" if supplement.instead else words


def supplement_line(supplement: Supplement) -> tuple[str, str]:
    """Another dose under its name: "Instead" where it stands in place of the usual one, otherwise "Plus"."""
    return "Instead" if supplement.instead else "Plus", _occasion_words(supplement)


def _occasion_words(supplement: Supplement) -> str:
    return f"{dose_words(supplement.components)} {supplement.occasion}"


def withdraw_words(loading: Given | None, maintenance: Given) -> list[str]:
    """The volume of reconstituted solution that holds each dose, where the source prints it."""
    doses = (("loading dose", loading), ("each dose" if loading is None else "each later dose", maintenance))
    return [f"{name}: {plain(g.withdraw_ml)} mL" for name, g in doses if g is not None and g.withdraw_ml is not None]


def encoded_words(band: Band) -> str:
    """The continuous edges that a printed band is read as, such as "more than 15, up to 30 mL/min"."""
    if band.high is None:
        low = "from" if band.low_inclusive else "more than"
        return f"{low} {plain(band.low)} {band.unit}"
    high = f"{'up to' if band.high_inclusive else 'less than'} {plain(band.high)} {band.unit}"
    if band.low_inclusive and not band.low:
        return high
    return f"{'from' if band.low_inclusive else 'more than'} {plain(band.low)}, {high}"


def kept_together(words: str) -> str:
    """Words in which no line can end inside a combination dose, or between a number and its unit."""
    whole = _WHOLE_DOSE.sub(lambda found: found.group().replace(" ", HARD_SPACE), words)
    return _NUMBER_AND_UNIT.sub(rf"\1{HARD_SPACE}\2", whole)


def unbroken(words: str) -> str:
    """Words, or HTML, kept together, in which no line can end inside a unit such as mL/min either.

    For paper and screen only: the joiner would be copied and searched for.
    """
    return _UNIT_OVER_UNIT.sub(rf"\g<0>{_JOINER}", kept_together(words))


def wrapped(words: str, width: int, first: str = "", following: str = "") -> list[str]:
    """Lines of plain text in which no dose and no number with its unit is taken apart, after what begins each line."""
    lines = textwrap.wrap(
        kept_together(words),
        width,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(HARD_SPACE, " ").rstrip() for line in lines]
