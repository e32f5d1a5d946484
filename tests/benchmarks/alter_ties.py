"""What it is worth to know whom one's contacts know: success@10 with 0, 10, 30 and 100 % of it.

    python -m tests.benchmarks.alter_ties FOLDER [CASES] [NETWORKS ...]

``FOLDER`` holds the benchmark of whom to ask (``askbench``); `suggest` plays it as it is, with that
part of the contacts' own ties known by name, as a friend's export or a pool shows them. Each share
is played in the same cases with the same luck.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from tests.benchmarks.ask_adapter import ranking

SHARES = (0.0, 0.1, 0.3, 1.0)
KINDS = ("cold", "warm", "person")
SEED = 501
MUTUAL = 0.5
"""So many of the ties among one's own contacts are known anyway."""


def played(view: Any, _: Random) -> Sequence[str]:
    """Rank the contacts of a view as `suggest` does."""
    return ranking(import_module("askbench.external").view_to_dict(view))


def rows(networks: Sequence[str], cases: int, share: float) -> list[Any]:
    """Play every question in every network with a share of the contacts' ties known."""
    experiment, rules = import_module("askbench.experiment"), import_module("askbench.sim").Rules
    known = rules(second_visible=share, mutual_visible=max(MUTUAL, share))
    return [
        replace(row, world=f"{network}/{kind}")
        for network in networks
        for kind in KINDS
        for row in experiment.play_world(
            network, kind, cases, SEED, known, {"suggest": played}, False
        )
    ]


def main(folder: Path, cases: int, networks: Sequence[str]) -> None:
    """Print success within ten asks for each share, and the difference from none."""
    sys.path.insert(0, str(folder))
    experiment = import_module("askbench.experiment")
    names = networks or list(import_module("askbench.world").WORLDS)
    none: Any = None
    for share in SHARES:
        found = rows(names, cases, share)
        ten = np.array([experiment.success(row.result, 10) for row in found])
        worlds = np.array([row.world for row in found])
        none = ten if none is None else none
        mean, low, high = experiment.bootstrap(ten, worlds)
        more, least, most = experiment.bootstrap(ten - none, worlds)
        print(
            f"{share:4.0%}  success@10 {mean:.3f} [{low:.3f}, {high:.3f}]  "
            f"more than with none {more:+.3f} [{least:+.3f}, {most:+.3f}]  ({len(found)} cases)",
            flush=True,
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 4, sys.argv[3:])
