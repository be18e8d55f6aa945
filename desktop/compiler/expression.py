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


class Rule(NamedTuple):
    """A form that is refused, and what is written in its place."""

    pattern: re.Pattern[str]
    instead: str


def _rule(pattern: str, instead: str, flags: re.RegexFlag = re.ASCII) -> Rule:
    return Rule(re.compile(pattern, flags), instead)


RULES = (
    _rule(r"\bq\.? ?\d{1,2} ?(?:h(?:rs?|ours?)?\b|(?![\w.]))", 'Write "every 8 hours".', _ANY_CASE),
    _rule(r"\b(?:b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|t\.?d\.?s|q\.?d\.?s)\b", 'Write "every 8 hours".', _ANY_CASE),
    _rule(rf"\d\.\d*0(?= ?(?:to {_NUMBER} ?|or {_NUMBER} ?)?{_UNIT})", 'Write "1 mg": 1.0 has been read as 10.'),
    _rule(r"(?<![\w.)])\.\d+", 'Write "0.5": .5 has been read as 5.'),
    _rule(rf"(?<![A-Za-z\d-]){_NUMBER}{_UNIT}", 'Write a space before the unit: "2 g".'),
    _rule(rf"[<>≤≥/] ?{_NUMBER}|{_NUMBER} ?[<>≤≥/]", 'Write words beside digits: "more than 50", "9 of 21", "per kg".'),
    _rule(r"\b(?:g|mg|micrograms?|units?) ?/ ?(?:kg|m2|dose|day|d|h)\b", 'Write "per kg", "per day".'),
    _rule(rf"{_NUMBER} ?(?:million )?(?:M?IU|MU|U)\b|\bM?IU\b", 'Write "units" in full.'),
    _rule(r"[µμ]g\b|\bmcg\b|\bug\b", 'Write "microgram" in full.'),
    _rule(rf"(?<![\d.,])\d{{4,}}(?:\.\d+)? ?{_UNIT}", 'Write a comma from 1,000: "1,250 mg".'),
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
    for rule in rules:
        for found in rule.pattern.finditer(text):
            yield found.group().strip(), rule.instead
