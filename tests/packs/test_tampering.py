"""Every way to tamper with a pack: refused, in words for a ward, and the content in use stays in use."""

import json
import random
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.content.schema import SCHEMA
from desktop.packs.importing import staged
from desktop.packs.places import Places
from desktop.packs.refusal import PackRefusedError
from desktop.packs.strict_json import canonical, strict_object
from tests.packs.publishing import Publisher, as_file, places_of, rewrite
from tests.packs.test_importing import bring, in_use

Spoil = Callable[[Path], object]
# What a ward has no use for in the sentences that it reads; what is in brackets is for whoever is asked for help.
NOT_FOR_A_WARD = ("json", "sha", "metadata", "hash", "threshold", "zip", "ed25519", "traceback", "error", "exception")


def content(pack: Path) -> Path:
    (found,) = pack.glob("*.content.db")
    return found


def targets(pack: Path) -> Path:
    return pack / "targets.json"


def bit(choose: Callable[[Path], Path], where: float) -> Spoil:
    """One bit of a file turned over."""

    def spoil(pack: Path) -> None:
        path = choose(pack)
        data = bytearray(path.read_bytes())
        data[int(len(data) * where)] ^= 4
        path.write_bytes(data)

    return spoil


def cut(choose: Callable[[Path], Path], size: int | None) -> Spoil:
    """A file that ends early; None is half of it."""

    def spoil(pack: Path) -> None:
        data = choose(pack).read_bytes()
        choose(pack).write_bytes(data[: len(data) // 2 if size is None else size])

    return spoil


def said(data: bytes) -> Spoil:
    return lambda pack: targets(pack).write_bytes(data)


def appended(choose: Callable[[Path], Path]) -> Spoil:
    return lambda pack: choose(pack).write_bytes(choose(pack).read_bytes() + b"\n")


def signed_as(**changes: object) -> Spoil:
    return lambda pack: rewrite(targets(pack), **changes)


def raw_version(text: str) -> Spoil:
    """A version that is written in another way than as a whole number."""

    def spoil(pack: Path) -> None:
        targets(pack).write_bytes(targets(pack).read_bytes().replace(b'"version":5', f'"version":{text}'.encode()))

    return spoil


def signatures(change: Callable[[list[dict[str, str]]], object]) -> Spoil:
    """The signatures changed, in the one spelling."""

    def spoil(pack: Path) -> None:
        found = strict_object(targets(pack).read_bytes())
        change(found["signatures"])
        targets(pack).write_bytes(canonical(found))

    return spoil


def twice(pack: Path) -> None:
    """Two values under one name: the first is the one that was signed."""
    data = targets(pack).read_bytes()
    targets(pack).write_bytes(data[:-1] + b',"signed":' + json.dumps({"_type": "targets"}).encode() + b"}")


def one_signs_twice(found: list[dict[str, str]]) -> None:
    found[1] = dict(found[0])


def upper_case(found: list[dict[str, str]]) -> None:
    found[0]["sig"] = found[0]["sig"].upper()


def as_folder(pack: Path) -> None:
    targets(pack).unlink()
    targets(pack).mkdir()


def emptied(pack: Path) -> None:
    shutil.rmtree(pack)
    pack.mkdir()


DAMAGED = "pack-damaged"
TAMPERED: dict[str, tuple[Spoil, str]] = {
    "a bit of the content": (bit(content, 0.5), "content-damaged"),
    "a bit of the description": (bit(targets, 0.9), "pack-not-signed"),
    "a bit of a signature": (
        signatures(lambda found: found[0].update(sig=f"{int(found[0]['sig'][0], 16) ^ 4:x}" + found[0]["sig"][1:])),
        "pack-too-few-signatures",
    ),
    "a bit of the keys": (bit(lambda pack: pack / "1.root.json", 0.5), "pack-unknown-signer"),
    **{f"content of {size} bytes": (cut(content, size), DAMAGED) for size in (0, 1, 100, 4096, None)},
    **{f"a description of {size} bytes": (cut(targets, size), DAMAGED) for size in (0, 1, 100, None)},
    "a byte behind the content": (appended(content), DAMAGED),
    "a byte behind the description": (appended(targets), DAMAGED),
    "a byte behind the keys": (appended(lambda pack: pack / "1.root.json"), "pack-unknown-signer"),
    "a description that is nothing": (said(b"null"), DAMAGED),
    "a description that is a list": (said(b"[]"), DAMAGED),
    "a description that is empty": (said(b"{}"), DAMAGED),
    "a description that is a number": (said(b"7"), DAMAGED),
    "a description that is nested": (said(b"[" * 100_000), DAMAGED),
    "a description that is nested and closed": (said(b'{"signed":' * 5000 + b"1" + b"}" * 5000), DAMAGED),
    "a description of 10 MB": (said(b" " * 10_000_000), DAMAGED),
    "a description in UTF-16": (
        lambda pack: targets(pack).write_bytes(targets(pack).read_text().encode("utf-16")),
        DAMAGED,
    ),
    "a description with a mark of order": (
        lambda pack: targets(pack).write_bytes(b"\xef\xbb\xbf" + targets(pack).read_bytes()),
        DAMAGED,
    ),
    "two values under one name": (twice, DAMAGED),
    "one signature of two": (signatures(lambda found: found.pop()), "pack-too-few-signatures"),
    "one who signs twice": (signatures(one_signs_twice), DAMAGED),
    "no signature": (signatures(lambda found: found.clear()), "pack-not-signed"),
    "a signature in capitals": (signatures(upper_case), DAMAGED),
    "a signature of a stranger": (
        signatures(lambda found: found.append({"keyid": "0" * 64, "sig": "0" * 128})),
        DAMAGED,
    ),
    "an older version": (signed_as(version=4), "pack-not-signed"),
    "a changed hash": (signed_as(targets={}), "pack-not-signed"),
    **{
        f"version {text}": (raw_version(text), DAMAGED)
        for text in ("-1", '"5"', "5.0", "true", "0", "5e0", "[5]", "null", "05")
    },
    "version 2^63": (raw_version(str(2**63)), DAMAGED),
    "version 2^63 - 1": (raw_version(str(2**63 - 1)), "pack-not-signed"),
    "a version of 400 digits": (raw_version("9" * 400), DAMAGED),
    "NaN": (raw_version("NaN"), DAMAGED),
    "keys that are missing": (lambda pack: (pack / "1.root.json").unlink(), "pack-incomplete"),
    "a gap in the keys": (lambda pack: shutil.copy(pack / "1.root.json", pack / "3.root.json"), "pack-incomplete"),
    "keys that name themselves": (lambda pack: shutil.copy(pack / "1.root.json", pack / "2.root.json"), DAMAGED),
    "content that is missing": (lambda pack: content(pack).unlink(), "pack-incomplete"),
    "a description that is missing": (lambda pack: targets(pack).unlink(), "pack-foreign"),
    "a description that is a folder": (as_folder, "pack-foreign"),
    "an empty folder": (emptied, "pack-foreign"),
    "no pack at all": (shutil.rmtree, "pack-missing"),
}


def refused(pack: Path, machine: Places) -> str:
    """The code of a refusal that says what is wrong and what to do, and leaves everything as it was."""
    before = in_use(machine)
    with pytest.raises(PackRefusedError) as caught, staged(pack, machine):
        pass
    assert in_use(machine) == before
    assert machine.shelf is None or not (machine.shelf / "staging").exists()
    words = str(caught.value)
    plain = words.split("(")[0] + words.split(")")[-1]
    assert not [word for word in NOT_FOR_A_WARD if word in plain.lower()], words
    assert "Nothing was changed" in words
    assert str(pack) not in words
    return caught.value.code


@pytest.mark.hazard("H07")
@pytest.mark.parametrize("how", TAMPERED)
def test_a_pack_that_was_tampered_with_is_refused(pack: Path, machine: Places, how: str) -> None:
    spoil, code = TAMPERED[how]
    spoil(pack)
    assert refused(pack, machine) == code


@pytest.mark.parametrize("seed", range(40))
def test_any_bit_of_any_file_of_a_pack_counts(pack: Path, machine: Places, seed: int) -> None:
    chance = random.Random(seed)
    path = chance.choice(sorted(pack.iterdir()))
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    refused(pack, machine)


@pytest.mark.parametrize("part", ["head", "name", "middle", "directory", "end"])
def test_any_bit_of_a_pack_that_is_one_file_counts(pack: Path, machine: Places, tmp_path: Path, part: str) -> None:
    whole = as_file(pack, tmp_path / "whole").read_bytes()
    start = whole.rindex(b"PK\1\2")
    places = {"head": range(30), "name": range(30, 60), "middle": range(5000, 5004)}
    places |= {"directory": range(start, start + 46), "end": range(len(whole) - 22, len(whole))}
    for at in places[part]:
        data = bytearray(whole)
        data[at] ^= 1
        (tmp_path / "spoilt").write_bytes(data)
        refused(tmp_path / "spoilt", machine)


@pytest.mark.parametrize("size", [0, 1, 100, 4096, "half", "all but a byte", "a byte more", "two"])
def test_a_pack_that_is_one_file_of_another_length_is_refused(
    pack: Path, machine: Places, tmp_path: Path, size: int | str
) -> None:
    whole = as_file(pack, tmp_path / "whole").read_bytes()
    data = {
        "half": whole[: len(whole) // 2],
        "all but a byte": whole[:-1],
        "a byte more": whole + b"\0",
        "two": whole * 2,
    }
    (tmp_path / "spoilt").write_bytes(whole[:size] if isinstance(size, int) else data[size])
    refused(tmp_path / "spoilt", machine)


def zipped(out: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_STORED, mode: int = 0) -> Path:
    """A file as other tools write it."""
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr, entry.compress_type = mode << 16, compression
            archive.writestr(entry, data)
    return out


# A name that comes twice is one of the things tried, and the packer warns of it.
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "extra", ["../out.json", "/etc/out.json", "C:\\out.json", "folder/targets.json", "targets.json", "x"]
)
def test_a_file_that_other_tools_packed_is_refused_whatever_it_carries(
    pack: Path, machine: Places, tmp_path: Path, extra: str
) -> None:
    members = {path.name: path.read_bytes() for path in pack.iterdir()}
    for compression, mode in ((zipfile.ZIP_STORED, 0), (zipfile.ZIP_DEFLATED, 0), (zipfile.ZIP_STORED, 0o120777)):
        refused(zipped(tmp_path / "odd", members | {extra: b"{}"}, compression, mode), machine)
    assert not (tmp_path / "out.json").exists()


def test_a_bomb_is_refused_before_it_unfolds(machine: Places, tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "bomb", {"targets.json": b"\0" * 200_000_000}, zipfile.ZIP_DEFLATED)
    assert refused(bomb, machine) == DAMAGED


def test_a_length_that_is_a_lie_is_not_believed(pack: Path, machine: Places, tmp_path: Path) -> None:
    data = bytearray(as_file(pack, tmp_path / "whole").read_bytes())
    struct.pack_into("<LL", data, 18, 0xFFFFFFFF, 0xFFFFFFFF)
    (tmp_path / "liar").write_bytes(data)
    assert refused(tmp_path / "liar", machine) == DAMAGED


def test_an_older_and_an_equal_version_are_refused_and_told_apart(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "publisher")
    machine = places_of(publisher, tmp_path)
    packs = {version: publisher.release(version) for version in (2, 3)}
    bring(packs[3], machine)
    assert refused(packs[2], machine) == "pack-older"
    assert refused(packs[3], machine) == "pack-equal"


def test_the_version_that_came_with_the_program_is_not_imported_over_itself(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "publisher")
    assert refused(publisher.release(1), places_of(publisher, tmp_path)) == "pack-equal"


def test_files_of_one_pack_with_the_description_of_another_are_refused(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "publisher")
    machine = places_of(publisher, tmp_path)
    two, three = publisher.release(2), publisher.release(3)
    shutil.copy(targets(three), targets(two))
    assert refused(two, machine) == "pack-incomplete"
    content(two).rename(two / content(three).name)
    assert refused(two, machine) in ("content-damaged", DAMAGED)


def test_an_unknown_signer_is_refused(machine: Places, tmp_path: Path) -> None:
    stranger = Publisher(tmp_path / "stranger")
    assert refused(stranger.release(7), machine) == "pack-unknown-signer"


def test_the_right_keys_with_a_strangers_signature_are_refused(pack: Path, machine: Places, tmp_path: Path) -> None:
    stranger = Publisher(tmp_path / "stranger").release(7)
    shutil.copy(targets(stranger), targets(pack))
    shutil.copy(content(stranger), pack)
    assert refused(pack, machine) == "pack-not-signed"


def test_one_person_under_two_names_is_one_person(published: Publisher, machine: Places, pack: Path) -> None:
    """A root that lists one key twice, as its publisher might by mistake: both its signatures are one person's."""
    found = strict_object((pack / "1.root.json").read_bytes())
    key = published.signers[0]
    mine = strict_object(key.with_name(f"{key.name}.pub").read_bytes())["keyid"]
    described, again = found["signed"]["keys"][mine], "f" * 64
    found["signed"]["keys"] = {mine: described, again: described}
    for role in found["signed"]["roles"].values():
        role["keyids"] = [mine, again]
    for name in ("1.root.json", "targets.json"):
        signed = found if name == "1.root.json" else strict_object((pack / name).read_bytes())
        signed["signatures"] = []
        (pack / name).write_bytes(canonical(signed))
        published.sign(pack / name, [key])
        (signature,) = strict_object((pack / name).read_bytes())["signatures"]
        signed["signatures"] = [signature, signature | {"keyid": again}]
        (pack / name).write_bytes(canonical(signed))
    assert refused(pack, Places(machine.shelf, machine.site, pack / "1.root.json")) == "pack-too-few-signatures"


@pytest.mark.parametrize(
    ("commands", "code"),
    [
        ([f"PRAGMA user_version = {SCHEMA + 1}"], "content-newer"),
        ([f"PRAGMA user_version = {SCHEMA - 1}"], "content-older"),
        (["CREATE VIEW extra AS SELECT * FROM drug"], "content-foreign"),
        (["CREATE TRIGGER extra AFTER UPDATE ON drug BEGIN SELECT 1; END"], "content-foreign"),
        (["CREATE TABLE extra (text TEXT)"], "content-foreign"),
        (["PRAGMA application_id = 7"], "content-foreign"),
        (["UPDATE statement_source SET reference = 'nobody' WHERE position = 1"], DAMAGED),
        (["DELETE FROM edition"], DAMAGED),
        (["UPDATE edition SET version = 6"], DAMAGED),
    ],
)
def test_signed_content_that_does_not_fit_is_refused(
    published: Publisher,
    machine: Places,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    commands: list[str],
    code: str,
) -> None:
    pack = signed_anyway(published, tmp_path, commands)
    assert refused(pack, machine) == code


def signed_anyway(publisher: Publisher, tmp_path: Path, commands: list[str]) -> Path:
    """A pack whose content the publisher's tool would not have taken, with good signatures all the same."""
    from desktop.content.digest import file_digest
    from tests.packs.publishing import content_of

    folder = Path(shutil.copytree(publisher.home / "pack 5", tmp_path / "anyway"))
    content(folder).unlink()
    made = content_of(5, tmp_path / "made.db", *commands)
    digest = file_digest(made)
    described = {"hashes": {"sha256": digest}, "length": made.stat().st_size}
    found = strict_object(targets(folder).read_bytes())
    found["signed"]["targets"] = {"content.db": described}
    found["signatures"] = []
    targets(folder).write_bytes(canonical(found))
    publisher.sign(targets(folder), publisher.signers[:2])
    made.rename(folder / f"{digest}.content.db")
    return folder


@pytest.mark.parametrize("name", ["a b", "#1", "what?", "50%", "éàü", "x" * 240, "%20", "'; drop"])
def test_a_pack_is_read_whatever_its_path_is_called(pack: Path, machine: Places, tmp_path: Path, name: str) -> None:
    bring(Path(shutil.move(pack, tmp_path / name)), machine)
    assert in_use(machine) == ("imported", 5, 0)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "gone"])
def test_a_path_that_no_pack_can_have_is_told(machine: Places, tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name, machine) in ("pack-missing", "pack-unreadable")
