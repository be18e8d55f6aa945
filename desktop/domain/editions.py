"""Two editions compared field by field, so that nobody has to guess what an update changes."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.quantity import Amount, plain

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

NO_CLINICAL_CHANGE = "No clinical change."
_WHOLE = "whole entry"


class Weight(StrEnum):
    """Whether a change can alter what a reader does, or only how it reads."""

    CLINICAL = "clinical"
    EDITORIAL = "editorial"


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs; `old` or `new` is None where there is nothing on that side."""

    kind: str
    id: str
    field: str
    old: str | None
    new: str | None
    severity: Weight


Key = tuple[str, str]
"""The kind of an entry, such as "dose", and its id."""
Entries = Mapping[Key, Mapping[str, str]]
"""Every entry of an edition with its fields in words."""

# What never alters what a reader does: whole kinds, and fields of the others. The rest counts as clinical.
_EDITORIAL_KINDS = ("answer", "edition", "topic", "page", "reference")
_CLINICAL_ALL_THE_SAME = {("reference", "verification"), ("reference", "type"), ("answer", "not_covered")}
_CLINICAL_ALL_THE_SAME |= {("answer", "parts"), ("edition", "review.status"), ("topic", "review.status")}
_EDITORIAL_FIELDS = {
    "statement": ("html", "plain.html", "plain.roles", "place", "subheading", "foreground", "corrects"),
    "pitfall": ("claims",),
    "drug": ("brands", "aliases"),
    "term": ("names", "kind", "name"),
    "claim": ("section", "article_citations", "statements"),
}


def changes_between(old: Entries, new: Entries) -> tuple[Change, ...]:
    """Every field that differs: clinical ones first, then by kind and id."""
    found = [change for key in {*old, *new} for change in _changes_of(key, old.get(key), new.get(key))]
    return tuple(sorted(found, key=lambda change: (change.severity, change.kind, change.id, change.field)))


def has_clinical(changes: tuple[Change, ...]) -> bool:
    """Whether one of the changes can alter what a reader does."""
    return any(change.severity is Weight.CLINICAL for change in changes)


def _changes_of(key: Key, old: Mapping[str, str] | None, new: Mapping[str, str] | None) -> Iterator[Change]:
    kind, name = key
    if old is None or new is None:
        weight = Weight.EDITORIAL if kind in _EDITORIAL_KINDS else Weight.CLINICAL
        was, now = (None if entry is None else _whole(entry) for entry in (old, new))
        yield Change(kind, name, _WHOLE, was, now, weight)
        return
    for field in sorted({*old, *new}):
        if old.get(field) != new.get(field) and not _is_rendering_of_change(field, old, new):
            yield Change(kind, name, field, old.get(field), new.get(field), _weight(kind, field))


def _is_rendering_of_change(field: str, old: Mapping[str, str], new: Mapping[str, str]) -> bool:
    """Whether a field is only the HTML of words whose change is told by itself."""
    words = f"{field.removesuffix('html')}text"
    return field.endswith("html") and old.get(words) != new.get(words)


def _whole(entry: Mapping[str, str]) -> str:
    return "; ".join(f"{field}: {words}" for field, words in entry.items() if not field.endswith("html"))


def _weight(kind: str, field: str) -> Weight:
    if (kind, field) in _CLINICAL_ALL_THE_SAME:
        return Weight.CLINICAL
    editorial = kind in _EDITORIAL_KINDS or field in _EDITORIAL_FIELDS.get(kind, ())
    return Weight.EDITORIAL if editorial else Weight.CLINICAL


def fields_of(value: "DataclassInstance", *, without: AbstractSet[str] = frozenset()) -> dict[str, str]:
    """Every field of a value in words, those of a value inside it as `outer.inner`; what is not there is left out."""
    return {path: words for path, words in _fields(value, "") if words and path not in without}


def _fields(value: "DataclassInstance", path: str) -> Iterator[tuple[str, str]]:
    for field in fields(value):
        inner = getattr(value, field.name)
        here = f"{path}{field.name}"
        if is_dataclass(inner) and not isinstance(inner, Amount | type):
            yield from _fields(inner, f"{here}.")
        elif isinstance(inner, Mapping):
            yield from ((f"{here}.{key}", _words(held)) for key, held in inner.items())
        else:
            yield here, _words(inner)


def _words(value: object) -> str:
    """A value in words that differ wherever the value does."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Amount):
        return value.text()
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(_words, value)))
    if isinstance(value, tuple):
        return "; ".join(map(_words, value))
    if is_dataclass(value) and not isinstance(value, type):
        return ", ".join(filter(None, (_words(getattr(value, field.name)) for field in fields(value))))
    return str(value)
