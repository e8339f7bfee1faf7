"""`runofshow check`: what is wrong with schedule files, and what is to be looked at.

- Problems and doubts go to standard output, what cannot be read to standard error, with its file.
- A file that cannot be read keeps no other from being checked.
"""

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from runofshow.core.errors import Trouble, Unreadable
from runofshow.core.problems import Problem
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.formats.draft import Doubt, Settled
from runofshow.imported import imported


def run(paths: Sequence[Path], language: str, *, as_json: bool) -> int:
    """Check the files in their order; 1 when one is wrong or has an error, else 0."""
    checked = [_checked(path) for path in paths]
    if as_json:
        told = [_as_json(path, found, language) for path, found in checked]
        _print_json(told[0] if len(told) == 1 else told, checked, language)
    else:
        for path, found in checked:
            if len(paths) > 1:
                print(f"{path}:", flush=True)
            _print(path, found, language)
    return 1 if any(_wrong(found) for _, found in checked) else 0


_Found = tuple[Settled, Show] | Trouble


def _checked(path: Path) -> tuple[Path, _Found]:
    try:
        found = imported(path, datetime.now().astimezone().date()).settled
        return path, (found, Show.of(found.plan))
    except Trouble as trouble:
        return path, trouble


def _wrong(found: _Found) -> bool:
    if isinstance(found, Trouble):
        return True
    return any(problem.level == "error" for problem in found[1].problems)


# --- for a person --------------------------------------------------------------------------------


def _print(path: Path, found: _Found, language: str) -> None:
    if isinstance(found, Trouble):
        complain(found, language, path)
        return
    read, show = found
    for problem in show.problems:
        sign = "!!" if problem.level == "error" else " !"
        print(f"{sign} {problem.said.text(language)}")
    for doubt in read.doubts:
        print(f" ? {doubt.placed.text(language)}")
    if not show.problems:
        leaves = len(show.outline.order)
        print(Sentence.of("check_well", file=path.name, count=leaves).text(language))


def complain(trouble: Trouble, language: str, path: Path | None = None) -> None:
    """Say on standard error what is wrong, the first ten faults of a file each on a line."""
    for sentence in faults(trouble):
        told = sentence.text(language)
        if path is not None and path.name not in told:
            told = Sentence.of("of_file", file=path.name, why=told).text(language)
        print(told, file=sys.stderr)
    beyond = _beyond(trouble)
    if beyond is not None:
        print(beyond.text(language), file=sys.stderr)


def faults(trouble: Trouble) -> tuple[Sentence, ...]:
    """The sentences of a trouble: of a file with several faults, one each."""
    return trouble.faults.each if isinstance(trouble, Unreadable) else (trouble.sentence,)


def _beyond(trouble: Trouble) -> Sentence | None:
    """How many faults are not told."""
    if not isinstance(trouble, Unreadable):
        return None
    left = trouble.faults.total - len(trouble.faults.each)
    return Sentence.of("faults_beyond", count=left) if left else None


# --- for a program -------------------------------------------------------------------------------


def _print_json(told: object, checked: Sequence[tuple[Path, _Found]], language: str) -> None:
    """One object for one file, a list for several; one file that is wrong has none."""
    if len(checked) == 1 and isinstance(checked[0][1], Trouble):
        complain(checked[0][1], language, checked[0][0])
        return
    print(json.dumps(told, ensure_ascii=False, indent=2))


def _as_json(path: Path, found: _Found, language: str) -> dict[str, Any]:
    if isinstance(found, Trouble):
        said = [sentence.text(language) for sentence in faults(found)]
        return {"file": str(path), "faults": said, "problems": [], "doubts": []}
    read, show = found
    return {
        "file": str(path),
        "problems": [_problem(problem, language) for problem in show.problems],
        "doubts": [as_values(doubt, language) for doubt in read.doubts],
    }


def _problem(problem: Problem, language: str) -> dict[str, Any]:
    return {
        "code": problem.code,
        "slot": problem.slot,
        "text": problem.said.text(language),
        "level": problem.level,
    }


def as_values(doubt: Doubt, language: str) -> dict[str, Any]:
    """A doubt as the contract's JSON has it, with the slot it is about and its answers."""
    return {
        "place": str(doubt.place),
        "slot": doubt.slot or None,
        "field": doubt.field,
        "how": doubt.how,
        "value": doubt.value,
        "why": doubt.said.text(language),
        "choices": [choice.said.text(language) for choice in doubt.choices],
    }
