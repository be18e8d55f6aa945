"""What happens at the bedside and in the search field: assess, a key press, a page, a sheet, a search."""

import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop.content.library import Library
from desktop.content.opening import OpenContent, open_content
from desktop.domain.case import Case, assess
from desktop.domain.intake import read_patient
from desktop.domain.patient import Patient, Typed
from tests.benchmarks.rounds import Measured, each, milliseconds
from tests.content.large_library import write_large
from tests.content.test_search_questions import questions

SIZES = (1_000, 10_000, 100_000)
LARGEST = 1_000_000
_BUDGETS = {10_000: (10.0, 5.0), 100_000: (25.0, 12.0), LARGEST: (100.0, 50.0)}
_PRESSES = 400
TYPED = Typed(age="67", sex="female", weight="70", height="165", creatinine="1.9", creatinine_unit="mg/dL")


def opened(path: Path | None = None) -> Library:
    """A library that can be asked; content that cannot be trusted ends the measuring."""
    found = open_content(path)
    assert isinstance(found, OpenContent), found
    return Library(found)


def assessing(library: Library) -> Measured:
    """All doses, findings and options of one full case."""
    patient = read_patient(TYPED)
    assert isinstance(patient, Patient)
    case = Case(patient=patient, enzymes=frozenset({"ndm"}), drugs=frozenset({"aztreonam", "ceftazidime-avibactam"}))
    rulebook = library.rulebook
    found = milliseconds(lambda: assess(case, rulebook, None), rounds=51)
    return Measured("assess(case): all doses, findings, options", "ms", *found, 5.0, 1.0, "median of 51")


def searching(largest: int = SIZES[-1]) -> Iterator[Measured]:
    """Key presses at every size up to the largest: questions as they are typed, letter by letter."""
    for size in [*SIZES, LARGEST]:
        if size > largest:
            return
        with tempfile.TemporaryDirectory() as scratch:
            library = opened(write_large(Path(scratch) / "content.db", size))
            found = each([_press(library, text) for text in typed_texts(_PRESSES)])
        must, aim = _BUDGETS.get(size, (None, None))
        how = f"99 in 100 of {_PRESSES} key presses; beside it the median and the slowest"
        yield Measured(f"key press to results, {size:,} passages", "ms", *found, must, aim, how)


def _press(library: Library, text: str) -> Callable[[], object]:
    return lambda: library.search(text)


def typed_texts(number: int) -> list[str]:
    """What stands in the field at some key press: beginnings of real questions, of two letters or more."""
    rng = random.Random(1)
    asked = [question for question, _ in questions("own")]
    chosen = [rng.choice(asked) for _ in range(number)]
    return [question[: rng.randint(2, len(question))] for question in chosen]


def printing(library: Library) -> Measured:
    """The bedside card of the pair with its times, from the case to the bytes of the PDF."""
    from desktop.sheets.making import made
    from desktop.sheets.paper import Paper
    from tests.sheets.test_card import pair_at_a_normal_clearance

    found = milliseconds(lambda: made(pair_at_a_normal_clearance(library), ".pdf", Paper.A4), rounds=11)
    return Measured("bedside card to PDF", "ms", *found, 500.0, 200.0, "the pair with its times, A4; median of 11")
