"""Whether every pitfall can fire, and can stay silent: tried against the cases that its own lines ask about.

A case with every term that a part must hold, and one of those of which it must hold some, is the likeliest to fire;
a case with a stranger in every part, or with what a part must not hold, is the likeliest to stay silent.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from desktop.compiler.authored_pitfalls import AuthoredTrigger
from desktop.compiler.closed_lists import TRIGGER_WORDS
from desktop.compiler.faults import Fault
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.reading import PITFALLS
from desktop.domain.patient import Dialysis
from desktop.domain.trigger import Kidneys, Known, Line, Mode, Subject, Term, Words, clearance_edges

_BESIDE = Decimal("0.001")


def trigger_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults for pitfalls that can never fire, for those that always do, and alike for where their lines are open."""
    for folder in library.topics:
        for pitfall in folder.pitfalls or ():
            for part, authored in pitfall.parts().items():
                if what := _wrong(authored, "fire" if part == "trigger" else "hold"):
                    place = f'pitfall "{pitfall.id}", {part}'
                    yield Fault(folder.file(PITFALLS), place, what, f"Correct the lines of its {part}.")


def _wrong(authored: AuthoredTrigger, does: str) -> str:
    """What is wrong with lines that hold in no case, or in every one; empty where nothing is."""
    outcomes = _outcomes(authored)
    if {True, False} <= outcomes:
        return ""
    return f"it can never {does}" if True not in outcomes else f"it always {does}s"


def _outcomes(authored: AuthoredTrigger) -> set[bool | None]:
    trigger = authored.value()
    subjects = list(dict.fromkeys(line.subject for line in trigger.lines))
    parts = [list(_tried(subject, [line for line in trigger.lines if line.subject is subject])) for subject in subjects]
    return {trigger.fires(dict(zip(subjects, case, strict=True))) for case in product(*parts)}


def _tried(subject: Subject, lines: list[Line]) -> Iterator[Known]:
    """What one part of a case is tried with."""
    if subject is Subject.KIDNEY:
        yield from _kidneys(lines)
        return
    needed = _union(term for line in lines if line.mode is Mode.ALL for term in line.terms)
    offered = [term for line in lines if line.mode in (Mode.ANY, Mode.ONLY) for term in line.terms] or [needed]
    yield from (Words(needed | term) for term in offered)
    yield from (Words(term) for line in lines for term in line.terms)
    yield from (Words(frozenset({word})) for word in TRIGGER_WORDS[subject])


def _union(terms: Iterable[Term]) -> Term:
    return frozenset().union(*terms)


def _kidneys(lines: list[Line]) -> Iterator[Known]:
    edges = {edge for line in lines for (term,) in line.terms for edge in clearance_edges(term)}
    for edge in sorted(edges | {Decimal(60)}):
        for clearance in (edge - _BESIDE, edge, edge + _BESIDE):
            yield Kidneys(max(clearance, Decimal(0)))
    yield Kidneys(Decimal(60), unsteady=True)
    yield Kidneys(None, Dialysis.HAEMODIALYSIS)
    yield Kidneys(None, Dialysis.CRRT)
