"""What words mean to search, as rows of content.db: names, slips, synonyms and hints, and what says nothing."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop.compiler.authored_drug import AuthoredDrug
from desktop.compiler.authored_glossary import AuthoredTerm
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.tables import Tables
from desktop.domain.glossary import NameKind, TermKind
from desktop.domain.search_words import plain_letters, terms_in, words_in

# How much a word that was not typed counts, in hundredths: another name, a synonym, a hint.
NAME, SYNONYM, HINT = 85, 80, 60
# "Coly-Mycin M" is typed without its letter.
_LAST_LETTER = re.compile(r"(?<=\w{3}) [A-Z]$")


class _Named(NamedTuple):
    """One thing with all of its names; `drug` is set on a drug, whose other names are in no passage."""

    name: str
    names: tuple[str, ...]
    slips: tuple[str, ...]
    drug: str | None


class _Meaning(NamedTuple):
    """What is asked, what it finds, how much that counts, and the drug that is named so."""

    asked: str
    means: str
    strength: int
    drug: str | None = None


def add_meanings(tables: Tables, library: AuthoredLibrary) -> None:
    """Adds what is ignored in a question, and every other way to say something."""
    for letters in sorted({plain_letters(word) for word in library.search.ignored}):
        tables.add("search_ignored", letters=letters)
    named = [*map(_named_drug, library.drugs), *map(_named_term, library.terms)]
    _add_names(tables, named, [substance for drug in library.drugs for substance in drug.substances])
    _add_slips(tables, named)
    strongest: dict[tuple[str, str], _Meaning] = {}
    for meaning in (*_by_name(named), *_by_synonym(library)):
        known = strongest.get(meaning[:2])
        if all(meaning[:2]) and (known is None or known.strength < meaning.strength):
            strongest[meaning[:2]] = meaning
    for meaning in strongest.values():
        tables.add("search_meaning", **meaning._asdict())


def _named_drug(drug: AuthoredDrug) -> _Named:
    products = [basis.product for basis in drug.basis.values() if basis.product]
    brands = (*drug.brands, *products)
    names = dict.fromkeys((drug.name, *brands, *drug.aliases, *(_LAST_LETTER.sub("", brand) for brand in brands)))
    return _Named(drug.name, tuple(names), (), drug.id)


def _named_term(term: AuthoredTerm) -> _Named:
    names = [name for kind, name in term.names() if kind is not NameKind.MISSPELLING]
    drug = term.id if term.kind is TermKind.DRUG else None
    return _Named(term.name, (term.name, *names), term.misspellings, drug)


def _add_names(tables: Tables, named: list[_Named], substances: list[str]) -> None:
    """Adds every word of a name, which is recognised with more slips than others; with the drug that it names alone."""
    drugs: dict[str, str | None] = {}
    for one in named:
        for name in one.names:
            letters = _letters(name)
            drugs |= {word: drugs.get(word) for word in letters}
            if len(letters) == 1 and one.drug is not None:
                drugs[letters[0]] = one.drug
    # A substance alone is not the drug that holds it beside another.
    for word in (word for substance in substances for word in _letters(substance)):
        drugs.setdefault(word, None)
    for word, drug in drugs.items():
        tables.add("search_name", letters=word, drug=drug)


def _letters(name: str) -> list[str]:
    return [word.letters for word in words_in(name) if word.letters.isalpha()]


def _add_slips(tables: Tables, named: list[_Named]) -> None:
    """Adds the misspellings that authors have met: word by word, or one word for a whole name."""
    slips: dict[str, str] = {}
    for one in named:
        for slip in one.slips:
            wrong, right = _letters(slip), _letters(one.name)
            pairs = zip(wrong, right, strict=True) if len(wrong) == len(right) else [(wrong[0], one.name)]
            if len(wrong) in (1, len(right)):
                slips |= {word: meant for word, meant in pairs if word != meant}
    for letters, meant in slips.items():
        tables.add("search_slip", letters=letters, meant=meant)


def _by_name(named: list[_Named]) -> Iterator[_Meaning]:
    for one in named:
        for name in one.names:
            yield _Meaning(terms_in(name), terms_in(one.name), NAME, one.drug)
            if one.drug is None and name != one.name:
                yield _Meaning(terms_in(one.name), terms_in(name), NAME)


def _by_synonym(library: AuthoredLibrary) -> Iterator[_Meaning]:
    for synonym in library.search.synonym:
        spelt = list(dict.fromkeys(terms_in(word) for word in synonym.words))
        yield from (_Meaning(asked, means, SYNONYM) for asked in spelt for means in spelt if asked != means)
    for hint in library.search.hint:
        yield from (_Meaning(terms_in(one), terms_in(other), HINT) for one in hint.asked for other in hint.means)
