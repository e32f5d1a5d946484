"""What an assistant may ask of a ledger: typed answers, without names unless the user wants them.

`answers` says what there is, `veiling` takes everybody's name out before anything is worked out,
`desk` reads and writes the store, and `server` offers it all over standard input and output.
"""
