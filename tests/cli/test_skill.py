"""What an assistant is told holds: every command in it runs."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

import netgraph
from cli.main import cli

NAMES = {"WHO": "Greta Lindqvarn", "COMPANY": "Watershed", "WORDS": "analyst"}


def told() -> str:
    return CliRunner().invoke(cli, ["skill"]).output


def section(text: str, title: str) -> str:
    return text.partition(f"## {title}")[2].partition("\n## ")[0]


def commands(text: str) -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    return [line for block in blocks for line in block.strip().split("\n")]


def lines(text: str) -> list[str]:
    pools, routine = section(text, "Pools"), section(text, "The routine of a week")
    found = commands(text.replace(pools, ""))
    return found + [line for line in re.findall(r"`(netgraph [^`]+)`", routine) if " " in line[9:]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("skill")
    result = CliRunner().invoke(cli, ["demo", str(folder), "--json"])
    assert 0 == result.exit_code, result.output
    return folder / "network.db"


def test_it_is_a_skill_of_this_version() -> None:
    text = told()
    head = text.split("---\n")[1]

    assert {"name", "description"} == {line.split(":")[0] for line in head.strip().split("\n")}
    assert f"version {netgraph.__version__}" in head
    assert all(f"- `{name}`: " in text for name in ("suggest", "import", "forget", "skill"))
    assert ("VERSION" in text, "COMMANDS" in text) == (False, False)
    assert text.rstrip().split("\n")[-1].startswith("- `demo`: ")


def test_every_command_in_it_runs(store: Path) -> None:
    found = lines(told())
    assert 20 < len(found)
    assert "netgraph suggest -n 5 --json" in found
    for line in found:
        words = [NAMES.get(word, word) for word in shlex.split(line)[1:]]
        args = ["--store", str(store), "--as-of", "2026-05-02", *words]
        result = CliRunner().invoke(cli, args)
        assert 0 == result.exit_code, f"{line}: {result.output}"
        if "--json" in words:
            json.loads(result.stdout)


@pytest.mark.long
def test_the_commands_of_pools_run(tmp_path: Path) -> None:
    def run(who: str, *words: str) -> str:
        args = ["--store", str(tmp_path / f"{who}.db"), "--as-of", "2026-05-02", *words]
        result = CliRunner().invoke(cli, args)
        assert 0 == result.exit_code, f"{words}: {result.output}"
        return result.stdout

    def write(who: str) -> str:
        file = str(tmp_path / f"{who}.pool")
        run(who, "pool", "export", file, "--pool", "Spring", "--yes")
        return file

    for who, knows in (("ana", "Bo Tan"), ("ben", "Cara Weiss")):
        run(who, "edit", "me", "--name", f"{who.capitalize()} Silva")
        run(who, "add", knows, "--company", "Siemens", "--email", f"{who}@x.org")
        run(who, "pool", "new", "Spring", "--key", str(tmp_path / "key"))
    run("ana", "pool", "join", write("ben"), "--pool", "Spring")
    run("ben", "pool", "join", write("ana"), "--pool", "Spring")
    find = ["pool", "find", "Siemens", "--pool", "Spring", "--json"]
    contact = {who: json.loads(run(who, *find))["found"][0]["contact"] for who in ("ana", "ben")}
    request, file = str(tmp_path / "request"), str(tmp_path / "file")
    run("ben", "pool", "ask", contact["ben"], request, "--pool", "Spring")
    names = {
        "POOL": "Spring", "TARGET": "Siemens", "CONTACT": contact["ana"], "REQUEST": request,
        "FILE": file, "FILES": write("ben"),
    }  # fmt: skip

    found = commands(section(told(), "Pools"))

    assert 6 == len(found)
    for line in found:
        printed = run("ana", *(names.get(word, word) for word in shlex.split(line)[1:]))
        assert "--json" not in line or json.loads(printed)


def test_it_says_what_an_assistant_never_does() -> None:
    text = told()
    assert all(rule in text for rule in ("Never send", "Never invent", "Ask before you write"))
