"""Dates in Arabic as the rest of the program has them: « 28 نونبر 2026 », « 28/11/2026 »."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y على الساعة H:i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
# The marks keep the day first for who reads from the right.
SHORT_DATE_FORMAT = "j\u200f/n\u200f/Y"
SHORT_DATETIME_FORMAT = "j\u200f/n\u200f/Y H:i"
FIRST_DAY_OF_WEEK = 1

# The first is the one that forms and the calendar beside them write.
DATE_INPUT_FORMATS = ["%d/%m/%Y", "%Y-%m-%d", "%Y/%m/%d"]
DATETIME_INPUT_FORMATS = [
    f"{day} {time}" for day in DATE_INPUT_FORMATS for time in ("%H:%M:%S", "%H:%M:%S.%f", "%H:%M")
]
