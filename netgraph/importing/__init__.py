"""From files to the store: who and what is new, what is left out, and the report of it."""
