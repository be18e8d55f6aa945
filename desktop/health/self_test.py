"""The self-test: everything that this machine needs for a right answer, looked at on this machine."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from desktop.content.library import Library
from desktop.content.opening import ContentFault
from desktop.health.bundled_files import files_check, fonts_check, program_check
from desktop.health.checks import Check, content_checks, expected_hash, policy_check
from desktop.packs.carrying import members_of
from desktop.packs.choosing import Choice
from desktop.packs.importing import anchors_of, note_of
from desktop.packs.places import Places
from desktop.packs.refusal import PackRefusedError
from desktop.packs.shelf import VERSIONS
from desktop.packs.verifying import verified
from desktop.paths import data_folder
from desktop.policy import machine_policy


def self_test(choice: Choice, places: Places, data: Path | None) -> tuple[Check, ...]:
    """Every check, in the order in which a reader would doubt."""
    return tuple(check for stage in stages(choice, places, data) for check in stage())


def stages(choice: Choice, places: Places, data: Path | None) -> Sequence[Callable[[], Sequence[Check]]]:
    """The parts of the self-test, each to be done by itself, so that a reader can watch and stop it."""
    machine = (
        files_check,
        program_check,
        fonts_check,
        lambda: folder_check(data),
        lambda: policy_check(machine_policy()),
    )
    if isinstance(choice.content, ContentFault):
        fault = Check("content-hash", ok=False, detail=choice.content.reason)
        return [_alone(check) for check in (*machine, lambda: fault)]
    library = Library(choice.content)
    last = (
        lambda: search_check(library),
        lambda: signatures_check(library, places),
        lambda: fallback_check(choice.notices),
    )
    content = partial(content_checks, library, expected_hash(library))
    return [*map(_alone, machine), content, *map(_alone, last)]


def _alone(check: Callable[[], Check]) -> Callable[[], Sequence[Check]]:
    return lambda: (check(),)


def folder_check(data: Path | None) -> Check:
    """Whether the reader's own folder can be written; it fails only where a folder was asked for."""
    folder = data_folder(data)
    if folder is None:
        words = "Nothing can be kept on this machine: notes and settings last until the window closes."
        return Check("folder", ok=data is None, detail=words)
    return Check("folder", ok=True, detail=f"Notes, settings and imported content are kept in {folder}.")


def search_check(library: Library) -> Check:
    """Whether the search finds every drug by its name, spelt as it is."""
    names = [name for slug in library.drug_slugs if (name := getattr(library.drug(slug), "name", None))]
    lost = [name for name in names if not (found := library.search(name, 1)).hits or found.did_you_mean]
    if lost or not names:
        return Check("search", ok=False, detail=f"The search does not find: {', '.join(lost) or 'any drug'}.")
    return Check("search", ok=True, detail=f"The search finds all {len(names)} drugs by name.")


def signatures_check(library: Library, places: Places) -> Check:
    """Whether imported or placed content still carries its publisher's signatures."""
    folder = _pack_of(library, places)
    if folder is None:
        words = "This content is not from a pack; its hash stands for it." if library.source == "bundled" else ""
        return Check("signatures", ok=True, detail=words or "No publisher vouches for a chosen file.")
    try:
        release = verified(members_of(folder), anchors_of(places))
    except PackRefusedError as error:
        return Check("signatures", ok=False, detail=error.reason)
    ok = release.sha256 == library.sha256
    words = (
        f"Signed by the {release.publisher}: version {release.version}."
        if ok
        else "The signatures are of other content."
    )
    return Check("signatures", ok=ok, detail=words)


def fallback_check(notices: Sequence[str]) -> Check:
    """Whether the content in use is the one that should be."""
    if notices:
        return Check("content-in-use", ok=False, detail=" ".join(notices))
    return Check("content-in-use", ok=True, detail="The content in use is the one that was chosen last.")


def _pack_of(library: Library, places: Places) -> Path | None:
    """The folder of the pack that the content came in."""
    if library.source == "site":
        return places.site_content
    if library.source != "imported" or places.shelf is None:
        return None
    note = note_of(places.shelf)
    named = [each.folder for each in (note.active, note.previous) if each and each.sha256 == library.sha256]
    return places.shelf / VERSIONS / named[0] if named else None
