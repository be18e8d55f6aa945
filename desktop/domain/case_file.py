"""A case file: the `inputs` object of `dose` together with the options of `check`, by the names of the contract."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.domain.case_reading import TypedCase
from desktop.domain.intake import Refused
from desktop.domain.patient import CreatinineUnit, Typed
from desktop.domain.refusal import InputFault

FIGURES = {
    "age": "age",
    "age_months": "age_months",
    "weight_kg": "weight",
    "height_cm": "height",
    "creatinine_mg_dl": "creatinine",
    "crcl_ml_min": "clearance",
    "effluent_l_h": "effluent",
}
_FIGURE_WORDS = {"sex": "sex", "dialysis": "dialysis", "weight_used": "weight_used"}
_WORDS = ("site", "species", "infusions", "load")
_LISTS = ("drugs", "enzymes", "allergies", "available")
MOST_DECIMALS = 6
_UNSTEADY = "unstable_creatinine"
KEYS = (*FIGURES, *_FIGURE_WORDS, _UNSTEADY, *_LISTS, *_WORDS)


def typed_case(data: object) -> TypedCase | Refused:
    """What a case file says, still to be read like what is typed; an unknown key is refused by its name."""
    if not isinstance(data, Mapping):
        message = "A case file is one JSON object, such as the inputs object of: wardlight dose --json"
        return Refused((InputFault("case", "case", message),))
    faults = [_unknown(str(key)) for key in data if key not in KEYS]
    given = {key: value for key, value in data.items() if key in KEYS and value is not None}
    figures = {field: _figure(given, key, faults) for key, field in FIGURES.items()}
    words = {field: _word(given, key, faults) for key, field in _FIGURE_WORDS.items()}
    unit = CreatinineUnit.MG_DL.value if figures["creatinine"] else ""
    unsteady = _flag(given, _UNSTEADY, faults)
    lists = {key: _list(given, key, faults) for key in _LISTS}
    plans = {key: _word(given, key, faults) for key in _WORDS}
    if faults:
        return Refused(tuple(faults))
    return TypedCase(
        figures=Typed(**figures, **words, creatinine_unit=unit, unstable_creatinine=unsteady),
        drugs=lists["drugs"],
        enzymes=lists["enzymes"],
        allergies=lists["allergies"],
        available=lists["available"] if "available" in given else None,
        **plans,
    )


def _unknown(key: str) -> InputFault:
    shown = key[:40]
    return InputFault("case-key", shown, f'There is no key "{shown}" in a case file. There is: {", ".join(KEYS)}.')


def _figure(given: Mapping[str, object], key: str, faults: list[InputFault]) -> str:
    """A figure as it would be typed: JSON numbers are written out, text is read like a field."""
    value = given.get(key, "")
    if isinstance(value, str):
        return value
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        number = Decimal(str(value))
        return _written(number) if number.is_finite() else str(value)
    faults.append(InputFault(key, key, f"{key}: write a number."))
    return ""


def _written(number: Decimal) -> str:
    """A number as it would be typed: at most as many decimals as a field takes, and no exponent."""
    if -int(number.as_tuple().exponent) > MOST_DECIMALS:
        number = number.quantize(Decimal(1).scaleb(-MOST_DECIMALS))
    return f"{number:f}"


def _word(given: Mapping[str, object], key: str, faults: list[InputFault]) -> str:
    value = given.get(key, "")
    if isinstance(value, str):
        return value
    faults.append(InputFault(key, key, f"{key}: write one word in quotes."))
    return ""


def _flag(given: Mapping[str, object], key: str, faults: list[InputFault]) -> bool:
    value = given.get(key, False)
    if isinstance(value, bool):
        return value
    faults.append(InputFault(key, key, f"{key}: write true or false."))
    return False


def _list(given: Mapping[str, object], key: str, faults: list[InputFault]) -> tuple[str, ...]:
    value = given.get(key, ())
    if isinstance(value, list | tuple) and all(isinstance(word, str) for word in value):
        return tuple(value)
    faults.append(InputFault(key, key, f'{key}: write a list of words, such as ["ndm"].'))
    return ()
