"""Pictures: the map and the referral tree, each one HTML page that loads nothing."""

from __future__ import annotations

from .map import map_html
from .marks import STANDINGS, Chain, Suggested, Suggestion
from .page import Page, write_page
from .tree import tree_html

__all__ = [
    "STANDINGS",
    "Chain",
    "Page",
    "Suggested",
    "Suggestion",
    "map_html",
    "tree_html",
    "write_page",
]
