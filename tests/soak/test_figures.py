"""What the soak calls flat."""

from tests.soak.figures import Look, grown, growths

FLAT = {"handles": 60, "widgets": 90, "qt": 400, "wrapped": 4000, "tasks": 5, "remembered": 9}


def look(rss: int, objects: int, **more: int) -> Look:
    """What the probe wrote down."""
    held = {**FLAT, **more}
    kinds = [["Row", objects // 10], ["list", 5]]
    return {"rss": rss, "objects": objects, "none": 9000, "true": 90, "kinds": kinds, **held}


def test_what_each_command_keeps_is_no_leak_and_what_time_alone_keeps_is() -> None:
    rising = [look(100_000_000 + 300_000 * n, 20_000 + 50 * n) for n in range(40)]
    assert not [each for each in growths(rising, commands=600) if not each.kept]
    leaking = {each.name for each in growths(rising, commands=10) if not each.kept}
    assert leaking == {"rss"}


def test_handles_that_grow_are_a_leak_however_much_was_done() -> None:
    rising = [look(100_000_000, 20_000, handles=60 + n) for n in range(40)]
    (leak,) = [each for each in growths(rising, commands=5000) if not each.kept]
    assert (leak.name, "TOO MUCH" in str(leak)) == ("handles", True)


def test_what_there_is_more_of_is_named() -> None:
    assert grown([look(1, 100), look(1, 100), look(1, 900)]) == "Row +80"
