from __future__ import annotations

import numpy as np

from netgraph.pools.mixing import mixed


def test_different_numbers_stay_different_and_half_of_the_bits_turn() -> None:
    numbers = np.arange(10_000, dtype=np.uint64)

    found = mixed(numbers)
    assert 10_000 == len(np.unique(found))
    turned = [bits.bit_count() for bits in (found[1:] ^ found[:-1]).tolist()]
    assert 31 < sum(turned) / len(turned) < 33


def test_it_is_splitmix64() -> None:
    # The generator's first two outputs from seed 0; its states are multiples of the constant.
    with np.errstate(over="ignore"):
        states = np.arange(1, 3, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)

    assert [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4] == mixed(states).tolist()
