"""`sheet` writes a whole file in the form of its ending, or nothing, and says why."""

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.content.library import Library
from desktop.domain.version_word import version_word
from desktop.paths import ROOT
from tests.commands.answers import Run, change

pytestmark = pytest.mark.usefixtures("qapp")
KINDS = ("topic", "references", "downtime")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("ending", "begins"), [(".txt", b""), (".html", b"<!DOCTYPE html>"), (".PDF", b"%PDF-")])
def test_the_ending_decides_the_form(
    run: Run, tmp_path: Path, library: Library, kind: str, ending: str, begins: bytes
) -> None:
    place = tmp_path / f"für die Station #1{ending}"
    answer = run("sheet", "--kind", kind, "--out", place, "--json")
    assert answer.status == 0, answer.err
    assert answer.object["out"] == str(place)
    assert answer.object["words"] == version_word(library.sha256)
    assert place.read_bytes().startswith(begins)
    assert [path.name for path in tmp_path.iterdir()] == [place.name]


def test_a_page_of_html_needs_nothing_and_runs_nothing(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "folder.html"
    assert run("sheet", "--kind", "downtime", "--out", place).status == 0
    page = place.read_text(encoding="utf-8").lower()
    assert not any(mark in page for mark in ("<script", "javascript:", " src=", "@import", "url(", "<link", " onload"))
    assert page.count("href=") == page.count('href="#')


def test_html_and_text_say_the_same(run: Run, tmp_path: Path) -> None:
    text, page = tmp_path / "topic.txt", tmp_path / "topic.html"
    for place in (text, page):
        assert run("sheet", "--kind", "topic", "--topic", "testing-for-mbl", "--out", place).status == 0
    words = set(text.read_text(encoding="utf-8").replace("-", " ").split())
    shown = page.read_text(encoding="utf-8").replace("-", " ").replace("\u00a0", " ")
    assert len(words) > 300
    assert [word for word in words if word.strip("[],.:;()=") not in shown and "&" not in word] == []


def test_a_file_that_was_there_is_replaced_whole(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "sources.txt"
    place.write_text("old " * 100_000, encoding="utf-8")
    assert run("sheet", "--kind", "references", "--out", place).status == 0
    assert "old old" not in place.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("--out", "x.pdf"), "kind"),
        (("--kind", "poster", "--out", "x.pdf"), "kind"),
        (("--kind", "topic"), "out"),
        (("--kind", "topic", "--out", "x.docx"), "out"),
        (("--kind", "card", "--out", "x.pdf"), "case"),
        (("--kind", "topic", "--out", "x.pdf", "--case", "-"), "case"),
        (("--kind", "card", "--out", "x.pdf", "--case", "not there.json"), "case"),
        (("--kind", "topic", "--out", "x"), "out"),
        (("--kind", "topic", "--out", "x.txt", "--topic", "mrsa"), "topic"),
        (("--kind", "topic", "--out", "x.pdf", "--paper", "letter"), "paper"),
    ],
)
def test_what_was_not_understood_is_refused_and_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], field: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run("sheet", *arguments, "--json")
    assert answer.status == 2
    assert answer.object["error"]["field"] == field
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left(run: Run, tmp_path: Path) -> None:
    answer = run("sheet", "--kind", "references", "--out", tmp_path / "no such folder" / "x.txt", "--json")
    assert (answer.status, answer.code) == (1, "out")
    (tmp_path / "x.txt").mkdir()
    assert run("sheet", "--kind", "references", "--out", tmp_path / "x.txt", "--json").status == 2
    os.mkfifo(tmp_path / "pipe.txt")
    assert run("sheet", "--kind", "references", "--out", tmp_path / "pipe.txt", "--json").status == 2
    assert stat.S_ISFIFO((tmp_path / "pipe.txt").stat().st_mode)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pipe.txt", "x.txt"]


