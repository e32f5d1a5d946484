"""A PostgreSQL of the tests' own, and whether there is a Java for Spark."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

DEBIAN = Path("/usr/lib/postgresql")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start an empty server that only listens at a socket of its own; return its address."""
    programs = [path.parent for path in sorted(DEBIAN.glob("*/bin/initdb"))]
    if not programs and (found := shutil.which("initdb")):
        programs = [Path(found).resolve().parent]
    if not programs:
        pytest.skip("NOT TESTED on PostgreSQL: install it (Debian: apt install postgresql)")
    # A socket's path has at most 107 letters, which pytest's own folders may exceed.
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        data = f"{folder}/data"
        settings = f"-k {folder} -c listen_addresses='' -c fsync=off"
        control = [str(programs[-1] / "pg_ctl"), "-D", data, "-w"]
        _run(str(programs[-1] / "initdb"), "-D", data, "-U", "tests", "-A", "trust", "--no-sync")
        _run(*control, "-l", f"{folder}/log", "-o", settings, "start")
        try:
            yield f"postgresql://tests@/postgres?host={folder}"
        finally:
            _run(*control, "-m", "immediate", "stop")


@pytest.fixture(scope="session")
def java() -> None:
    """Skip what needs Java where there is none."""
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        install = "Debian: apt install default-jre-headless"
        pytest.skip(f"NOT TESTED on Apache Spark: install Java ({install})")


def _run(*command: str) -> None:
    """Run a program of PostgreSQL, which refuses to be root."""
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*user, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")
