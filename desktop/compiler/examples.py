"""The authors' worked examples, computed again by the very function of the bedside."""

from collections.abc import Iterator, Sequence

from desktop.compiler.authored_drug import AuthoredExample
from desktop.domain.dosing import Dose, Withheld, doses_for
from desktop.domain.drugs import Drug, Row, When
from desktop.domain.kidney import KidneyFunction
from desktop.domain.patient import Dialysis, Patient
from desktop.domain.quantity import Amount
from desktop.domain.wording import encoded_words

_CORRECT = "Correct the one that differs from the source."
_DIALYSIS = {When.HAEMODIALYSIS: Dialysis.HAEMODIALYSIS, When.CRRT: Dialysis.CRRT}


def example_faults(drug: Drug, row: Row, examples: Sequence[AuthoredExample]) -> Iterator[tuple[int, str, str]]:
    """Which example is wrong, how, and what to do; the drug holds the basis of the row alone, its bands in order."""
    for at, example in enumerate(examples):
        dialysis = _dialysis(row, example)
        if example.clearance is None and dialysis is Dialysis.NONE:
            yield at, "it has no clearance", "Write one; only dialysis decides without."
            continue
        answer = _answer(drug, row, example, dialysis)
        for what in _differences(row, example, answer):
            yield at, what, _CORRECT


def _dialysis(row: Row, example: AuthoredExample) -> Dialysis:
    """The dialysis that must run for the row to be the answer."""
    needs_it = row.without_dialysis is not None or (row.also_haemodialysis and example.clearance is None)
    return Dialysis.HAEMODIALYSIS if needs_it else _DIALYSIS.get(row.when, Dialysis.NONE)


def _answer(drug: Drug, row: Row, example: AuthoredExample, dialysis: Dialysis) -> Dose | Withheld:
    patient = Patient(clearance_ml_min=example.clearance, dialysis=dialysis)
    answers = doses_for(drug, patient, KidneyFunction(example.clearance))
    return next(answer for answer in answers if answer.use == row.use)


def _differences(row: Row, example: AuthoredExample, answer: Dose | Withheld) -> Iterator[str]:
    if isinstance(answer, Withheld):
        yield f"author gives a dose, the program refuses: {answer.refusal.reason.rstrip('.')}"
        return
    chosen = answer.row
    if chosen.id != row.id:
        yield f'author puts it in this row, the program in "{chosen.band.printed}" ({encoded_words(chosen.band)})'
        return
    given = chosen.maintenance.total_mg if chosen.maintenance else None
    if given != example.total_mg:
        yield f"author says {_mg(example.total_mg)} in total, the row gives {_mg(given)}"
    load = chosen.loading.total_mg if chosen.loading else None
    if load != example.loading_mg:
        yield f"author says {_load(example.loading_mg)}, the row gives {_load(load)}"


def _mg(amount: Amount | None) -> str:
    return "no dose" if amount is None else f"{amount.text()} mg"


def _load(amount: Amount | None) -> str:
    return "no loading dose" if amount is None else f"a loading dose of {amount.text()} mg"
