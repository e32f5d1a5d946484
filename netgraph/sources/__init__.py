"""From files of any kind to facts: one module per format, each a `Format` named in `FORMATS`.

The order counts twice: the first format that claims a document gets it, and a format sees in
`Context.known` what those before it have read.
"""

from __future__ import annotations

from .calendars import CALENDAR
from .google import GOOGLE
from .imported import IMPORTED
from .journal import JOURNAL
from .linkedin import LINKEDIN
from .mailboxes import MAILBOX
from .outlook import OUTLOOK
from .own import OWN
from .protocol import Context, Document, Format, Reading, Skip
from .spreadsheet import TABLE
from .thunderbird import THUNDERBIRD
from .vcard import VCARD

__all__ = ["FORMATS", "Context", "Document", "Format", "Reading", "Skip"]

FORMATS: tuple[Format, ...] = (
    OWN,
    LINKEDIN,
    JOURNAL,
    GOOGLE,
    OUTLOOK,
    THUNDERBIRD,
    IMPORTED,
    VCARD,
    CALENDAR,
    MAILBOX,
    TABLE,
)
