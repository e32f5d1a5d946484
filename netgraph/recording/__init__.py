"""Writing down: what commands and pages record alike, each in one change of the store."""
