"""Pictures: the map and the referral tree, each one HTML page that loads nothing."""

from __future__ import annotations

from netgraph.pages.map import map_html
from netgraph.pages.marks import STANDINGS, Route, Suggested, Suggestion
from netgraph.pages.page import Page, write_page
from netgraph.pages.report import report_html
from netgraph.pages.tree import tree_html

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
