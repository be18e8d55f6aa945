"""The form of search.toml: words for search alone, which nobody is shown."""

from typing import Annotated

from desktop.compiler.authored import AT_LEAST_ONE, Authored, Words, one_of
from desktop.compiler.passage import PASSAGE_KINDS

SEARCH_FILE = "search.toml"
_SomeWords = Annotated[tuple[Words, ...], AT_LEAST_ONE]


class AuthoredSynonyms(Authored):
    """Words that mean the same for search: each finds all the others."""

    words: _SomeWords


class AuthoredHint(Authored):
    """What is asked in one word and answered in others: `asked` finds `means`, and not the other way round."""

    asked: _SomeWords
    means: _SomeWords


class AuthoredAlso(Authored):
    """Words under which all passages of one kind are found, though they do not hold them."""

    passages: Annotated[str, one_of(PASSAGE_KINDS)]
    words: _SomeWords


class AuthoredSearch(Authored):
    """The whole file; a library may do without it."""

    ignored: tuple[Words, ...] = ()
    synonym: tuple[AuthoredSynonyms, ...] = ()
    hint: tuple[AuthoredHint, ...] = ()
    also: tuple[AuthoredAlso, ...] = ()
