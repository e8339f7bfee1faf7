"""A schedule on paper from the command line: Qt is loaded for a PDF alone, and needs no screen."""

from datetime import UTC, datetime
from typing import NamedTuple

from runofshow.core.errors import Unwritable
from runofshow.core.paper import Edition
from runofshow.core.plan import Plan
from runofshow.core.show import Show


class Wanted(NamedTuple):
    """Which edition on which paper; None: the régie's, or that of the speaker who is named."""

    edition: str | None = None
    paper: str | None = None
    speaker: str | None = None

    @property
    def asked(self) -> bool:
        """Whether any of it was asked for."""
        return any(self)


def pdf(plan: Plan, wanted: Wanted, language: str) -> bytes:
    """A plan as a PDF, printed now; raises Unwritable when nobody speaks of that name."""
    from runofshow.ui.loading import load_qt

    try:
        load_qt()
    except ImportError as missing:  # a machine without a screen has not all that Qt draws with
        raise Unwritable("qt_missing", why=str(missing).partition(":")[0]) from None
    from runofshow.ui.paper import printing
    from runofshow.ui.paper.sizes import Paper, usual

    usually = Edition.REGIE if wanted.speaker is None else Edition.SPEAKER
    order = printing.Order(
        usually if wanted.edition is None else Edition(wanted.edition),
        usual() if wanted.paper is None else Paper(wanted.paper),
        language,
        wanted.speaker,
    )
    return printing.pdf(Show.of(plan), datetime.now(UTC), order)
