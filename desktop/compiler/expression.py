"""How doses are never written in our own prose, each with the reason: forms that have been misread at the bedside.

After ISMP's list of error-prone abbreviations and the NHS's rules for expressing doses.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_UNIT = (
    r"(?:kg|mg|mL|mmol|g|L|mcg|[µμ]g|microgram(?:s|mes?)?|IU|(?:million )?units?|"
    r"h|hr|hrs|hours?|min|mins|minutes?|days?)\b"
)
_ANY_CASE = re.ASCII | re.IGNORECASE
_NUMBER = r"\d(?:[\d,]*\d)?(?:\.\d+)?"
_COMPARED = r"(?:[<>]=?|=[<>]|[≤≥≦≧⩽⩾＜＞])"

_ONE_LINE = 'Write one line with its total: "ceftazidime 2 g and avibactam 0.5 g (2.5 g in total)"'
_DRUG_BEGINNINGS = "ceft|azt|avib|cefid|polym|colis|merop|imip|vabor|releb"


class Rule(NamedTuple):
    """A form that is refused, and what is written in its place."""

    pattern: re.Pattern[str]
    instead: str


def _rule(pattern: str, instead: str, flags: re.RegexFlag = re.ASCII) -> Rule:
    return Rule(re.compile(pattern, flags), instead)


RULES = (
    _rule(r"\bq\.? ?\d{1,2} ?(?:h(?:rs?|ours?)?\b|(?![\w.]))", 'Write "every 8 hours".', _ANY_CASE),
    _rule(
        r"\b(?:b\.?i?\.?d|o\.?d|t\.?i\.?d|q\.?i\.?d|q\.?o\.?d|t\.?d\.?s|q\.?d\.?s?)\b",
        'Write "every 8 hours".',
        _ANY_CASE,
    ),
    _rule(
        rf"(?<![A-Za-z\d.,-]){_NUMBER}[ -]?(?:h|hrs?|hrly|hourly)\b",
        'Write "every 8 hours": h has been read as a digit.',
        _ANY_CASE,
    ),
    _rule(rf"\d\.\d*0(?= ?(?:(?:to|or|[-–—]) ?{_NUMBER} ?)?{_UNIT})", 'Write "1 mg": 1.0 has been read as 10.'),
    _rule(rf"{_NUMBER} ?[–—] ?{_NUMBER} ?{_UNIT}", 'Write "2 to 2.5 g": a dash has been read as a minus.'),
    _rule(rf"{_NUMBER} ?{_UNIT} ?[x×*] ?\d+", 'Write how often in words: "every 8 hours", "3 times a day".', _ANY_CASE),
    _rule(
        rf"{_NUMBER} ?{_UNIT} (?:p\.?o|i\.?v|i\.?m|s\.?c|p\.?r\.?n|stat)\b",
        'Write the route in words: "by mouth", "into a vein".',
        _ANY_CASE,
    ),
    _rule(r"(?<![\w.)])\.\d+", 'Write "0.5": .5 has been read as 5.'),
    _rule(rf"(?<![A-Za-z\d-]){_NUMBER}{_UNIT}", 'Write a space before the unit: "2 g".'),
    _rule(
        rf"(?:{_COMPARED}|/) ?{_NUMBER}|{_NUMBER} ?(?:{_COMPARED}|/)",
        'Write words beside digits: "more than 50", "9 of 21", "per kg".',
    ),
    _rule(r"\b(?:g|mg|micrograms?|units?) ?/ ?(?:kg|m2|dose|day|d|h)\b", 'Write "per kg", "per day".'),
    _rule(rf"{_NUMBER} ?(?:million )?(?:M?IU|MU|U)\b|\bM?IU\b", 'Write "units" in full.'),
    _rule(rf"{_NUMBER} ?u\b", 'Write "units" in full: u has been read as 0.'),
    _rule(rf"{_NUMBER} ?(?:cc|gms?|mgs|mls|kgs)\b", 'Write "mL", "g", "mg" or "kg".', _ANY_CASE),
    _rule(r"[µμ]g\b|\bmcg\b|\bug\b", 'Write "microgram" in full.'),
    _rule(rf"(?<![\d.,])\d{{4,}}(?:\.\d+)? ?{_UNIT}", 'Write a comma from 1,000: "1,250 mg".'),
    _rule(rf"(?<![\d.,])\d{{1,3}} \d{{3}}(?= ?{_UNIT})", 'Write a comma from 1,000: "1,250 mg".'),
    _rule(r"(?<![\w.,])\d+,(?:\d\d?|\d{4,})(?![\d,])", 'Write "2.5": a comma stands between thousands only.'),
    _rule(rf"\w+-\w+bactam\W{{1,3}}{_NUMBER} ?m?g\b(?! in total)", f"{_ONE_LINE}.", _ANY_CASE),
    _rule(
        rf"{_NUMBER} ?m?g (?:and|with|plus) \w+bactam {_NUMBER} ?m?g\b(?! \({_NUMBER} ?m?g in total\))",
        f"{_ONE_LINE}.",
        _ANY_CASE,
    ),
    _rule(r"\b[A-Za-z]{5,}-avi\b", "Write the drug's name in full."),
    _rule(rf"\b(?:{_DRUG_BEGINNINGS})\w*(?:…|\.\.\.)", "Write the drug's name in full, never cut.", _ANY_CASE),
    _rule(r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b", 'Write the 24-hour clock: "15:30".', _ANY_CASE),
    _rule(r"\b\d{4}-\d\d-\d\d\b", 'Write the date as "1-Mar-2026".'),
    _rule(r"(?<!-)\bsafe\b", 'Say what the source says; nothing is called "safe".', _ANY_CASE),
    _rule(r"\bapproved for (?:this|the|your) patient\b", "Say which label row it is; it approves nothing.", _ANY_CASE),
)
_DRUG_IN_FULL = "Write the drug's name in full: abbreviations have been misread."
# Two capitals together, such as CAZ-AVI; or one short word, such as cazavi.
_ABBREVIATION = re.compile(r"[A-Z]{2}|^\w{1,7}$", re.ASCII)


def is_abbreviation(alias: str) -> bool:
    """Whether another name of a drug is one that may be misread, and not a name in full."""
    return _ABBREVIATION.search(alias) is not None


def abbreviation_rules(aliases: Sequence[str]) -> list[Rule]:
    """Rules against drug abbreviations, which are search words only; an alias that is a name in full is let be."""
    return [
        _rule(rf"(?<![\w-]){re.escape(alias)}(?![\w-])", _DRUG_IN_FULL, _ANY_CASE)
        for alias in sorted(set(aliases), key=lambda alias: (-len(alias), alias))
        if is_abbreviation(alias)
    ]


def unsafe_expressions(text: str, rules: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    """Every form that is refused, as it stands in the text, and what to write instead."""
    yield from ((found, instead) for _, found, instead in unsafe_places(text, rules))


def unsafe_places(text: str, rules: Sequence[Rule]) -> Iterator[tuple[int, str, str]]:
    """The same with the place in the text at which each begins."""
    for rule in rules:
        for found in rule.pattern.finditer(text):
            yield found.start(), found.group().strip(), rule.instead
