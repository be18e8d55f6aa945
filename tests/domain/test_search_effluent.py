"""An effluent rate is read from a question only where figure, unit and word for it leave no doubt."""

from decimal import Decimal

import pytest

from desktop.domain.search_effluent import EffluentSaid, effluent_said
from desktop.domain.search_query import read_query


@pytest.mark.parametrize(
    ("typed", "rate"),
    [
        ("effluent 2.5 l/h", "2.5"),
        ("effluent 2.5 L/hr kpc", "2.5"),
        ("crrt effluent rate of 1.8 l per hour", "1.8"),
        ("effluent flow is 3 litres an hour", "3"),
        ("effluent rate: 3,6 L/h", "3.6"),
        ("effluent at 2000 ml/h", "2"),
        ("effluent 2,050 mls/hrs", "2.05"),
        ("crrt 2 l/h effluent", "2"),
        ("2 liters/h of effluent", "2"),
        ("effluent 0.5 l/h", "0.5"),
        ("effluent 6 l/h", "6"),
        ("meropenem and colistin, effluent 2 l/h", "2"),
        ("effluent 2 l/h, meropenem and colistin", "2"),
        ("meropenem on CRRT - effluent 2 l/h", "2"),
    ],
)
def test_a_rate_is_read_with_its_unit_in_litres_an_hour(typed: str, rate: str) -> None:
    assert effluent_said(read_query(typed)).l_h == Decimal(rate)


@pytest.mark.parametrize(
    "typed",
    [
        *("effluent", "effluent 2.8", "effluent 2", "effluent 2 l", "effluent 2 ml", "effluent 35 ml/min"),
        *("effluent 35 ml/kg/h", "effluent 2 l/day", "effluent 2 l per 24 h", "crrt 2 l/h", "effluent 2 per"),
        *("effluent 0.4 l/h", "effluent 6.1 l/h", "effluent 2500 l/h", "effluent 2 ml/h", "effluent two l/h"),
        *("effluent <2 l/h", "effluent >4 l/h", "effluent \u2265 4 l/h", "effluent 2-3 l/h", "effluent 2 to 3 l/h"),
        *("effluent 2 l/h to 3 l/h", "effluent 2 l/h or more", "effluent up to 2 l/h", "2 to 3 l/h effluent"),
        *("effluent not 2 l/h", "less than 2 l/h effluent", "effluent unknown, dialysate 2 l/h", "effluent was 2 l/h"),
        *("effluent 2 l/h blood flow 9 l/h", "dialysate 1 l/h effluent 2 l/h", "effluent 2 l per"),
        *("crrt effluent <2 l/h", "crrt effluent 2 l/h or more", "2 l/h effluent or more"),
        *("2 l/h dialysate, effluent unknown", "crrt 2 l/h dialysate effluent"),
    ],
)
def test_what_is_no_single_rate_with_a_unit_is_not_read(typed: str) -> None:
    assert effluent_said(read_query(typed)).l_h is None


def test_no_passage_needs_to_hold_a_rate() -> None:
    assert effluent_said(read_query("crrt effluent 2 l per hour kpc")) == EffluentSaid(
        is_named=True, l_h=Decimal(2), places=frozenset({2, 3, 4, 5})
    )
    assert effluent_said(read_query("effluent 1 l/h, 20 l/h")).places == {1, 2, 3, 4, 5, 6}
    assert effluent_said(read_query("effluent 2")) == EffluentSaid(is_named=True)
    assert effluent_said(read_query("crrt 2 l/h")) == EffluentSaid()
