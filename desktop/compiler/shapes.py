"""Authored tables into forms, with every departure from the form as a fault."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from desktop.compiler.authored import Authored
from desktop.compiler.faults import Fault
from desktop.compiler.places import place_words

Form = TypeVar("Form", bound=Authored)

_SEE = "See resources/library/FORMAT.md."
_WORDS = {
    "missing": ("it is missing", "Add it; resources/library/FORMAT.md shows its form."),
    "string_type": ("it is not text", "Write it in quotes."),
    "bool_type": ("it is neither true nor false", "Write true or false, without quotes."),
    "int_type": ("it is not a whole number", "Write digits without quotes."),
    "tuple_type": ("it is not a list", 'Write it in brackets, such as ["..."], and tables as [[name]].'),
    "greater_than_equal": ("it is too small to be meant", "Correct the number."),
    "less_than_equal": ("it is too large to be meant", "Correct the number."),
    "dict_type": ("it is not a table", _SEE),
    "model_type": ("it is not a table", _SEE),
}


def shaped(form: type[Form], table: Mapping[str, Any], file: str, place: str = "") -> Form | list[Fault]:
    """The table in its form, or everything that keeps it from it."""
    try:
        return form.model_validate(table)
    except ValidationError as error:
        return [_fault(form, details, table, file, place) for details in error.errors()]


def _fault(form: type[Authored], details: ErrorDetails, table: Mapping[str, Any], file: str, place: str) -> Fault:
    steps = details["loc"]
    what, remedy = _words(form, details)
    unknown = details["type"] == "extra_forbidden"
    inside = place_words(table, steps[:-1] if unknown else steps) if len(steps) > unknown else ""
    return Fault(file, ", ".join(part for part in (place, inside) if part) or "the whole file", what, remedy)


def _words(form: type[Authored], details: ErrorDetails) -> tuple[str, str]:
    """What is wrong and what to do, for one error of pydantic's."""
    context = details.get("ctx", {})
    match details["type"]:
        case "unfit":
            return context["what"], context["remedy"]
        case "extra_forbidden":
            return _unknown_key(form, str(details["loc"][-1]))
        case "enum":
            expected = context["expected"].replace(" or ", ", ").replace("'", "")
            return f'"{details["input"]}" is not one of {expected}', "Use one of these words."
        case known if known in _WORDS:
            return _WORDS[known]
    return details["msg"][:1].lower() + details["msg"][1:], _SEE


def _unknown_key(form: type[Authored], key: str) -> tuple[str, str]:
    near = get_close_matches(key, sorted(_keys(form)), n=1)
    return f'there is no key "{key}" here', f'Did you mean "{near[0]}"?' if near else f"Take it out. {_SEE}"


def _keys(form: type[Authored]) -> set[str]:
    """Every key of a form and of the forms inside it."""
    found: set[str] = set()
    waiting: list[type[Authored]] = [form]
    while waiting:
        fields = waiting.pop().model_fields
        found |= {field.alias or name for name, field in fields.items()}
        waiting += [inner for field in fields.values() for inner in _forms_in(field.annotation)]
    return found


def _forms_in(annotation: object) -> list[type[Authored]]:
    """The forms named anywhere inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Authored):
        return [annotation]
    return [form for inner in getattr(annotation, "__args__", ()) for form in _forms_in(inner)]
