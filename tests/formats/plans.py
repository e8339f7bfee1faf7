"""Any plan that the models allow, for the round trip of the schedule file."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from runofshow.core.plan import Activity, Contact, Kind, Plan, Slot, Speaker
from runofshow.core.times import Civil

words = st.text(max_size=12)
names = st.text(min_size=1, max_size=12)
lengths = st.one_of(
    st.integers(0, 24 * 60).map(lambda minutes: timedelta(minutes=minutes)),
    st.integers(0, 86_400_000_000).map(lambda micro: timedelta(microseconds=micro)),
)
civil_times = st.one_of(
    st.builds(Civil, st.integers(0, 47), st.integers(0, 59), st.sampled_from((0, 0, 30, 59))),
    st.just(Civil(48)),
)
plain_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
kept = st.dictionaries(words.map("x-{}".format), plain_values, max_size=2)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


@st.composite
def parts(draw: st.DrawFn, /, made: type[Any], **fields: st.SearchStrategy[Any]) -> Any:
    """A part with some of `fields` given and the rest left to their defaults."""
    given = {name: draw(strategy) for name, strategy in fields.items() if draw(st.booleans())}
    return given | draw(kept) if made is dict else made(**(given | draw(kept)))


speakers = st.builds(
    lambda name, rest: Speaker(name=name, **rest),
    names,
    parts(
        dict,
        role=maybe(words), organisation=maybe(words), topic=maybe(words), chair=st.booleans(),
        mic=maybe(words), phone=maybe(words),
    ),
)  # fmt: skip
contacts = st.builds(
    lambda name, rest: Contact(name=name, **rest), names, parts(dict, phone=maybe(words))
)
activities = parts(
    Activity, room=words, title=words, host=maybe(words), note=maybe(words), result=maybe(words)
)
slot_fields = parts(
    dict,
    cue=maybe(words), kind=st.sampled_from(Kind), title=words, start=maybe(civil_times),
    minimum=maybe(lengths), cuttable=st.booleans(), may_start_early=maybe(st.booleans()),
    changeover=maybe(lengths), promise=maybe(st.sampled_from(("start", "end", "both"))),
    promised_to=maybe(contacts), tolerance=lengths, optional=st.booleans(), skip=st.booleans(),
    advance=st.sampled_from(("manual", "auto")), warning=maybe(lengths), danger=maybe(lengths),
    questions=maybe(lengths), shares=maybe(some(lengths)), call_before=maybe(lengths),
    speakers=some(speakers), note=maybe(words), room=maybe(words), colour=maybe(words),
    hidden=st.booleans(), departments=st.dictionaries(words, words, max_size=2),
    activities=some(activities), guessed=some(words),
)  # fmt: skip


@st.composite
def slots(draw: st.DrawFn, ids: list[str], depth: int = 0) -> Slot:
    fields = draw(slot_fields)
    ids.append(draw(st.sampled_from(("", "séance ", "Ω"))) + str(len(ids)))
    fields["id"] = ids[-1]
    session = depth < 3 and draw(st.integers(0, 3)) == 0
    if session:
        fields["slots"] = tuple(draw(slots(ids, depth + 1)) for _ in range(draw(st.integers(0, 3))))
        fields.setdefault("kind", Kind.SESSION)
    wanted = draw(st.sampled_from(("duration", "end", None) if session else ("duration", "end")))
    if wanted:
        fields[wanted] = draw(lengths if wanted == "duration" else civil_times)
    return Slot(**fields)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    fields = draw(
        parts(
            dict,
            title=words, language=maybe(words), venue=maybe(words), end_by=maybe(civil_times),
            timezone=st.sampled_from(("UTC", "Europe/Paris", "America/St_Johns")),
            changeover=lengths, may_start_early=st.booleans(),
            minimums=st.dictionaries(st.sampled_from(Kind), st.floats(0, 1), max_size=3),
            catch_up_step=lengths.filter(bool),
            departments=st.lists(names, max_size=3, unique=True).map(tuple),
        )
    )  # fmt: skip
    ids: list[str] = []
    first = Slot(id="first", title="Accueil", start=Civil(9), duration=timedelta(minutes=15))
    rest = tuple(draw(slots(ids)) for _ in range(draw(st.integers(0, 4))))
    day = draw(st.dates(date(1970, 1, 2), date(2199, 12, 31)))
    return Plan(date=day, slots=(first, *rest), **fields)
