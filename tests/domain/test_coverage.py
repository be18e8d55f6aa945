"""A basis answers every clearance exactly once, or says what is wrong with it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.coverage import band_faults, basis_faults, dose_faults
from desktop.domain.drugs import Row, Situation
from desktop.domain.refusal import Refusal
from tests.domain import builders
from tests.domain.builders import EVERY_REFUSAL, band, basis, row

DIALYSIS = {Situation.CHILD, Situation.CRRT, Situation.HAEMODIALYSIS}
CLOSED = {situation: EVERY_REFUSAL[situation] for situation in DIALYSIS}
"""Every refusal but the one for clearances outside the rows."""
ALWAYS = {Situation.ALL: Refusal("unread", "read it")}


def _faults(*edges: str) -> list[str]:
    return band_faults(sorted((band(edge) for edge in edges), key=lambda one: one.low))


@pytest.mark.parametrize(
    "edges",
    [("[0, )",), ("[0, 5]", "(5, )"), ("[0, 10)", "[10, 30]", "(30, )"), ("[0, 5]", "(5, 15]", "(15, 30]", "(30, )")],
)
def test_bands_that_touch_once_have_no_fault(edges: tuple[str, ...]) -> None:
    assert _faults(*edges) == []
    assert basis_faults(basis(*map(row, edges), refusals=CLOSED)) == ()


@pytest.mark.parametrize(
    ("edges", "fault"),
    [
        (("[0, 30]", "(31, )"), '"[0, 30]" (up to 30 mL/min) and "(31, )" (more than 31 mL/min) leave a gap'),
        (("[0, 30]", "(30.001, )"), "leave a gap"),
        (("[0, 31]", "(30, )"), '"[0, 31]" (up to 31 mL/min) and "(30, )" (more than 30 mL/min) overlap'),
        (("[0, 30.001]", "(30, )"), "overlap"),
        (("[0, )", "(30, )"), "overlap"),
        (("[0, 30]", "[30, )"), "both hold 30"),
        (("[0, 30)", "(30, )"), "both leave out 30"),
        (("[0, 30]", "(30, 20]"), '"(30, 20]" is inverted'),
        (("(30, 30]",), '"(30, 30]" is inverted'),
        (("[30, 20]",), '"[30, 20]" is inverted'),
    ],
)
def test_a_gap_an_overlap_and_an_inverted_band_are_named(edges: tuple[str, ...], fault: str) -> None:
    assert any(fault in found for found in _faults(*edges)), _faults(*edges)
    assert any(fault in found for found in basis_faults(basis(*map(row, edges))))


def test_the_same_band_twice_overlaps() -> None:
    assert len(_faults("[0, 30]", "[0, 30]", "(30, )")) == 1


def test_every_fault_is_told_at_once() -> None:
    assert len(_faults("[0, 5]", "(6, 15]", "(14, 30]", "[30, )")) == 3


@pytest.mark.parametrize(
    ("edges", "covers"),
    [
        (("[0, )",), True),
        (("(0, )",), False),
        (("(50, )",), False),
        (("[0, 50]",), False),
        (("[0.001, )",), False),
        ((), False),
    ],
)
def test_clearances_without_a_row_need_a_refusal(edges: tuple[str, ...], covers: bool) -> None:
    rows = [row(edge) for edge in edges] or [row("[0, )", when="crrt")]
    fault = "some clearances have no row and there is no refuse.outside"
    assert (fault not in basis_faults(basis(*rows, refusals=CLOSED))) is covers
    assert fault not in basis_faults(basis(*rows))


@pytest.mark.parametrize(
    ("situation", "fault"),
    [
        (Situation.CHILD, "it has no refuse.child, and no row is for a newborn"),
        (Situation.CRRT, "there is neither a row nor a refusal for continuous renal replacement (refuse.crrt)"),
        (Situation.HAEMODIALYSIS, "there is neither a row nor a refusal for haemodialysis (refuse.haemodialysis)"),
    ],
)
def test_a_situation_without_a_row_needs_a_refusal(situation: Situation, fault: str) -> None:
    refusals = {key: refusal for key, refusal in EVERY_REFUSAL.items() if key is not situation}
    assert basis_faults(basis(row("[0, )"), refusals=refusals)) == (fault,)
    assert basis_faults(basis(row("[0, )"))) == ()


def test_a_haemodialysis_row_answers_neither_continuous_therapy_nor_unimpaired_kidneys() -> None:
    refusals = dict(EVERY_REFUSAL)
    del refusals[Situation.CRRT]
    (fault,) = basis_faults(basis(row("[0, )"), row("[0, )", when="haemodialysis"), refusals=refusals))
    assert "refuse.crrt" in fault
    child = (row("[0, 50]", months=(3, 24)), row("[0, )", months=(3, 24), when="haemodialysis"))
    (fault,) = basis_faults(basis(row("[0, )"), *child))
    assert "it has no row for kidneys that are not impaired" in fault


def test_a_dialysis_row_stands_in_for_the_refusal() -> None:
    only_child = {Situation.CHILD: EVERY_REFUSAL[Situation.CHILD]}
    crrt, extended = row("[0, )", when="crrt"), row("[0, )", also_haemodialysis=True)
    assert basis_faults(basis(extended, crrt, refusals=only_child)) == ()
    assert basis_faults(basis(row("[0, )"), row("[0, )", when="haemodialysis"), crrt, refusals=only_child)) == ()


def test_two_rows_for_haemodialysis_are_one_too_many() -> None:
    rows = (row("[0, )", also_haemodialysis=True), row("[0, )", when="haemodialysis"))
    assert basis_faults(basis(*rows)) == ("more than one row is for haemodialysis",)


def test_a_basis_without_rows_must_refuse_always() -> None:
    assert "it has no row; say why in refuse.all" in basis_faults(basis())
    assert basis_faults(basis(refusals=ALWAYS)) == ()


def test_a_basis_that_refuses_always_has_no_rows() -> None:
    assert basis_faults(basis(row("[0, )"), refusals=ALWAYS)) == ("it refuses always and has rows all the same",)


def test_each_use_is_checked_alone_and_named() -> None:
    rows = (row("[0, )", use="blood"), row("[0, 30]", use="urine"), row("(31, )", use="urine"))
    (fault,) = basis_faults(basis(*rows))
    assert fault.startswith('urine: "[0, 30]"')


@given(st.lists(st.integers(1, 200), unique=True, max_size=6), st.data())
def test_a_ladder_of_touching_bands_holds_every_clearance_once(steps: list[int], data: st.DataObject) -> None:
    edges = [0, *sorted(steps)]
    owners = [data.draw(st.booleans()) for _ in edges]
    owners[0] = True
    written = [
        f"{'[' if owners[place] else '('}{low}, {high if high else ''}{']' if high and not upper_owned else ')'}"
        for place, (low, high, upper_owned) in enumerate(
            zip(edges, [*edges[1:], None], [*owners[1:], True], strict=True)
        )
    ]
    assert _faults(*written) == []
    bands = [band(edge) for edge in written]
    for value in (Decimal(edge) + offset for edge in edges for offset in (Decimal("-0.5"), Decimal(0), Decimal("0.5"))):
        assert sum(one.holds(value) for one in bands) == (1 if value >= 0 else 0)


CHILD_ROWS = (row("(50, )", months=(3, 24)), row("(50, )", months=(24, 216)), row("[0, 50]", months=(24, 216)))


def test_children_with_every_age_and_kidney_answered_are_whole() -> None:
    assert basis_faults(basis(row("[0, )"), *CHILD_ROWS)) == ()


@pytest.mark.parametrize(
    ("added", "fault"),
    [
        (row("(50, )", months=(12, 36)), "children from 3 to below 24 months and from 12 to below 36 months overlap"),
        (row("(50, )", months=(216, 240)), "children from 216 to below 240 months: it is not an age of children"),
        (row("(40, 60]", months=(3, 24)), "overlap"),
        (row("(20, 40]", months=(3, 24)), "leave a gap"),
        (row("[0, 50]", months=(1, 3)), "children from 1 to below 3 months: it has no row for kidneys"),
    ],
)
def test_what_is_wrong_with_the_rows_of_children_is_named(added: Row, fault: str) -> None:
    assert any(fault in found for found in basis_faults(basis(row("[0, )"), *CHILD_ROWS, added)))


@pytest.mark.parametrize("situation", [Situation.CHILD_KIDNEYS, Situation.CRRT])
def test_what_the_rows_of_children_leave_out_needs_a_refusal(situation: Situation) -> None:
    refusals = {key: refusal for key, refusal in EVERY_REFUSAL.items() if key is not situation}
    found = basis_faults(basis(row("[0, )", also_crrt=True), *CHILD_ROWS, refusals=refusals))
    assert found
    assert all(fault.startswith("children ") for fault in found)


def test_effluent_rates_are_answered_once_and_a_missing_rate_too() -> None:
    whole = (row("[0, )"), row("[0, 2]", when="effluent"), row("(2, )", when="effluent"))
    assert basis_faults(basis(*whole)) == ()
    refusals = dict(EVERY_REFUSAL)
    del refusals[Situation.EFFLUENT]
    assert "refuse.effluent" in basis_faults(basis(*whole, refusals=refusals))[0]
    del refusals[Situation.CRRT]
    low = (row("[0, )"), row("[0, 2]", when="effluent"))
    assert "some effluent rates have no row and there is no refuse.crrt" in basis_faults(basis(*low, refusals=refusals))
    gapped = (row("[0, )"), row("[0, 2]", when="effluent"), row("(3, )", when="effluent"))
    assert "leave a gap" in basis_faults(basis(*gapped))[0]


def test_a_band_of_one_figure_is_whole_only_with_both_edges() -> None:
    assert band_faults([band("[0, 0]"), band("(0, )")]) == []
    assert "inverted" in band_faults([band("[0, 0)"), band("[0, )")])[0]


def test_a_dose_is_per_day_or_has_an_interval_never_both() -> None:
    dose = builders.given(testicillin="1")
    for wrong in (replace(dose, divided="in 2 doses"), replace(dose, every_h=())):
        assert "has no interval" in dose_faults(row("[0, )", dose=wrong), {"testicillin"})[0]
    divided = replace(dose, every_h=(), divided="in 2 doses")
    assert dose_faults(row("[0, )", dose=divided), {"testicillin"}) == []


@pytest.mark.parametrize("hours", ["1", "0.5"])
def test_an_interval_of_an_hour_or_less_is_one(hours: str) -> None:
    dose = replace(builders.given(testicillin="1"), every_h=(Decimal(hours),))
    assert dose_faults(row("[0, )", dose=dose), {"testicillin"}) == []


@pytest.mark.parametrize(("months", "needed"), [(0, True), (23, True), (24, False), (36, False)])
def test_only_below_two_years_a_row_for_unimpaired_kidneys_is_needed(months: int, needed: bool) -> None:
    found = basis_faults(basis(row("[0, )"), row("[0, 50]", months=(months, 216))))
    assert any("kidneys that are not impaired" in fault for fault in found) is needed


@pytest.mark.parametrize("hours", ["0", "-1"])
def test_an_interval_of_no_time_is_none(hours: str) -> None:
    dose = replace(builders.given(testicillin="1"), every_h=(Decimal(8), Decimal(hours)))
    assert dose_faults(row("[0, )", dose=dose), {"testicillin"}) == ["row [0, ): the dose has no interval"]


@pytest.mark.parametrize(
    ("held", "fault"),
    [
        ({"testicillin": "1", "samplebactam": "1"}, None),
        ({"testicillin": "1"}, "holds testicillin and not samplebactam, testicillin"),
        ({"testicillin": "1", "samplebactam": "1", "foreign": "1"}, "holds foreign, samplebactam, testicillin and not"),
    ],
)
def test_a_lost_and_a_foreign_substance_are_named(held: dict[str, str], fault: str | None) -> None:
    substances = {"testicillin", "samplebactam"}
    whole, other = builders.given(testicillin="1", samplebactam="1"), builders.given(**held)
    for wrong in (row("[0, )", dose=other), row("[0, )", dose=whole, loading=other)):
        found = dose_faults(wrong, substances)
        assert fault in found[0] if fault else found == []


@pytest.mark.parametrize(("mg", "told"), [("0", True), ("0 to 10", True), ("0.001", False)])
def test_a_dose_of_nothing_is_named(mg: str, told: bool) -> None:
    found = dose_faults(row("[0, )", mg=mg), {"testicillin"})
    assert found == (["row [0, ): the dose is of no testicillin"] if told else [])


@pytest.mark.parametrize(
    ("months", "is_age"),
    [((0, 3), True), ((-1, 3), False), ((3, 3), False), ((4, 3), False), ((24, 216), True), ((24, 217), False)],
)
def test_an_age_of_children_is_from_birth_to_eighteen_years(months: tuple[int, int], is_age: bool) -> None:
    found = basis_faults(basis(row("[0, )"), row("(50, )", months=months)))
    assert any("not an age of children" in fault for fault in found) is not is_age


def test_two_ages_with_a_gap_between_them_do_not_overlap() -> None:
    rows = (row("[0, )"), row("(50, )", months=(3, 12)), row("(50, )", months=(24, 216)))
    assert basis_faults(basis(*rows)) == ()
    touching = (row("[0, )"), row("(50, )", months=(3, 12)), row("(50, )", months=(12, 216)))
    assert basis_faults(basis(*touching)) == ()


@pytest.mark.parametrize(("edges", "covers"), [("[0, )", True), ("[-5, )", True), ("(0, )", False), ("[1, )", False)])
def test_a_band_covers_when_it_holds_a_clearance_of_nothing(edges: str, covers: bool) -> None:
    refusals: dict[Situation, Refusal] = {s: r for s, r in EVERY_REFUSAL.items() if s is not Situation.OUTSIDE}
    assert (basis_faults(basis(row(edges), refusals=refusals)) == ()) is covers


@pytest.mark.parametrize("on_haemodialysis", [False, True])
def test_a_childs_age_needs_a_row_or_a_refusal_for_haemodialysis(on_haemodialysis: bool) -> None:
    whole = [row("[0, 50]", months=(24, 216), also_haemodialysis=on_haemodialysis), row("(50, )", months=(24, 216))]
    refusals: dict[Situation, Refusal] = {s: r for s, r in EVERY_REFUSAL.items() if s is not Situation.CHILD_KIDNEYS}
    found = basis_faults(basis(row("[0, )"), *whole, refusals=refusals))
    assert (found == ()) is on_haemodialysis, found
