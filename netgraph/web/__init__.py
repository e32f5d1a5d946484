"""The page on the user's own machine: the same answers as the commands, without a terminal."""
