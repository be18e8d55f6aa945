"""Every value of the domain is frozen and has no room for what was never declared."""

import importlib
import inspect
import pkgutil
from dataclasses import FrozenInstanceError, fields, is_dataclass
from enum import Enum

import pytest

import desktop.domain

MODULES = sorted(found.name for found in pkgutil.iter_modules(desktop.domain.__path__))
VALUES = [
    value
    for name in MODULES
    for value in vars(importlib.import_module(f"desktop.domain.{name}")).values()
    if inspect.isclass(value) and is_dataclass(value) and value.__module__ == f"desktop.domain.{name}"
]
# The one that is filled in while a form is read, and never leaves the function that made it.
GROWING = {"_Reader"}
MANY = 8
# Two of its few texts next to each other would be taken for one another.
MADE_BY_NAMES = {"Section", "Term"}
MADE_BY_ORDER = {"Dose", "Effect", "KidneyFunction"}
OTHERS = [
    value
    for name in MODULES
    for value in vars(importlib.import_module(f"desktop.domain.{name}")).values()
    if inspect.isclass(value) and not is_dataclass(value) and value.__module__ == f"desktop.domain.{name}"
]


@pytest.mark.parametrize("value", OTHERS, ids=lambda value: value.__qualname__)
def test_what_is_no_value_is_a_name_an_error_or_a_shape(value: type) -> None:
    assert issubclass(value, Enum | Exception) or getattr(value, "_is_protocol", False)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__qualname__)
def test_a_value_has_slots_for_its_fields_and_for_nothing_else(value: type) -> None:
    assert set(vars(value)["__slots__"]) == {field.name for field in fields(value)}


@pytest.mark.parametrize(
    "value", [v for v in VALUES if v.__name__ not in GROWING], ids=lambda value: value.__qualname__
)
def test_a_value_cannot_be_changed_once_it_was_made(value: type) -> None:
    made: object = object.__new__(value)
    name = fields(value)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(made, name, None)


@pytest.mark.parametrize(
    "value",
    [v for v in VALUES if v.__name__ in MADE_BY_NAMES or (len(fields(v)) >= MANY and v.__name__ not in MADE_BY_ORDER)],
    ids=lambda value: value.__qualname__,
)
def test_a_value_of_many_fields_is_made_by_their_names_so_that_no_two_change_places(value: type) -> None:
    assert all(field.kw_only for field in fields(value))
