"""Where packets go: never back to ourselves."""

import pytest

from runofshow.net.osc.sending import Place, is_here


@pytest.mark.parametrize(
    "place, here, same",
    [
        (("127.0.0.1", 8400), ("127.0.0.1", 8400), True),
        (("127.0.0.1", 8401), ("127.0.0.1", 8400), False),
        (("127.0.0.2", 8400), ("127.0.0.1", 8400), False),
        (("127.0.0.1", 8400), ("0.0.0.0", 8400), True),
        (("127.0.0.1", 8401), ("0.0.0.0", 8400), False),
        (("203.0.113.7", 8400), ("0.0.0.0", 8400), False),  # nobody has that one
        (("::1", 8400), ("127.0.0.1", 8400), False),
        (("127.0.0.1", 8400), None, False),
    ],
)
def test_what_would_come_back_to_us_is_known(place: Place, here: Place | None, same: bool) -> None:
    assert is_here(place, here) is same
