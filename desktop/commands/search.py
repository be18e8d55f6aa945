"""`search`: what the library holds about a word, a name or a question."""

import argparse

from desktop.commands.layout import Page, terminal_width
from desktop.commands.output import plain_line
from desktop.commands.reply import CommandError, Reply
from desktop.content.library import Library
from desktop.domain.search_result import Hit, SearchResult

_USUAL, _MOST = 10, 100


def search(library: Library, options: argparse.Namespace) -> Reply:
    """The results, best first; nothing that fits is an answer too."""
    result = library.search(options.text, _limit(options.limit))
    data = {
        "query": result.query,
        "results": [_hit_data(hit) for hit in result.hits],
        "did_you_mean": result.did_you_mean,
        "unknown": list(result.unknown),
        "topics": [slug for slug, _ in result.topics],
    }
    return Reply(data, _text(library, result))


def _limit(typed: str | None) -> int:
    if typed is None:
        return _USUAL
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:4]) <= _MOST):
        raise CommandError("limit", f"--limit is no whole number from 1 to {_MOST}. Write one.", field="limit")
    return int(typed)


def _hit_data(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind,
        "id": hit.id,
        "topic": hit.topic,
        "title": hit.title,
        "text": hit.text,
        "highlights": [list(span) for span in hit.highlights],
        "verification": hit.verification,
        "score": hit.score,
    }


def _text(library: Library, result: SearchResult) -> str:
    page = Page(terminal_width())
    page.paragraph(library.edition.review.words)
    page.gap()
    if result.did_you_mean is not None:
        page.paragraph(f'Did you mean "{result.did_you_mean}"? These are its results.')
    if result.unknown and result.hits:
        page.paragraph(f"Not in this library: {plain_line(', '.join(result.unknown))}. These are for the other words.")
    if not result.hits:
        page.paragraph(f'Nothing in this library for "{plain_line(result.query)[:60]}".')
        page.paragraph("Its topics, each to be read in full with: wardlight read TOPIC")
        for slug, title in result.topics:
            page.paragraph(f"{slug}: {title}", indent=2, hanging=2)
    for number, hit in enumerate(result.hits, 1):
        page.gap()
        page.paragraph(f"{number}. {hit.title}", hanging=3)
        start, end = hit.snippet
        for line in filter(None, hit.text[start:end].split("\n")):
            page.paragraph(line, indent=3)
        page.paragraph(f"({'; '.join(filter(None, (f'{hit.kind} {hit.id}', hit.level)))})", indent=3)
    return page.text
