"""How many inputs a slow property is tried with: few here, as many times more in the long run."""

from __future__ import annotations

from typing import Final

from hypothesis import HealthCheck, settings

USUAL: Final = 20
"""Of `make test`, for a property that is quick; `make test-long` and `make fuzz` take more."""


def few(count: int, *accepted: HealthCheck) -> settings:
    """Return settings with this many inputs, and more where the run tries more of all."""
    return settings(
        max_examples=count * settings().max_examples // USUAL, suppress_health_check=accepted
    )
