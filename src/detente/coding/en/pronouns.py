"""Words that point back to someone named before, by what they can mean."""

PERSONS = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
YOU = frozenset({"you", "your", "yours", "yourself"})
THINGS = frozenset({"it", "its", "itself"})
PLURALS = frozenset({"they", "their", "them", "themselves", "both", "each"})
PRONOUNS = FIRST | WE | YOU | PERSONS | THINGS | PLURALS
