"""From files of any kind to facts: one module per format, each a `Format` named in `FORMATS`.

The order counts twice: the first format that claims a document gets it, and a format sees in
`Context.known` what those before it have read.
"""

from __future__ import annotations

from netgraph.sources.calendars import CALENDAR
from netgraph.sources.google import GOOGLE
from netgraph.sources.journal import JOURNAL
from netgraph.sources.linkedin import LINKEDIN
from netgraph.sources.linkedin_contacts import IMPORTED
from netgraph.sources.mailboxes import MAILBOX
from netgraph.sources.netgraph_export import OWN
from netgraph.sources.outlook import OUTLOOK
from netgraph.sources.people_table import TABLE
from netgraph.sources.protocol import Context, Document, Format, Reading, Skip
from netgraph.sources.thunderbird import THUNDERBIRD
from netgraph.sources.vcard import VCARD

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
