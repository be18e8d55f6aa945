"""What a question says of a clearance lies between two edges: a row is for it where the row holds all of that."""

from decimal import Decimal

import pytest

from desktop.domain.drugs import AgeBand
from desktop.domain.search_figures import UNKNOWN, Span, compared_said, exactly, span_said
from desktop.domain.search_fit import Fit, PatientAsked
from desktop.domain.search_query import read_query
from tests.domain.builders import band

_TITLE = " creatinin cleara "


def _span(typed: str) -> Span:
    query = read_query(typed)
    return span_said(query, [at for at, word in enumerate(query.words) if word.letters.isdigit()])


def _edge(figure: str, place: int = 0) -> tuple[Decimal, int]:
    return (Decimal(figure), place)


_ABOVE, _BELOW = UNKNOWN.high, UNKNOWN.low


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("crcl 15", _edge("15"), _edge("15")),
        ("crcl = 15", _edge("15"), _edge("15")),
        ("crcl ~15", _edge("15"), _edge("15")),
        *((f"crcl {less} 15", _BELOW, _edge("15", -1)) for less in ("<", "less than", "below", "under", "lower than")),
        *((f"crcl {less} 15", _BELOW, _edge("15")) for less in ("<=", "=<", "≤", "up to", "at most")),
        ("crcl less than or equal to 15", _BELOW, _edge("15")),
        ("crcl now below about 15", _BELOW, _edge("15", -1)),
        *((f"crcl {more} 15", _edge("15", 1), _ABOVE) for more in (">", "more than", "above", "over", "greater than")),
        *((f"crcl {more} 15", _edge("15"), _ABOVE) for more in (">=", "=>", "≥", "at least")),
        *((f"crcl 15 {more}", _edge("15"), _ABOVE) for more in ("or more", "or above", "ml/min or greater", "+")),
        *((f"crcl 15 {less}", _BELOW, _edge("15")) for less in ("or less", "and below", "ml per min or lower")),
        ("crcl 31 to 50", _edge("31"), _edge("50")),
        ("crcl 50-31", _edge("31"), _edge("50")),
        ("crcl more than 30 to less than or equal to 50", _edge("30", 1), _edge("50")),
        ("crcl less than 30 to 10", _edge("10"), _edge("30", -1)),
        ("crcl >30, <50", _edge("30", 1), _edge("50")),
        ("crcl was 60 now 20", _edge("20"), _edge("60")),
        *((f"crcl 60 {arrow} 20", _edge("20"), _edge("60")) for arrow in ("->", "=>", ">", "→")),
        ("crcl <20 now 60", _BELOW, _edge("60")),
        ("crcl 20 now > 60", _edge("20"), _ABOVE),
        ("crcl 20 to 30 or more", _edge("20"), _ABOVE),
        ("crcl 20 to 30 ml/min or less", _edge("20"), _edge("30")),
        ("crcl less dry 15", _edge("15"), _edge("15")),
    ],
)
def test_a_comparison_leaves_the_other_end_open_or_names_it(
    typed: str, low: tuple[Decimal, int], high: tuple[Decimal, int]
) -> None:
    assert _span(typed) == Span(low, high)


@pytest.mark.parametrize(
    "typed",
    ["crcl not less than 15", "crcl no more than 15", "crcl isn't < 15", "15 < crcl", "crcl 15 >", "crcl <15 or more"],
)
def test_of_a_comparison_that_nobody_can_tell_nothing_is_known(typed: str) -> None:
    assert _span(typed) == UNKNOWN
    assert span_said(read_query("crcl"), []) == UNKNOWN


@pytest.mark.parametrize(
    "typed",
    [
        *("crcl 12O", "crcl 3o", "crcl 1OO", "crcl 2O0", "crcl 1e2", "crcl 5,O", "crcl 5.o", "crcl 40ish"),
        *("crcl 2 0", "crcl 12  0", "5 0 crcl", "crcl <2 0", "crcl 4 0 ml/min"),
    ],
)
def test_a_figure_in_pieces_or_with_letters_that_are_no_unit_is_no_figure(typed: str) -> None:
    assert _span(typed) == UNKNOWN


