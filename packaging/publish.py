"""The publisher's side of content packs: keys, signatures, rotation, withdrawal; who does it says `CEREMONY.md`.

Nothing here ships. A private key is written where you say, and never inside a checkout.
"""

import argparse
import getpass
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner, SSlibKey  # type: ignore[attr-defined]  # it names no exports
from tuf.api.metadata import Metadata, Root, TargetFile, Targets  # type: ignore[attr-defined]  # it names no exports

from desktop.content.digest import file_digest
from desktop.content.library import Library
from desktop.content.opening import ContentFault, open_content
from desktop.packs.carrying import members_of, write_file
from desktop.packs.refusal import PackRefusedError
from desktop.packs.strict_json import canonical, strict_object
from desktop.packs.verifying import CONTENT, WITHDRAWN, Anchor, verified

# The format asks for an expiry. No clock decides here, so it lies beyond every clock.
_NEVER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
_FOR_CONTENT = ("targets", "snapshot", "timestamp")


class PublishingError(Exception):
    """What stands in the way, and what to do."""


def make_key(place: Path, passphrase: str) -> None:
    """A new key: the private half under its passphrase at the place, the public half beside it."""
    if any((folder / ".git").exists() for folder in place.resolve().parents):
        raise PublishingError("A private key never lies in a checkout. Name a place on the key's own stick.")
    if place.exists() or not passphrase:
        raise PublishingError(f"{place.name} is there already, or the passphrase is empty.")
    key = Ed25519PrivateKey.generate()
    locked = serialization.BestAvailableEncryption(passphrase.encode())
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked)
    place.touch(mode=0o600)
    place.write_bytes(secret)
    public = SSlibKey.from_crypto(key.public_key())
    place.with_name(f"{place.name}.pub").write_bytes(canonical({"keyid": public.keyid, **public.to_dict()}))


def name_keys(folder: Path, root: Sequence[Path], content: Sequence[Path], needs: tuple[int, int]) -> Path:
    """The next root, unsigned: who may name keys, who may sign content, and how many of each must."""
    made = Root(version=_roots(folder) + 1, expires=_NEVER, consistent_snapshot=True)
    for roles, files, threshold in ((("root",), root, needs[0]), (_FOR_CONTENT, content, needs[1])):
        if not 1 <= threshold <= len(files):
            raise PublishingError(f"{threshold} signatures of {len(files)} keys cannot be had.")
        for role in roles:
            for file in files:
                described = strict_object(file.read_bytes())
                made.add_key(SSlibKey.from_dict(described.pop("keyid"), described), role)
            made.roles[role].threshold = threshold
    folder.mkdir(parents=True, exist_ok=True)
    return _write(Metadata(made), folder / f"{made.version}.root.json")


def release(folder: Path, content: Path, taken_back: Sequence[int]) -> Path:
    """The next release, unsigned: the content beside its description. Versions once taken back stay so."""
    opened = open_content(content)
    if isinstance(opened, ContentFault):
        raise PublishingError(f"{opened.reason} Compile it again.")
    version = Library(opened).edition.version
    opened.connection.close()
    made = Targets(version=version, expires=_NEVER)
    made.targets[CONTENT] = TargetFile(content.stat().st_size, {"sha256": opened.sha256}, CONTENT)
    before = _released(folder)
    if before is not None and version <= before.version:
        raise PublishingError(f"Version {before.version} is out already. Raise `version` in edition.toml and compile.")
    withdrawn = {*taken_back, *(before.unrecognized_fields.get(WITHDRAWN, []) if before is not None else [])}
    if withdrawn and max(withdrawn) >= version:
        raise PublishingError("Only versions before this one can be taken back.")
    made.unrecognized_fields[WITHDRAWN] = sorted(withdrawn)
    for old in folder.glob("*.content.db"):
        old.unlink()
    shutil.copyfile(content, folder / f"{opened.sha256}.content.db")
    return _write(Metadata(made), folder / "targets.json")


