"""Licences and bill of materials name everything that ships, and nothing that does not."""

import json
import re
from pathlib import Path

import pytest

from bill_of_materials import bill_of_materials
from components import PACKAGES, components
from desktop.paths import ROOT
from licences import NAME, write_licences


@pytest.fixture(scope="module")
def licences(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("licences")
    write_licences(folder)
    return (folder / NAME).read_text(encoding="utf-8")


def test_every_part_stands_in_the_licences_with_a_text(licences: str) -> None:
    for part in components():
        head, _, text = licences.partition(f"{part.name} {part.version}: {part.licence}\n")
        assert head, part.name
        assert len(text.partition("=" * 78)[2].strip()) > 20, part.name


def test_the_licences_tell_how_qt_is_changed_and_carry_the_lgpl(licences: str) -> None:
    assert "_internal/PySide6/" in licences
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in licences


def test_every_dependency_that_ships_is_a_part() -> None:
    table = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("dependencies = [")[2].partition("]")[0]
    named = {name.lower() for name in re.findall(r'"([A-Za-z0-9_-]+)', table)}
    assert named <= {name.lower() for name in PACKAGES}


def test_the_bill_is_the_same_for_the_same_moment_and_lists_the_systems_libraries(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "libEGL.so.1").write_bytes(b"library")
    bill = bill_of_materials(tmp_path, 0)
    assert bill == bill_of_materials(tmp_path, 0)
    read = json.loads(bill)
    assert read["bomFormat"] == "CycloneDX"
    assert read["metadata"]["timestamp"] == "1970-01-01T00:00:00Z"
    names = [part["name"] for part in read["components"]]
    assert len(names) == len(set(names))
    assert {"Qt", "SQLite", "CPython", "libEGL.so.1"} <= set(names)
