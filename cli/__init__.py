"""The command line: click, and nothing that computes."""
