"""What is shipped: the wheel's content, and that it works alone."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GENERATED = ("__pycache__", ".egg-info")


def files(folder: str, *, as_: str, pattern: str = "*") -> set[str]:
    """Return what a folder of the checkout should be called in the wheel."""
    return {
        f"{as_}/{path.relative_to(ROOT / folder).as_posix()}"
        for path in (ROOT / folder).rglob(pattern)
        if path.is_file() and not any(part.endswith(GENERATED) for part in path.parts)
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
    )
    (path,) = folder.glob("*.whl")
    return path


@pytest.mark.slow
def test_the_wheel_has_every_file_under_one_name(wheel: Path) -> None:
    names = {n for n in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in n}

    expected = files("netgraph", as_="netgraph") | files("cli", as_="netgraph/cli", pattern="*.py")
    expected |= files("sample_data", as_="netgraph/sample_data")
    assert expected == names


@pytest.mark.slow
def test_the_wheel_works_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(wheel)!r})\n"
        "from netgraph.cli.main import cli\n"
        "cli(['--help'], prog_name='netgraph')"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Usage: netgraph")
