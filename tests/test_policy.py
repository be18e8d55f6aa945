"""What an administrator sets: followed where it is plain, named with its line where it is not, never guessed."""

from pathlib import Path

import pytest

from desktop import policy as policies
from desktop.domain.patient import CreatinineUnit
from desktop.paths import ROOT
from desktop.policy import BESIDE, FILE, NO_POLICY, Policy, first_policy, machine_policy


def policy_of(folder: Path, text: str | bytes) -> Policy:
    file = folder / FILE
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return first_policy((file,))


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    found = first_policy((tmp_path / FILE, tmp_path / BESIDE))
    assert found == NO_POLICY
    assert (found.calculators, found.kiosk, found.why_no_doses, found.fault_words) == (True, False, "", "")


def test_everything_that_can_be_set_is_followed_and_told(tmp_path: Path) -> None:
    text = 'kiosk = true\ncalculators = false\ncontent-folder = "/srv/a folder"\nbasis = "eu-label"\n'
    found = policy_of(tmp_path, text + 'creatinine-unit = "umol/L"')
    assert (found.kiosk, found.calculators, found.basis) == (True, False, "eu-label")
    assert (found.content_folder, found.creatinine_unit) == (Path("/srv/a folder"), CreatinineUnit.UMOL_L)
    assert found.faults == ()
    assert found.words == (
        "Kiosk: on. Calculators: off. Content of this site: /srv/a folder. Basis that comes first: eu-label. "
        "Unit of the creatinine: micromol/L."
    )
    assert f"policy ({tmp_path / FILE}) has turned the calculators off" in found.why_no_doses


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n# ours\nkiosks = true", 'Line 3: "kiosks" is not known here. There is: kiosk, calculators, content-folder'),
        ('kiosk = "on"', "Line 1: kiosk is true or false, without quotation marks."),
        ("kiosk = 1", "Line 1: kiosk is true or false, without quotation marks."),
        ("[kiosk]\non = true", "Line 1: kiosk is true or false, without quotation marks."),
        ('kiosk = true\ncalculators = "false"', "Line 2: calculators is true or false, without quotation marks."),
        ('content-folder = "content"', "Line 1: content-folder is the whole path of a folder, in quotation marks."),
        ("content-folder = 5", "Line 1: content-folder is the whole path of a folder, in quotation marks."),
        ('content-folder = "/a\\u0000b"', "Line 1: content-folder is the whole path of a folder, in quotation marks."),
        ('basis = "eu"', "Line 1: basis is one of: us-label, eu-label, idsa-2026, consensus-2019, nation-2017; in"),
        ('basis = ["eu-label"]', "Line 1: basis is one of: us-label, "),
        ('creatinine-unit = "mmol/L"', "Line 1: creatinine-unit is one of: mg/dL, umol/L; in quotation marks."),
        ("kiosk = true\nkiosk = false", "It is not written in TOML: Cannot overwrite a value (at "),
        ("kiosk = ja", "It is not written in TOML: Invalid value (at line 1, column 9)."),
        ("kiosk = " + "[" * 5000, "It is not written in TOML: it is nested too deeply."),
        (b"kiosk = true # \xff", "It is not written in TOML: "),
        ("kiosk = true".encode("utf-16"), "It is not written in TOML: "),
    ],
)
def test_a_fault_is_named_with_its_line_and_nothing_is_calculated(
    tmp_path: Path, text: str | bytes, words: str
) -> None:
    found = policy_of(tmp_path, text)
    assert len(found.faults) == 1
    assert found.faults[0].startswith(words)
    assert not found.calculators
    assert found.why_no_doses == found.fault_words
    assert str(tmp_path / FILE) in found.fault_words


def test_what_is_plain_is_followed_beside_a_fault(tmp_path: Path) -> None:
    found = policy_of(tmp_path, 'kiosk = true\nbasis = "eu-label"\ncalculator = true')
    assert (found.kiosk, found.basis, found.calculators) == (True, "eu-label", False)


def test_the_example_for_administrators_is_a_policy_without_a_fault(tmp_path: Path) -> None:
    page = (ROOT / "packaging" / "ADMINISTRATORS.md").read_text(encoding="utf-8")
    found = policy_of(tmp_path, page.partition("```toml\n")[2].partition("```")[0])
    assert found.faults == ()
    assert found == Policy(
        file=tmp_path / FILE,
        kiosk=True,
        calculators=False,
        content_folder=Path("/srv/wardlight/content"),
        basis="eu-label",
        creatinine_unit=CreatinineUnit.UMOL_L,
    )


def test_every_fault_is_named(tmp_path: Path) -> None:
    assert len(policy_of(tmp_path, "kiosk = 1\ncalculators = 0\ncolour = 'red'").faults) == 3


def test_a_mark_before_the_first_letter_is_read_over(tmp_path: Path) -> None:
    assert policy_of(tmp_path, "kiosk = true".encode("utf-8-sig")).kiosk


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_a_file_that_sets_nothing_changes_nothing(tmp_path: Path, text: str) -> None:
    found = policy_of(tmp_path, text)
    assert found == Policy(file=tmp_path / FILE)
    assert found.words == "Nothing differs from a machine without one."


def test_a_file_that_cannot_be_read_is_not_taken_for_none(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    found = first_policy((tmp_path / FILE, tmp_path / BESIDE))
    assert found.faults == ("It cannot be read (Is a directory).",)
    assert not found.calculators


def test_a_link_that_leads_nowhere_is_not_taken_for_none(tmp_path: Path) -> None:
    (tmp_path / FILE).symlink_to(tmp_path / "gone")
    assert first_policy((tmp_path / FILE,)).faults == ("It cannot be read (No such file or directory).",)


def test_the_administrators_file_comes_before_that_of_a_portable_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policies, "site_folder", lambda: tmp_path)
    monkeypatch.setattr(policies, "BESIDE_PROGRAM", tmp_path)
    (tmp_path / BESIDE).write_text("calculators = false")
    assert not machine_policy().calculators
    (tmp_path / FILE).write_text("kiosk = true")
    found = machine_policy()
    assert (found.kiosk, found.calculators) == (True, True)
