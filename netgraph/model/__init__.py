"""What a fact is, and the words, days and numbers that facts are made of."""
