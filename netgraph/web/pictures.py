"""The map, the tree and the report: the same pages as the files, inside the frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as Redirect

from netgraph.graph.build import network_on
from netgraph.measures.referrals import lineage_on
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO
from netgraph.pages import map_html, report_html, tree_html
from netgraph.views.beside import gather
from netgraph.views.counts import summary
from netgraph.views.lineage_document import tree_document
from netgraph.views.whole_report import report_document
from netgraph.web.answers import Answer, is_pseudonymous, page
from netgraph.web.reading import reading

pages = Blueprint("pictures", __name__)

NOBODY: Final = "Everybody you know is drawn here, once you have brought your people in."
NO_DOORS: Final = (
    "Who opened which door grows here: it begins when somebody you know names somebody to you."
)
"""What would fill a picture."""

FRAMED = "frame-ancestors 'self'"
"""What our answer adds to the policy that stands in a picture: only we may frame it."""


def first() -> Redirect:
    """Lead to the map, where it is the first page."""
    return redirect("/map", 303)


@page(pages, "/map", name="map_")
def whole_map() -> Answer:
    """Show the map."""
    return _framed("Map", "map_picture", lambda: summary(reading().view()), _nobody())


@page(pages, "/tree")
def tree() -> Answer:
    """Show the referral tree."""
    view = reading().view()
    none = "" if view.ledger.referrals else NO_DOORS
    return _framed(
        "Tree", "tree_picture", lambda: tree_document(view.ledger, lineage_on(view)), none
    )


@page(pages, "/report")
def report() -> Answer:
    """Show the report for an adviser."""
    return _framed("Report", "report_picture", lambda: report_document(reading().view()), _nobody())


@pages.get("/pictures/map")
def map_picture() -> Response:
    """Return the map as a page of its own."""

    def drawn(view: AsOf, *, hidden: bool, links: str) -> str:
        G, beside = network_on(view), gather(view)
        return map_html(G, ledger=view.ledger, **beside, pseudonymous=hidden, links=links)

    return _picture("map", drawn)


@pages.get("/pictures/tree")
def tree_picture() -> Response:
    """Return the tree as a page of its own."""

    def drawn(view: AsOf, *, hidden: bool, links: str) -> str:
        return tree_html(view.ledger, as_of=view.day, pseudonymous=hidden, links=links)

    return _picture("tree", drawn)


@pages.get("/pictures/report")
def report_picture() -> Response:
    """Return the report as a page of its own."""

    def drawn(view: AsOf, *, hidden: bool, links: str) -> str:
        G, beside = network_on(view), gather(view)
        return report_html(G, view.ledger, **beside, pseudonymous=hidden, links=links)

    return _picture("report", drawn)


def _links() -> str:
    """Return what the addresses of people begin with; a picture that is taken along has none."""
    return "" if request.args.get("download") else "/people/"


def _hidden() -> bool:
    """Whether names are left out: for good, or as this address says."""
    return is_pseudonymous() or request.args.get("names") == "no"


def _nobody() -> str:
    """Say what would fill a picture that has nobody in it; "" if there is somebody."""
    return "" if reading().view().ledger.people.keys() - {EGO} else NOBODY


def _framed(heading: str, picture: str, document: Any, none: str) -> Answer:
    """Return a page of ours with a picture in it, or with what would fill it."""
    names = "no" if _hidden() else None
    shown = {
        "heading": heading,
        "source": url_for(f"pictures.{picture}", names=names),
        "file": url_for(f"pictures.{picture}", names=names, download="yes"),
        "hidden": _hidden(),
        "always": is_pseudonymous(),
        "teaches": none,
    }
    return Answer("picture.html", document, shown)


def _picture(name: str, draw: Callable[..., str]) -> Response:
    """Return a page that brings its own policy along, drawn once for the facts as they are."""
    here, hidden, links = reading(), _hidden(), _links()
    view = here.view()
    key = ("picture", name, hidden, links)
    picture = here.kept(key, lambda: draw(view, hidden=hidden, links=links))
    headers = {"Content-Security-Policy": FRAMED}
    if request.args.get("download"):
        headers["Content-Disposition"] = f"attachment; filename={name}.html"
    return Response(picture, mimetype="text/html", headers=headers)
