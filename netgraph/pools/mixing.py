"""Numbers that look drawn by lot, and are the same for everybody who mixes the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    import numpy as np

    Numbers: TypeAlias = np.ndarray[Any, np.dtype[Any]]

STEPS: Final = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1))


def mixed(numbers: Numbers) -> Numbers:
    """Return other 64-bit numbers, all different where these are (the end of SplitMix64)."""
    import numpy as np  # noqa: PLC0415

    for shift, factor in STEPS:
        numbers = (numbers ^ (numbers >> np.uint64(shift))) * np.uint64(factor)
    return numbers
