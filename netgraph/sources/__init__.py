"""From files of any kind to facts: one module per format, each a `Format` named in `FORMATS`.

The order counts twice: the first format that claims a document gets it, and a format sees in
`Context.known` what those before it have read.
"""

from __future__ import annotations

from .journal import JOURNAL
from .linkedin import LINKEDIN
from .protocol import Context, Document, Format, Reading, Skip

__all__ = ["FORMATS", "Context", "Document", "Format", "Reading", "Skip"]

FORMATS: tuple[Format, ...] = (LINKEDIN, JOURNAL)
