"""Calendar: the dates of meetings as a file (iCalendar, RFC 5545) that a phone takes into its own calendar."""

from collections.abc import Sequence
from datetime import date


def calendar(site: str, place: str, meetings: Sequence[tuple[date, str]]) -> bytes:
    """Meetings in the evening of a day, each with its subject; words without commas, which iCalendar would escape."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Grenverk//Demo//SV"]
    for day, subject in meetings:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{day:%Y%m%d}@{site}.example.se",
            f"DTSTAMP:{day:%Y%m%d}T000000Z",
            f"DTSTART:{day:%Y%m%d}T183000",
            f"DTEND:{day:%Y%m%d}T203000",
            f"SUMMARY:{subject}",
            f"LOCATION:{place}",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
