"""An import: what was accepted is used from the next start, and what was not leaves no trace."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.content.opening import OpenContent
from desktop.packs.choosing import best, choose_unproven, dated
from desktop.packs.importing import roll_back, staged, staging
from desktop.packs.places import Places
from desktop.packs.refusal import PackRefusedError
from desktop.packs.shelf import read_note, write_note
from tests.packs.publishing import Publisher, as_file, places_of


def bring(pack: Path, machine: Places) -> None:
    """Imports and accepts."""
    with staged(pack, machine) as candidate:
        candidate.accept()


def in_use(machine: Places) -> tuple[str, int, int]:
    """Source, version, and the number of notices of what opens now."""
    choice = best(machine)
    assert isinstance(choice.content, OpenContent), choice.content
    version = Library(choice.content).edition.version
    choice.close()
    return choice.content.source, version, len(choice.notices)


def on_shelf(machine: Places) -> list[str]:
    """What lies on the shelf, beside lock and note."""
    assert machine.shelf is not None
    found = [path.relative_to(machine.shelf).as_posix() for path in machine.shelf.rglob("*")]
    return sorted(name.split("-")[0] for name in found if name.count("/") < 2)


def test_a_program_that_came_with_newer_content_is_not_held_back_by_an_old_import(pack: Path, machine: Places) -> None:
    bring(pack, machine)
    assert machine.shelf is not None
    note = read_note(machine.shelf)
    assert note.active is not None
    write_note(machine.shelf, replace(note, active=replace(note.active, version=1)))
    assert in_use(machine) == ("bundled", 1, 0)
    bring(pack, machine)
    assert in_use(machine) == ("imported", 5, 0)


def test_without_an_import_the_bundled_content_is_used(machine: Places) -> None:
    assert in_use(machine) == ("bundled", 1, 0)


@pytest.mark.parametrize("carried", ["folder", "file"])
def test_an_accepted_pack_is_used_from_the_next_start(
    pack: Path, machine: Places, tmp_path: Path, carried: str
) -> None:
    bring(pack if carried == "folder" else as_file(pack, tmp_path / "five"), machine)
    assert in_use(machine) == ("imported", 5, 0)
    assert on_shelf(machine) == ["active.json", "lock", "versions", "versions/v5"]


def test_a_pack_that_is_only_looked_at_changes_nothing(pack: Path, machine: Places) -> None:
    with staged(pack, machine) as candidate:
        assert candidate.edition.version == 5
    assert in_use(machine) == ("bundled", 1, 0)
    assert on_shelf(machine) == ["lock"]


def test_an_import_can_be_stopped_at_every_step_and_leaves_no_trace(
    pack: Path, machine: Places, tmp_path: Path
) -> None:
    file, stopped_at = as_file(pack, tmp_path / "five"), 0
    while True:
        with ExitStack() as held:
            steps = staging(file, machine, held)
            told = [done for _, done in zip(range(stopped_at), steps, strict=False)]
            steps.close()
        assert told == sorted(told)
        assert on_shelf(machine) in ([], ["lock"])
        if len(told) < stopped_at:
            break
        stopped_at += 1
    assert stopped_at > 5
    bring(file, machine)
    assert in_use(machine) == ("imported", 5, 0)


def test_going_back_leads_over_the_version_before_to_the_bundled_one(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "publisher")
    machine = places_of(publisher, tmp_path)
    for version in (2, 3, 4):
        bring(publisher.release(version), machine)
    assert on_shelf(machine) == ["active.json", "lock", "versions", "versions/v3", "versions/v4"]
    for expected in (("imported", 3, 0), ("bundled", 1, 0)):
        roll_back(machine)
        assert in_use(machine) == expected
    with pytest.raises(PackRefusedError) as caught:
        roll_back(machine)
    assert caught.value.code == "nothing-before"
    bring(publisher.home / "pack 4", machine)
    assert in_use(machine) == ("imported", 4, 0)


def test_keys_that_were_changed_twice_are_followed_and_the_old_ones_are_done_with(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "publisher")
    machine = places_of(publisher, tmp_path)
    old = publisher.release(9)
    publisher.change_keys(("ben", "cem", "dua"))
    publisher.change_keys(("dua", "eva", "fay"))
    (publisher.folder / "targets.json").unlink()
    bring(publisher.release(2), machine)
    assert in_use(machine) == ("imported", 2, 0)
    with pytest.raises(PackRefusedError) as caught:
        bring(old, machine)
    assert caught.value.code == "pack-old-keys"


def test_a_version_that_was_taken_back_is_never_used_again(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "publisher")
    machine = places_of(publisher, tmp_path)
    bad = publisher.release(2)
    bring(bad, machine)
    bring(publisher.release(3, take_back=[2]), machine)
    assert in_use(machine) == ("imported", 3, 0)
    assert roll_back(machine) is None
    assert in_use(machine) == ("bundled", 1, 0)
    with pytest.raises(PackRefusedError) as caught:
        bring(bad, machine)
    assert caught.value.code == "pack-withdrawn"


def test_a_site_publishes_for_itself_with_its_own_root(published: Publisher, pack: Path, tmp_path: Path) -> None:
    site = Publisher(tmp_path / "hospital")
    machine = places_of(published, tmp_path)
    own = site.release(2)
    with pytest.raises(PackRefusedError) as caught:
        bring(own, machine)
    assert caught.value.code == "pack-unknown-signer"
    machine.site.mkdir()
    (machine.site / "root.json").write_bytes(site.root.read_bytes())
    bring(pack, machine)
    bring(own, machine)
    assert in_use(machine) == ("imported", 2, 0)


def test_a_pack_that_an_administrator_unpacked_is_used_by_everybody(pack: Path, machine: Places) -> None:
    machine.site.mkdir()
    pack.rename(machine.site_content)
    assert in_use(machine) == ("site", 5, 0)


@pytest.mark.hazard("H07")
@pytest.mark.parametrize(("spoilt", "used"), [(b"", "site"), (b"\n", "bundled")])
def test_only_the_programs_own_content_is_read_before_its_hash_is_known_and_only_where_there_is_no_other(
    pack: Path, machine: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoilt: bytes, used: str
) -> None:
    monkeypatch.setattr("desktop.packs.places.site_folder", lambda: machine.site)
    alone = choose_unproven(None, tmp_path / "data")
    assert alone.is_unproven
    assert alone.is_as_made()
    alone.close()
    machine.site.mkdir()
    pack.rename(machine.site_content)
    (file,) = machine.site_content.glob("*.content.db")
    file.write_bytes(file.read_bytes() + spoilt)
    choice = choose_unproven(None, tmp_path / "data")
    assert isinstance(choice.content, OpenContent)
    assert (choice.content.source, choice.is_unproven) == (used, False)
    choice.close()


@pytest.mark.parametrize(("today", "said"), [("1990-01-01", 1), ("2026-11-26", 0), ("2100-01-01", 1)])
def test_the_calendar_warns_and_decides_nothing(pack: Path, machine: Places, today: str, said: int) -> None:
    with staged(pack, machine) as candidate:
        assert len(dated(candidate.edition, date.fromisoformat(today))) == said


def test_the_folder_that_a_policy_names_comes_in_place_of_the_sites(
    pack: Path, machine: Places, tmp_path: Path
) -> None:
    machine.site_content.mkdir(parents=True)
    named = replace(machine, named_content=tmp_path / "a share")
    assert in_use(named) == ("bundled", 1, 2), "it is said that the folder is not there, and what is used"
    # Of such a name, as of a folder that nobody may look into, the system only says that it cannot tell.
    unseen = replace(machine, named_content=tmp_path / ("a" * 5000))
    assert in_use(unseen) == ("bundled", 1, 2)
    assert not unseen.are_empty
    hidden = replace(unseen, named_content=None, site=tmp_path / ("a" * 5000))
    assert hidden.has_site_content is None
    assert in_use(hidden) == ("bundled", 1, 2), "it is said that nobody can see whether there is any, and what is used"
    assert not replace(hidden, shelf=None).are_empty
    assert replace(hidden, shelf=None, site=tmp_path / "none").are_empty
    pack.rename(tmp_path / "a share")
    assert in_use(named) == ("site", 5, 0)


def test_content_past_its_review_is_imported_and_said_to_be_so(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "publisher")
    machine = places_of(publisher, tmp_path)
    with staged(publisher.release(2, "UPDATE edition SET review_by = '2020-01-01'"), machine) as candidate:
        (warning,) = dated(candidate.edition, date(2026, 11, 26))
        candidate.accept()
    assert "was to be reviewed by 01-Jan-2020" in warning
    assert in_use(machine) == ("imported", 2, 0)


def test_a_program_without_a_publishers_root_accepts_no_packs(pack: Path, machine: Places) -> None:
    nobody = Places(machine.shelf, machine.site, machine.site / "nothing.json")
    with pytest.raises(PackRefusedError, match="accepts no content packs") as caught:
        bring(pack, nobody)
    assert caught.value.code == "pack-no-publisher"
    assert machine.shelf is not None
    assert not machine.shelf.exists()


def test_a_reader_who_can_keep_nothing_is_told(pack: Path, machine: Places) -> None:
    with pytest.raises(PackRefusedError) as caught:
        bring(pack, Places(None, machine.site, machine.publisher_root))
    assert caught.value.code == "not-written"
