"""Terms of the glossary made links in the statements: the first mention in every section, and no more."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape

from desktop.compiler.authored_glossary import AuthoredTerm
from desktop.compiler.library import AuthoredLibrary, AuthoredSection, TopicFolder
from desktop.domain.glossary import NameKind, TermKind

_CAPITALS = re.compile(r"[A-Z].*[A-Z]")
# A link with its words, any other tag, or the words between them.
_PIECE = re.compile(r"<a [^>]*>.*?</a>|<[^>]*>|[^<]+", re.DOTALL)


def with_marked_terms(library: AuthoredLibrary) -> AuthoredLibrary:
    """The library with terms as `term:id` links; drugs are let be, as they have links of their own."""
    ids = {_key(name): _linked_id(term) for term in library.terms for name in _shown_names(term)}
    if not ids:
        return library
    pattern = _pattern(library.terms)
    return replace(library, topics=tuple(_marked_topic(folder, pattern, ids) for folder in library.topics))


def _shown_names(term: AuthoredTerm) -> list[str]:
    """The names by which a term stands in a sentence."""
    kinds = () if term.kind is TermKind.DRUG else (NameKind.ABBREVIATION, NameKind.SYNONYM)
    return [term.name, *(name for kind, name in term.names() if kind in kinds)]


def _linked_id(term: AuthoredTerm) -> str | None:
    """Where its names lead; a drug's are only passed over, lest "polymyxin B" be taken for "polymyxin"."""
    return None if term.kind is TermKind.DRUG else term.id


def _key(name: str) -> str:
    return escape(name, quote=False).casefold()


def _pattern(terms: Iterable[AuthoredTerm]) -> re.Pattern[str]:
    """Every name as a whole word, the longest first; capitals only as such, and a plural too."""
    names = sorted({name for term in terms for name in _shown_names(term)}, key=lambda name: (-len(name), name))
    words = (re.escape(escape(name, quote=False)) for name in names)
    either = (words if _CAPITALS.search(words) else f"(?i:{words})" for words in words)
    return re.compile(rf"(?<![\w-])({'|'.join(either)})(?=s?(?![\w-]))")


def _marked_topic(folder: TopicFolder, pattern: re.Pattern[str], ids: Mapping[str, str | None]) -> TopicFolder:
    return replace(folder, sections=tuple(_marked_section(section, pattern, ids) for section in folder.sections))


def _marked_section(
    section: AuthoredSection, pattern: re.Pattern[str], ids: Mapping[str, str | None]
) -> AuthoredSection:
    met: set[str] = set()

    def linked(found: re.Match[str]) -> str:
        key = ids[found[0].casefold()]
        if key is None or key in met:
            return found[0]
        met.add(key)
        return f'<a href="term:{key}">{found[0]}</a>'

    def marked(html: str) -> str:
        pieces = _PIECE.findall(html)
        return "".join(piece if piece.startswith("<") else pattern.sub(linked, piece) for piece in pieces)

    statements = tuple(
        replace(statement, prose=replace(statement.prose, html=marked(statement.prose.html)))
        for statement in section.statements
    )
    return replace(section, statements=statements)
