"""The lamps of the strip: what is open to the network is never called closed."""

import pytest

from runofshow.ui.lamps import Network, _network

OPEN = Network("http://192.168.1.20:9015", 3)


@pytest.mark.parametrize(
    "network, state, word, tip",
    [
        (Network(), "off", "off", "Nothing is open on the network."),
        (Network(wired=("OSC",)), "ok", "open", "OSC: open beyond this machine (network"),
        (Network(wired=("Companion", "OSC")), "ok", "open", "Companion, OSC: open"),
        (OPEN, "ok", "open, 3", "http://192.168.1.20:9015, 3 screens connected."),
        (OPEN._replace(wired=("OSC",)), "ok", "open, 3", "OSC: open beyond this machine"),
        (OPEN._replace(lost=True), "broken", "open, 3", "3 screens connected."),
        (Network("http://127.0.0.1:9015", 0), "ok", "local, 0", "0 screens connected."),
    ],
)
def test_the_network_lamp_says_what_is_open(
    network: Network, state: str, word: str, tip: str
) -> None:
    lamp = _network(network, "en")
    assert (lamp.state, lamp.word) == (state, word)
    assert tip in lamp.detail
