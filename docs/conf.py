"""How Sphinx builds the site of these pages: make docs. Nothing is fetched, and nothing loaded."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.utils.math import latex2mathml

sys.path.insert(0, str(Path(__file__).parents[1]))

import netgraph
from docs.run_notebook import NotebookParser

project = "netgraph"
author = "the authors of netgraph"
version = release = netgraph.__version__
html_title = f"netgraph {version}"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown", ".ipynb": "notebook"}
exclude_patterns = ["**/.*"]

# Links to headings work as on GitHub, down to ###.
myst_heading_anchors = 3

# In docstrings `name` is code, and a link where the name has an entry.
default_role = "py:obj"
smartquotes = False
highlight_language = "none"
add_module_names = False
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
napoleon_google_docstring = False
napoleon_use_rtype = False

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_copyright = False
html_copy_source = False
html_show_sphinx = False
html_show_search_summary = False  # it would fetch pages, which a browser refuses of a file
html_math_renderer = "mathml"
html_theme_options = {
    "top_of_page_buttons": [],
    "light_css_variables": {"color-brand-primary": "#1f5f8b", "color-brand-content": "#1f5f8b"},
    "dark_css_variables": {"color-brand-primary": "#8fd0ff", "color-brand-content": "#8fd0ff"},
}


def _mathml(self: Any, node: nodes.math) -> None:
    """Write a formula as MathML, which browsers draw without a script."""
    self.body.append(latex2mathml.tex2mathml(node.astext()))
    raise nodes.SkipNode


def _mathml_block(self: Any, node: nodes.math_block) -> None:
    """Write a formula that stands on lines of its own."""
    text = node.astext()
    self.body.append(f"<div class='math'>{latex2mathml.tex2mathml(text, as_block=True)}</div>")
    raise nodes.SkipNode


def _out_of_the_site(app: Any, page: str, text: list[str]) -> None:
    """Name the files of the checkout that are no pages, instead of linking to them."""
    text[0] = re.sub(r"\[([^\]]+)\]\(\.\./[A-Z]+\.md[^)]*\)", r"`\1`", text[0])


def _all_listed(app: Any, page: str, text: list[str]) -> None:
    """List the pages that the index does not name yet last."""
    if page == app.config.root_doc:
        entries = re.findall(r"^(?:.*<)?([\w/-]+)>?$", text[0], re.MULTILINE)
        new = sorted({path.stem for path in Path(app.srcdir).glob("*.md")} - {page, *entries})
        text[0] = re.sub(r"```\s*\Z", "\n".join([*new, "```"]), text[0])


def setup(app: Any) -> None:
    """Tell Sphinx of formulas, of what to do with the text of pages, and of notebooks."""
    app.connect("source-read", _out_of_the_site)
    app.connect("source-read", _all_listed)
    app.add_source_parser(NotebookParser)
    app.add_html_math_renderer("mathml", (_mathml, None), (_mathml_block, None))
