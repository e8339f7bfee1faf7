"""Files that are no schedules, by what is wrong with them."""

SLOT = '{"id": "a", "title": "A", "start": "09:00", "duration": "5m"%s}'
DAY = '{"format": "runofshow/1.0", "date": "2026-01-19", "timezone": "UTC", "slots": [%s]%s}'
GOOD = DAY % (SLOT % "", "")
BAD: dict[str, str | bytes] = {
    "empty": "",
    "blank": " \n ",
    "cut": GOOD[: len(GOOD) // 2],
    "binary": bytes(range(256)) * 8,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "a zip": b"PK\x03\x04" + bytes(64),
    "not utf-8": GOOD.replace("A", "\xe9").encode("latin-1"),
    "a list": "[]",
    "a number": "42",
    "a huge number": "[" + "9" * 5000 + "]",
    "deep": "[" * 100_000,
    "no slots": '{"format": "runofshow/1.0"}',
    "slots of a wrong type": '{"format": "runofshow/1.0", "slots": 5}',
    "another json": '{"hello": "world"}',
    "an unknown key": DAY % (SLOT % ', "tilte": "x"', ""),
    "a negative length": DAY % (SLOT.replace("5m", "-5m") % "", ""),
    "an absurd length": DAY % (SLOT.replace("5m", "300h") % "", ""),
    "no length": DAY % ('{"id": "a", "start": "09:00"}', ""),
    "two ids": DAY % (SLOT % "" + ", " + SLOT % "", ""),
    "no start": DAY % ('{"id": "a", "duration": "5m"}', ""),
    "a wrong date": GOOD.replace("2026-01-19", "2026-13-45"),
    "the year one": GOOD.replace("2026-01-19", "0001-01-01"),
    "a wrong zone": GOOD.replace("UTC", "Mars/Olympus"),
    "half a character": DAY % (SLOT % ', "note": "\\ud800"', ""),
    "text after it": GOOD + "x",
    "too big": b'{"x": "' + b"x" * 5_100_000 + b'"}',
}
