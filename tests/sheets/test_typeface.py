"""A bare system has neither fonts nor settings for them: ours are brought, and only there."""

import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from desktop.sheets.typeface import SETTINGS, bring_settings


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    monkeypatch.delenv("FONTCONFIG_FILE")


def test_a_system_without_settings_gets_ours(tmp_path: Path) -> None:
    bring_settings(tmp_path / "none")
    assert os.environ["FONTCONFIG_FILE"] == str(SETTINGS)


def test_a_system_with_settings_keeps_its_own(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").touch()
    bring_settings(tmp_path / "fonts.conf")
    assert "FONTCONFIG_FILE" not in os.environ


def test_settings_that_were_named_already_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/chosen")
    bring_settings(tmp_path / "none")
    assert os.environ["FONTCONFIG_FILE"] == "/chosen"


def test_our_settings_name_the_folder_that_they_lie_in() -> None:
    folder = ET.parse(SETTINGS).getroot().find("dir")
    assert folder is not None
    assert folder.get("prefix") == "relative"
    assert (SETTINGS.parent / str(folder.text)).samefile(SETTINGS.parent)
