"""pyvis runs without the notebook program that it imports."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "IPython":
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Missing())
from netgraph.pages.page import node
from netgraph.pages.pyvis_door import pyvis
print(node("a")["id"], pyvis().Network.__name__, "IPython.display" in sys.modules)
"""


def test_pages_are_made_where_ipython_is_not_installed() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)

    assert (0, "a Network False\n") == (done.returncode, done.stdout), done.stderr
