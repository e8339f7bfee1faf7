"""Entries of a draft from what a programme tells: hours, lengths and places as given."""

from runofshow.core.plan import Kind, Speaker
from runofshow.core.sentences import Sentence
from runofshow.core.times import Civil
from runofshow.formats.draft import Entry, Had, How
from runofshow.formats.kinds import kind_of
from runofshow.formats.programme_days import Days
from runofshow.formats.programme_nodes import Node
from runofshow.formats.programme_told import Told
from runofshow.formats.source import Place


def entry_of(made: Told, days: Days) -> Entry:
    """The entry that what was told makes, its hours and lengths as given."""
    node = made.node
    return Entry(
        made.title,
        node.place,
        _had_kind(made),
        days.of_entry(node.day),
        _had_start(node),
        _had_end(node),
        Had(node.length, "given", node.place) if node.length is not None else None,
        node.room,
        tuple(person.speaker for person in made.persons),
        "\n".join(made.notes),
        block=node.block,
        fields=(("activities", [_activity(one) for one in made.alongside]),)
        if made.alongside
        else (),
        entries=tuple(entry_of(child, days) for child in made.children) or None,
    )


def _activity(made: Told) -> dict[str, str]:
    """One of the things under one clock, as the schedule file holds it."""
    hosts = ", ".join(_host(person.speaker) for person in made.persons)
    told = {"room": made.node.room, "title": made.title, "host": hosts}
    note = " ".join(made.notes)
    return {name: text for name, text in (*told.items(), ("note", note)) if text}


def _host(speaker: Speaker) -> str:
    """Somebody with the house that they speak for, else what they are."""
    what = speaker.organisation or speaker.role
    return f"{speaker.name} ({what})" if what else speaker.name


def _had_kind(made: Told) -> Had[Kind] | None:
    if made.kind is None:
        return None
    how: How = "given" if kind_of(made.title) is made.kind else "inferred"
    return Had(made.kind, how, made.node.place)


def _had_start(node: Node) -> Had[Civil] | None:
    hours = node.said.hours
    if hours is None or not node.said.timed:
        return None
    place = Place(node.said.line.number, hours.at, hours.to)
    if hours.kind == "unreadable" and node.start is None:
        return Had(None, "missing", place, Sentence.of("prog_unreadable", text=_written(node)))
    if node.start is None:
        return None
    return _had(node, node.start, place)


def _had_end(node: Node) -> Had[Civil] | None:
    hours = node.said.hours
    if hours is None:
        return None
    if hours.kind == "unreadable" and node.start is not None:
        why = Sentence.of("prog_ends_before", text=_written(node), start=node.start)
        return Had(None, "missing", Place(node.said.line.number, hours.at, hours.to), why)
    if node.end is None:
        return None
    return _had(node, node.end, Place(node.said.line.number, hours.at, hours.to))


def _had(node: Node, value: Civil, place: Place) -> Had[Civil]:
    hours = node.said.hours
    if node.said.lost:
        return Had(value, "inferred", place, Sentence.of("prog_order_lost", time=value))
    if hours is not None and hours.repaired:
        said = Sentence.of(f"prog_{hours.repaired}", text=_written(node), time=value)
        return Had(value, "repaired", place, said)
    return Had(value, "given", place)


def _written(node: Node) -> str:
    hours = node.said.hours
    return node.said.line.text[hours.at : hours.to] if hours is not None else ""
