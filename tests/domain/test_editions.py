"""What changed between two editions, and whether it matters to treatment."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.editions import Change, Weight, changes_between, fields_of, has_clinical
from desktop.domain.provenance import Source, Verification
from desktop.domain.quantity import Amount

TEXT = {("statement", "one"): {"text": "Give it.", "html": "<p>Give it.</p>"}}


def test_equal_editions_have_no_change() -> None:
    assert changes_between(TEXT, TEXT) == ()
    assert not has_clinical(())


def test_a_changed_text_is_clinical_and_its_rendering_is_not_told_twice() -> None:
    new = {("statement", "one"): {"text": "Do not give it.", "html": "<p>Do not give it.</p>"}}
    changes = changes_between(TEXT, new)
    assert changes == (Change("statement", "one", "text", "Give it.", "Do not give it.", Weight.CLINICAL),)
    assert has_clinical(changes)
    assert [change.field for change in changes_between(new, TEXT)] == ["text"]


def test_words_that_were_typed_twice_are_no_change() -> None:
    again = "".join(["Give", " it."])
    assert changes_between(TEXT, {("statement", "one"): {"text": again, "html": f"<p>{again}</p>"}}) == ()


def test_a_rendering_is_told_where_its_words_were_only_typed_again() -> None:
    again = {("statement", "one"): {"text": "".join(["Give", " it."]), "html": "<p><b>Give it.</b></p>"}}
    assert [change.field for change in changes_between(TEXT, again)] == ["html"]


def test_a_changed_rendering_of_the_same_words_is_editorial() -> None:
    new = {("statement", "one"): {"text": "Give it.", "html": "<p><b>Give it.</b></p>"}}
    (change,) = changes_between(TEXT, new)
    assert (change.field, change.severity) == ("html", Weight.EDITORIAL)
    assert not has_clinical((change,))


def test_what_came_and_what_went_is_told_whole() -> None:
    came, went = {("dose", "a"): {"text": "1"}}, {("reference", "r"): {"title": "T"}}
    changes = changes_between(went, came)
    assert [(change.kind, change.old, change.new, change.severity) for change in changes] == [
        ("dose", None, "text: 1", Weight.CLINICAL),
        ("reference", "title: T", None, Weight.EDITORIAL),
    ]


def test_a_field_that_came_or_went_has_nothing_on_the_other_side() -> None:
    old, new = {("dose", "a"): {"x": "1"}}, {("dose", "a"): {"y": "2"}}
    assert [(change.field, change.old, change.new) for change in changes_between(old, new)] == [
        ("x", "1", None),
        ("y", None, "2"),
    ]


def test_how_far_a_reference_was_checked_is_clinical_and_its_title_is_not() -> None:
    old = {("reference", "r"): {"title": "T", "verification": "secondary"}}
    new = {("reference", "r"): {"title": "U", "verification": "unverified"}}
    weights = {change.field: change.severity for change in changes_between(old, new)}
    assert weights == {"title": Weight.EDITORIAL, "verification": Weight.CLINICAL}


@dataclass(frozen=True)
class _Inner:
    exact: Decimal
    amount: Amount


@dataclass(frozen=True)
class _Outer:
    inner: _Inner | None
    sources: tuple[Source, ...]
    terms: frozenset[str]
    yes: bool
    nothing: str | None
    left: int = 1


def test_every_field_of_a_value_is_told_in_words() -> None:
    source = Source("ref", "Table 3", Verification.SECONDARY)
    inner = _Inner(Decimal("1250.5"), Amount(Decimal(1), Decimal(2)))
    value = _Outer(inner, (source, source), frozenset({"b", "a"}), yes=False, nothing=None)
    assert fields_of(value, without={"left"}) == {
        "inner.exact": "1,250.5",
        "inner.amount": "1 to 2",
        "sources": "ref, Table 3, secondary; ref, Table 3, secondary",
        "terms": "a, b",
        "yes": "no",
    }
