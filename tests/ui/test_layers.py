"""Recommendation, why, evidence, laboratory: always in this order, each folded away and brought back."""

import pytest
from PySide6.QtCore import QPoint, QUrl

from desktop.content.library import Library
from desktop.domain.guidance import Layer, layer_of
from desktop.ui.main_window import MainWindow

BEST = "Two trials pooled, looked at afterwards"
FOLD = "fold:alternatives/evidence"


@pytest.fixture
def unfolded(window: MainWindow) -> MainWindow:
    window.actions_.bottom_line.setChecked(False)
    window.page.fold_all(False)
    return window


def test_in_every_section_of_every_topic_the_layers_stand_in_one_order(library: Library) -> None:
    order = list(Layer)
    for slug in library.topic_slugs:
        for section in library.topic(slug).sections:
            layers = [order.index(layer_of(statement)) for statement in section.statements]
            assert layers == sorted(layers), section.id


def test_laboratory_work_never_stands_among_evidence_from_patients(library: Library) -> None:
    statements = [statement for section in library.topic("ndm").sections for statement in section.statements]
    assert {statement.preclinical for statement in statements if layer_of(statement) is Layer.EVIDENCE} == {False}
    assert any(layer_of(statement) is Layer.LABORATORY for statement in statements)


def test_a_layer_folds_away_and_comes_back(unfolded: MainWindow) -> None:
    page = unfolded.page
    assert BEST in page.toPlainText()
    page.anchorClicked.emit(QUrl(FOLD))
    assert BEST not in page.toPlainText()
    assert "▸ Evidence (3)" in page.toPlainText()
    page.anchorClicked.emit(QUrl(FOLD))
    assert BEST in page.toPlainText()


def test_with_recommendations_only_no_evidence_is_shown_and_every_recommendation_is(
    unfolded: MainWindow, library: Library
) -> None:
    unfolded.actions_.bottom_line.setChecked(True)
    text = " ".join(unfolded.page.toPlainText().split())
    for section in library.topic("ndm").sections:
        for statement in section.statements:
            first = " ".join(statement.text.split("\n")[0].split())[:60]
            assert (first in text) is (layer_of(statement) is Layer.RECOMMENDATION), statement.id
    unfolded.page.anchorClicked.emit(QUrl(FOLD))
    assert BEST in unfolded.page.toPlainText()
    unfolded.actions_.bottom_line.setChecked(False)
    assert "▸ Evidence" not in unfolded.page.toPlainText()


def test_a_folded_statement_is_still_found_at_its_layer(unfolded: MainWindow) -> None:
    unfolded.actions_.bottom_line.setChecked(True)
    unfolded.visit("ndm#alternatives-cefiderocol-pooled")
    assert unfolded.page.cursorForPosition(QPoint(40, 8)).block().text() == "▸ Evidence (3)"
    unfolded.actions_.bottom_line.setChecked(False)


def test_the_place_is_kept_when_the_window_changes_its_width(unfolded: MainWindow) -> None:
    unfolded.visit("ndm#dosing")
    for width in (1100, 1366, 1250):
        unfolded.resize(width, 768)
        assert unfolded.outline.currentItem().text() == "Dosing"
