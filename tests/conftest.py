"""Settings for every test."""

from __future__ import annotations

from hypothesis import settings

# No deadline: the first call into networkx may import much, and CI machines are shared.
settings.register_profile("netgraph", deadline=None, print_blob=True)
settings.load_profile("netgraph")
