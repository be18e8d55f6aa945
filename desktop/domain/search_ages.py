"""The age in a question: which number is one, and whether a child or an adult is named."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, takewhile

from desktop.domain.dates import MONTHS_A_YEAR
from desktop.domain.patient import ADULT_FROM_MONTHS
from desktop.domain.search_counts import count_of, count_said, is_composed
from desktop.domain.search_numbers import CHILD, has_unit, indexed_said, label_before
from desktop.domain.search_units import MONTHS, WEEKS
from desktop.domain.search_words import Word

_DAYS_A_MONTH = Decimal("30.44")
_DAYS_OF = {"day": 1, "days": 1, **dict.fromkeys(WEEKS, 7)}
_MONTHS_OF = {
    **dict.fromkeys(MONTHS, 1),
    **dict.fromkeys(("year", "years", "yr", "yrs", "y", "yo"), MONTHS_A_YEAR),
}
# A number behind "age" is one of years, but not in "of age, 40 kg".
_NO_YEARS = frozenset({*_MONTHS_OF, *_DAYS_OF, "kg", "kgs", "kilo", "kilos", "lb", "lbs", "cm", "g", "ml", "mls"})
_AGE = frozenset({"age", "aged"})
_SAYS_AGE = _AGE | {"old", "o"}
# So long something has been, or has been over; nobody is that old.
_AGO, _SPAN_AFTER = frozenset({"ago"}), frozenset({"on", "of", "post", "after", "since"})
_SPAN_BEFORE = frozenset({"for", "since", "past", "last", "after", "within", "over"})
_SEXES = frozenset({"female", "male"})
_SEX = _SEXES | {"f", "m", "boy", "girl"}
# Of somebody so young weeks may be those before birth, which are no age.
_NEWBORN = frozenset(
    {
        *("newborn", "newborns", "neonate", "neonates", "neonatal", "preterm", "premature", "prem", "preemie", "term"),
        *("gestation", "gestational", "postmenstrual", "pma", "corrected", "born"),
    }
)
_YEARS_UNSAID = frozenset({"infant", "baby", "newborn", "neonate", "preterm", "premature", "prem", "preemie", "dol"})
_ADULT = frozenset(
    {
        *("adult", "adults", "man", "men", "woman", "women", "lady", "gentleman", "mother", "mum"),
        *("pregnant", "pregnancy", "postpartum", "postnatal"),
    }
)
# Of an infant too, as in "postnatal age".
_AFTER_BIRTH = frozenset({"postnatal"})
_PARENT = frozenset(
    {
        *("mother", "mum", "pregnant", "pregnancy", "postpartum", "breastfeeding", "breastfeeds", "lactating"),
        "lactation",
    }
)
# So long an illness has been too, unless nothing follows but figures or these.
_LONG = frozenset({"year", "years", "month", "months"})
_DOSE = frozenset({"dose", "doses", "dosing", "dosage", "with", "and"})
# Between two numbers these make one figure of them, or a range.
_HUNDREDS = frozenset({"hundred", "thousand"})
_JOINING = _HUNDREDS | {"to", "and", "or", "than", "less", *_MONTHS_OF, *_DAYS_OF}
_PARTING = ",;."
# What may follow somebody's age; whatever else is so old is a thing, as a graft.
_OF_SOMEBODY = frozenset(
    {
        *("on", "in", "who", "has", "needs", "weighing", "weighs", "weight", "wt", "patient", "pt", "person", "crcl"),
        *("egfr", "gfr", "clearance", "creatinine", "normal", "renal", "kidney", "kidneys", "is", "at", "for"),
    }
)
# Behind "1 year old" these say of somebody that dialysis runs; without "old" they may be so long on it.
_DIALYSIS = frozenset(
    {
        *("hd", "ihd", "dialysis", "dialyzed", "dialysed", "haemodialysis", "hemodialysis", "esrd", "eskd", "esrf"),
        *("rrt", "crrt", "krt", "cvvh", "cvvhd", "cvvhdf", "haemofiltration", "hemofiltration", "hdf"),
    }
)
_WARDS = frozenset({"picu", "nicu", "scbu"})
_TWELFTHS, _MOST_MONTHS, _ADULT_YEARS = "12", 24, ADULT_FROM_MONTHS // MONTHS_A_YEAR


@dataclass(frozen=True, slots=True)
class AgeSaid:
    """An age in whole months, None where the unit leaves it open; and the places of the words that say it."""

    months: int | None
    places: frozenset[int]

    @property
    def is_of_child(self) -> bool:
        """Whether it may be the age of a child."""
        return self.months is None or self.months < ADULT_FROM_MONTHS


def age_said(
    text: str, words: Sequence[Word], *, is_told: bool, drugs: Collection[int], figures: Collection[int] = ()
) -> AgeSaid | None:
    """The age that a question names.

    `is_told` says that a child is named, so that "old" can be spared. So can it right behind the name of a drug, of
    which `drugs` are the places, or before all else; elsewhere, or of an adult, so long an illness has been. `figures`
    are the places of figures for the kidneys.
    """
    found = list(_ages(text, words, is_told=is_told, drugs=drugs, figures=figures))
    places = frozenset[int]().union(*(one.places for one in found))
    adult = next((one for one in found if not one.is_of_child), None)
    if adult is not None or not found:
        return adult
    # Of two ages of a child nobody can tell which is meant.
    months, *others = {one.months for one in found}
    return AgeSaid(None if others else months, places)


def _ages(
    text: str, words: Sequence[Word], *, is_told: bool, drugs: Collection[int], figures: Collection[int]
) -> Iterator[AgeSaid]:
    is_adult = _names_adult(words)
    for at, count, unit in _counted(text, words, figures):
        beside = [place for place in (at - 1, at + 2) if 0 <= place < len(words) and words[place].letters in _SAYS_AGE]
        is_person = (is_told and not is_adult) or unit == "yo" or _is_beside_child(words, at)
        is_sure = is_person or bool(beside)
        is_span = _follows(words, at + 1, _SPAN_AFTER) or _follows(words, at - 2, _SPAN_BEFORE)
        if (is_adult or is_span) and not is_sure:
            continue
        is_placed = bool(drugs) and (at == 0 or at - 1 in drugs)
        age = _age(count, unit, is_sure=is_sure, is_likely=is_placed and words[at].letters[0].isdigit())
        if unit == _TWELFTHS and text[words[at].end : words[at + 1].start] == "/":
            age = AgeSaid(int(count), frozenset())
        elif at and words[at - 1].letters in _AGE and unit not in _NO_YEARS:
            age = AgeSaid(int(count * MONTHS_A_YEAR), frozenset({at - 1, at}))
        elif at and not has_unit(words, at):
            age = age or _age_of_child(at, count, words[at - 1].letters)
        if age is None:
            continue
        of_thing = (
            unit in _LONG and not is_person and _goes_on(words, max((at + 1, *beside)) + 1, drugs, is_sure=is_sure)
        )
        is_open = age.is_of_child and (of_thing or _is_joined(text, words, at, figures))
        yield AgeSaid(None if is_open else age.months, age.places or frozenset({at, at + 1, *beside}))


def _is_joined(text: str, words: Sequence[Word], at: int, figures: Collection[int]) -> bool:
    """Whether another number stands before one and makes a fraction, a range or an age of two parts of it."""
    joining = [word.letters for word in takewhile(lambda word: word.letters in _JOINING, reversed(words[:at]))]
    before = at - len(joining) - 1
    # Of "one hundred, four" nobody can tell whether it is one number.
    if not _HUNDREDS.isdisjoint(joining):
        return True
    if before < 0 or before in figures or count_of(words[before]) is None or is_composed(text, words, at):
        return False
    return not any(sign in text[words[before].end : words[at].start] for sign in _PARTING)


def _counted(text: str, words: Sequence[Word], figures: Collection[int]) -> Iterator[tuple[int, Decimal, str]]:
    """The place of every number that could be one of an age, with the word behind it."""
    no_age = indexed_said(words) | frozenset(figures)
    is_newborn = any(word.letters in _NEWBORN for word in words)
    for at in range(len(words)):
        count, unit = count_said(text, words, at), words[at + 1].letters if at + 1 < len(words) else ""
        if count is None or at in no_age or _follows(words, at + 1, _AGO) or (is_newborn and unit in WEEKS):
            continue
        yield at, count, unit


def _age_of_child(at: int, count: Decimal, child: str) -> AgeSaid | None:
    """The age that a number alone is behind a word for a child; of a baby it may be one of months."""
    if child not in CHILD | _SEXES or count >= _ADULT_YEARS:
        return None
    return AgeSaid(None if child in _YEARS_UNSAID else int(count * MONTHS_A_YEAR), frozenset({at}))


def _names_adult(words: Sequence[Word]) -> bool:
    """Whether an adult is named, by a word or as "67F"; "18m" may be a child of so many months."""
    if any(word.letters in _ADULT for word in words):
        return True
    return any(_is_adult_of_sex(count_of(number), sex.letters) for number, sex in pairwise(words))


def _is_adult_of_sex(count: Decimal | None, sex: str) -> bool:
    youngest = _MOST_MONTHS + 1 if sex == "m" else _ADULT_YEARS
    return sex in _SEX and count is not None and count >= youngest


def _is_beside_child(words: Sequence[Word], at: int) -> bool:
    """Whether a word for a child or a sex stands beside an age; that of "9F" belongs to another."""
    behind = at + 3 if _follows(words, at + 1, _SAYS_AGE) else at + 2
    before, after = at > 0 and words[at - 1].letters, behind < len(words) and words[behind].letters
    if before in _SEX and at > 1 and count_of(words[at - 2]) is not None:
        before = False
    return before in CHILD | _SEX or after in CHILD | _SEX


def _goes_on(words: Sequence[Word], at: int, drugs: Collection[int], *, is_sure: bool) -> bool:
    """Whether a word stands at a place that is no drug and begins no figure, as an illness.

    Behind a sure age dialysis or a ward may stand between: whatever is behind that, as a line, is no patient.
    """
    while is_sure and at < len(words) and words[at].letters in _DIALYSIS | _WARDS:
        at += 1
    if at >= len(words) or at in drugs or words[at].letters in _DOSE | _OF_SOMEBODY:
        return False
    return not any(word.letters[0].isdigit() for word in words[at : at + 2])


def names_parent(words: Sequence[Word]) -> bool:
    """Whether somebody is named who is no child, whatever age a question holds."""
    letters = {word.letters for word in words}
    return not letters.isdisjoint(_PARENT) or {"breast", "feeding"} <= letters


def names_child(words: Sequence[Word], *, is_meant: bool) -> bool:
    """Whether a child is named, or meant by a word, and no parent; Child and Pugh have a score for livers."""
    letters = {word.letters for word in words}
    is_other = "pugh" in letters or names_parent(words)
    return not is_other and (is_meant or not letters.isdisjoint(CHILD))


def names_childrens_ward(words: Sequence[Word]) -> frozenset[int]:
    """The places of words for a ward where nobody but children lies."""
    return frozenset(at for at, word in enumerate(words) if word.letters in _WARDS)


def names_adult(text: str, words: Sequence[Word], figures: Collection[int]) -> bool:
    """Whether an adult is named by a word, a sex or any years; no other figure, as a weight, is one of these."""
    if any(word.letters in _ADULT - _AFTER_BIRTH for word in words):
        return True
    for at, count, unit in _counted(text, words, figures):
        label = label_before(words, at)
        is_years = _MONTHS_OF.get(unit) == MONTHS_A_YEAR and count >= _ADULT_YEARS
        if is_years or (_is_adult_of_sex(count, unit) and (label is None or words[label].letters in _AGE)):
            return True
    return False


def _follows(words: Sequence[Word], at: int, those: Collection[str]) -> bool:
    """Whether the word behind a place is one of those."""
    return 0 <= at + 1 < len(words) and words[at + 1].letters in those


def _age(count: Decimal, unit: str, *, is_sure: bool, is_likely: bool) -> AgeSaid | None:
    if unit in _MONTHS_OF and (is_sure or is_likely):
        return AgeSaid(int(count * _MONTHS_OF[unit]), frozenset())
    if unit in _DAYS_OF and is_sure:
        return AgeSaid(int(count * _DAYS_OF[unit] / _DAYS_A_MONTH), frozenset())
    if count % 1 or unit not in _SEX:
        return None
    # "18m" is a child of so many months or a man of so many years.
    if unit == "m":
        is_open = count < _ADULT_YEARS or (is_likely and count <= _MOST_MONTHS)
        return AgeSaid(None, frozenset()) if is_open else None
    return AgeSaid(int(count * MONTHS_A_YEAR), frozenset())
