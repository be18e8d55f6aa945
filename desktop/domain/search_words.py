"""Words as search knows them, in text and query alike: no case, accents or endings, one spelling for both Englishes."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Together these say something else than each word alone: "first-line" is no line, "Gram-positive" no result, and what
# is moderately severe is not severe.
_COMPOUND = r"\b(?:(?:(?:first|second|last)[- ]line|gram[- ](?:positive|negative))s?|moderately[- ]severe)\b"
_WORD = re.compile(rf"{_COMPOUND}|\d+(?:[.,]\d+)*|[^\W\d_]+", re.IGNORECASE)
_GREEK = str.maketrans({"α": "alpha", "β": "beta", "γ": "gamma", "µ": "micro", "μ": "micro"})
# British into American: haemodialysis and hemodialysis, tumour and tumor, colonise and colonize are one word each.
_SPELLINGS = (
    (re.compile("ae|oe"), "e"),
    (re.compile(r"(?<=\w{3})our(?=s?$)"), "or"),
    (re.compile(r"is(?=(?:e|es|ed|ing|ations?)$)"), "iz"),
    (re.compile(r"y[sz](?:is|es|ed|e|ing)$"), "ys"),
)
# An ending, what takes its place, and how many letters must be left before it; the first that fits is taken.
_ENDINGS = (
    ("ibility", "ib", 3),
    ("ability", "ab", 2),
    ("ation", "", 4),
    ("icity", "", 3),
    ("ment", "", 4),
    ("ness", "", 4),
    ("ance", "", 5),
    ("ence", "", 5),
    ("ancy", "", 5),
    ("ency", "", 5),
    ("ical", "", 4),
    ("ible", "ib", 3),
    ("able", "ab", 2),
    ("ant", "", 5),
    ("ent", "", 5),
    ("ity", "", 4),
    ("ion", "", 4),
    ("ial", "", 5),
    ("ure", "", 4),
    ("ate", "", 4),
    ("ing", "", 3),
    ("al", "", 5),
    ("ic", "", 3),
    ("ia", "", 4),
    ("ed", "", 3),
    ("ly", "", 4),
    ("e", "", 3),
    ("y", "", 4),
)
_SHORTEST = 4
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_LEFT_DOUBLED = ("ing", "ed")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or number of a text: where it stands, its letters without case and accents, and its search term."""

    start: int
    end: int
    letters: str
    term: str


def words_in(text: str) -> list[Word]:
    """Every word and number, in order; "OXA48" is two, and so is "OXA-48"."""
    return [Word(found.start(), found.end(), *_read(found.group())) for found in _WORD.finditer(text)]


def terms_in(text: str) -> str:
    """The search terms of a text, one space between two."""
    return " ".join(_read(found)[1] for found in _WORD.findall(text))


@lru_cache(maxsize=32768)
def _read(word: str) -> tuple[str, str]:
    """The letters of a word or number, and its term."""
    if word[0].isdigit():
        number = _number(word)
        return number, number
    letters = plain_letters(word)
    return letters, term_of(letters)


def _number(digits: str) -> str:
    """A number in one form: a comma before three digits only parts thousands."""
    return re.sub(r",(?=\d{3}(?:\D|$))", "", digits).replace(",", ".")


def plain_letters(text: str) -> str:
    """Letters without case and accents, Greek ones in full."""
    split = unicodedata.normalize("NFKD", text.casefold().translate(_GREEK))
    return "".join(letter for letter in split if letter.isalnum())


def term_of(letters: str) -> str:
    """What stands for a word and its kin: "resistant", "resistance" and "resist" have one term."""
    word = letters
    for spelling, instead in _SPELLINGS:
        word = spelling.sub(instead, word)
    if len(word) < _SHORTEST:
        return word
    word = _singular(word)
    for ending, instead, left in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            stem = f"{word.removesuffix(ending)}{instead}"
            return _DOUBLED.sub(r"\1", stem) if ending in _LEFT_DOUBLED else stem
    return word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST:
        return f"{word.removesuffix('ies')}y"
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    # "kidneys" and "days" are plurals, "analys" is what is left of analysis.
    plural = plural and (not word.endswith("ys") or word.endswith(("ays", "eys", "oys")))
    return word.removesuffix("s") if plural else word
