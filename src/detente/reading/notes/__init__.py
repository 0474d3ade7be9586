"""Notes: markers in the text, the order in which they count, and the notes' own texts."""