def sign(file: Path, key: Path, passphrase: str) -> None:
    """Adds one signature to a root or a release; made on the machine of whoever holds the key."""
    secret = serialization.load_pem_private_key(key.read_bytes(), passphrase.encode())
    if not isinstance(secret, Ed25519PrivateKey):
        raise PublishingError(f"{key.name} is not an Ed25519 key.")
    metadata = Metadata[Root].from_dict(strict_object(file.read_bytes()))
    metadata.sign(CryptoSigner(secret), append=True)
    _write(metadata, file)


def pack(folder: Path, out: Path, root: Path) -> None:
    """The finished pack as one file, once it stands before the eyes of a program that trusts the given root."""
    members = members_of(folder)
    verdict = verified(members, [Anchor("publisher", root.read_bytes())])
    if file_digest(members[verdict.member].file) != verdict.sha256:
        raise PublishingError("The content in the folder is not the content that was signed. Release it again.")
    chosen = {name: member.file for name, member in members.items()}
    write_file(chosen, out)
    verified(members_of(out), [Anchor("publisher", root.read_bytes())])


def _roots(folder: Path) -> int:
    return len(list(folder.glob("*.root.json")))


def _released(folder: Path) -> Targets | None:
    """The last release of the folder."""
    place = folder / "targets.json"
    return Metadata[Targets].from_dict(strict_object(place.read_bytes())).signed if place.is_file() else None


def _write(metadata: Metadata[Root] | Metadata[Targets], place: Path) -> Path:
    described = metadata.to_dict()
    described["signatures"].sort(key=lambda signature: signature["keyid"])
    place.write_bytes(canonical(described))
    return place


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="publish.py", description="Make, sign and renew content packs.")
    commands = parser.add_subparsers(dest="command", required=True)
    made = commands.add_parser("key", help="a new key, and its public half beside it")
    made.add_argument("place", type=Path)
    named = commands.add_parser("name-keys", help="the first root, or the next one after a change of keys")
    named.add_argument("folder", type=Path)
    for role in ("root", "content"):
        named.add_argument(f"--{role}", type=Path, nargs="+", required=True, metavar="PUB")
        named.add_argument(f"--{role}-needs", type=int, default=2, metavar="N", help="signatures needed; 2")
    released = commands.add_parser("release", help="the next release of a compiled content.db")
    released.add_argument("folder", type=Path)
    released.add_argument("content", type=Path)
    released.add_argument("--take-back", type=int, nargs="*", default=[], metavar="VERSION")
    signed = commands.add_parser("sign", help="add one signature to a file")
    signed.add_argument("file", type=Path)
    signed.add_argument("key", type=Path)
    for each in (made, signed):
        each.add_argument(
            "--passphrase-file", type=Path, help="instead of being asked; for machines without a keyboard"
        )
    packed = commands.add_parser("pack", help="check everything as the program does, and write one file")
    packed.add_argument("folder", type=Path)
    packed.add_argument("out", type=Path)
    packed.add_argument("--root", type=Path, required=True, help="the root that the programs out there trust")
    return parser


def _passphrase(options: argparse.Namespace) -> str:
    if options.passphrase_file is not None:
        return str(options.passphrase_file.read_text(encoding="utf-8")).strip()
    return getpass.getpass("Passphrase of the key: ")


def main(arguments: Sequence[str]) -> int:
    """0 when done, 1 with one line about what stands in the way."""
    options = _arguments().parse_args(arguments)
    try:
        match options.command:
            case "key":
                make_key(options.place, _passphrase(options))
            case "name-keys":
                needs = (options.root_needs, options.content_needs)
                print(name_keys(options.folder, options.root, options.content, needs))
            case "release":
                print(release(options.folder, options.content, options.take_back))
            case "sign":
                sign(options.file, options.key, _passphrase(options))
            case _:
                pack(options.folder, options.out, options.root)
    except (PublishingError, PackRefusedError, OSError, ValueError) as error:
        print(f"publish: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
