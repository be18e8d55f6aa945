"""A line of the checklist stays open until it is ticked or put aside with a reason."""

from desktop.domain.regimen import ChecklistItem, Relevance, checked, checklist
from desktop.domain.ticking import Mark, open_items, progress_words
from tests.domain.test_regimen import PITFALLS


def _items() -> tuple[ChecklistItem, ...]:
    return checklist(checked(PITFALLS, {}), {})


def test_open_lines_are_those_without_a_mark_in_the_order_of_the_checklist() -> None:
    left = open_items(_items(), {"second": Mark(), "fifth": Mark("not given")})
    assert [item.pitfall.id for item in left] == ["first", "third", "fourth"]
    assert {item.relevance for item in left} == {Relevance.OPEN}
    assert open_items(_items(), {}) == _items()


def test_progress_counts_ticks_and_reasons_apart() -> None:
    assert progress_words({}, 5) == "0 ticked, of 5"
    assert progress_words({"a": Mark(), "b": Mark("no")}, 5) == "1 ticked, 1 not applicable, of 5"
    assert progress_words({"a": Mark(), "b": Mark(), "c": Mark(), "d": Mark("no")}, 5) == (
        "3 ticked, 1 not applicable, of 5"
    )
