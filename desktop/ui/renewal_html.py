"""What is shown before content is changed, and when a pack is refused; and the self-test as a page."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from desktop.content.comparing import compared
from desktop.content.library import Library
from desktop.domain.dates import day_words
from desktop.domain.editions import NO_CLINICAL_CHANGE, Change, Weight
from desktop.domain.guidance import Edition
from desktop.health.checks import Check
from desktop.packs.refusal import PackRefusedError
from desktop.ui.html_text import escape

_WHOSE = {"publisher": "Signed by the publisher of this program.", "site": "Signed by this site's own publisher."}
_NOTHING = "(nothing)"
_KEPT_WORDS = 12


def preview_html(now: Library, new: Library, publisher: str, warnings: Iterable[str]) -> str:
    """What a pack holds, and everything clinical that it changes against what is on screen."""
    changes = compared(now, new)
    clinical = [change for change in changes if change.severity is Weight.CLINICAL]
    others = len(changes) - len(clinical)
    head = f"Clinical changes: {len(clinical)}" if clinical else NO_CLINICAL_CHANGE
    return (
        f"{_edition_html(new.edition)}<p>{_WHOSE[publisher]}</p>{_warned(warnings)}"
        f"<p>It takes the place of edition {escape(now.edition.edition)}, version {now.edition.version}, from the next "
        f'start on. You can go back with File, Roll back content.</p><p class="h2">{head}</p>'
        f"{''.join(map(change_html, clinical))}"
        f'<p class="quiet">Changes that are not clinical: {others}.</p>'
    )


def _edition_html(edition: Edition) -> str:
    return (
        f'<p class="h2">{escape(edition.name)}</p>'
        f"<p>Edition {escape(edition.edition)}, version {edition.version}. Evidence to "
        f"{day_words(edition.evidence_through)}; review by {day_words(edition.review_by)}. "
        f"{escape(edition.review.words)}.</p>"
    )


def change_html(change: Change) -> str:
    """A change, what differs set in bold."""
    what = f"{change.kind.capitalize()} {change.id}: {change.field}"
    old, new = (list(_marked(words)) for words in _differing(change.old or _NOTHING, change.new or _NOTHING))
    return f'<p class="h3">{escape(what)}</p><p>Now: {" ".join(old)}</p><p>In the pack: {" ".join(new)}</p>'


def _differing(old: str, new: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Both texts as runs of words, each with whether the other text has it at this place."""
    now, then = old.split(), new.split()
    before, after = list[tuple[str, bool]](), list[tuple[str, bool]]()
    for kind, i, j, k, m in SequenceMatcher(None, now, then, autojunk=False).get_opcodes():
        before.append((" ".join(now[i:j]), kind == "equal"))
        after.append((" ".join(then[k:m]), kind == "equal"))
    return before, after


def _marked(runs: Sequence[tuple[str, bool]]) -> Iterator[str]:
    """What differs set in bold; a long stretch that both texts have is left out but for its ends."""
    for words, is_same in runs:
        if not is_same:
            yield f"<strong>{escape(words)}</strong>"
        elif len(parts := words.split()) > 2 * _KEPT_WORDS + 1:
            yield escape(" ".join([*parts[:_KEPT_WORDS], "…", *parts[-_KEPT_WORDS:]]))
        else:
            yield escape(words)


def _warned(warnings: Iterable[str]) -> str:
    return "".join(f'<p class="caution">⚠ {escape(warning)}</p>' for warning in warnings)


def refusal_html(error: PackRefusedError) -> str:
    """Why content was not changed, and what to do."""
    return f'<p class="h2">{escape(error.reason)}</p><p>{escape(error.remedy)}</p>'


def roll_back_html(now: Library) -> str:
    """What going back means, before it is done."""
    return (
        f'<p class="h2">Go back to the content before this one?</p>{_edition_html(now.edition)}'
        "<p>is used now. From the next start on, the content that was used before it is used again. A version that its "
        "publisher has taken back is passed over.</p>"
    )


def log_folder_html(folder: Path | None) -> str:
    """Where the log is, and what is in it."""
    if folder is None:
        return "<p>Nothing can be kept on this machine, so there is no log.</p>"
    return (
        f'<p class="h2">The log is in this folder</p><p>{escape(str(folder))}</p>'
        "<p>It holds one line for each fault: its time, number, kind and place in the program; never what was typed. "
        "It may not be there yet.</p>"
    )


def self_test_html(checks: Sequence[Check]) -> str:
    """Every check with its finding; the failed ones stand first."""
    failed = [check for check in checks if not check.ok]
    verdict = (
        '<p class="h2 stop">✕ Something is wrong</p><p>Do not use this program for doses. Install Wardlight again '
        "from a copy you trust.</p>"
        if failed
        else '<p class="h2">✓ Nothing was found wrong on this machine</p>'
    )
    rows = "".join(map(_check_html, sorted(checks, key=lambda check: check.ok)))
    return f'{verdict}<table cellspacing="0" cellpadding="4">{rows}</table>'


def _check_html(check: Check) -> str:
    mark = "✓ ok" if check.ok else '<span class="stop">✕ failed</span>'
    name = check.name.replace("-", " ").capitalize()
    return f"<tr><td>{mark}&nbsp;&nbsp;</td><td>{escape(name)}&nbsp;&nbsp;</td><td>{escape(check.detail)}</td></tr>"
