"""The site of the docs builds without a warning, and its pages load nothing from anywhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCES = sorted(
    path.relative_to(DOCS).with_suffix("")
    for path in DOCS.rglob("*")
    if path.suffix in {".md", ".ipynb"}
)

LOADED = re.compile(
    r"""(?:<script[^>]*\ssrc|<img[^>]*\ssrc|<iframe[^>]*\ssrc|<link[^>]*stylesheet[^>]*\shref)="([^"]+)"""
)
"""What a browser fetches while it opens a page."""


def test_the_site_is_built_as_its_readers_need_it(tmp_path: Path) -> None:
    """One test, since two workers would build it twice."""
    build = ["--fail-on-warning", "--keep-going", "--quiet", "docs", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *build],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (0, "") == (done.returncode, done.stderr)
    every_page_is_there(tmp_path)
    nothing_is_loaded_from_elsewhere(tmp_path)
    formulas_are_drawn_without_a_script(tmp_path)
    the_notebook_shows_tables_the_tree_and_the_map(tmp_path)


def every_page_is_there(site: Path) -> None:
    assert [] == [str(p) for p in SOURCES if not (site / p).with_suffix(".html").is_file()]


def nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loaded = {
        address
        for page in site.rglob("*.html")
        for address in LOADED.findall(page.read_text(encoding="utf-8"))
    }

    assert loaded
    assert [] == [address for address in sorted(loaded) if "//" in address]


def formulas_are_drawn_without_a_script(site: Path) -> None:
    text = (site / "api.html").read_text(encoding="utf-8")

    assert "<math" in text
    assert "MathJax" not in text


def the_notebook_shows_tables_the_tree_and_the_map(site: Path) -> None:
    text = (site / "notebook.html").read_text(encoding="utf-8")

    assert 2 == text.count("<iframe srcdoc=")
    assert text.count("<table") >= 5
    assert "Malik Oyelowo-Grant" in text
    assert "PICTURE" not in text
