"""What a thing of a programme is called, where its hour and its title stand on several lines.

- An hour alone takes the first line below it; one with only a name, the next.
- « Plateau 2 : » or « Carrefour 1 » go on with the line below them.
- « 14h », « Grand témoin », a name: the word that announces people is what it is called.
"""

import re
from collections.abc import Sequence
from typing import Final

from runofshow.formats.people import People, read_people
from runofshow.formats.peopled import peopled, talks_about
from runofshow.formats.programme_nodes import Node
from runofshow.formats.words import programme as words


def named(node: Node) -> Node:
    """The node with its title, the lines that were of it taken from its parts."""
    return _completed(_titled(node))


def _titled(node: Node) -> Node:
    """An hour without a title takes the first line below it; one with only a name, the next."""
    parts = node.parts
    if node.text:
        bare = read_people(node.text)
        heads = bool(parts) and not parts[0].timed and read_people(parts[0].text) is None
        if bare and bare.sure and heads and not node.group and not _is_peopled(node.text):
            return _taking(node, parts[0], People(bare.persons))
        return node
    first = next((index for index, part in enumerate(parts) if not part.timed), None)
    if first is None:
        node.text = _end_word(node)
        return node
    if _heads_people(node):
        node.text = node.labels[0].line.text.strip(" :")
        return node
    if _several(parts):
        node.text = parts[0].text
        return node
    if len(parts) > 1 and all(talks_about(part.text) for part in parts[:2]):
        head = node.labels[0].line.text if node.labels else parts[0].text
        node.text = head.split(",")[0]
        return node
    people = read_people(parts[first].text)
    following = parts[first + 1] if first + 1 < len(parts) else None
    untimed = following is not None and read_people(following.text) is None
    if people and people.sure and following is not None and untimed and not following.timed:
        node.text = parts[first].text
        node.parts = [*parts[:first], *parts[first + 1 :]]
        return _taking(node, following, people)
    return _taking(node, parts[first], None)


def _end_word(node: Node) -> str:
    """« 03:00 Uhr – Ende » and nothing else: what happens then is the end."""
    hours = node.said.hours
    written = node.said.line.text[hours.at : hours.to] if hours is not None else ""
    match = _END_WORD.search(written)
    return match[0] if match else node.text


_END_WORD: Final = re.compile(r"(?<=[\s–—-])(?:ende|fin|end|schluss)$", re.IGNORECASE)


def _heads_people(node: Node) -> bool:
    """« 14h », « Grand témoin », a name: the word that announces people is what it is called."""
    label = node.labels[0] if node.labels else None
    names = [read_people(part.text) for part in node.parts]
    return label is not None and not label.text and all(names)


def _completed(node: Node) -> Node:
    """« Plateau 2 : » or « Carrefour 1 », and its words on the next line."""
    part = node.parts[0] if node.parts else None
    if part is not None and len(node.parts) == 1 and len(part.parts) > 1 and not part.timed:
        return _unwrapped(node, part)
    open_ = node.said.line.text.rstrip().endswith(":") or bool(node.open_title)
    open_ = open_ or bool(words.GROUP.fullmatch(node.text) and len(node.parts) > 1)
    if part is None or not open_ or part.timed or part.length is not None or part.parts:
        return node
    alike = part.said.line.level == node.said.line.level
    rest = all(read_people(each.text) is not None for each in node.parts[1:])
    if alike and rest and read_people(part.text) is None and not node.group:
        written = node.open_title or node.said.line.text
        mark = " : " if written.rstrip().endswith(" :") else ": "
        node.text = f"{node.text.rstrip(' :')}{mark}{part.text}"
        node.parts = node.parts[1:]
    return node


def _unwrapped(node: Node, part: Node) -> Node:
    """« Panel 1 », « Sous-thème 1 – … » and its points: the line between is more of the title."""
    if read_people(part.text) is not None or part.length is not None or node.group:
        return node
    if words.GROUP.fullmatch(node.text):
        node.text = f"{node.text} : {part.text}"
    else:
        node.notes = [*node.notes, part.text]
    node.notes = [*node.notes, *part.notes]
    node.labels = [*node.labels, *part.labels]
    node.parts = part.parts
    return node


def _is_peopled(text: str) -> bool:
    found = peopled(text)
    return found.people is not None


def _taking(node: Node, part: Node, people: People | None) -> Node:
    """The node with the title, notes and lines of `part`, which is none of its parts any more."""
    node.parts = [*part.parts, *(each for each in node.parts if each is not part)]
    names = node.text
    node.text = part.text
    text = part.said.line.text.rstrip()
    node.open_title = text if text.endswith(":") else ""
    node.notes = part.notes + node.notes
    node.labels = part.labels + node.labels
    node.length = node.length or part.length
    node.room = part.said.room or node.room
    if people is not None:
        said = part.said._replace(text=names or names_of(people), chair=False)
        node.labels = [said, *node.labels]
    return node


def names_of(people: People) -> str:
    """The names of these people, one after the other."""
    return ", ".join(person.speaker.name for person in people.persons)


def _several(parts: Sequence[Node]) -> bool:
    """Whether the lines below an hour are things in a row: the first has a length."""
    texts = [part for part in parts if not part.timed and read_people(part.text) is None]
    return len(texts) > 1 and parts[0].length is not None
