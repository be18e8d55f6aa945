"""What a phone would read: QR codes by a reader that is not ours."""

import re
import subprocess
from pathlib import Path

import zxingcpp


def scanned(pdf: Path, dots_per_inch: int) -> list[str]:
    """The text of every code, page by page, from dots as coarse as a camera sees them."""
    command = ["pdftoppm", "-gray", "-r", str(dots_per_inch), str(pdf)]
    stream = subprocess.run(command, capture_output=True, check=True).stdout
    found: list[str] = []
    while head := re.match(rb"P5\n(\d+) (\d+)\n255\n", stream):
        width, height = int(head[1]), int(head[2])
        dots, stream = stream[head.end() : head.end() + width * height], stream[head.end() + width * height :]
        found += codes_in(memoryview(dots).cast("B", shape=[height, width]))
    assert not stream
    return found


def codes_in(grey: memoryview) -> list[str]:
    """The text of every code among rows of grey dots."""
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return [found.text for found in zxingcpp.read_barcodes(grey, formats=formats)]
