"""What a signed pack must be besides signed: newer than what is in use, not taken back, and sound content."""

from pathlib import Path

from desktop.content.guidance import edition
from desktop.content.library import Library
from desktop.content.opening import ContentFault, OpenContent, open_known
from desktop.packs.choosing import Choice
from desktop.packs.places import PUBLISHER, Places
from desktop.packs.refusal import KEPT, PackRefusedError, damaged
from desktop.packs.shelf import Note
from desktop.packs.verifying import Release

_PROGRAM_OLD = f"{KEPT} Install a newer Wardlight first, then import the pack again."
_REASONS: dict[str, tuple[str, ...]] = {
    "content-newer": ("This content pack needs a newer Wardlight.", _PROGRAM_OLD),
    "content-older": (
        "This content pack was made for an older Wardlight.",
        f"{KEPT} Ask the publisher for a pack for this version of the program.",
    ),
}


def check_newer(release: Release, note: Note, current: Choice, places: Places) -> None:
    """Refuses what the publisher took back, signed with keys it has replaced, or published before what is in use."""
    version, whose = release.version, release.publisher
    if version in note.withdrawn.get(whose, ()):
        raise PackRefusedError(
            "pack-withdrawn", f"The publisher has taken back version {version} of the content.", KEPT
        )
    if release.root_version < note.roots.get(whose, 0):
        raise PackRefusedError(
            "pack-old-keys", "This content pack is signed with keys that its publisher has replaced."
        )
    in_use = _version_in_use(whose, current, note, places)
    imported = note.active.version if note.active is not None and note.active.publisher == whose else 0
    if version == in_use:
        raise PackRefusedError("pack-equal", f"Version {version} of the content is already in use.", KEPT)
    if version < max(in_use, imported):
        raise PackRefusedError(
            "pack-older",
            f"This content pack holds version {version}, and version {max(in_use, imported)} is here already.",
            f"{KEPT} An older pack never replaces newer content. To go back, choose File, Roll back content.",
        )


def _version_in_use(whose: str, current: Choice, note: Note, places: Places) -> int:
    """The version of the content in use, if it is this publisher's; otherwise 0, for numbers of two do not compare."""
    if isinstance(current.content, ContentFault):
        return 0
    source, sha256 = current.content.source, current.content.sha256
    if source == "imported":
        kept = [each for each in (note.active, note.previous) if each is not None and each.sha256 == sha256]
        return max((each.version for each in kept if each.publisher == whose), default=0)
    published_by = PUBLISHER if source == "bundled" else _publisher_of_site(places)
    return edition(current.content.connection).version if published_by == whose else 0


def _publisher_of_site(places: Places) -> str | None:
    """Whose pack the administrator unpacked: the publisher whose root is among its roots."""
    found = {path.read_bytes() for path in places.site_content.glob("*.root.json")}
    return next((whose for whose, root in places.roots.items() if root.is_file() and root.read_bytes() in found), None)


def checked_content(path: Path, release: Release) -> OpenContent:
    """The content of a pack, opened; a refusal where it is not what was signed, or not fit for this program."""
    opened = open_known(path, release.sha256, "imported", KEPT)
    if isinstance(opened, ContentFault):
        said = f"The content in this pack cannot be used: {opened.reason}"
        raise PackRefusedError(opened.code, *_REASONS.get(opened.code, (said,)))
    try:
        sound, found = Library(opened).is_sound(), edition(opened.connection).version
    except Exception as error:  # whatever it is, content that cannot be read whole is not kept
        opened.connection.close()
        raise damaged("its content cannot be read") from error
    if sound and found == release.version:
        return opened
    opened.connection.close()
    raise damaged(f"it is called version {release.version}, and its content says {found}" if sound else "a link is cut")
