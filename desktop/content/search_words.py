"""The words of content.db that search knows: what they mean, how rare they are, and which was probably meant."""

import re
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.content.owned import among
from desktop.domain.search_query import Asked, Meaning
from desktop.domain.search_words import Word, terms_in
from desktop.domain.spelling import SHORTEST, nearest_names, one_slip_away

# A name that was probably meant still counts as a name.
_GUESSED = 0.86
_SHORTEST_SLIP, _SHORTEST_RUN_IN = 6, 8
_MOST_BEGUN, _LEAST_BEGUN, _BEGUN = 12, 3, 0.75
_LAST_OF_ALL = "\U0010ffff"
_LABEL = " label"
# "Coly-Mycin M" is typed without its letter.
_LAST_LETTER = re.compile(r" [a-z]$")


@dataclass(frozen=True, slots=True)
class Correction:
    """What was probably meant by a word: the terms to look for, and the words to offer."""

    phrase: str
    shown: str


def meanings(connection: sqlite3.Connection, runs: Sequence[str]) -> dict[str, list[Meaning]]:
    """Everything that each run of words may also stand for."""
    select = "SELECT asked, means, strength, drug FROM search_meaning WHERE asked IN (*)"
    found: dict[str, list[Meaning]] = {}
    for asked, means, strength, drug in among(connection, select, runs):
        found.setdefault(asked, []).append(Meaning(means, strength / 100, drug))
    return found


def ignored(connection: sqlite3.Connection, words: Iterable[Word]) -> frozenset[str]:
    """The words that say nothing of what is asked."""
    letters = [word.letters for word in words]
    select = "SELECT letters FROM search_ignored WHERE letters IN (*)"
    return frozenset(found[0] for found in among(connection, select, letters))


def with_labels(connection: sqlite3.Connection, asked: Sequence[Asked]) -> list[Asked]:
    """What is asked, each brand with the label whose product alone has that name."""
    drugs = sorted({drug for one in asked for drug in one.drugs})
    labels: dict[tuple[str, str], set[str]] = {}
    for drug, product, short in among(connection, "SELECT drug, product, short FROM basis WHERE drug IN (*)", drugs):
        # A guideline has no brand.
        if short.endswith(_LABEL):
            name = terms_in(product)
            for brand in (name, _LAST_LETTER.sub("", name)):
                labels.setdefault((drug, brand), set()).add(terms_in(short))
    return [_with_label(one, labels) for one in asked]


def _with_label(one: Asked, labels: Mapping[tuple[str, str], Collection[str]]) -> Asked:
    found = {label for drug in one.drugs for label in labels.get((drug, one.phrase), ())}
    return replace(one, label=found.pop()) if len(found) == 1 else one


def counts(connection: sqlite3.Connection, asked: Iterable[Asked]) -> dict[str, int]:
    """How many passages hold each term of what is asked."""
    terms = sorted({term for one in asked for phrase in one.all_phrases for term in phrase.split()})
    select = "SELECT term, passages FROM search_term WHERE term IN (*)"
    return dict(map(tuple, among(connection, select, terms)))


def begun(connection: sqlite3.Connection, letters: str) -> list[str]:
    """The terms of words that begin with some letters, of the commonest first."""
    select = (
        "SELECT w.term FROM search_word w JOIN search_term t USING (term) WHERE w.letters >= ? AND w.letters < ? "
        "GROUP BY w.term ORDER BY MAX(t.passages) DESC, w.term LIMIT ?"
    )
    found = connection.execute(select, (letters, f"{letters}{_LAST_OF_ALL}", _MOST_BEGUN))
    return [term for (term,) in found]


def with_names_begun(connection: sqlite3.Connection, asked: Asked, letters: str) -> Asked:
    """What is asked, with the drugs of which some name begins with the letters typed so far."""
    if len(letters) < _LEAST_BEGUN:
        return asked
    select = "SELECT DISTINCT drug FROM search_name WHERE letters >= ? AND letters < ? AND drug IS NOT NULL"
    drugs = [slug for (slug,) in connection.execute(select, (letters, f"{letters}{_LAST_OF_ALL}"))]
    names = among(connection, "SELECT name FROM drug WHERE slug IN (*) ORDER BY position", drugs)
    return _with(asked, [terms_in(name) for (name,) in names])


def with_words_begun(connection: sqlite3.Connection, asked: Asked, letters: str) -> Asked:
    """What is asked, with the words that begin with the letters typed so far; open where there are too many to name."""
    terms = begun(connection, letters)
    return replace(_with(asked, terms), is_open=len(terms) >= _MOST_BEGUN)


def _with(asked: Asked, phrases: Sequence[str]) -> Asked:
    """What is asked, with more phrases that answer to a word that has only begun."""
    known = {meaning.phrase for meaning in asked.phrases}
    return replace(asked, phrases=(*asked.phrases, *(Meaning(one, _BEGUN) for one in phrases if one not in known)))


def corrected(connection: sqlite3.Connection, word: str) -> Correction | None:
    """What was probably meant by a word that the library does not have; None where two drugs are equally near."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    slip = connection.execute("SELECT meant FROM search_slip WHERE letters = ?", (word,)).fetchone()
    if slip is not None:
        return Correction(terms_in(slip[0]), slip[0])
    names = dict(map(tuple, connection.execute("SELECT letters, drug FROM search_name")))
    near = nearest_names(word, names)
    if len({names[name] for name in near}) > 1:
        return None
    return (
        _name(connection, near[0], names[near[0]]) if near else _word(connection, word) or _two_words(connection, word)
    )


def _name(connection: sqlite3.Connection, letters: str, drug: str | None) -> Correction:
    """A name; an abbreviation is offered as the drug's own name."""
    select = "SELECT name FROM drug WHERE slug = ?"
    found = None if drug is None else connection.execute(select, (drug,)).fetchone()
    return Correction(terms_in(letters), letters if found is None else found[0])


def _word(connection: sqlite3.Connection, word: str) -> Correction | None:
    """A word of the library; a short word has too many neighbours to be a slip, and another ending is another word."""
    if len(word) < _SHORTEST_SLIP:
        return None
    variants = sorted(one for one in one_slip_away(word) if not one.startswith(word[:-1]))
    select = (
        "SELECT w.letters, w.term FROM search_word w JOIN search_term t USING (term) "
        "WHERE w.letters IN (*) ORDER BY t.passages DESC, w.letters LIMIT 1"
    )
    found = among(connection, select, variants)
    return Correction(found[0]["term"], found[0]["letters"]) if found else None


def _two_words(connection: sqlite3.Connection, word: str) -> Correction | None:
    """Two words that were run into one."""
    if len(word) < _SHORTEST_RUN_IN:
        return None
    halves = {half for at in range(2, len(word) - 1) for half in (word[:at], word[at:])}
    select = "SELECT letters, term FROM search_word WHERE letters IN (*)"
    known = dict(map(tuple, among(connection, select, halves)))
    for at in range(2, len(word) - 1):
        first, second = word[:at], word[at:]
        if first in known and second in known:
            return Correction(f"{known[first]} {known[second]}", f"{first} {second}")
    return None


def guess(asked: Asked, correction: Correction, means: Mapping[str, Sequence[Meaning]]) -> Asked:
    """What is asked, with what was probably meant by it and all that this stands for."""
    meant = [Meaning(correction.phrase, 1), *means.get(correction.phrase, ())]
    return Asked(asked.typed, tuple(Meaning(one.phrase, min(one.strength, _GUESSED), one.drug) for one in meant))
