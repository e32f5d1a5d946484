"""What means harm or is damaged: one clear line, and the store as it was."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from cli.main import cli
from netgraph.model.errors import NetgraphError, UnreadableFile
from netgraph.sources.linkedin.connections import MOST
from netgraph.store import Store
from tests.sources.exports import (
    ANA,
    BO,
    CONNECTIONS,
    ME,
    MESSAGES,
    PROFILE,
    Network,
    folder,
    message,
    table,
    zipped,
)

ROWS = (
    ("Ana", "Silva", ANA, "", "Acme", "Analyst", "12 Mar 2023"),
    ("Bo", "Chen", BO, "", "Blue River", "Chemist", "01 Feb 2020"),
)
LIST = table(CONNECTIONS, *ROWS)
EXPORT = {
    "Connections.csv": LIST,
    "Profile.csv": PROFILE,
    "messages.csv": table(
        MESSAGES, message("1", "Ana Silva", ANA, "Robin Ostrow", ME, "2024-03-19 14:02:11 UTC")
    ),
}


def run(store: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--store", str(store), "--as-of", "2026-05-01", *words])


def written(name: str, content: bytes | str) -> Callable[[Path], Path]:
    """Return what writes a file."""

    def write(root: Path) -> Path:
        (path := root / name).write_bytes(
            content if isinstance(content, bytes) else content.encode()
        )
        return path

    return write


def directory(root: Path) -> Path:
    (path := root / "x.csv").mkdir()
    return path


def loop(root: Path) -> Path:
    (path := root / "loop").mkdir()
    (path / "again").symlink_to(path)
    return path


def link_to_itself(root: Path) -> Path:
    (path := root / "self.csv").symlink_to("self.csv")
    return path


def pipe(root: Path) -> Path:
    os.mkfifo(path := root / "pipe.csv")
    return path


def nested(root: Path) -> Path:
    inner = zipped(root, "inner.zip", EXPORT)
    return zipped(root, "outer.zip", {"inner.zip": inner.read_bytes()})


PAGE = "<!DOCTYPE html><html><body>First Name,Last Name,Connected On</body></html>"
HARM: dict[str, Callable[[Path], Path]] = {
    "a page": written("Connections.csv", PAGE),
    "JSON": written("Connections.csv", '[{"First Name": "Ana"}, {"First Name": "Bo"}]'),
    "a workbook": written("Connections.csv", b"PK\x03\x04" + bytes(99)),
    "10,000 columns": written("wide.csv", ",".join(f"c{n}" for n in range(10_000)) + "\n1,2\n"),
    "one long line": written("line.csv", "x" * (5 << 20)),
    "an open quotation mark": written("q.csv", CONNECTIONS + '\n"' + "a," * (1 << 20)),
    "half a character": written("odd.csv", b"\xff\xfe" + "First Name\t".encode("utf-16-le") + b"a"),
    "noise": written("noise.csv", bytes(range(256)) * 99),
    "too many rows": written("Connections.csv", LIST + ",,,,x,,\n" * MOST),
    "only rows of no use": written("Connections.csv", CONNECTIONS + "\n,,,,Acme,,\n"),
    "a folder": directory,
    "a loop": loop,
    "a link to itself": link_to_itself,
    "a pipe": pipe,
    "a device": lambda root: Path("/dev/zero"),
    "a ZIP in a ZIP": nested,
    "nothing": lambda root: root / "nowhere\x1b[31m\nsecond line.csv",
}


@pytest.mark.parametrize("kind", HARM)
def test_harm_is_one_line_and_the_store_stays_as_it_was(kind: str, tmp_path: Path) -> None:
    store = tmp_path / "n.db"
    run(store, "import", str(folder(tmp_path, "export", {"Connections.csv": LIST})))
    before = Network(store).facts()
    result = run(store, "import", str(HARM[kind](tmp_path)))

    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr
    assert (Network(store).facts(), Network(store).changes()) == (before, 1)


@given(share=st.floats(0, 1, exclude_max=True))
def test_a_zip_cut_off_anywhere_is_refused(
    share: float, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("cut")
    path = zipped(root, "Basic.zip", EXPORT)
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])

    with pytest.raises(UnreadableFile):
        Network(root / "n.db").take(path)


@given(at=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_a_zip_with_one_byte_changed_is_read_or_refused(
    at: int, byte: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("changed")
    path = zipped(root, "Basic.zip", EXPORT)
    content = bytearray(path.read_bytes())
    content[at % len(content)] = byte
    path.write_bytes(content)

    with suppress(NetgraphError):
        Network(root / "n.db").take(path)

    with Store.open(root / "n.db") as store:
        assert store.faults() == []


@given(st.binary(max_size=200), st.sampled_from(list(EXPORT)), st.integers(0, 200))
def test_noise_in_a_file_of_an_export_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, name: str, at: int
) -> None:
    root = tmp_path_factory.mktemp("noise")
    content = EXPORT[name].encode()
    files: dict[str, str | bytes] = {**EXPORT, name: content[:at] + noise + content[at:]}
    report = Network(root / "n.db").take(folder(root, "export", files))

    assert {f.path.split("/")[-1] for f in report.files} == set(EXPORT)


@pytest.mark.skipif(os.name != "posix", reason="only there a name can be no text")
def test_a_file_whose_name_is_no_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"Conn\xff\x1b[31mections.csv")
    path.write_text(LIST, "utf-8")
    result = run(tmp_path / "n.db", "import", str(path))

    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert "Taken back: import Conn" in run(tmp_path / "n.db", "undo").stdout


def test_a_note_that_is_no_text_is_no_traceback(tmp_path: Path) -> None:
    run(tmp_path / "n.db", "add", "Ana Silva")

    assert run(tmp_path / "n.db", "log", "talked", "Ana", "--note", "a\udcffb").exit_code == 0


HOSTILE = "\x1b[31mred\x1b]0;title\x07\u202eback\u202c\u2066x\u2069\r\nsecond\x9b31m"
STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Import an export in which every text steers a terminal; return the store."""
    root = tmp_path_factory.mktemp("hostile")
    rows = [
        (f"Ana{n}{HOSTILE}", f"Silva{HOSTILE}", f"{ANA}-{n}", f"a{n}@x.org{HOSTILE}",
         f"Acme{HOSTILE}", f"Data scientist{HOSTILE}", "12 Mar 2020" if n else HOSTILE)
        for n in range(4)
    ]  # fmt: skip
    notes = "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On"
    files = {
        "Connections.csv": table(CONNECTIONS, *rows, ("", "", "", "", HOSTILE, "", "")),
        "Profile.csv": table("First Name,Last Name,Headline", (HOSTILE, HOSTILE, HOSTILE)),
        "Notes.csv": table(notes, ("a", "b", f"{ANA}-1", HOSTILE, "2020-01-01")),
        "Company Follows.csv": table("Organization,Followed On", (f"Acme{HOSTILE}", HOSTILE)),
        "messages.csv": table(
            MESSAGES,
            *(message(HOSTILE, HOSTILE, f"{ANA}-1", "Robin", ME, "2024-01-01") for _ in "ab"),
        ),
        "od\x1b[31md.csv": "x,y\n",
    }
    store = root / "n.db"
    export = folder(root, "export", files)
    told = run(store, "import", str(export), "--rejects", str(root / "rejects.csv"))
    assert told.exit_code == 0
    rejects = (root / "rejects.csv").read_text("utf-8")
    for text in (told.output, *(cell for row in csv.reader(io.StringIO(rejects)) for cell in row)):
        assert not STEERS.search(text)
    assert run(store, "goal", "add", f"data scientist{HOSTILE}").exit_code == 0
    assert run(store, "refer", "Ana1", f"New{HOSTILE}", "--new").exit_code == 0
    return store


@pytest.mark.parametrize(
    "command",
    [
        "people", "show Ana1", "suggest", "tree", "today", "stats", "reciprocity", "duplicates",
        "path Ana3", "check", f"show {HOSTILE}", f"import nowhere{HOSTILE}",
    ],
)  # fmt: skip
def test_no_text_of_an_export_steers_a_terminal(command: str, hostile: Path) -> None:
    word, _, rest = command.partition(" ")
    words = [word, rest] if rest else [word]
    result = run(hostile, *words)

    assert not isinstance(result.exception, Exception)
    assert not STEERS.search(result.output)
    if not result.exit_code:
        assert isinstance(json.loads(run(hostile, *words, "--json").stdout), dict)


def test_two_files_of_one_name_in_a_zip_are_both_read(tmp_path: Path) -> None:
    path = zipped(tmp_path, "Basic.zip", {"a/Connections.csv": table(CONNECTIONS, ROWS[0])})
    with ZipFile(path, "a") as archive:
        archive.writestr("b/Connections.csv", table(CONNECTIONS, ROWS[1]))
    Network(tmp_path / "n.db").take(path)

    with Store.open(tmp_path / "n.db") as store:
        assert len(store.ledger().people) == 3
