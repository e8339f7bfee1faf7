"""What somebody is and whom they speak for, out of the one line that other tools keep of both.

“MVP | ACP IT Solutions GMBH, Lead Cloud Architect” is a Lead Cloud Architect, MVP, of ACP IT
Solutions GMBH; “Engineer at AVL” an Engineer of AVL. A line that tells nothing apart is what they
are, unless it looks like a company's name.
"""

import re
from typing import Final, NamedTuple

from runofshow.formats.stripped import plain_line

_AT: Final = re.compile(r"\s+(?:at|chez|bei|@)\s+|\s*@\s*(?=[A-ZÀ-Ý])")
_PARTS: Final = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+|,\s+|\s*;\s*")
_COMPANY: Final = re.compile(
    r"\b(?:gmbh|ag|se|kg|ltd|llc|inc|corp|plc|s\.?a\.?s?|sarl|srl|bv|b\.v\.|oy|ab|spa|pty|"
    r"group|groupe|gruppe|solutions|systems|technologies|software|consulting|labs?|studios?|media|"
    r"university|université|universität|universidad|uni|institut\w*|college|collège|school|école|"
    r"hochschule|htl|akademie|academy|inria|cnrs|ministère|ministry|ministerium|foundation|"
    r"fondation|stiftung|association|verein|bank|banque|museum|musée|agence|agency)\b\.?",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"\b(?:\w*(?:architect|engineer|ingenieur|entwickler|berater|leiter)\w*|architecte|ingénieure?|"
    r"developer|développeu\w+|manager|director|direct(?:eur|rice)\w*|head|lead|leader|chief|c[etfiomds]o|ciso|"
    r"founder|co-?founder|fondat\w+|owner|president|présidente?|vice|partner|consultant\w*|"
    r"advocate|evangelist|enthusiast|expert\w*|specialist\w*|spécialiste|analyst|researcher|"
    r"cherche\w+|scientist|professor|professeure?|prof|dr|student|étudiante?|teacher|trainer|coach|"
    r"designer|writer|author|aut(?:eur|rice)|journalist\w*|speaker|mvp|freelanc\w*|"
    r"programmer|tester|administrator|officer|secretary|minist(?:er|re)|maire|mayor|geschäftsführer\w*|"
    r"senior|junior|principal|staff|devrel|maintainer|contributor|responsable|chargée?|chef|cheffe)\b",
    re.IGNORECASE,
)


class Tagline(NamedTuple):
    """What somebody is, and whom they speak for."""

    role: str | None = None
    organisation: str | None = None


def read_tagline(text: str) -> Tagline:
    """The role and the organisation that a line tells."""
    line = plain_line(text).strip(" ,;|-–—")
    if not line:
        return Tagline()
    before, at, after = _split_at(line)
    if at:
        first, *rest = _PARTS.split(after)
        return Tagline(_joined([before, *rest]), first)
    parts = [part for part in _PARTS.split(line) if part]
    companies = [part for part in parts if _COMPANY.search(part) and not _OFFICE.search(part)]
    offices = [part for part in parts if _OFFICE.search(part)]
    if not companies and offices and len(parts) == len(offices) + 1:
        companies = [part for part in parts if part not in offices]
    if not companies and not offices and len(parts) == 1 and len(line.split()) <= 2:
        companies = parts
    if not companies:
        return Tagline(line)
    company = companies[0]
    return Tagline(_joined([part for part in parts if part != company]), company)


def _split_at(line: str) -> tuple[str, bool, str]:
    """What stands before and after the last “at”, if both say something."""
    found = list(_AT.finditer(line))
    if not found:
        return line, False, ""
    before, after = line[: found[-1].start()], line[found[-1].end() :]
    before = before.strip(" ,;|-–—")
    return (before, True, after) if before and after else (line, False, "")


def _joined(parts: list[str]) -> str | None:
    """The parts as one text, what one does there before titles and medals."""
    kept = [part.strip(" ,;|") for part in parts if part.strip(" ,;|")]
    return ", ".join(kept) or None
