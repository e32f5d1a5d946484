"""The map, the tree and the report: the same pages as the files, inside the frame."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, render_template, url_for

from netgraph.graph.build import network_on
from netgraph.pages import map_html, report_html, tree_html
from netgraph.views.beside import gather
from netgraph.web.reading import reading

pages = Blueprint("pictures", __name__)

FRAMED = "frame-ancestors 'self'"
"""What our answer adds to the policy that stands in a picture: only we may frame it."""


@pages.get("/map")
def map_() -> str:
    """Show the map."""
    return _framed("Map", "map_picture")


@pages.get("/tree")
def tree() -> str:
    """Show the referral tree."""
    return _framed("Tree", "tree_picture")


@pages.get("/report")
def report() -> str:
    """Show the report for an adviser."""
    return _framed("Report", "report_picture")


@pages.get("/pictures/map")
def map_picture() -> Response:
    """Return the map as a page of its own."""
    view = reading().view()
    beside = gather(view)
    return _picture(
        map_html(network_on(view), ledger=view.ledger, **beside, pseudonymous=_hidden())
    )


@pages.get("/pictures/tree")
def tree_picture() -> Response:
    """Return the tree as a page of its own."""
    view = reading().view()
    return _picture(tree_html(view.ledger, as_of=view.day, pseudonymous=_hidden()))


@pages.get("/pictures/report")
def report_picture() -> Response:
    """Return the report as a page of its own."""
    view = reading().view()
    beside = gather(view)
    return _picture(report_html(network_on(view), view.ledger, **beside, pseudonymous=_hidden()))


def _hidden() -> bool:
    """Whether names are left out."""
    return bool(current_app.config["PSEUDONYMOUS"])


def _framed(heading: str, picture: str) -> str:
    """Return a page of ours with a picture in it."""
    source = url_for(f"pictures.{picture}")
    return render_template("picture.html", heading=heading, source=source)


def _picture(page: str) -> Response:
    """Return a page that brings its own policy along."""
    return Response(page, mimetype="text/html", headers={"Content-Security-Policy": FRAMED})
