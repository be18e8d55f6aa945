"""Error ids: the same fault has the same id, and no id is made of a value."""

import pytest

from desktop.health.error_ids import error_id, raised_in


def fault(value: object) -> Exception:
    """A fault that was raised here, about a value."""
    try:
        raise ValueError(f"weight {value} kg")
    except ValueError as error:
        return error


@pytest.mark.hazard("H21")
def test_the_same_fault_has_the_same_id_whatever_the_value() -> None:
    assert error_id(fault(70)) == error_id(fault(71))


def test_another_place_has_another_id() -> None:
    with pytest.raises(ValueError, match="70") as caught:
        raise ValueError("weight 70 kg")
    assert error_id(caught.value) != error_id(fault(70))


def test_an_id_is_short_and_plain() -> None:
    assert len(error_id(fault(70))) == 8
    assert error_id(fault(70)).isalnum()


def test_the_room_that_a_fault_came_from_is_known() -> None:
    assert raised_in(fault(70), __name__)
    assert not raised_in(fault(70), "desktop.content")
    assert not raised_in(ValueError("never raised"), __name__)
