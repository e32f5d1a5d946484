"""From the ledger and a day to the tie graph: who is tied to whom, how strongly, how known."""
