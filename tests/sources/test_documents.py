from __future__ import annotations

import os
import shutil
import zipfile
from copy import copy
from pathlib import Path

import pytest

from netgraph.model.errors import UnreadableFile
from netgraph.sources.documents import open_documents
from netgraph.sources.protocol import Document, Reading

from .exports import folder, zipped

ROOT = os.geteuid() == 0


def found(*paths: Path) -> list[tuple[str, str]]:
    """Return the path of everything found, with the note of what is no document."""
    return [(d.path, d.note if isinstance(d, Reading) else "") for d in open_documents(paths)]


def test_a_folder_is_read_in_order_with_its_folders(tmp_path: Path) -> None:
    export = folder(tmp_path, "export", {"b.csv": "b", "Jobs/a.csv": "a", "a.csv": "a"})

    assert found(export) == [("export/Jobs/a.csv", ""), ("export/a.csv", ""), ("export/b.csv", "")]


def test_a_zip_is_read_wherever_it_lies(tmp_path: Path) -> None:
    export = folder(tmp_path, "exports", {})
    export.mkdir()
    zipped(export, "one.zip", {"Connections.csv": "x", "data/messages.csv": "y"})

    assert found(export) == [
        ("exports/one.zip/Connections.csv", ""),
        ("exports/one.zip/data/messages.csv", ""),
    ]


def test_the_bytes_of_an_entry_are_those_of_the_file(tmp_path: Path) -> None:
    export = zipped(tmp_path, "one.zip", {"messages.csv": b"x" * 50_000})
    (document,) = open_documents([export])
    assert isinstance(document, Document)

    with document.open() as stream:
        assert stream.read() == b"x" * 50_000
    assert (document.size, document.head, document.folder) == (50_000, b"x" * 16_384, "one.zip")


def test_two_arguments_of_one_name_are_told_apart(tmp_path: Path) -> None:
    one = folder(tmp_path / "one", "export", {"a.csv": "a"})
    two = folder(tmp_path / "two", "export", {"a.csv": "a"})

    assert found(one, two) == [(f"{one}/a.csv", ""), (f"{two}/a.csv", "")]


def test_what_systems_leave_behind_is_named_and_not_read(tmp_path: Path) -> None:
    export = folder(tmp_path, "export", {".DS_Store": "x", "__MACOSX/._a.csv": "x"})

    assert found(export) == [("export/.DS_Store", "hidden"), ("export/__MACOSX", "hidden")]


def test_what_a_mac_adds_to_a_zip_is_named_and_not_read(tmp_path: Path) -> None:
    export = zipped(tmp_path, "one.zip", {"__MACOSX/._a.csv": "x", "a.csv": "a"})

    assert found(export) == [("one.zip/__MACOSX/._a.csv", "hidden"), ("one.zip/a.csv", "")]


def test_names_cannot_steer_a_terminal(tmp_path: Path) -> None:
    export = folder(tmp_path, "export", {"a\x1b[31m\nb.csv": "a"})

    assert found(export) == [("export/a b.csv", "")]


def test_a_loop_of_folders_ends(tmp_path: Path) -> None:
    export = folder(tmp_path, "export", {"a/b.csv": "x"})
    (export / "a" / "up").symlink_to(export)

    assert found(export) == [
        ("export/a/b.csv", ""),
        ("export/a/up", "a link to a folder is not followed"),
    ]


def test_folders_too_deep_are_named(tmp_path: Path) -> None:
    deep = tmp_path / "export" / "/".join("d" * 400)
    deep.mkdir(parents=True)

    assert ["too many folders inside one another"] == [
        note for _, note in found(tmp_path / "export")
    ]


def test_a_zip_in_a_zip_is_named(tmp_path: Path) -> None:
    inner = zipped(tmp_path, "inner.zip", {"a.csv": "a"})
    outer = zipped(tmp_path, "outer.zip", {"inner.zip": inner.read_bytes()})

    assert found(outer) == [
        ("outer.zip/inner.zip", "a ZIP inside a ZIP is not opened; unpack it first")
    ]


@pytest.mark.parametrize(
    "name", ["../x.csv", "a/../../x.csv", "/etc/x.csv", "..\\x.csv", "C:\\x.csv"]
)
def test_a_zip_with_names_that_leave_its_folder_is_refused_whole(tmp_path: Path, name: str) -> None:
    (reading,) = open_documents([zipped(tmp_path, "slip.zip", {"good.csv": "x", name: "x"})])

    assert isinstance(reading, Reading)
    assert "would leave its folder" in reading.note
    assert sorted(p.name for p in tmp_path.iterdir()) == ["slip.zip"]


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    (reading,) = open_documents([zipped(tmp_path, "bomb.zip", {"messages.csv": b"0" * (4 << 20)})])

    assert isinstance(reading, Reading)
    assert "would grow from" in reading.note


