"""Search as rows of content.db: passages with their terms, and the words there are."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from desktop.compiler.authored_search import AuthoredSearch
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.passage import Passage
from desktop.compiler.passages import passages
from desktop.compiler.search_meanings import add_meanings
from desktop.compiler.tables import Tables
from desktop.domain.search_words import terms_in, words_in


def add_search(tables: Tables, library: AuthoredLibrary) -> None:
    """Adds all that a search reads."""
    add_passages(tables, list(passages(library)), library.search)
    add_meanings(tables, library)


def add_passages(tables: Tables, found: Sequence[Passage], search: AuthoredSearch) -> None:
    """Adds passages; the order of their ids is the order of equals in a search."""
    hidden = defaultdict[str, list[str]](list)
    for also in search.also:
        hidden[also.passages] += also.words
    spellings: dict[str, str] = {}
    counted = Counter[str]()
    for key, one in enumerate(found, 1):
        tables.add(
            "passage",
            id=key,
            kind=one.kind,
            target=one.target,
            topic=one.topic,
            drug=one.drug,
            title=one.title,
            text=one.text,
            link=one.link,
            verification=one.verification and one.verification.value,
        )
        columns = one.title, " ".join((*one.words, *hidden[one.kind])), one.text
        title, words, text = (terms_in(column) for column in columns)
        tables.add("passage_terms", id=key, title=title, words=words, text=text)
        counted.update({*title.split(), *words.split(), *text.split()})
        spellings |= {word.letters: word.term for column in columns for word in words_in(column)}
    for term, number in counted.items():
        tables.add("search_term", term=term, passages=number)
    for letters, term in spellings.items():
        tables.add("search_word", letters=letters, term=term)