@pytest.mark.parametrize(
    "typed", ["40ml/min", "crcl 40mL", "40mls/min", "40mlmin", "40millilitres", "crcl 40, weight", "40.Weight"]
)
def test_a_unit_that_is_written_together_with_a_figure_leaves_it_whole(typed: str) -> None:
    assert _span(typed) == exactly(Decimal(40))


def test_a_sign_at_the_very_end_compares_with_nothing_however_long_the_question_is() -> None:
    assert _span(f"crcl{' ' * 300}15 >") == UNKNOWN
    assert _span(f"crcl{' ' * 300}15") == exactly(Decimal(15))


def test_any_clearance_lies_above_nothing_and_below_no_end() -> None:
    assert (UNKNOWN.low, UNKNOWN.high) == (_edge("0", 1), _edge("Infinity"))


@pytest.mark.parametrize(
    ("edges", "fit"),
    [("[0, 15)", Fit.YES), ("(0, 15)", Fit.YES), ("[0.5, 15)", Fit.OPEN), ("[1, 15)", Fit.OPEN), ("(15, )", Fit.NO)],
)
def test_below_a_figure_lies_whatever_is_above_nothing(edges: str, fit: Fit) -> None:
    assert PatientAsked(clearance=_span("crcl below 15")).fit(_TITLE, band(edges), None) is fit


@pytest.mark.parametrize(
    ("span", "fits"),
    [
        (Span(_BELOW, _edge("15", -1)), "YES YES NO NO YES"),
        (Span(_BELOW, _edge("15")), "OPEN YES OPEN NO YES"),
        (Span(_BELOW, _edge("16")), "OPEN OPEN OPEN OPEN YES"),
        (Span(_edge("15"), _edge("29")), "NO OPEN YES OPEN YES"),
        (Span(_edge("15", 1), _edge("30")), "NO NO OPEN YES YES"),
        (Span(_edge("30", 1), _ABOVE), "NO NO NO NO YES"),
        (Span(_edge("29"), _ABOVE), "NO NO OPEN OPEN YES"),
        (exactly(Decimal(15)), "NO YES YES NO YES"),
        (UNKNOWN, "OPEN OPEN OPEN OPEN YES"),
    ],
)
def test_a_row_is_for_a_span_that_it_holds_whole_and_open_for_one_of_which_it_holds_some(span: Span, fits: str) -> None:
    patient = PatientAsked(clearance=span)
    bands = [band(edges) for edges in ("[0, 15)", "[0, 15]", "[15, 30)", "(15, 30]", "[0, )")]
    assert " ".join(patient.fit(_TITLE, one, None).name for one in bands) == fits


def test_no_row_of_a_child_of_unknown_age_is_chosen_by_its_clearance() -> None:
    row, ages = band("(15, 30]"), AgeBand(24, 216)
    clearance = exactly(Decimal(20))
    assert PatientAsked(is_child=True, clearance=clearance).fit(_TITLE, row, ages) is Fit.OPEN
    assert PatientAsked(is_child=True, months=24, clearance=clearance).fit(_TITLE, row, ages) is Fit.YES
    assert PatientAsked(is_child=True, clearance=exactly(Decimal(31))).fit(_TITLE, row, ages) is Fit.NO


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("less than 15", [2]),
        ("<15", [0]),
        ("15", []),
        ("15 to 29", []),
        ("crcl 40, mic <2", []),
        ("less than 70 kg", []),
        ("more than 9 g", []),
    ],
)
def test_a_comparison_is_one_where_nothing_that_is_named_takes_its_figure(typed: str, places: list[int]) -> None:
    assert compared_said(read_query(typed)) == places


def test_a_comparison_without_a_name_puts_back_rows_that_do_not_hold_it_and_brings_none_forward() -> None:
    patient = PatientAsked(compared=Span(UNKNOWN.low, (Decimal(15), -1)))
    assert patient.looks_at_rows
    assert not patient.chooses_rows
    assert patient.fit(_TITLE, band("[15, 29]"), None) is Fit.NO
    assert patient.fit(_TITLE, band("[0, 15)"), None) is Fit.ANY
    assert patient.fit(_TITLE, None, None) is Fit.ANY
