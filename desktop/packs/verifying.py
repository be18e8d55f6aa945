"""Whether a pack comes from a publisher whom this machine trusts; no clock is asked.

The files are those of The Update Framework: a chain of `root.json` versions that name the keys, and `targets.json` that
names the content by its SHA-256. Stricter than it: every signature must be good, every file in one spelling, every key
Ed25519 and listed once; so that a pack with any bit changed is refused.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.packs.carrying import TARGETS, Member
from desktop.packs.refusal import PackRefusedError, damaged
from desktop.packs.strict_json import canonical, strict_object

if TYPE_CHECKING:
    from tuf.api.metadata import Metadata

CONTENT = "content.db"
WITHDRAWN = "x-wardlight-withdrawn"
_LARGEST_CONTENT = 2 << 30
_HEX = re.compile(r"[0-9a-f]{64}|[0-9a-f]{128}")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A publisher whom this machine trusts, and the root that was placed here for it."""

    publisher: str
    root: bytes


@dataclass(frozen=True, slots=True)
class Release:
    """What a publisher signed: one content file, its version, and the versions that it takes back."""

    publisher: str
    version: int
    sha256: str
    length: int
    withdrawn: frozenset[int]
    root_version: int

    @property
    def member(self) -> str:
        """The name of the content file in the pack."""
        return f"{self.sha256}.content.db"


def verified(members: Mapping[str, Member], anchors: Iterable[Anchor]) -> Release:
    """What the pack holds, once a trusted publisher's keys have signed every part of it; otherwise a refusal."""
    roots = _root_files(members)
    anchor = next((each for each in anchors if each.root in roots), None)
    if anchor is None:
        raise PackRefusedError(
            "pack-unknown-signer",
            "This content pack was not made by a publisher whom this program trusts, or before it changed its keys.",
        )
    root = _end_of_chain(roots)
    targets = _signed(members[TARGETS].short(), TARGETS, "targets")
    _all_good(targets, [root.signed], "targets", TARGETS)
    release = _release(anchor.publisher, targets, root.signed.version)
    if release.member not in members:
        raise PackRefusedError("pack-incomplete", "This content pack is incomplete: its content is missing.")
    if members[release.member].length != release.length:
        raise damaged("its content has another length than was signed")
    return release


def _root_files(members: Mapping[str, Member]) -> list[bytes]:
    """The roots from the first version on, with none left out."""
    numbers = sorted(int(name.split(".")[0]) for name in members if name.endswith(".root.json"))
    if numbers != list(range(1, len(numbers) + 1)) or not numbers:
        raise PackRefusedError(
            "pack-incomplete", "This content pack is incomplete: a part of the list of its publisher's keys is missing."
        )
    return [members[f"{number}.root.json"].short() for number in numbers]


def _end_of_chain(roots: list[bytes]) -> "Metadata[Any]":
    """The last root, each one signed by the keys of the one before and by its own."""
    chain = [_signed(data, f"{number}.root.json", "root") for number, data in enumerate(roots, 1)]
    for number, (before, root) in enumerate(zip([chain[0], *chain], chain, strict=False), 1):
        name = f"{number}.root.json"
        if root.signed.version != number:
            raise damaged(f"{name} is of another version")
        _all_good(root, [before.signed, root.signed], "root", name)
    return chain[-1]


def _signed(data: bytes, name: str, kind: str) -> "Metadata[Any]":
    """One signed file in its one spelling."""
    from tuf.api.metadata import Metadata  # only for an import: it costs more than the first window

    try:
        found = strict_object(data)
        if canonical(found) != data:
            raise ValueError("it is not in the one spelling")
        if set(found) != {"signatures", "signed"} or found["signed"]["_type"] != kind:
            raise ValueError("it is not of its kind")
        _check_signatures(found["signatures"])
        _version(found, name)
        for key in found["signed"].get("keys", {}).values():
            _check_key(key)
        return Metadata.from_dict(found)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged(f"{name} cannot be read") from error


def _version(found: Mapping[str, Any], name: str) -> int:
    version = found["signed"]["version"]
    # True is a whole number to Python, and no version.
    if type(version) is not int or version < 1:
        raise damaged(f"{name} has no proper version")
    return version


def _check_signatures(signatures: list[dict[str, str]]) -> None:
    for signature in signatures:
        if set(signature) != {"keyid", "sig"} or not all(map(_HEX.fullmatch, signature.values())):
            raise ValueError("a signature is no signature")


def _check_key(key: dict[str, Any]) -> None:
    if set(key) != {"keytype", "scheme", "keyval"} or (key["keytype"], key["scheme"]) != ("ed25519", "ed25519"):
        raise ValueError("a key is of another kind")
    if set(key["keyval"]) != {"public"} or not _HEX.fullmatch(key["keyval"]["public"]):
        raise ValueError("a key is no key")


def _all_good(metadata: "Metadata[Any]", roots: list[Any], role: str, name: str) -> None:
    """Enough people signed, each with a key of their own, and there is no signature that is not good."""
    payload, good = metadata.signed_bytes, set[str]()
    for root in roots:
        found = root.get_verification_result(role, payload, metadata.signatures)
        good |= found.signed.keys()
        people = {key.keyval["public"] for key in found.signed.values()}
        if not people:
            raise PackRefusedError(
                "pack-not-signed", "This content pack was changed after it was signed, or somebody else signed it."
            )
        if len(people) < found.threshold:
            raise PackRefusedError(
                "pack-too-few-signatures",
                f"Too few people have signed this content pack: {len(people)} of the {found.threshold} who must.",
            )
    if good != metadata.signatures.keys():
        raise damaged(f"a signature of {name} is not good")


def _release(publisher: str, metadata: "Metadata[Any]", root_version: int) -> Release:
    targets = metadata.signed
    target = targets.targets.get(CONTENT)
    withdrawn = targets.unrecognized_fields.get(WITHDRAWN, [])
    if target is None or len(targets.targets) != 1 or targets.delegations:
        raise damaged(f"{TARGETS} names something else than content")
    if set(target.hashes) != {"sha256"} or not _HEX.fullmatch(target.hashes["sha256"]):
        raise damaged(f"{TARGETS} names no content by its hash")
    if type(target.length) is not int or not 0 < target.length <= _LARGEST_CONTENT:
        raise damaged(f"{TARGETS} names content of no proper length")
    if not isinstance(withdrawn, list) or not all(type(each) is int for each in withdrawn):
        raise damaged(f"{TARGETS} takes back something else than versions")
    sha256, length = target.hashes["sha256"], target.length
    return Release(publisher, targets.version, sha256, length, frozenset(withdrawn), root_version)
