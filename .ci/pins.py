"""Writes `.pins/run.txt` and `.pins/dev.txt` from what is installed in this environment.

- `run.txt`: what the program needs, and what builds it. `dev.txt`: what `make check` adds.
- Plain `name==version` lines, with all that the named packages need in turn; no addresses.
- Requirements that this Python or system does not have are left out; pip resolves them itself.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / ".pins"
# hatchling needs editables only for an editable installation, so it does not ask for it.
BUILD = ["hatchling", "editables"]
# Windows needs it, and so does a Linux without the system's time zones.
ZONES = ["tzdata"]


def main() -> None:
    """Write both files and say how many packages each names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    run = set(closure([*project["dependencies"], *ZONES, *BUILD]))
    dev = set(closure(project["optional-dependencies"]["dev"])) - run
    for name, pins in [("run", run), ("dev", dev)]:
        lines = "".join(f"{pin}\n" for pin in sorted(pins, key=str.lower))
        (PINS / f"{name}.txt").write_text(lines, "utf-8")
        print(f".pins/{name}.txt: {len(pins)} packages")


def closure(requirements: Iterable[str]) -> Iterator[str]:
    """Every installed package that these requirements lead to, as `name==version`."""
    seen: set[tuple[str, str]] = set()
    waiting = [(Requirement(text), "") for text in requirements]
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        found = distribution(requirement.name)
        name = re.sub(r"[-_.]+", "-", found.name)
        yield f"{name}=={found.version}"
        for wanted in ("", *requirement.extras):
            if (name, wanted) not in seen:
                seen.add((name, wanted))
                waiting += [(Requirement(text), wanted) for text in found.requires or ()]


if __name__ == "__main__":
    try:
        main()
    except PackageNotFoundError as missing:
        raise SystemExit(f"{missing.name} is not installed here: run make test first") from None