def test_content_that_cites_what_it_does_not_hold_makes_no_sheet(run: Run, tmp_path: Path, content_copy: Path) -> None:
    damaged = change(content_copy, "DELETE FROM reference WHERE id = 'idsa2026'")
    place = tmp_path / "topic.txt"
    answer = run("sheet", "--kind", "topic", "--out", place, "--content", damaged, "--json")
    assert (answer.status, answer.code) == (3, "content-damaged")
    assert not place.exists()


def test_a_machine_with_no_screen_makes_the_pdf_in_silence(tmp_path: Path) -> None:
    place = tmp_path / "sources.pdf"
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    surroundings = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "sheet", "--kind", "references", "--out", str(place)],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert place.read_bytes().startswith(b"%PDF-")


def test_the_program_of_the_window_serves_the_command_too(qapp: QApplication, run: Run, tmp_path: Path) -> None:
    assert run("sheet", "--kind", "references", "--out", tmp_path / "x.pdf").status == 0
    assert QApplication.instance() is qapp


CASE = {
    "age": 67,
    "sex": "female",
    "weight_kg": 70,
    "height_cm": 165,
    "creatinine_mg_dl": 1.9,
    "enzymes": ["ndm"],
    "drugs": ["ceftazidime-avibactam", "aztreonam"],
}


def test_a_card_is_made_of_a_case_in_a_file(run: Run, tmp_path: Path) -> None:
    case, place = tmp_path / "case.json", tmp_path / "card.txt"
    case.write_text(json.dumps(CASE), encoding="utf-8")
    assert run("sheet", "--kind", "card", "--case", case, "--out", place).status == 0
    text = " ".join(place.read_text(encoding="utf-8").split())
    assert "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total) every 12 hours, over 2 hours" in text
    assert "Creatinine clearance 28.2 mL/min (Cockcroft-Gault, adjusted weight)" in text


@pytest.mark.parametrize("ending", [".txt", ".html"])
def test_a_card_that_draws_no_times_says_why_and_what_to_choose(run: Run, tmp_path: Path, ending: str) -> None:
    case, place = tmp_path / "case.json", tmp_path / f"card{ending}"
    case.write_text(json.dumps(CASE), encoding="utf-8")
    assert run("sheet", "--kind", "card", "--case", case, "--out", place).status == 0
    text = " ".join(place.read_text(encoding="utf-8").replace("\u00a0", " ").split())
    open_ = "dose, loading dose, interval (6, 8 or 12 hours), infusion time of aztreonam"
    assert f"No times are drawn: the sources leave open {open_}" in text
    assert "Choose one way; the window draws it under Timeline, or write its times here." in text


def test_a_card_is_made_of_a_case_that_never_touches_the_disk(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(CASE).encode())))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    answer = run("sheet", "--kind", "card", "--case", "-", "--out", tmp_path / "card.pdf", "--json")
    assert answer.status == 0
    assert "67" not in answer.out.replace(str(tmp_path), "")
    assert [path.name for path in tmp_path.iterdir()] == ["card.pdf"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "case"),
        ("[]", "case"),
        ("null", "case"),
        ('{"age": 67, "age": 76}', "case"),
        ('{"weight_kg": NaN}', "case"),
        ('{"weight_kg": "70kg"}', "weight"),
        ('{"name": "Smith"}', "name"),
        ('{"drugs": "aztreonam"}', "drugs"),
        ('{"drugs": ["aspirin"]}', "drug"),
        ('{"age": 967, "sex": "female"}', "age"),
        ("[" * 50_000, "case"),
        ('{"site": "' + "x" * 200_000 + '"}', "case"),
        ("\udcff", "case"),
    ],
)
def test_a_case_that_cannot_be_read_is_refused_and_no_card_is_written(
    run: Run, tmp_path: Path, text: str, field: str
) -> None:
    case, place = tmp_path / "case.json", tmp_path / "card.pdf"
    case.write_text(text, encoding="utf-8", errors="surrogateescape")
    answer = run("sheet", "--kind", "card", "--case", case, "--out", place, "--json")
    assert (answer.status, answer.object["error"]["field"]) == (2, field)
    assert "Smith" not in answer.object["error"]["message"]
    assert not place.exists()
