"""Where each shell looks for completions, and what it is to find there."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import click
from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
)

PROGRAM = "netgraph"
VARIABLE = "_NETGRAPH_COMPLETE"
MARK = "# completion of netgraph"

POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $line = $commandAst.ToString()
    $env:COMP_LINE = $line.Substring(0, [Math]::Min($cursorPosition, $line.Length))
    $env:COMP_WORD = $wordToComplete
    $env:%(complete_var)s = "powershell_complete"
    try {
        %(prog_name)s | ForEach-Object {
            $kind, $value, $help = $_ -split "`t", 3
            if (-not $help) { $help = $value }
            $text = if ($value -match "[\\s'`"]") { "'" + $value.Replace("'", "''") + "'" } else { $value }
            [System.Management.Automation.CompletionResult]::new($text, $value, "ParameterValue", $help)
        }
    } finally {
        Remove-Item Env:%(complete_var)s, Env:COMP_LINE, Env:COMP_WORD -ErrorAction SilentlyContinue
    }
}
"""  # noqa: E501 - as PowerShell reads it

COMPINIT = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }\n"


class PowerShellComplete(ShellComplete):
    """Completion for PowerShell 5 and 7, on any system."""

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is typed, and that one."""
        word = os.environ.get("COMP_WORD", "")
        line = os.environ.get("COMP_LINE", "")
        try:
            words = shlex.split(line)[1:]
        except ValueError:  # a quote is still open
            words = line.split()[1:]
        return (words[:-1] if word and words else words), word

    def format_completion(self, item: CompletionItem) -> str:
        """Return one completion on one line."""
        return f"{item.type}\t{item.value}\t{item.help or ''}"


add_completion_class(PowerShellComplete)


@dataclass(frozen=True)
class Shell:
    """One shell: where its script lies, and the file that has to name it, if it has to be named."""

    name: str
    script: Callable[[], Path]
    startup: Callable[[], Path] | None = None
    before: str = ""

    def line(self) -> str:
        """Return what the startup file says."""
        path = self.script()
        if self.name == "powershell":
            return f"if (Test-Path '{path}') {{ . '{path}' }} {MARK}"
        return f"[ -f '{path}' ] && . '{path}' {MARK}"


def _folder(variable: str, *usual: str) -> Path:
    """Return a folder as the user has set it, else the usual one in their home."""
    named = os.environ.get(variable)
    return Path(named) if named else Path.home().joinpath(*usual)


def _ours(name: str) -> Path:
    """Return where a script of ours lies."""
    return _folder("XDG_DATA_HOME", ".local", "share") / PROGRAM / name


def _profile() -> Path:
    """Return the profile of PowerShell, by its own word where it is there."""
    for program in ("pwsh", "powershell"):
        if found := shutil.which(program):
            done = subprocess.run(  # noqa: S603
                [found, "-NoProfile", "-NonInteractive", "-Command", "$PROFILE"],
                capture_output=True, text=True, check=False, timeout=60,
            )  # fmt: skip
            if path := done.stdout.strip():
                return Path(path)
    name = "Microsoft.PowerShell_profile.ps1"
    if sys.platform == "win32":
        return Path.home() / "Documents" / "PowerShell" / name
    return _folder("XDG_CONFIG_HOME", ".config") / "powershell" / name


SHELLS: Mapping[str, Shell] = {
    "bash": Shell("bash", lambda: _ours("completion.bash"), lambda: Path.home() / ".bashrc"),
    "zsh": Shell("zsh", lambda: _ours("completion.zsh"),
                 lambda: _folder("ZDOTDIR") / ".zshrc", COMPINIT),
    "fish": Shell("fish", lambda: _folder("XDG_CONFIG_HOME", ".config") / "fish" / "completions"
                  / f"{PROGRAM}.fish"),
    "powershell": Shell("powershell", lambda: _ours("completion.ps1"), _profile),
}  # fmt: skip


def present() -> str:
    """Return the name of the shell from which this is started, "" if it is none of ours."""
    named = Path(os.environ.get("SHELL", "")).name
    if named in SHELLS:
        return named
    return "powershell" if sys.platform == "win32" or "PSModulePath" in os.environ else ""


def script(cli: click.Command, shell: str) -> str:
    """Return what a shell has to read."""
    if shell == "bash":
        from click.shell_completion import BashComplete

        text = BashComplete.source_template % {
            "complete_func": f"_{PROGRAM}_completion", "complete_var": VARIABLE,
            "prog_name": PROGRAM,
        }  # fmt: skip
        return text + "\n"
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"there is no completion for {shell}")
    return SHELLS[shell].before + kind(cli, {}, PROGRAM, VARIABLE).source() + "\n"


def install(cli: click.Command, shell: str) -> tuple[Path, Path | None]:
    """Write the script, name it in the startup file once, and return both."""
    one = SHELLS[shell]
    path = one.script()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script(cli, shell), encoding="utf-8", newline="\n")
    if one.startup is None:
        return path, None
    startup = one.startup()
    lines = startup.read_text(encoding="utf-8").splitlines() if startup.exists() else []
    kept = [line for line in lines if not line.rstrip().endswith(MARK)]
    startup.parent.mkdir(parents=True, exist_ok=True)
    if [*kept, one.line()] != lines:
        text = "\n".join([*kept, one.line()]) + "\n"
        startup.write_text(text, encoding="utf-8", newline="\n")
    return path, startup
