"""Every view looks as it did: screenshots, made small, against those kept beside this file.

Fonts differ between machines, so what is compared is where there is ink and of what colour, on a
grid of 80 by 50.  After a wanted change run this file with NETGRAPH_PICTURES=renew.
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.pages.conftest import Opener
from tests.pages.test_browser import MAP, PHONE, REPORT, TREE

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parent / "pictures"
TOLERANCE = 9.0
"""Mean difference of a channel, of 255, on the grid; a missing panel makes more than 20."""

SHRINK = """async ([shot, kept]) => {
  const grid = async (data) => {
    const image = new Image();
    image.src = "data:image/png;base64," + data;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [80, 50];
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, 80, 50);
    return [canvas, context.getImageData(0, 0, 80, 50).data];
  };
  const [canvas, a] = await grid(shot);
  if (!kept) return canvas.toDataURL("image/png").split(",")[1];
  const [, b] = await grid(kept);
  return a.reduce((sum, value, k) => sum + Math.abs(value - b[k]), 0) / a.length;
}"""


def nothing(page: Page) -> None:
    """Leave the page as it opens."""


def press(*keys: str) -> Callable[[Page], None]:
    """Press keys one after another."""

    def act(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)

    return act


VIEWS: dict[str, tuple[str, dict[str, Any], Callable[[Page], None]]] = {
    "map": (MAP, {}, nothing),
    "map-dark": (MAP, {"color_scheme": "dark"}, nothing),
    "map-phone": (MAP, PHONE, nothing),
    "map-person": (MAP, {}, press("n")),
    "map-path": (MAP, {}, press("g")),
    "tree-rings": (TREE, {}, press("r")),
    "tree-columns": (TREE, {"color_scheme": "dark"}, nothing),
    "report": (REPORT, {}, nothing),
}


AT_ONCE = ("map", "tree-columns")
"""Looked at by every run; the others by the long one."""


@pytest.mark.parametrize(
    "name", [n if n in AT_ONCE else pytest.param(n, marks=pytest.mark.long) for n in VIEWS]
)
def test_a_view_looks_as_it_did(open_page: Opener, name: str) -> None:
    html, options, act = VIEWS[name]
    page = open_page(html, bypass_csp=True, **options).page
    act(page)
    shot = b64encode(page.screenshot()).decode()
    kept = FOLDER / f"{name}.png"
    if os.environ.get("NETGRAPH_PICTURES") == "renew":
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(b64decode(page.evaluate(SHRINK, [shot, None])))

    difference = page.evaluate(SHRINK, [shot, b64encode(kept.read_bytes()).decode()])

    assert difference < TOLERANCE
