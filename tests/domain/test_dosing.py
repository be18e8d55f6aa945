"""The order of the questions, what is close to an edge, and what another weight would choose."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Literal

import pytest

from desktop.domain.child_kidney import child_kidney
from desktop.domain.choosing import row_for
from desktop.domain.dosing import Dose, NearEdge, Withheld, doses_for, near_edge
from desktop.domain.drugs import Row, Situation, When
from desktop.domain.given import PerKg
from desktop.domain.kidney import KidneyFunction, kidney_function
from desktop.domain.patient import WeightKind
from desktop.domain.provenance import Verification
from desktop.domain.refusal import Refusal
from desktop.domain.weighing import Weighed
from tests.domain.builders import EVERY_REFUSAL, SOURCE, band, basis, drug, given, patient, row

LOWEST, LOW, MIDDLE, HIGH = row("[0, 15]"), row("(15, 30]"), row("(30, 50]"), row("(50, )")
LADDER = (LOWEST, LOW, MIDDLE, HIGH)
NO_DOSE = Refusal("the label prints none", "ask")


def _answer(*rows: Row, refusals: dict[Situation, Refusal] | None = None, **fields: str) -> Dose | Withheld:
    found = patient(
        clearance=fields.get("clearance", ""), dialysis=fields.get("dialysis", ""), age=fields.get("age", "")
    )
    kidney = kidney_function(found) if fields.keys() - {"age"} else KidneyFunction(None)
    assert isinstance(kidney, KidneyFunction)
    (answered,) = doses_for(drug(basis(*rows, refusals=EVERY_REFUSAL | (refusals or {}))), found, kidney)
    return answered


def _row(answered: Dose | Withheld) -> Row:
    assert isinstance(answered, Dose), answered
    return answered.row


def _refusal(answered: Dose | Withheld) -> Refusal:
    assert isinstance(answered, Withheld), answered
    return answered.refusal


@pytest.mark.parametrize(
    ("clearance", "chosen"),
    [
        ("0", LOWEST),
        ("15", LOWEST),
        ("15.000001", LOW),
        ("30", LOW),
        ("30.000001", MIDDLE),
        ("30.4", MIDDLE),
        ("49.999999", MIDDLE),
        ("50", MIDDLE),
        ("50.000001", HIGH),
        ("300", HIGH),
    ],
)
def test_an_unrounded_clearance_chooses_the_row(clearance: str, chosen: Row) -> None:
    assert _row(_answer(*LADDER, clearance=clearance)) is chosen


@pytest.mark.parametrize(
    ("edges", "value", "held"),
    [
        ("[10, 30]", "10", True),
        ("(10, 30]", "10", False),
        ("[10, 30]", "30", True),
        ("[10, 30)", "30", False),
        ("[10, 30)", "29.999", True),
        ("(10, 30)", "10.001", True),
        ("[10, 30]", "9.999", False),
        ("[10, 30]", "30.001", False),
        ("[10, )", "10", True),
        ("(10, )", "10", False),
        ("[10, )", "1e9", True),
    ],
)
def test_a_band_holds_its_edges_only_where_they_belong_to_it(edges: str, value: str, held: bool) -> None:
    assert row(edges).band.holds(Decimal(value)) is held


def test_a_clearance_outside_every_band_is_refused_in_the_words_of_the_basis() -> None:
    assert _refusal(_answer(row("(50, )"), clearance="50")) == EVERY_REFUSAL[Situation.OUTSIDE]


def test_no_clearance_row_is_taken_from_a_dialysis_row() -> None:
    assert row_for(Decimal(10), (row("[0, )", when="haemodialysis"), row("[0, )", when="crrt"))) is None


def test_a_basis_that_refuses_always_beats_every_other_question() -> None:
    always = {Situation.ALL: Refusal("unread", "read it")}
    for fields in ({"clearance": "60"}, {"dialysis": "crrt"}, {"dialysis": "haemodialysis"}, {"age": "3"}):
        assert _refusal(_answer(*LADDER, refusals=always, **fields)).reason == "unread"


def test_a_child_is_refused_before_dialysis_is_asked_about() -> None:
    rows = (row("[0, )"), row("[0, )", when="haemodialysis"), row("[0, )", when="crrt"))
    for dialysis in ("none", "haemodialysis", "crrt"):
        answered = _answer(*rows, age="17", clearance="60", dialysis=dialysis)
        assert _refusal(answered) == EVERY_REFUSAL[Situation.CHILD]


def test_crrt_takes_its_own_row_or_the_refusal_and_never_another_row() -> None:
    own = row("[0, )", when="crrt")
    dialysed = (row("[0, )", also_haemodialysis=True), row("[0, )", when="haemodialysis"))
    assert _row(_answer(*dialysed, own, dialysis="crrt", clearance="60")) is own
    assert _refusal(_answer(*dialysed, dialysis="crrt", clearance="60")) == EVERY_REFUSAL[Situation.CRRT]


def test_haemodialysis_takes_its_own_row_then_the_row_that_is_extended_to_it_then_the_refusal() -> None:
    own = row("[0, )", when="haemodialysis")
    extended = row("[0, 15]", also_haemodialysis=True)
    rest = (HIGH, row("[0, )", when="crrt"))
    assert _row(_answer(*rest, extended, own, dialysis="haemodialysis", clearance="60")) is own
    assert _row(_answer(*rest, extended, dialysis="haemodialysis", clearance="60")) is extended
    assert _refusal(_answer(*rest, dialysis="haemodialysis", clearance="60")) == EVERY_REFUSAL[Situation.HAEMODIALYSIS]


def test_dialysis_needs_no_clearance() -> None:
    own = row("[0, )", when="haemodialysis")
    assert _row(_answer(HIGH, own, dialysis="haemodialysis")) is own


def test_a_row_may_print_a_refusal_instead_of_a_dose() -> None:
    assert _refusal(_answer(row("[0, 15]", refusal=NO_DOSE), LOW, clearance="10")) == NO_DOSE


def test_a_row_that_holds_only_on_dialysis_refuses_without_it() -> None:
    only_dialysed = row("[0, 15]", without_dialysis=NO_DOSE, also_haemodialysis=True)
    assert _refusal(_answer(only_dialysed, LOW, clearance="10")) == NO_DOSE
    assert _refusal(_answer(only_dialysed, LOW, clearance="10", dialysis="none")) == NO_DOSE
    assert _row(_answer(only_dialysed, LOW, clearance="10", dialysis="haemodialysis")) is only_dialysed
    assert _row(_answer(only_dialysed, LOW, clearance="20")) is LOW


def test_a_refusal_in_a_row_holds_on_dialysis_too() -> None:
    refusing = row("[0, 15]", refusal=NO_DOSE, also_haemodialysis=True)
    assert _refusal(_answer(refusing, LOW, dialysis="haemodialysis")) == NO_DOSE


def test_a_patient_without_dialysis_or_clearance_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="needs a clearance"):
        doses_for(drug(basis(*LADDER)), patient(), KidneyFunction(None))


def test_every_basis_and_every_use_has_one_answer_in_order() -> None:
    uses = basis(row("[0, )", use="blood"), row("[0, )", use="urine"))
    answers = doses_for(drug(uses, basis(HIGH), basis()), patient(clearance="60"), KidneyFunction(Decimal(60)))
    assert [(answer.basis.rows[:1], answer.use) for answer in answers] == [
        (uses.rows[:1], "blood"),
        (uses.rows[:1], "urine"),
        ((HIGH,), None),
        ((), None),
    ]


def test_a_use_is_answered_from_its_own_rows_only() -> None:
    blood, urine = row("(50, )", use="blood"), row("[0, 50]", use="urine")
    answers = doses_for(drug(basis(blood, urine)), patient(clearance="48"), KidneyFunction(Decimal(48)))
    assert [type(answer) for answer in answers] == [Withheld, Dose]
    (_, dose) = answers
    assert isinstance(dose, Dose)
    assert dose.near_edge == NearEdge(Decimal(50), None)


@pytest.mark.parametrize(
    ("clearance", "edge", "other"),
    [
        ("27", "30", MIDDLE),
        ("26.999", None, None),
        ("30", "30", MIDDLE),
        ("30.001", "30", LOW),
        ("33", "30", LOW),
        ("33.001", None, None),
        ("44.999", None, None),
        ("45", "50", HIGH),
        ("50", "50", HIGH),
        ("50.001", "50", MIDDLE),
        ("55", "50", MIDDLE),
        ("55.001", None, None),
        ("12", "15", LOW),
        ("11.999", None, None),
        ("18", "15", LOWEST),
        ("18.001", None, None),
        ("0", None, None),
        ("2", None, None),
    ],
)
def test_a_clearance_within_3_or_a_tenth_of_an_edge_is_close_to_it(
    clearance: str, edge: str | None, other: Row | None
) -> None:
    value = Decimal(clearance)
    chosen = row_for(value, LADDER)
    assert chosen is not None
    assert near_edge(LADDER, chosen, value) == (NearEdge(Decimal(edge), other) if edge else None)


@pytest.mark.parametrize(("clearance", "edge"), [("11.999", "10"), ("12", "10"), ("12.001", "14")])
def test_the_nearer_of_two_close_edges_is_told(clearance: str, edge: str) -> None:
    narrow = row("(10, 14]")
    found = near_edge((row("[0, 10]"), narrow, row("(14, )")), narrow, Decimal(clearance))
    assert found is not None
    assert found.edge == Decimal(edge)
    assert found.other is not None
    assert Decimal(edge) in (found.other.band.low, found.other.band.high)


def test_an_edge_with_no_row_beyond_it_is_told_without_one() -> None:
    dialysed = row("[0, 50]", when="haemodialysis")
    assert near_edge((HIGH, dialysed), HIGH, Decimal("50.1")) == NearEdge(Decimal(50), None)


def test_beyond_the_edge_of_an_effluent_rate_is_another_effluent_rate() -> None:
    slow, fast = row("[0, 2]", when="effluent"), row("(2, )", when="effluent")
    rows = (row("[0, 2]"), row("(2, )"), row("[0, 2]", when="crrt"), slow, fast)
    assert near_edge(rows, slow, Decimal("1.9")) == NearEdge(Decimal(2), fast)


def test_a_row_by_effluent_rate_differs_by_no_weight() -> None:
    rows = (row("[0, )"), row("[0, )", when="effluent"))
    kidney = KidneyFunction(Decimal(60), by_weight={WeightKind.ACTUAL: Decimal(60), WeightKind.IDEAL: Decimal(40)})
    found = patient(clearance="60", dialysis="crrt", effluent="2")
    (answered,) = doses_for(drug(basis(*rows)), found, kidney)
    assert isinstance(answered, Dose)
    assert (answered.row, answered.differs_by_weight) == (rows[1], {})


def test_a_dose_carries_its_edge_notes_and_source() -> None:
    answered = _answer(*LADDER, clearance="31")
    assert isinstance(answered, Dose)
    assert answered.near_edge == NearEdge(Decimal(30), LOW)
    assert answered.sources == (SOURCE,)
    assert answered.notes == ()


def test_a_refusal_carries_the_source_of_its_basis() -> None:
    assert _answer(HIGH, clearance="3").sources == (SOURCE,)


def test_the_weights_that_would_choose_another_row_are_named_with_it() -> None:
    found = patient(age="67", sex="female", weight="70", height="165", creatinine="1.9")
    kidney = kidney_function(found)
    assert isinstance(kidney, KidneyFunction)
    (answered,) = doses_for(drug(basis(*LADDER)), found, kidney)
    assert isinstance(answered, Dose)
    assert answered.row is LOW
    assert answered.differs_by_weight == {WeightKind.ACTUAL: MIDDLE}


def test_a_weight_that_would_fall_outside_every_row_is_named_with_none() -> None:
    by_weight = {WeightKind.ACTUAL: Decimal(60), WeightKind.IDEAL: Decimal(40), WeightKind.ADJUSTED: Decimal(55)}
    kidney = KidneyFunction(Decimal(60), by_weight=by_weight)
    (answered,) = doses_for(drug(basis(HIGH)), patient(clearance="60"), kidney)
    assert isinstance(answered, Dose)
    assert answered.differs_by_weight == {WeightKind.IDEAL: None}


def test_a_typed_clearance_differs_by_no_weight() -> None:
    answered = _answer(*LADDER, clearance="31")
    assert isinstance(answered, Dose)
    assert answered.differs_by_weight == {}


def test_rows_belong_to_one_use_when_its_words_are_the_same() -> None:
    one, other = ("".join(["lung", " infection"]) for _ in range(2))
    rows = (row("[0, 30]", use=one, mg="500"), row("(30, )", use=other, mg="1000"))
    (found,) = doses_for(drug(basis(*rows)), patient(clearance="60"), KidneyFunction(Decimal(60)))
    assert isinstance(found, Dose)
    assert (found.use, found.maintenance.total_mg.text()) == ("lung infection", "1,000")


def test_a_basis_is_found_by_its_slug_however_it_was_written() -> None:
    held = basis(row("[0, )"))
    assert drug(held).basis("-".join(("a", "label"))) is held
    assert drug(held).basis("b-label") is None
    assert drug(held).basis("Z") is None


NORMAL = row("(50, )")


def test_an_edge_is_said_in_the_unit_that_its_label_prints() -> None:
    """A label may print its limits per body surface; a dialysis row and an effluent rate have nothing of it."""
    clearance, effluent = row("(15, 30]"), row("(2, 3]", when="effluent")
    by_surface = {one.when: _edge_unit(one, by_surface=True) for one in (clearance, effluent)}
    assert by_surface == {When.CLEARANCE: "mL/min per 1.73 m2", When.EFFLUENT: effluent.band.unit}
    assert _edge_unit(clearance, by_surface=False) == "mL/min"


def _edge_unit(one: Row, *, by_surface: bool) -> str:
    label = replace(basis(one), clearance_per_1_73=by_surface)
    dose = one.maintenance
    assert dose is not None
    return Dose(drug(label), label, None, one, Weighed(dose, None), None, {}).edge_unit


@pytest.mark.parametrize(
    ("clearance", "edge", "nearest"),
    [
        ("50", "50", "(50, )"),
        ("49.999", "50", "(50, )"),
        ("45", "50", "(50, )"),
        ("44.999", None, None),
        ("13.001", None, None),
        ("13", "10", "[0, 10]"),
        ("10.001", "10", "[0, 10]"),
    ],
)
def test_a_refusal_names_the_nearest_row_that_gives_a_dose_where_its_edge_is_close(
    clearance: str, edge: str | None, nearest: str | None
) -> None:
    answered = _answer(row("[0, 10]"), row("(50, )"), clearance=clearance)
    assert isinstance(answered, Withheld)
    near = answered.near_edge
    assert (near and str(near.edge), near and near.other and near.other.id) == (edge, nearest)


def test_a_refusal_close_to_an_edge_says_where_the_row_begins_and_never_its_dose() -> None:
    answered = _answer(row("(50, )", mg="1234"), clearance="49.5")
    assert isinstance(answered, Withheld)
    assert answered.reason == (
        f"{EVERY_REFUSAL[Situation.OUTSIDE].reason} Close to the edge at 50 mL/min: the nearest row in which this "
        'source gives a dose is "(50, )" (more than 50 mL/min). It does not apply here.'
    )
    far = _answer(row("(50, )"), clearance="20")
    assert isinstance(far, Withheld)
    assert (far.reason, far.nearby) == (EVERY_REFUSAL[Situation.OUTSIDE].reason, None)


def test_a_row_that_refuses_itself_is_never_the_near_one() -> None:
    refusing, only_dialysed = row("[0, 10)", refusal=NO_DOSE), row("[10, 30)", without_dialysis=NO_DOSE)
    dosed = row("[30, )")
    for clearance, nearest in (("9.999", None), ("10", None), ("29.999", dosed), ("12", None)):
        answered = _answer(refusing, only_dialysed, dosed, clearance=clearance)
        assert isinstance(answered, Withheld)
        assert answered.near_edge == (NearEdge(Decimal(30), nearest) if nearest else None)


def test_of_two_close_rows_the_nearer_is_named() -> None:
    below, above = row("[0, 10]"), row("(14, )")
    for clearance, edge, nearest in (("11.999", "10", below), ("12", "10", below), ("12.001", "14", above)):
        answered = _answer(below, above, clearance=clearance)
        assert isinstance(answered, Withheld)
        assert answered.near_edge == NearEdge(Decimal(edge), nearest)


@pytest.mark.parametrize("dialysis", ["haemodialysis", "crrt"])
def test_on_dialysis_no_row_is_near_a_refusal(dialysis: str) -> None:
    answered = _answer(NORMAL, clearance="50", dialysis=dialysis)
    assert isinstance(answered, Withheld)
    assert answered.near_edge is None


def test_a_basis_that_refuses_always_has_no_near_row() -> None:
    answered = _answer(NORMAL, clearance="50", refusals={Situation.ALL: NO_DOSE})
    assert isinstance(answered, Withheld)
    assert answered.near_edge is None


def test_no_dialysis_or_effluent_row_is_near_a_refused_clearance() -> None:
    kinds: tuple[Literal["haemodialysis", "crrt", "effluent"], ...] = ("haemodialysis", "crrt", "effluent")
    for when in kinds:
        answered = _answer(row("[30, 60]"), row("[0, 20]", when=when), clearance="20.001")
        assert isinstance(answered, Withheld)
        assert answered.near_edge is None


@pytest.mark.parametrize(("filtration", "near"), [("15", True), ("12", True), ("11.999", False)])
def test_a_child_is_told_the_near_row_of_its_own_age(filtration: str, near: bool) -> None:
    child = row("(15, 30]", months=(3, 24))
    found = patient(age_months="5", clearance=filtration)
    (answered,) = doses_for(drug(basis(NORMAL, child)), found, child_kidney(found))
    assert isinstance(answered, Withheld)
    assert answered.near_edge == (NearEdge(Decimal(15), child) if near else None)


def test_a_refusal_for_want_of_a_weight_names_no_near_row() -> None:
    per_kg = replace(given(testicillin="5"), per_kg=PerKg.ACTUAL)
    answered = _answer(row("(50, )", dose=per_kg), clearance="50.001")
    assert isinstance(answered, Withheld)
    assert answered.near_edge is None
    assert not answered.is_by_source
    refused = _answer(row("(50, )", dose=per_kg), clearance="50")
    assert isinstance(refused, Withheld)
    assert refused.is_by_source


BY_WEIGHT = {WeightKind.ACTUAL: Decimal(60), WeightKind.IDEAL: Decimal(40), WeightKind.ADJUSTED: Decimal(55)}


def _by_other_weights(
    *rows: Row, dialysis: str = "", refusals: dict[Situation, Refusal] | None = None
) -> Mapping[WeightKind, Row | None]:
    """What other weights would choose where a clearance of 40 is refused."""
    drugged = drug(basis(*rows, refusals=EVERY_REFUSAL | (refusals or {})))
    found = patient(clearance="40", dialysis=dialysis)
    (answered,) = doses_for(drugged, found, KidneyFunction(Decimal(40), by_weight=BY_WEIGHT))
    assert isinstance(answered, Withheld)
    return answered.differs_by_weight


def test_a_refused_clearance_names_the_weights_with_which_the_source_gives_a_dose() -> None:
    assert _by_other_weights(HIGH) == {WeightKind.ACTUAL: HIGH, WeightKind.ADJUSTED: HIGH}
    assert _by_other_weights(row("(60, )")) == {}


def test_no_weight_is_named_whose_row_gives_no_dose_either() -> None:
    refusing, dosed = row("[0, 45]", refusal=NO_DOSE), row("(45, 58]")
    only_dialysed = row("(58, )", without_dialysis=NO_DOSE, also_haemodialysis=True)
    assert _by_other_weights(refusing, dosed, only_dialysed) == {WeightKind.ADJUSTED: dosed}


def test_no_weight_is_named_where_dialysis_or_the_source_refuses_and_not_the_clearance() -> None:
    assert _by_other_weights(HIGH, dialysis="haemodialysis") == {}
    assert _by_other_weights(HIGH, dialysis="crrt") == {}
    assert _by_other_weights(HIGH, refusals={Situation.ALL: NO_DOSE}) == {}


@pytest.mark.parametrize(
    ("edges", "dose", "doubtful"),
    [
        (Verification.SOURCE_TEXT, Verification.SOURCE_TEXT, False),
        (Verification.SECONDARY, Verification.SECONDARY, False),
        (Verification.SECONDARY, Verification.SOURCE_TEXT, True),
        (Verification.SOURCE_TEXT, Verification.SECONDARY, True),
    ],
)
def test_edges_are_doubtful_where_they_were_not_checked_as_the_dose_was(
    edges: Verification, dose: Verification, doubtful: bool
) -> None:
    checked = replace(
        row("[0, )"), band=replace(band("[0, )"), verification=edges), source=replace(SOURCE, verification=dose)
    )
    answered = _answer(checked, clearance="40")
    assert isinstance(answered, Dose)
    assert answered.has_doubtful_edges is doubtful
    dialysed = _answer(replace(checked, when=When.HAEMODIALYSIS), dialysis="haemodialysis")
    assert isinstance(dialysed, Dose)
    assert not dialysed.has_doubtful_edges
