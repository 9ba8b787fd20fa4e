"""The times that a report's words name: "on Sunday", "November 16-18", "the previous evening", "at about 10:00".

``find_times`` reads one sentence or paragraph, ``find_dateline`` the head of a text. The conventions they follow stand beside the code
that applies them: days and years in ``dates``, weeks, months and seasons in ``periods``, hours in ``hours``, shifts in ``shifts``.
"""

from ceasewatch.understand.times.datelines import find_dateline
from ceasewatch.understand.times.finder import find_times
from ceasewatch.understand.times.found import TimeFound, TimeRelation

__all__ = ["TimeFound", "TimeRelation", "find_dateline", "find_times"]
