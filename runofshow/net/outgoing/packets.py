"""How an OSC output is sent to: its machine's name is looked for once, and again while unknown."""

from collections.abc import Callable

from runofshow.net.osc.packets import written
from runofshow.net.osc.sending import Place, Sending, is_here, place
from runofshow.net.outgoing import template
from runofshow.net.outgoing.happened import Happened
from runofshow.net.outgoing.sender import Failed, Way
from runofshow.store.wires import Wire


def packets(wire: Wire, sending: Sending, here: Callable[[], Place | None]) -> Way:
    """How an OSC output is sent to; never to where we listen ourselves, `here`."""
    known: list[Place] = []

    async def sent(happened: Happened) -> None:
        if not known:
            found = await place(wire.host.strip(), wire.port)
            if found is None:
                raise Failed("sent_unknown")
            known.append(found)
        if is_here(known[0], here()):
            raise Failed("osc_itself", again=False)
        address = template.osc_address(wire.address, happened.fields)
        arguments = template.arguments(wire.text, happened.fields)
        if not sending.send(written(address, arguments), known[0]):
            raise Failed("sent_untaken")

    return sent
