"""A question tells its patient: the clearance or how its kidneys are, whether a child, and of which age."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.drugs import L_PER_HOUR, AgeBand
from desktop.domain.search_figures import exactly
from desktop.domain.search_fit import Fit, Kidneys, PatientAsked
from desktop.domain.search_patient import patient_asked
from desktop.domain.search_query import Asked, Meaning, asked_of, read_query
from desktop.domain.search_words import terms_in
from tests.domain.builders import band

_CLEARANCE, _CHILDREN, _KIDNEY = terms_in("creatinine clearance"), terms_in("children"), terms_in("kidney")
_HAEMODIALYSIS, _CRRT = terms_in("haemodialysis"), terms_in("continuous renal replacement therapy")
_MEANINGS = {
    "cza": [Meaning("cef avi", 0.85, "cef-avi")],
    "crcl": [Meaning(_CLEARANCE, 0.75)],
    terms_in("Cockcroft-Gault"): [Meaning(_CLEARANCE, 0.8)],
    "sick": [Meaning(_CLEARANCE, 0.74), Meaning(_KIDNEY, 0.6)],
    _CLEARANCE: [],
    terms_in("healthy kidneys"): [Meaning(terms_in("normal kidneys"), 0.8)],
    "arc": [Meaning(terms_in("augmented renal clearance"), 0.8), Meaning(_CLEARANCE, 0.6)],
    "hd": [Meaning(terms_in("haemodialysis"), 0.8)],
    "crrt": [Meaning(terms_in("continuous renal replacement therapy"), 0.8)],
    "kid": [Meaning(_CHILDREN, 0.8)],
    terms_in("neonate"): [Meaning(terms_in("newborn"), 0.8)],
}
_IGNORED = {"the", "of", "not"}


def _read(typed: str) -> tuple[PatientAsked, list[Asked]]:
    query = read_query(typed)
    return patient_asked(query, asked_of(query, _MEANINGS, _IGNORED))


def _left(typed: str) -> list[str]:
    return [one.phrase or f"({one.all_phrases[0]})" for one in _read(typed)[1]]


@pytest.mark.parametrize(
    ("typed", "clearance"),
    [
        ("kpc crcl 30", "30"),
        ("kpc creatinine clearance 30", "30"),
        ("kpc sick 30", None),
        ("kpc 30", None),
        ("kpc 67 f crcl 30", "30"),
        ("kpc weight 90, crcl 12", "12"),
        ("kpc Cockcroft-Gault 30", "30"),
        ("Cockcroft-Gault 30 kpc", "30"),
        ("cza 30 Cockcroft-Gault", "30"),
        ("kpc Cockcroft-Gault is about 30", "30"),
        ("kpc crcl Cockcroft-Gault 30", "30"),
        ("kpc crcl (Gault) 30", "30"),
        ("kpc 20 Cockcroft-Gault 30", "30"),
    ],
)
def test_a_clearance_stands_beside_a_full_name_of_it_and_never_beside_a_hint(typed: str, clearance: str | None) -> None:
    assert _read(typed)[0].clearance == (None if clearance is None else exactly(Decimal(clearance)))


@pytest.mark.parametrize(
    ("typed", "kidneys"),
    [
        ("kpc", Kidneys.UNSAID),
        ("kpc kidney", Kidneys.NAMED),
        ("kpc kidneys", Kidneys.NAMED),
        ("kpc sick", Kidneys.NAMED),
        ("kpc creatinine 180", Kidneys.NAMED),
        ("kpc creat 180", Kidneys.NAMED),
        ("kpc cr 2.5", Kidneys.NAMED),
        ("kpc scr 2.5", Kidneys.NAMED),
        ("kpc egfr 40", Kidneys.NAMED),
        ("kpc gfr 40", Kidneys.NAMED),
        ("kpc crcl", Kidneys.NAMED),
        ("kpc healthy kidneys", Kidneys.NORMAL),
        ("kpc not healthy kidneys", Kidneys.NAMED),
        ("kpc without healthy kidneys", Kidneys.NAMED),
        ("kpc arc", Kidneys.HIGH),
        ("kpc no arc", Kidneys.NAMED),
        ("kpc hd", Kidneys.NAMED),
        ("kpc crrt", Kidneys.NAMED),
    ],
)
def test_kidneys_that_are_named_may_be_sick_unless_they_are_called_normal_or_high(typed: str, kidneys: Kidneys) -> None:
    assert _read(typed)[0].kidneys is kidneys


def test_dialysis_is_known_by_both_of_its_kinds() -> None:
    assert [_read(typed)[0].dialysis for typed in ("cza hd", "cza crrt", "cza kidney", "hd crrt")] == [
        {_HAEMODIALYSIS},
        {_CRRT},
        set(),
        {_HAEMODIALYSIS, _CRRT},
    ]


@pytest.mark.parametrize(
    ("typed", "is_child", "months"),
    [
        ("kpc kid", True, None),
        ("kid vim", True, None),
        ("kid vim pugh", False, None),
        ("kpc neonate", True, None),
        ("kid 4 months", True, 4),
        ("kpc 18 month old", True, 18),
        ("cza 18 months", True, 18),
        ("kpc 18 months", False, None),
        ("cza 18m", True, None),
        ("cza 17 y", True, 204),
        ("cza 18 y", False, None),
        ("cza 215 months", True, 215),
        ("cza mother kid 2 months old", False, None),
        ("cza breastfeeding kid 2 months", False, None),
        ("cza 216 months", False, None),
        ("kpc", False, None),
    ],
)
def test_a_patient_is_a_child_below_eighteen_years(typed: str, is_child: bool, months: int | None) -> None:
    patient, _ = _read(typed)
    assert (patient.is_child, patient.months) == (is_child, months)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("kpc 18 month old", ["kpc", f"({_CHILDREN})"]),
        ("kid 3 years kpc", ["kid", "kpc"]),
        ("70 year old kpc", ["kpc"]),
        ("kpc crcl 20", ["kpc", "crcl"]),
        ("kpc kidney", ["kpc", _KIDNEY]),
        ("kpc 20 ml/min now", ["kpc", "now", f"({_CLEARANCE})"]),
        ("kpc 20 ml per minute", ["kpc", f"({_CLEARANCE})"]),
        ("kpc creatinine 180", ["kpc", f"({_KIDNEY})"]),
        ("cza hd", ["cza", "hd"]),
        ("cza crrt effluent 2.5 l/h", ["cza", "crrt", "efflu"]),
        ("weight 90 kpc", ["kpc"]),
        ("70 years old", ["70", terms_in("years"), terms_in("old")]),
        ("creatinine 180", [terms_in("creatinine"), "180"]),
    ],
)
def test_an_age_asks_of_children_a_creatinine_of_kidneys_and_no_passage_has_to_hold_a_figure(
    typed: str, left: list[str]
) -> None:
    assert _left(typed) == left


@pytest.mark.parametrize(
    ("patient", "fits"),
    [
        (PatientAsked(), "ANY ANY ANY ANY ANY"),
        (PatientAsked(clearance=exactly(Decimal(16))), "YES NO YES NO NO"),
        (PatientAsked(clearance=exactly(Decimal(0))), "NO NO YES NO NO"),
        (PatientAsked(clearance=exactly(Decimal(61))), "NO YES YES NO NO"),
        (PatientAsked(kidneys=Kidneys.NAMED), "OPEN NO OPEN ANY NO"),
        (PatientAsked(kidneys=Kidneys.NORMAL), "NO YES YES ANY NO"),
        (PatientAsked(kidneys=Kidneys.HIGH), "NO YES YES ANY NO"),
        (PatientAsked(is_child=True), "NO NO NO NO OPEN"),
        (PatientAsked(is_child=True, months=6), "NO NO NO NO YES"),
        (PatientAsked(is_child=True, months=24), "NO NO NO NO NO"),
        (PatientAsked(is_child=True, months=6, clearance=exactly(Decimal(61))), "NO NO NO NO YES"),
        (PatientAsked(is_child=True, months=6, kidneys=Kidneys.NAMED), "NO NO NO NO NO"),
    ],
)
def test_a_dose_row_fits_by_age_and_kidneys_and_a_full_dose_never_fits_kidneys_that_may_be_sick(
    patient: PatientAsked, fits: str
) -> None:
    low, full, every = band("(15, 30]"), band("(50, )"), band("[0, )")
    rows = ((low, None), (full, None), (every, None), (None, None), (full, AgeBand(6, 24)))
    assert " ".join(patient.fit("", row, ages).name for row, ages in rows) == fits


@pytest.mark.parametrize(
    ("dialysis", "fits"),
    [
        ({_HAEMODIALYSIS}, "YES YES NO OPEN NO NO"),
        ({_CRRT}, "NO NO YES NO NO NO"),
        ({_HAEMODIALYSIS, _CRRT}, "OPEN OPEN OPEN NO NO NO"),
    ],
)
def test_a_row_for_one_kind_of_dialysis_is_none_for_the_other_and_no_clearance_is_one_on_continuous_therapy(
    dialysis: set[str], fits: str
) -> None:
    patient = PatientAsked(kidneys=Kidneys.NAMED, dialysis=frozenset(dialysis))
    low, full = band("(15, 30]"), band("(50, )")
    rows = (
        (f" us {_HAEMODIALYSIS} ", None),
        (f" us {_HAEMODIALYSIS} ", low),
        (f" us {_CRRT} effluent ", None),
        (" us ", low),
        (" us ", full),
        (" us ", None),
    )
    assert " ".join(patient.fit(title, row, None).name for title, row in rows) == fits


@pytest.mark.parametrize(("edges", "fit"), [("(30, 60]", Fit.OPEN), ("(30, 60.001]", Fit.NO), ("(60, 119]", Fit.NO)])
def test_a_row_for_hardly_impaired_kidneys_does_not_fit_sick_ones(edges: str, fit: Fit) -> None:
    assert PatientAsked(kidneys=Kidneys.NAMED).fit("", band(edges), None) is fit


@pytest.mark.parametrize(("edges", "normal", "high"), [("[60, 120)", Fit.YES, Fit.NO), ("[120, )", Fit.NO, Fit.YES)])
def test_normal_kidneys_and_high_ones_have_rows_of_their_own(edges: str, normal: Fit, high: Fit) -> None:
    assert PatientAsked(kidneys=Kidneys.NORMAL).fit("", band(edges), None) is normal
    assert PatientAsked(kidneys=Kidneys.HIGH).fit("", band(edges), None) is high


@pytest.mark.parametrize(("kidneys", "clearance"), [(Kidneys.NORMAL, 90), (Kidneys.HIGH, 130)])
def test_normal_kidneys_are_read_as_a_clearance_of_90_and_high_ones_as_130(kidneys: Kidneys, clearance: int) -> None:
    patient = PatientAsked(kidneys=kidneys)
    assert patient.fit("", band(f"[{clearance}, {clearance}]"), None) is Fit.YES


def test_who_is_asked_about_is_nobody_until_something_is_said() -> None:
    nobody = PatientAsked()
    assert (nobody.is_child, nobody.names_filtration, nobody.chooses_rows) == (False, False, False)


def test_of_a_childs_rows_the_unreduced_one_fits_where_no_kidneys_are_named() -> None:
    row = band("(15, 30]")
    assert PatientAsked(is_child=True, months=6).fit("", row, AgeBand(6, 24)) is Fit.OPEN
    assert PatientAsked(is_child=True, months=6, kidneys=Kidneys.NAMED).fit("", row, AgeBand(6, 24)) is Fit.OPEN


def test_a_table_is_asked_for_where_only_a_figure_is_missing() -> None:
    assert PatientAsked(kidneys=Kidneys.NAMED).asks_for_table
    others = (
        PatientAsked(),
        PatientAsked(kidneys=Kidneys.NORMAL),
        PatientAsked(kidneys=Kidneys.NAMED, clearance=exactly(Decimal(0))),
        PatientAsked(kidneys=Kidneys.NAMED, dialysis=frozenset({_CRRT})),
    )
    assert not any(patient.asks_for_table for patient in others)


def test_no_row_of_an_adult_goes_by_a_filtration_rate_and_the_rows_of_a_child_do() -> None:
    for typed in ("kpc egfr 40", "kpc egfr 40 ml/min", "kpc 40 ml/min/1.73m2", "kpc crcl 40 ml/min/1.73 m2"):
        patient, _ = _read(typed)
        assert (patient.clearance, patient.kidneys, patient.names_filtration) == (None, Kidneys.NAMED, True)
        assert not patient.is_child
    child, _ = _read("kid 5 years egfr 40 ml/min/1.73m2 crcl 50")
    assert (child.clearance, child.months, child.names_filtration) == (exactly(Decimal(40)), 60, False)
    both, _ = _read("kpc egfr 40 ml/min/1.73m2 crcl 50")
    assert (both.clearance, both.names_filtration) == (exactly(Decimal(50)), False)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("kpc crcl 40 not on hd", ["kpc", "crcl"]),
        ("cza not on hd", ["cza", f"({_KIDNEY})"]),
        ("cza egfr 40 ml/min/1.73m2", ["cza", f"({_KIDNEY})"]),
        ("kpc not on hd", ["kpc", "on", "hd", f"({_KIDNEY})"]),
    ],
)
def test_no_passage_has_to_hold_a_denial_beside_a_drug_or_a_clearance(typed: str, left: list[str]) -> None:
    assert _left(typed) == left


def test_while_dialysis_is_open_no_row_leads_and_the_table_is_asked_for() -> None:
    patient = PatientAsked(kidneys=Kidneys.NAMED, clearance=exactly(Decimal(40)), dialysis_open=True)
    assert patient.asks_for_table
    assert patient.titles == (_CLEARANCE, _CRRT, _HAEMODIALYSIS)
    holds, other = band("(30, 50]"), band("(50, )")
    rows = (
        *((f" us {_HAEMODIALYSIS} ", None), (f" us {_HAEMODIALYSIS} ", other), (f" us {_CRRT} ", None)),
        *((" us ", holds), (" us ", other), (" us ", None)),
    )
    assert " ".join(patient.fit(title, row, None).name for title, row in rows) == "OPEN OPEN OPEN OPEN NO NO"
    assert PatientAsked(is_child=True, dialysis_open=True).titles == (_CHILDREN,)


def test_dialysis_that_stopped_is_open_and_one_that_is_denied_is_not() -> None:
    assert _read("kpc crcl 40 hd stopped")[0] == PatientAsked(
        clearance=exactly(Decimal(40)), kidneys=Kidneys.NAMED, dialysis_open=True
    )
    assert not _read("kpc crcl 40 no hd")[0].dialysis_open
    assert not _read("cza crcl 40 on hd")[0].dialysis_open


def test_before_dialysis_nobody_with_a_clearance_is_on_it_for_sure() -> None:
    assert _read("kpc crcl 40 before hd")[0].dialysis == frozenset()
    assert _read("kpc crcl 40 before hd")[0].dialysis_open
    assert _read("cza before hd")[0].dialysis == {_HAEMODIALYSIS}


@pytest.mark.parametrize(
    ("typed", "clearance"),
    [
        ("kid egfr 40", "40"),
        ("5 year old egfr 40", "40"),
        ("kid egfr 70 gfr 40 ml/min/1.73m2", "40"),
        ("kid crcl 50 gfr 40 ml/min/1.73m2 egfr 70", "40"),
        ("kid crcl 50 egfr 40", None),
    ],
)
def test_the_rows_of_a_child_go_by_its_indexed_filtration_rate_or_by_the_only_one(
    typed: str, clearance: str | None
) -> None:
    assert _read(typed)[0].clearance == (None if clearance is None else exactly(Decimal(clearance)))


@pytest.mark.parametrize(
    ("typed", "besides"),
    [
        ("kpc 5 years old", [Meaning(_CHILDREN, 1)]),
        ("kpc 40 ml/min", [Meaning(_CLEARANCE, 1)]),
        ("kpc egfr 40", [Meaning(_KIDNEY, 1), Meaning(_CLEARANCE, 0.75)]),
    ],
)
def test_what_a_figure_asks_for_counts_in_full(typed: str, besides: list[Meaning]) -> None:
    assert _read(typed)[1][-1] == Asked((), tuple(besides))


@pytest.mark.parametrize(
    ("patient", "titles"),
    [
        (PatientAsked(), ()),
        (PatientAsked(is_child=True), (_CHILDREN,)),
        (PatientAsked(is_child=True, dialysis=frozenset({_CRRT})), (_CHILDREN,)),
        (PatientAsked(clearance=exactly(Decimal(0))), (_CLEARANCE,)),
        (PatientAsked(kidneys=Kidneys.NORMAL), (_CLEARANCE,)),
        (PatientAsked(clearance=exactly(Decimal(0)), dialysis=frozenset({_CRRT})), (_CRRT,)),
        (PatientAsked(dialysis=frozenset({_HAEMODIALYSIS, _CRRT})), (_CRRT, _HAEMODIALYSIS)),
    ],
)
def test_titles_name_the_child_else_the_dialysis_else_the_clearance(
    patient: PatientAsked, titles: tuple[str, ...]
) -> None:
    assert patient.titles == titles


def test_a_row_for_both_kinds_of_dialysis_fits_whoever_is_on_one() -> None:
    row = f" {_HAEMODIALYSIS} {_CRRT} "
    assert PatientAsked(dialysis=frozenset({_CRRT}), kidneys=Kidneys.NAMED).fit(row, None, None) is Fit.YES


def test_a_clearance_means_nothing_on_dialysis_of_a_kind_without_rows() -> None:
    patient, _ = _read("kpc sled crcl 40")
    assert (patient.clearance, patient.kidneys, patient.dialysis) == (None, Kidneys.NAMED, frozenset())
    assert patient.asks_for_table


@pytest.mark.parametrize(("kind", "fit"), [(_HAEMODIALYSIS, Fit.NO), (_CRRT, Fit.NO), ("us", Fit.ANY)])
def test_a_row_for_dialysis_without_a_band_is_for_nobody_else(kind: str, fit: Fit) -> None:
    assert PatientAsked(kidneys=Kidneys.NAMED).fit(f" {kind} ", None, None) is fit


def test_a_table_is_asked_for_where_the_kind_of_dialysis_was_not_said() -> None:
    assert PatientAsked(
        kidneys=Kidneys.NAMED, clearance=exactly(Decimal(40)), dialysis=frozenset({_HAEMODIALYSIS, _CRRT})
    ).asks_for_table
    row = f" {_HAEMODIALYSIS} {_CRRT} "
    assert (
        PatientAsked(dialysis=frozenset({_HAEMODIALYSIS, _CRRT}), kidneys=Kidneys.NAMED).fit(row, None, None) is Fit.YES
    )


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("cza crrt", "OPEN OPEN YES NO"),
        ("cza effluent", "OPEN OPEN YES NO"),
        ("cza crrt effluent 2 l/h", "YES NO YES NO"),
        ("cza effluent 2.05 l/h", "NO YES YES NO"),
        ("cza crrt stopped effluent 2 l/h", "OPEN OPEN OPEN OPEN"),
        ("cza hd effluent 2 l/h", "OPEN OPEN OPEN NO"),
        ("cza crcl 2", "NO NO NO YES"),
    ],
)
def test_a_row_by_effluent_rate_is_for_the_rate_it_holds_and_hangs_on_one_that_was_not_said(
    typed: str, fits: str
) -> None:
    patient = _read(typed)[0]
    low, high = (replace(band(printed), unit=L_PER_HOUR) for printed in ("[0, 2]", "(2, 3]"))
    title = f" {_CRRT} "
    found = [
        patient.fit(words, edges, None)
        for words, edges in ((title, low), (title, high), (title, None), (" ", band("[0, 5]")))
    ]
    assert " ".join(one.name for one in found) == fits
