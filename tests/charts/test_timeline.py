"""The drawing of a schedule and the table that says the same."""

import re
import xml.etree.ElementTree as ET

import pytest

from desktop.charts.timeline import LANE_PX, WIDTH_PX, clock, timeline_svg, timeline_table
from desktop.domain.schedule import schedule
from tests.domain.test_schedule import plan

SHOWN = schedule([plan("a & b", 6, "180", "60"), plan("c", 8)], 24)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("start", "after", "words"),
    [
        (480, 0, "08:00"),
        (480, 959, "23:59"),
        (480, 960, "day 2, 00:00"),
        (0, 1439, "23:59"),
        (60, 2880, "day 3, 01:00"),
    ],
)
def test_times_are_by_a_24_hour_clock(start: int, after: int, words: str) -> None:
    assert clock(start, after) == words


def test_the_table_says_every_infusion_in_the_order_of_time() -> None:
    rows = timeline_table(SHOWN, 480)
    assert len(rows) == 4 + 3
    assert rows[0] == ("08:00", "09:00", "a & b", "loading dose, testicillin 1 g")
    assert rows[1] == ("08:00", "11:00", "c", "testicillin 500 mg")
    assert rows[-1] == ("day 2, 02:00", "day 2, 05:00", "a & b", "testicillin 500 mg")


def test_the_drawing_has_one_bar_for_each_infusion_inside_its_width() -> None:
    root = ET.fromstring(timeline_svg(SHOWN, 480))
    bars = root.findall(f"{SVG}rect")
    assert len(bars) == 7
    for bar in bars:
        left, width = float(bar.attrib["x"]), float(bar.attrib["width"])
        assert width > 0
        assert 0 <= left <= left + width <= WIDTH_PX


def test_a_load_is_told_by_word_and_outline_not_by_colour_alone() -> None:
    root = ET.fromstring(timeline_svg(SHOWN, 480))
    outlined = [bar for bar in root.findall(f"{SVG}rect") if bar.attrib.get("stroke-width") == "3"]
    words = [text.text for text in root.findall(f"{SVG}text")]
    assert len(outlined) == 1
    assert words.count("load") == 1
    assert "a & b, Label, every 6 hours" in words


def test_every_colour_is_a_token() -> None:
    svg = timeline_svg(SHOWN, 480)
    colours = re.findall(r'(?:fill|stroke)="([^"]+)"', svg)
    assert colours
    assert all(colour.startswith("@") for colour in colours)


@pytest.mark.parametrize(("start", "midnights"), [(480, 1), (0, 0)])
def test_midnight_is_a_stronger_line(start: int, midnights: int) -> None:
    root = ET.fromstring(timeline_svg(SHOWN, start))
    strong = [line for line in root.findall(f"{SVG}path") if line.attrib["stroke-width"] == "2"]
    assert len(strong) == midnights


@pytest.mark.parametrize("lane_px", [LANE_PX, 42, 32])
def test_no_line_strikes_through_the_name_of_a_lane(lane_px: int) -> None:
    root = ET.fromstring(timeline_svg(SHOWN, 480, lane_px))
    names = [float(text.attrib["y"]) for text in root.findall(f"{SVG}text") if text.attrib.get("font-weight")]
    assert names
    for line in root.findall(f"{SVG}path"):
        for top, bottom in re.findall(r"M[\d.]+ (\d+) V(\d+)", line.attrib["d"]):
            assert not any(float(top) < baseline - 1 and float(bottom) > baseline - 8 for baseline in names)


@pytest.mark.parametrize("lane_px", [LANE_PX, 42, 32])
def test_bars_stay_below_their_name_and_inside_their_lane_however_low_it_is(lane_px: int) -> None:
    root = ET.fromstring(timeline_svg(SHOWN, 480, lane_px))
    baselines = [float(text.attrib["y"]) for text in root.findall(f"{SVG}text") if text.attrib.get("font-weight")]
    bars = sorted({(float(bar.attrib["y"]), float(bar.attrib["height"])) for bar in root.findall(f"{SVG}rect")})
    tops, ends = [top for top, _ in bars], [top + height for top, height in bars]
    first, second = baselines
    assert first < tops[0] < ends[0] < second - 8
    assert second < tops[1] < ends[1] <= float(root.attrib["viewBox"].split()[3])
    assert ends[0] - tops[0] >= 14  # room for the word in a load
