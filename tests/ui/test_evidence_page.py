"""Guidelines, studies, charts, breakpoints and references on the page and beside it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextDocument, qGray
from PySide6.QtWidgets import QApplication

from desktop.content.library import Library
from desktop.domain.guidelines import Position, circles, grade_line
from desktop.domain.provenance import Verification
from desktop.ui.codes import addresses, code_html
from desktop.ui.copying import copy_link, words_to_copy
from desktop.ui.exporting import exported
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.room import room_in
from desktop.ui.theme import Scheme
from tests.sheets.scanning import codes_in

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def unfolded(window: MainWindow) -> Iterator[MainWindow]:
    window.page.fold_all(False)
    yield window
    window.page.fold_all(False)


def test_the_guidelines_stand_right_after_the_direct_recommendation(library: Library) -> None:
    sections = library.topic("ndm").sections
    assert (sections[1].title, sections[1].generated) == ("Guidelines side by side", "guidelines")


def test_every_issuer_is_on_the_page_with_its_date_and_how_far_it_was_checked(
    unfolded: MainWindow, library: Library
) -> None:
    text = " ".join(unfolded.page.toPlainText().split())
    for guideline in library.guidelines("ndm"):
        assert f"{guideline.name} [" in text
        for position in guideline.positions.values():
            assert " ".join(position.text.split()) in text
    assert "strong; certainty moderate ⊕⊕⊕◯" in text
    assert "suggested, not graded; certainty not stated" in text


@pytest.mark.parametrize(
    ("certainty", "system", "shown"),
    [
        ("high", "GRADE", "⊕⊕⊕⊕"),
        ("moderate", "GRADE", "⊕⊕⊕◯"),
        ("low", "GRADE", "⊕⊕◯◯"),
        ("very low", "GRADE", "⊕◯◯◯"),
        ("moderate", "none", ""),
        ("moderate for the pair, low for cefiderocol", "GRADE", ""),
        (None, "GRADE", ""),
    ],
)
def test_circles_follow_the_words_of_grade_and_nobody_elses(certainty: str | None, system: str, shown: str) -> None:
    assert circles(certainty, system) == shown


def test_a_position_without_a_grade_has_no_line_of_one() -> None:
    assert grade_line(Position("This.", None, None, Verification.SECONDARY), "GRADE") == ""


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_a_chart_is_drawn_in_the_colours_of_the_scheme(window: MainWindow, looks: Looks, scheme: Scheme) -> None:
    looks.choose_scheme(scheme)
    image = window.page.loadResource(IMAGE, QUrl("chart:died/520"))
    ratio = image.devicePixelRatio()
    assert image.width() == round(520 * ratio)
    colours = looks.theme().colours
    drawn = {image.pixelColor(x, y).name().upper() for x in range(0, 400, 2) for y in range(0, 200, 2)}
    assert {colours["surface"].upper(), colours["accent"].upper()} <= drawn
    assert image.pixelColor(image.width() - 1, 0) == QColor(colours["surface"])


@pytest.mark.parametrize(
    "name", ["chart:nothing/520", "chart:died", "chart:died/", "chart:died/-1", "chart:died/x", "file:///etc/passwd"]
)
def test_any_other_image_is_a_blank_one(window: MainWindow, name: str) -> None:
    image = window.page.loadResource(IMAGE, QUrl(name))
    assert isinstance(image, QImage)
    assert (image.width(), image.height()) == (1, 1)


@pytest.mark.parametrize(
    ("pixels", "percent", "width"), [(2000, 100, 520), (520, 100, 520), (519, 100, 480), (744, 200, 360), (10, 200, 40)]
)
def test_a_chart_takes_the_room_that_the_text_size_leaves(pixels: int, percent: int, width: int) -> None:
    room = room_in(pixels, percent)
    assert (room.width, room.scaled(100)) == (width, percent)
    assert room.scaled(room.width) <= max(pixels, 40 * percent // 100)


def test_nothing_on_the_page_is_wider_than_the_page(window: MainWindow, looks: Looks, qapp: QApplication) -> None:
    for size, percent in (((1366, 768), 100), ((800, 600), 200)):
        looks.choose_size(percent)
        window.resize(*size)
        for topic in ("ndm#studies", "testing-for-mbl#breakpoints"):
            window.visit(topic)
            qapp.processEvents()
            assert window.page.document().size().width() <= window.page.viewport().width(), (size, topic)


def test_studies_in_patients_and_in_the_laboratory_are_counted_apart(unfolded: MainWindow, library: Library) -> None:
    studies = library.studies("ndm")
    people = sum(not study.preclinical for study in studies)
    text = unfolded.page.toPlainText()
    assert f"▸ Studies in patients ({people})" in text
    assert f"▸ Laboratory and animal work: no patients ({len(studies) - people})" in text
    unfolded.page.anchorClicked.emit(QUrl("fold:studies/patients"))
    unfolded.page.anchorClicked.emit(QUrl("fold:studies/laboratory"))
    text = unfolded.page.toPlainText()
    for study in studies:
        assert study.cannot_show in " ".join(text.split())
    assert text.count("LABORATORY OR ANIMAL WORK") == len(studies) - people
    unfolded.page.anchorClicked.emit(QUrl("fold:studies/patients"))
    unfolded.page.anchorClicked.emit(QUrl("fold:studies/laboratory"))


def test_every_chart_has_a_table_that_says_the_same(unfolded: MainWindow) -> None:
    unfolded.page.anchorClicked.emit(QUrl("fold:studies/died"))
    text = " ".join(unfolded.page.toPlainText().split())
    assert "10 of 52 (19.2%), 95% interval 10.8% to 31.9%" in text
    unfolded.page.anchorClicked.emit(QUrl("fold:studies/died"))


def test_the_studies_behind_a_section_are_its_deepest_layer_and_each_opens(unfolded: MainWindow) -> None:
    unfolded.page.anchorClicked.emit(QUrl("fold:first-line/studies"))
    assert "Falcone 2021: 102 patients" in unfolded.page.toPlainText()
    unfolded.page.anchorClicked.emit(QUrl("fold:first-line/studies"))
    unfolded.page.link_opened.emit("study:study-falcone-2021")
    assert not unfolded.drawer.isHidden()
    opened = unfolded.reader.links.opened_by("study:study-falcone-2021")
    assert opened is not None
    assert "Cannot show:" in opened.html
    assert unfolded.reader.links.opened_by("study:nobody") is None


def test_a_doi_is_copied_and_never_opened(window: MainWindow, library: Library) -> None:
    reference = library.references["bassetti2021"]
    opened = window.reader.links.opened_by("reference:bassetti2021")
    assert opened is not None
    assert reference.doi is not None
    link = copy_link(reference.doi)
    assert link in opened.html
    assert words_to_copy(link) == reference.doi
    assert words_to_copy("reference:x") is None
    QGuiApplication.clipboard().setText("before")
    window.reader.open(link)
    assert QGuiApplication.clipboard().text() == reference.doi


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_phone_reads_where_a_reference_is_found(
    window: MainWindow, looks: Looks, library: Library, scheme: Scheme
) -> None:
    looks.choose_scheme(scheme)
    known = {key: addresses(reference) for key, reference in library.references.items()}
    assert {name for found in known.values() for name in found} == {"DOI", "PMID", "address"}
    for key, name in (("bassetti2021", "DOI"), ("bassetti2021", "PMID"), ("lbl_us_avycaz", "address")):
        link = f"code:{key}/{name}"
        opened = window.reader.links.opened_by(f"reference:{key}")
        assert opened is not None
        assert link in opened.html
        window.reader.open(link)
        image = window.drawer.text.loadResource(IMAGE, re.findall(r'src="([^"]+)"', code_html(known[key][name]))[0])
        dots = bytes(qGray(image.pixel(x, y)) for y in range(image.height()) for x in range(image.width()))
        assert codes_in(memoryview(dots).cast("B", shape=[image.height(), image.width()])) == [known[key][name]]
        assert library.references[key].title[:20] in window.drawer.words()


def test_no_code_is_shown_of_what_a_reference_does_not_have(window: MainWindow, library: Library) -> None:
    without = next(reference for reference in library.references.values() if not reference.doi)
    assert window.reader.links.opened_by(f"code:{without.id}/DOI") is None
    assert window.reader.links.opened_by("code:nobody/DOI") is None
    assert window.reader.links.opened_by("code:bassetti2021") is None


@pytest.mark.parametrize("ending", [".ris", ".bib", ".json", ".RIS"])
def test_references_are_exported_in_the_form_of_the_files_ending(tmp_path: Path, library: Library, ending: str) -> None:
    references = tuple(library.references.values())
    path = tmp_path / f"references{ending}"
    assert exported(references, path).startswith(f"{len(references)} references were written as ")
    text = path.read_bytes().decode("utf-8")
    count = {".ris": r"^TY  - ", ".bib": r"^@", ".json": r'^    "id": '}[ending.lower()]
    assert len(re.findall(count, text, re.MULTILINE)) == len(references)
    if ending == ".json":
        assert len(json.loads(text)) == len(references)


def test_an_export_that_fails_says_so_and_leaves_nothing(tmp_path: Path, library: Library) -> None:
    references = tuple(library.references.values())
    assert exported(references, tmp_path / "references.doc").startswith("Nothing was written: name the file")
    assert "Choose another folder" in exported(references, tmp_path / "nowhere" / "references.ris")
    assert list(tmp_path.iterdir()) == []


def test_the_menu_asks_where_to_export_and_tells_what_came_of_it(window: MainWindow, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QFileDialog

    window.actions_.export_references.trigger()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "references.bib"))
    dialog.reject()
    assert (tmp_path / "references.bib").is_file()
    assert not window.drawer.isHidden()


def test_the_rows_of_a_label_answer_a_question(window: MainWindow) -> None:
    opened = window.reader.links.opened_by("answer:q-polymyxin-dose")
    assert opened is not None
    assert "polymyxin-b" in opened.html
    prepared = window.reader.links.opened_by("answer:q-prepare-cefiderocol")
    assert prepared is not None
    assert "Dilute in 100" in prepared.html.replace("\N{NO-BREAK SPACE}", " ")
