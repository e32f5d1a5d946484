"""The ledger for other programs, with or without names."""
