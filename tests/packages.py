"""``make packages``: what would be published, tried as somebody gets it.

The source package and the wheel are built and checked. Then the wheel alone is installed in an
empty environment, for each Python that uv finds, with the newest and (on the oldest Python) the
oldest versions of what it needs; there the demo runs, and every example in the docstrings.

    python -m tests.packages
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")
SHOWN: Final = ("click", "networkx", "numpy", "pandas", "flask", "rich")
LEFT_OUT: Final = ("pools", "assistants", "sample_data")
"""Packages whose examples need an extra, or are scripts."""


@dataclass(frozen=True)
class Trial:
    """One environment: which Python, and whether the oldest or the newest of everything."""

    python: str
    resolution: str

    @property
    def name(self) -> str:
        """Return what the trial is called."""
        return f"Python {self.python}, {self.resolution}"


def main() -> int:
    """Build, check and try the packages; return 1 if anything fails."""
    if shutil.which("uv") is None:
        sys.exit("make packages needs uv: https://docs.astral.sh/uv")
    let_uv_see_all_of_pyenv()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        built = build(work / "dist")
        failed = [trial for trial in trials() if not tried(trial, built, work)]
    return int(bool(failed))


def let_uv_see_all_of_pyenv() -> None:
    """Choose every Python that pyenv has: the one it has chosen hides the others from uv."""
    if shutil.which("pyenv"):
        named = (run("pyenv", "versions", "--bare") or "").split()
        os.environ.setdefault("PYENV_VERSION", ":".join(named))


def build(folder: Path) -> Path:
    """Build and check both packages, and return the wheel."""
    run(sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT))
    packages = [str(path) for path in sorted(folder.iterdir())]
    run(sys.executable, "-m", "twine", "check", "--strict", *packages)
    (wheel,) = folder.glob("*.whl")
    run(sys.executable, "-m", "check_wheel_contents", str(wheel))
    sizes = ", ".join(f"{Path(p).name} {Path(p).stat().st_size / 1e6:.1f} MB" for p in packages)
    print(f"Built and checked: {sizes}", flush=True)
    return wheel


def trials() -> Iterator[Trial]:
    """Yield what can be tried here; say which Python is not."""
    oldest = True
    for python in PYTHONS:
        if run("uv", "python", "find", python, check=False) is None:
            print(f"Python {python}: NOT TRIED, it is not here", flush=True)
            continue
        if oldest:
            yield Trial(python, "lowest-direct")
        oldest = False
        yield Trial(python, "highest")


def tried(trial: Trial, wheel: Path, work: Path) -> bool:
    """Install the wheel in an empty environment, use it there, and say how it went."""
    home = work / trial.name.replace(" ", "-").replace(",", "")
    environment = home / "venv"
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    run("uv", "venv", "--quiet", "--python", trial.python, str(environment))
    pip = ("uv", "pip", "install", "--quiet", "--python", str(python))
    run(*pip, "--resolution", trial.resolution, "-r", str(ROOT / "pyproject.toml"))
    run(*pip, "--no-deps", str(wheel))
    run(*pip, "pytest")
    variables = {"NETGRAPH_STORE": str(home / "network.db"), "PYTHONPATH": ""}
    demo = run(str(python), "-m", "netgraph.cli", "demo", str(home / "demo"),
               cwd=home, variables=variables, check=False)  # fmt: skip
    others = [f"--ignore-glob=*/netgraph/{name}/*" for name in LEFT_OUT]
    examples = run(
        str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", "--doctest-modules",
        "--import-mode=importlib", *others, "--pyargs", "netgraph",
        cwd=home, variables=variables, check=False,
    )  # fmt: skip
    versions = ", ".join(f"{name} {have}" for name, have in installed(python) if name in SHOWN)
    said = (examples or "examples FAILED").strip().splitlines()[-1]
    print(f"{trial.name}: demo {'FAILED' if demo is None else 'works'}; {said}; {versions}")
    return demo is not None and examples is not None


def installed(python: Path) -> Iterator[tuple[str, str]]:
    """Yield what is installed in an environment."""
    told = run("uv", "pip", "freeze", "--python", str(python), check=False) or ""
    for line in told.splitlines():
        name, found, version = line.partition("==")
        if found:
            yield name, version


def run(
    *words: str,
    cwd: Path = ROOT,
    variables: dict[str, str] | None = None,
    check: bool = True,
) -> str | None:
    """Run a program and return what it prints; if it fails, None, or the end of all."""
    done = subprocess.run(
        words, cwd=cwd, env=os.environ | (variables or {}), capture_output=True, text=True
    )
    if done.returncode == 0:
        return done.stdout
    told = f"{' '.join(words[:6])} ...\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
    if check:
        sys.exit(f"failed: {told}")
    if words[1:3] != ("python", "find"):
        print(told, file=sys.stderr)
    return None


if __name__ == "__main__":
    sys.exit(main())
