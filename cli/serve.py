"""``netgraph serve``: the whole of it as a page in the browser, on this machine only."""

from __future__ import annotations

import signal
import sys
from _thread import interrupt_main
from contextlib import suppress
from socket import AF_INET, SO_REUSEADDR, SOCK_STREAM, SOL_SOCKET, socket
from threading import Thread
from typing import TYPE_CHECKING, Any

import click

from .options import DAY, Session, pass_session
from .output import note

if TYPE_CHECKING:
    from datetime import date

    from netgraph.web.keys import Keys

HERE = "127.0.0.1"
PORT = 8765
PORTS = 100
"""So many ports are tried, from the usual one on."""


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help=f"Where it answers (from {PORT} on).")
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
@click.option("--as-of", "day", type=DAY, help="Compute everything as of this day (today).")
@click.option("--read-only", is_flag=True, help="Let nothing be changed.")
@click.option("--pseudonymous", is_flag=True, help="Show the pictures only, without names.")
@pass_session
def serve(
    session: Session,
    port: int | None,
    no_open: bool,
    day: date | None,
    read_only: bool,
    pseudonymous: bool,
) -> None:
    """Use netgraph as a page in your browser.

    The page is for you alone, on this computer alone. Press Enter here for a new address, to open
    it in another browser; Ctrl-C ends it.
    """
    session = session._replace(day=day) if day else session
    run(session, port=port, no_open=no_open, read_only=read_only, pseudonymous=pseudonymous)


def run(
    session: Session,
    *,
    port: int | None = None,
    no_open: bool = False,
    read_only: bool = False,
    pseudonymous: bool = False,
) -> None:
    """Answer until Ctrl-C; what is being written then is finished."""
    from netgraph.web.keys import Keys

    with suppress(
        ValueError
    ):  # only the main thread may; one started in the background hears it too
        signal.signal(signal.SIGINT, signal.default_int_handler)
    keys, door = Keys(), _listening(port)
    address = f"http://{HERE}:{door.getsockname()[1]}/"
    with suppress(KeyboardInterrupt):
        note(f"netgraph is at {_opened(address, keys)}")
        note("It is for you alone. Enter: a new address, for another browser. Ctrl-C: end.")
        if not no_open:
            click.launch(_opened(address, keys))
        Thread(target=_new_addresses, args=(address, keys), daemon=True).start()
        _serve(session, keys, door, read_only=read_only or pseudonymous, pseudonymous=pseudonymous)
    note("Ended; everything is kept.")


def _serve(
    session: Session, keys: Keys, door: socket, *, read_only: bool, pseudonymous: bool
) -> None:
    """Answer at a door that is open already: the browser waits there until all is loaded."""
    from waitress.server import create_server

    from netgraph.web.app import LARGEST_UPLOAD, create_app
    from netgraph.web.spare_time import SpareTime

    from .actions import writer

    app = create_app(
        session.path,
        keys,
        day=lambda: session.as_of,
        now=lambda: session.now,
        commands=writer,
        read_only=read_only,
        pseudonymous=pseudonymous,
        end=lambda: _end(server),
    )
    SpareTime(app).begin()
    server = create_server(
        app, sockets=[door], threads=4, ident="", max_request_body_size=LARGEST_UPLOAD
    )
    try:
        server.run()
    finally:
        server.close()
        app.extensions["works"].end()


def _end(server: Any) -> None:
    """End as Ctrl-C does, also while nothing is asked."""
    interrupt_main()
    server.pull_trigger()


def _listening(port: int | None) -> socket:
    """Return a socket at the port that was asked for, else at the first free one."""
    from netgraph.model.errors import InvalidInput

    for number in [port] if port else range(PORT, PORT + PORTS):
        found = socket(AF_INET, SOCK_STREAM)
        if sys.platform != "win32":  # there it would share a port that is taken
            found.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            found.bind((HERE, number))
            found.listen()
        except OSError:
            found.close()
        else:
            return found
    raise InvalidInput(f"port {port or PORT} is taken: choose another with --port")


def _opened(address: str, keys: Keys) -> str:
    """Return the address with a key that works once."""
    return f"{address}?key={keys.issue()}"


def _new_addresses(address: str, keys: Keys) -> None:
    """Print a new address for each line that is entered."""
    for _ in sys.stdin:
        note(_opened(address, keys))
