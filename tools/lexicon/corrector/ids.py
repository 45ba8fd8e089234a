"""What the numbers in a text stand for beside characters, and how long a stretch is read."""

# Characters are counted from the most frequent one on, which is the comma.
BOUNDARY, COMMA = 1, 2
# Beside the characters: what hides a character and, as an answer, "this one should go"; and "one is missing before this one".
MASK, MISSING = 0, 1
EXTRA_IDS = 2

WINDOW = 128
