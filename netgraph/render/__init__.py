"""Pictures: the map and the referral tree, each one HTML page that loads nothing."""

from __future__ import annotations

from .map import map_html
from .marks import STANDINGS, Route, Suggested, Suggestion
from .page import Page, write_page
from .report import report_html
from .tree import tree_html

__all__ = [
    "STANDINGS",
    "Page",
    "Route",
    "Suggested",
    "Suggestion",
    "map_html",
    "report_html",
    "tree_html",
    "write_page",
]