def overlapping(path: Path, entries: int) -> Path:
    """Write a ZIP whose entries are all the same bytes of the file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0000.csv", "Name\n" * 1000)
        for number in range(1, entries):
            twin = copy(archive.infolist()[0])
            twin.filename = f"{number:04}.csv"
            archive.filelist.append(twin)
            archive.NameToInfo[twin.filename] = twin
    return path


def test_a_zip_whose_entries_overlap_is_refused(tmp_path: Path) -> None:
    (reading,) = open_documents([overlapping(tmp_path / "overlap.zip", 50)])

    assert isinstance(reading, Reading)
    assert "refused: entries of the ZIP overlap, as no export's do" == reading.note


def test_a_workbook_whose_entries_overlap_is_refused(tmp_path: Path) -> None:
    path = overlapping(tmp_path / "overlap.xlsx", 2)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    (reading,) = open_documents([path])

    assert isinstance(reading, Reading)
    assert "overlap" in reading.note


def test_a_list_of_entries_is_not_read_if_it_is_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}.csv", "")
    monkeypatch.setattr(zipfile, "ZipFile", None)  # whoever opens it fails
    (reading,) = open_documents([path])

    assert isinstance(reading, Reading)
    assert "refused: the ZIP has more than 20,000 files" == reading.note


def test_a_zip_cut_off_in_the_middle_is_unreadable(tmp_path: Path) -> None:
    path = zipped(tmp_path, "cut.zip", {"a.csv": "a" * 1000})
    path.write_bytes(path.read_bytes()[:-30])
    (reading,) = open_documents([path])

    assert isinstance(reading, Reading)
    assert reading.kind == "unreadable"
    assert "cut-off ZIP" in reading.note


@pytest.mark.parametrize("size", [2_000, 50_000, 3 << 20])
def test_a_damaged_entry_does_not_hide_the_others(tmp_path: Path, size: int) -> None:
    path = zipped(tmp_path, "crc.zip", {"a.csv": os.urandom(size), "b.csv": "b"})
    data = bytearray(path.read_bytes())
    data[size - 1700] ^= 0xFF
    path.write_bytes(data)
    bad, good = open_documents([path])

    assert isinstance(bad, Reading)
    assert bad.note.startswith("damaged inside the ZIP")
    assert isinstance(good, Document)


def test_an_entry_whose_packing_is_damaged_says_so(tmp_path: Path) -> None:
    path = zipped(tmp_path, "bad.zip", {"a.csv": "First Name,Last Name\n" * 50})
    data = bytearray(path.read_bytes())
    data[36:46] = b"\xff" * 10
    path.write_bytes(data)
    (reading,) = open_documents([path])

    assert isinstance(reading, Reading)
    assert reading.note.startswith("damaged inside the ZIP")


def test_a_folder_that_vanishes_meanwhile_does_not_stop_the_rest(tmp_path: Path) -> None:
    export = folder(tmp_path, "export", {"a.csv": "a", "b/c.csv": "c", "d.csv": "d"})
    walk = open_documents([export])
    next(walk)
    shutil.rmtree(export / "b")

    assert [(d.path, d.note if isinstance(d, Reading) else "") for d in walk] == [
        ("export/b", "no such file or directory"),
        ("export/d.csv", ""),
    ]


def test_an_encrypted_entry_says_what_to_do(tmp_path: Path) -> None:
    path = zipped(tmp_path, "secret.zip", {"a.csv": "a"})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    assert found(path) == [("secret.zip/a.csv", "encrypted: unpack it with its password first")]


def test_an_office_file_stays_one_document(tmp_path: Path) -> None:
    path = zipped(tmp_path, "book.xlsx", {"[Content_Types].xml": "x", "xl/workbook.xml": "x"})

    assert found(path) == [("book.xlsx", "")]


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="nowhere: no such file or directory"):
        list(open_documents([tmp_path / "nowhere"]))


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    with pytest.raises(UnreadableFile, match="neither a file nor a folder"):
        list(open_documents([tmp_path / "pipe.csv"]))
    assert found(tmp_path) == [(f"{tmp_path.name}/pipe.csv", "neither a file nor a folder")]


def test_a_link_to_itself_is_an_error_not_a_loop(tmp_path: Path) -> None:
    (tmp_path / "self").symlink_to("self")

    with pytest.raises(UnreadableFile, match="symbolic links"):
        list(open_documents([tmp_path / "self"]))


@pytest.mark.skipif(ROOT, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    export = folder(tmp_path, "export", {"a.csv": "a", "b.csv": "b"})
    (export / "a.csv").chmod(0)

    assert found(export) == [("export/a.csv", "permission denied"), ("export/b.csv", "")]
    with pytest.raises(UnreadableFile, match="permission denied"):
        list(open_documents([export / "a.csv"]))


def test_an_entry_without_a_name_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "Name,Email\nAna,ana@example.org\n")
        archive.writestr("#.csv", "Name,Email\nBo,bo@example.org\n")
    path.write_bytes(path.read_bytes().replace(b"#.csv", b"\0.csv"))

    assert 2 == len(list(open_documents([path])))
