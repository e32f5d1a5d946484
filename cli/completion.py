"""``netgraph completion``: the Tab key finishes what one types."""

from __future__ import annotations

import click

from . import output
from .options import json_option

NAMES = ("bash", "zsh", "fish", "powershell")


@click.command()
@click.argument("shell", required=False, type=click.Choice(NAMES))
@click.option("--install", is_flag=True, help="Write it where the shell finds it.")
@json_option
def completion(shell: str | None, install: bool, as_json: bool) -> None:
    """Let the Tab key finish commands and options, in bash, zsh, fish or PowerShell.

    Without SHELL it is for the one you are in. Without --install it is only printed.
    """
    from . import shells
    from .main import cli

    name = shell or shells.present()
    if not name:
        from netgraph.model.errors import InvalidInput

        raise InvalidInput(f"which shell do you use? Name it: {', '.join(NAMES)}")
    if not install:
        text = shells.script(cli, name)
        output.done({"shell": name, "script": text}, text.rstrip("\n"), json_wanted=as_json)
        return
    path, startup = shells.install(cli, name)
    read = f", and {startup} reads it" if startup else ""
    output.done(
        {"shell": name, "script": str(path), "startup": str(startup) if startup else None},
        f"The completion for {name} is in {path}{read}.\n"
        f"It works in every new window; try: {shells.PROGRAM} su, and then the Tab key.",
        json_wanted=as_json,
    )
