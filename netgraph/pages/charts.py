"""Charts as inline SVG: a picture of numbers that are also said in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from netgraph.pages.safe import shown

_WIDTH = 460
_LABEL = 170
_ROW = 26


class Stage(NamedTuple):
    """One step of a search: how many of how many went on, and the 95 % interval of the share."""

    name: str
    hits: int
    cases: int
    low: float
    high: float


def funnel(stages: Sequence[Stage], *, title: str) -> Markup:
    """Return how many were left at every step, as a funnel, and the share with its interval.

    >>> "2 of 4, 15 to 85 %" in funnel([Stage("Talked", 2, 4, 0.15, 0.85)], title="From asking")
    True
    """
    said = [f"{s.name}: {_share(s)}" for s in stages]
    svg = _svg(_ROW * len(stages) + 4, title, said)
    middle, room = 200.0, 210.0
    most = max((stage.cases for stage in stages), default=0) or 1
    for row, stage in enumerate(stages):
        y = row * _ROW + 2
        _text(svg, stage.name, x=0, y=y + 16)
        for number, kind in ((stage.cases, "trough"), (stage.hits, "bar")):
            wide = room * number / most
            _bar(svg, middle - wide / 2, y + 2, wide, _ROW - 8, kind)
        _text(svg, _share(stage), x=_WIDTH, y=y + 16, anchor="end", kind="soft")
    return _markup(svg)


def _share(stage: Stage) -> str:
    """Say how many went on, and between which shares the true one may well lie."""
    spread = f", {stage.low * 100:.0f} to {stage.high * 100:.0f} %" if stage.cases else ""
    return f"{stage.hits} of {stage.cases}{spread}"


def give_and_take(months: Sequence[tuple[str, float, float]], *, title: str) -> Markup:
    """Return what was given (up) and taken (down) month by month, in talks."""
    said = [f"{month}: {given:.1f} given, {taken:.1f} taken" for month, given, taken in months]
    most = max((max(given, taken) for _, given, taken in months), default=0) or 1.0
    height, middle, reach = 170, 76, 60
    svg = _svg(height, title, said)
    step = (_WIDTH - 70) / max(1, len(months))
    for k, (month, given, taken) in enumerate(months):
        x = 70 + (k + 0.12) * step
        up, down = reach * given / most, reach * taken / most
        _bar(svg, x, middle - up, step * 0.76, up, "given")
        _bar(svg, x, middle + 2, step * 0.76, down, "taken")
        if k % 3 == len(months) % 3:
            _text(svg, month, x=x + step * 0.38, y=height - 12, anchor="middle", kind="soft")
    _text(svg, "from you", x=0, y=middle - 10, kind="given-word")
    _text(svg, "from them", x=0, y=middle + 20, kind="taken-word")
    _text(svg, f"{most:.1f}", x=62, y=middle - reach + 8, anchor="end", kind="soft")
    return _markup(svg)


def generations(rows: Sequence[tuple[str, int, int]], *, title: str) -> Markup:
    """Return how many people each generation has, and how many of them were met."""
    most = max((people for _, people, _ in rows), default=0) or 1
    said = [f"{name}: {people} named, {met} met" for name, people, met in rows]
    svg = _svg(_ROW * len(rows) + 4, title, said)
    room = _WIDTH - _LABEL - 90
    for row, (name, people, met) in enumerate(rows):
        y = row * _ROW + 2
        _text(svg, name, x=0, y=y + 16)
        _bar(svg, _LABEL, y, room * people / most, _ROW - 6, "pale")
        _bar(svg, _LABEL, y, room * met / most, _ROW - 6, "met")
        _text(svg, f"{met} of {people} met", x=_WIDTH, y=y + 16, anchor="end", kind="soft")
    return _markup(svg)


def saturation(totals: Sequence[int], *, title: str) -> Markup:
    """Return how a total grew with every talk; a line that flattens says that little is new."""
    height, left, room = 150, 40, 116
    most = max(totals, default=0) or 1
    svg = _svg(height, title, [f"after {len(totals)} talks: {totals[-1] if totals else 0}"])
    step = (_WIDTH - left - 10) / max(1, len(totals))
    points = [(left, room + 8.0)] + [
        (left + (k + 1) * step, 8 + room * (1 - total / most)) for k, total in enumerate(totals)
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    SubElement(svg, "polyline", {"points": path, "class": "line"})
    _text(svg, str(most), x=left - 6, y=14, anchor="end", kind="soft")
    _text(svg, "0", x=left - 6, y=room + 10, anchor="end", kind="soft")
    _text(svg, f"{len(totals)} talks", x=_WIDTH, y=height - 6, anchor="end", kind="soft")
    return _markup(svg)


def _svg(height: int, title: str, said: Sequence[str]) -> Element:
    """Return an empty drawing that says in words what it shows."""
    svg = Element("svg", {"viewBox": f"0 0 {_WIDTH} {height}", "role": "img", "class": "chart"})
    svg.set("aria-label", shown(f"{title}. {'; '.join(said)}", limit=2000))
    return svg


def _bar(svg: Element, x: float, y: float, width: float, height: float, kind: str) -> None:
    """Add a bar."""
    place = {"x": x, "y": y, "width": width, "height": height}
    SubElement(svg, "rect", {k: f"{v:.1f}" for k, v in place.items()} | {"class": kind, "rx": "2"})


def _text(
    svg: Element, text: str, *, x: float, y: float, anchor: str = "start", kind: str = "word"
) -> None:
    """Add a word."""
    at = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor, "class": kind}
    SubElement(svg, "text", at).text = shown(text, limit=40)


def _markup(svg: Element) -> Markup:
    """Return the drawing, which ElementTree has escaped."""
    return Markup(tostring(svg, encoding="unicode"))  # noqa: S704
