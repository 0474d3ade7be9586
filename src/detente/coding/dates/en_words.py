"""The words that English dates are made of."""

from __future__ import annotations

from detente.coding.dates.mention import Base

REF, DOC = Base.REFERENCE, Base.DOCUMENT

_MONTHS = (
    "January Jan",
    "February Feb",
    "March Mar",
    "April Apr",
    "May",
    "June Jun",
    "July Jul",
    "August Aug",
    "September Sept Sep",
    "October Oct",
    "November Nov",
    "December Dec",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
MONTHS |= {name.upper(): number for name, number in MONTHS.items()}

_WEEKDAYS = ("Monday Mon", "Tuesday Tue Tues", "Wednesday Wed", "Thursday Thu Thurs", "Friday Fri")
_WEEKEND = ("Saturday Sat", "Sunday Sun")
WEEKDAYS = {name: number for number, names in enumerate((*_WEEKDAYS, *_WEEKEND)) for name in names.split()}

PARTS = {
    "spring": (21, 21),
    "summer": (22, 22),
    "autumn": (23, 23),
    "fall": (23, 23),
    "winter": (24, 24),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
}
SEASONS = ("spring", "summer", "autumn", "fall", "winter")

_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
"""
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), 1)}
NUMBERS = {word: number for number, word in enumerate(_NUMBERS.split(), 1)}
NUMBERS |= {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}

# What "the following month", "last year", "this week" count from, and how far.
SHIFTS = {
    "the same": (REF, 0),
    "that same": (REF, 0),
    "that": (REF, 0),
    "the following": (REF, 1),
    "the next": (REF, 1),
    "the ensuing": (REF, 1),
    "the previous": (REF, -1),
    "the preceding": (REF, -1),
    "the prior": (REF, -1),
    "this": (DOC, 0),
    "the current": (DOC, 0),
    "this past": (DOC, -1),
    "last": (DOC, -1),
    "next": (DOC, 1),
    "this coming": (DOC, 1),
}
