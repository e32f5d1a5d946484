"""``make mutants``: change the code in small ways, and count how often a package's tests notice.

mutmut makes the mutants and runs them, each against the tests of its own package alone, with the
examples in its docstrings.  A sample
is drawn with a fixed seed, so that two runs judge the same changes.  Workers are forked from a
server that has run no test: our caches would else answer for a mutant with what the original said.
Functions with a decorator are left as they are (mutmut changes none of them).

    python -m tests.mutants [--sample 300] [--keep FOLDER] [PACKAGE ...]
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
PACKAGES: Final = ("measures", "suggestions", "model", "journal", "store", "identity")
"""The scores, the ledger, and who is one person."""

GOAL: Final = 0.85
SEED: Final = 1
KILLED: Final = frozenset({"killed", "timeout", "segfault"})

CONFIGURATION: Final = """\
[mutmut]
source_paths=netgraph
only_mutate=netgraph/{package}/*
also_copy=
    cli
    docs
    sample_data
    README.md
    CHANGELOG.md
pytest_add_cli_args_test_selection=
    tests/{package}
    tests/test_examples_of_{package}.py
pytest_add_cli_args=
    -p
    no:cacheprovider
process_isolation=forkserver
timeout_multiplier=60
"""
"""A mutant is given long, so that a busy machine makes none look as if it had hung."""

EXAMPLES: Final = """\
import ast
import doctest
from importlib import import_module
from pathlib import Path

import pytest


def examples():
    root = Path(__file__).parents[1]
    original = root.parent if root.name == "mutants" else root
    for path in sorted((original / "netgraph/{package}").rglob("*.py")):
        name = ".".join(path.relative_to(original).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                text = ast.get_docstring(node) or ""
                if ">>>" in text:
                    called = getattr(node, "name", "module")
                    yield pytest.param(name, text, id=f"{{name}}-{{called}}")


@pytest.mark.parametrize(("name", "text"), tuple(examples()))
def test_example(name, text):
    told = []
    names = dict(vars(import_module(name)))
    found = doctest.DocTestParser().get_doctest(text, names, name, None, 0)
    failed, tried = doctest.DocTestRunner().run(found, out=told.append)
    assert tried
    assert not failed, "".join(told)
"""
"""The examples in the docstrings are tests of the package too; those of a mutant are no more."""

NAMES: Final = """\
from pathlib import Path
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

for path in sorted(Path("netgraph/{package}").rglob("*.py")):
    made = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
    for name in made.mutant_names:
        print(get_mutant_name(path, name))
"""


def main(arguments: Sequence[str]) -> int:
    """Try the packages, print a report, and return 1 if too many mutants live."""
    said = argparse.ArgumentParser(prog="python -m tests.mutants")
    said.add_argument("--sample", type=int, default=300, help="so many of each package")
    said.add_argument("--keep", type=Path, help="where to work; what is there is used again")
    said.add_argument("packages", nargs="*", choices=[*PACKAGES, []], help="all by default")
    chosen = said.parse_args(arguments)
    dead = []
    for package in chosen.packages or PACKAGES:
        with tempfile.TemporaryDirectory() as folder:
            work = (chosen.keep or Path(folder)) / package
            found = tried(package, chosen.sample, work)
        dead.append(report(package, found))
    return int(min(dead) < GOAL)


def tried(package: str, size: int, work: Path) -> dict[str, str]:
    """Return what became of each mutant of a sample."""
    laid_out(package, work)
    names = run(work, "-c", NAMES.format(package=package)).split()
    some = random.Random(SEED).sample(sorted(names), min(size, len(names)))
    run(work, "-m", "mutmut", "run", "--max-children", str(os.cpu_count() or 1), *some)
    return {name: fate for name, fate in fates(work) if name in set(some)}


def laid_out(package: str, work: Path) -> None:
    """Copy what belongs to the project, so that a mutant is never where somebody works."""
    work.mkdir(parents=True, exist_ok=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        here, there = ROOT / name, work / name
        if here.is_file() and not (there.exists() and there.read_bytes() == here.read_bytes()):
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(here, there)
    examples = work / "tests" / f"test_examples_of_{package}.py"
    for path, text in ((work / "setup.cfg", CONFIGURATION), (examples, EXAMPLES)):
        path.write_text(text.format(package=package), encoding="utf-8")


def run(work: Path, *words: str) -> str:
    """Run Python in a folder and return what it prints."""
    environment = os.environ | {"PYTHONPATH": ""}
    done = subprocess.run(
        [sys.executable, *words], cwd=work, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{' '.join(words[:4])} failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def fates(work: Path) -> Iterator[tuple[str, str]]:
    """Yield every mutant with what became of it."""
    for line in run(work, "-m", "mutmut", "results", "--all", "true").splitlines():
        name, found, fate = line.strip().partition(": ")
        if found:
            yield name, fate


def report(package: str, found: dict[str, str]) -> float:
    """Print what became of a package's mutants, and return the share that was killed."""
    killed = sum(fate in KILLED for fate in found.values())
    share = killed / max(1, len(found))
    print(
        f"{package}: {killed} of {len(found)} killed ({share:.0%})", dict(Counter(found.values()))
    )
    for name, fate in sorted(found.items()):
        if fate not in KILLED:
            print(f"  {fate}: {name}", flush=True)
    return share


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
