"""Each module of the library has its unit tests where one looks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    path.relative_to(ROOT / "netgraph")
    for path in (ROOT / "netgraph").rglob("*.py")
    if path.stem != "__init__"
)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_each_module_has_a_test_file_of_its_name(module: Path) -> None:
    tests = ROOT / "tests" / module.parent / f"test_{module.stem.lstrip('_')}.py"

    assert tests.is_file(), f"write {tests.relative_to(ROOT)}"
    assert "assert " in tests.read_text("utf-8")
