"""One self-contained HTML page: pyvis's network through our own template, nothing ever loaded.

pyvis supplies the drawing library and the node and edge objects; its own template would run
markup found in names, so ours replaces it.  All data lies in one inert block.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from netgraph.model.errors import NetgraphError
from netgraph.model.private_files import write_private
from netgraph.pages.pyvis_door import pyvis
from netgraph.pages.safe import inline, json_block, policy
from netgraph.pages.scripts import script_of, style_of

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
LIBRARY_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "dragNodes": False,
        "hover": False,
        "keyboard": False,
        "selectConnectedEdges": False,
        "selectable": False,
        "zoomSpeed": 0.7,
    },
    "nodes": {"borderWidth": 1, "chosen": False},
    "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
}


class Page(str):
    """A whole HTML document; a notebook shows it as the picture it is."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return a frame that holds the page and keeps it from the notebook's own."""
        return (
            f'<iframe srcdoc="{escape(self)}" sandbox="allow-scripts allow-downloads allow-modals"'
            ' width="100%" height="720" title="netgraph"></iframe>'
        )


def node(identity: str, **options: Any) -> dict[str, Any]:
    """Return pyvis's node of that id."""
    made: dict[str, Any] = pyvis().Node(identity, "dot", None, **options).options
    return made


def edge(identity: str, source: str, target: str, **options: Any) -> dict[str, Any]:
    """Return pyvis's directed edge of that id."""
    made: dict[str, Any] = pyvis().Edge(source, target, True, id=identity, **options).options
    return made


def assemble(
    body: str,
    *,
    title: str,
    data: Mapping[str, Any],
    nodes: Sequence[Mapping[str, Any]],
    edges: Sequence[Mapping[str, Any]],
    start: str,
    styles: Sequence[str],
    context: Mapping[str, Any] | None = None,
) -> Page:
    """Return the page whose body is the template ``body``, with ``data`` for its script."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    library = inline(_library())
    script = inline(script_of(start))
    style = inline(style_of(styles))
    environment = Environment(
        loader=PackageLoader("netgraph.pages", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        library=library,
        script=script,
        style=style,
        policy=policy(scripts=(library, script), styles=(style,)),
        body=body,
        block=_block(data),
        **(context or {}),
    )
    network = pyvis().Network(heading=title, cdn_resources="in_line")
    network.nodes, network.edges, network.options = list(nodes), list(edges), dict(OPTIONS)
    network.templateEnv, network.path = environment, "page.html"
    return Page(network.generate_html())


def write_page(path: Path, html: str) -> None:
    """Write a page that only its owner may read: it holds everybody they know.

    Raises
    ------
    InvalidInput
        If there is no way to write to that path.
    """
    write_private(path, html.encode())


def _library() -> str:
    """Return the drawing library that pyvis carries, and no other."""
    source = files("pyvis").joinpath(LIBRARY)
    try:
        found = source.read_bytes()
    except OSError:
        found = b""
    if sha256(found).hexdigest() != LIBRARY_SHA256:
        raise NetgraphError(
            "the installed pyvis does not carry the vis-network 9.1.2 that netgraph has checked; "
            "install it again with: pip install --force-reinstall pyvis==0.3.2"
        )
    lines = found.decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("//# sourceMappingURL"))


def _block(data: Mapping[str, Any]) -> Callable[..., str]:
    """Return what puts the data, and what pyvis holds, into the template."""
    return lambda nodes, edges, options: json_block(
        {**data, "vis": {"nodes": nodes, "edges": edges, "options": json.loads(options)}}
    )
