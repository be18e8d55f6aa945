"""ICU's data without what is never asked for: laid out as ICU reads it, and Qt sorts with it as before."""

import os
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from icu_data import NotIcuDataError, packed, trim_icu, trimmed

HEAD = b"\x20\x00\xda\x27".ljust(12, b"\0") + b"CmnD".ljust(20, b"\0")
KEPT = {"icudt73l/coll/root.res": b"order", "icudt73l/root.res": b"the root", "icudt73l/uts46.nrm": b"n" * 17}
LEFT_OUT = {"icudt73l/coll/sv.res": b"Swedish", "icudt73l/ibm-1.cnv": b"converter", "icudt73l/zone/de.res": b"zones"}
SORT = """
import functools
from PySide6.QtCore import QCollator, QLocale
words = ["zebra", "Äpfel", "apfel", "Apfel", "öl", "ol", "file10", "file9", "ß", "ss", "émile", "Zoë", "10", "9"]
for name in ("C", "en_US", "de_DE", "ar_EG", "tr_TR"):
    collator = QCollator(QLocale(name))
    collator.setNumericMode(True)
    print(sorted(words, key=functools.cmp_to_key(collator.compare)))
    print(QLocale(name).toUpper("istanbul ß"), QLocale(name).toLower("ISTANBUL"))
"""


def test_what_is_kept_is_found_again_and_nothing_else() -> None:
    everything = dict(sorted((KEPT | LEFT_OUT).items()))
    library = b"\x7fELF" + b"." * 60 + HEAD + packed(everything)
    assert trimmed(library) == HEAD + packed(KEPT)


def test_every_item_begins_on_a_step_of_its_own() -> None:
    made = packed(KEPT)
    assert [made.index(item) % 16 for item in KEPT.values()] == [0, 0, 0]


@pytest.mark.parametrize("library", [b"", b"nothing", b"CmnD", b"." * 12 + b"CmnD" * 9])
def test_what_is_not_laid_out_as_icu_data_stops_the_build(library: bytes) -> None:
    with pytest.raises(NotIcuDataError):
        trimmed(library)


def test_qt_sorts_with_the_smaller_data_as_with_the_whole(tmp_path: Path) -> None:
    found = sorted((Path(PySide6.__path__[0]) / "Qt" / "lib").glob("libicudata.so.*"))
    if not found:
        pytest.skip("only Linux's Qt brings ICU data of its own")
    small = tmp_path / found[0].name
    small.write_bytes(found[0].read_bytes())
    trim_icu(tmp_path)
    assert small.stat().st_size < found[0].stat().st_size / 8

    def said(**more: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", SORT], env=os.environ | more, capture_output=True, text=True, timeout=60, check=True
        )
        assert done.stderr == ""
        return done.stdout

    assert said(LD_PRELOAD=str(small)) == said() != ""
