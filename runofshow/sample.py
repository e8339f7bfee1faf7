"""The sample day: what is shown when nothing was asked for and nothing was running.

- It is tomorrow's, in the machine's time zone: at no hour is it due or late before anybody has
  touched it, and a countdown to it is true.
- It is what it is until its first GO; that begins it there and then, whatever the hour (app.py).
"""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from runofshow import machine
from runofshow.core.plan import Plan
from runofshow.formats import own
from runofshow.places import schedule
from runofshow.store import files

SAMPLES: Final = {"fr": "pionniers.json", "en": "conference-en.json"}
"""The schedules that are samples, by language."""
LARGEST: Final = 1_000_000
"""Bytes of a sample."""


def sample_file(language: str) -> Path:
    """The schedule that is the sample in `language`."""
    return schedule(SAMPLES.get(language, SAMPLES["en"]))


def sample_day(language: str, now: datetime) -> Plan:
    """The sample as of the day after `now`; raises Unreadable when its file is not there."""
    read = own.read(files.load(sample_file(language), LARGEST), now.date())
    return for_tomorrow(read.plan, now)


def for_tomorrow(plan: Plan, now: datetime) -> Plan:
    """The plan as of the day after `now`, in the machine's zone."""
    here = plan.model_copy(update={"timezone": machine.zone() or plan.timezone})
    today = now.astimezone(here.zone).date()
    return here.model_copy(update={"date": today + timedelta(days=1)})
