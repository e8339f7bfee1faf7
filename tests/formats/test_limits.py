"""What is unpacked stays within bounds, whatever a file says of itself."""

import zipfile

import pytest

from runofshow.core.errors import Unreadable
from runofshow.formats import limits
from runofshow.formats.limits import MEGABYTE, unzipped, xml
from tests.formats.written import archive
from tests.rows import each_row


def unpacked(data: bytes) -> None:
    parts = unzipped(data)
    for name in parts.names:
        parts.read(name)


def code(data: bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        unpacked(data)
    assert raised.value.text("fr")
    return raised.value.code


def test_an_ordinary_archive_gives_its_parts() -> None:
    parts = unzipped(archive({"a.xml": "<a/>", "b/c.txt": "text"}))
    assert parts.names == ("a.xml", "b/c.txt")
    assert parts.read("b/c.txt") == b"text"
    assert "a.xml" in parts
    with pytest.raises(Unreadable):
        parts.read("d")


def test_bombs_are_refused_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert code(archive({"a": b"\0" * 4 * MEGABYTE})) == "zip_bomb"
    assert code(archive({str(n): "" for n in range(2_001)})) == "zip_many_parts"
    monkeypatch.setattr(limits, "MOST_BYTES", 3_000)
    assert code(archive({"a": bytes(2_000), "b": bytes(2_000)}, zipfile.ZIP_STORED)) == (
        "file_unpacks_big"
    )


def test_what_an_index_hides_is_counted_while_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts = unzipped(archive({"a": bytes(2_000), "b": bytes(2_000)}))
    monkeypatch.setattr(parts, "_left", 3_000)
    parts.read("a")
    with pytest.raises(Unreadable):
        parts.read("b")


def test_encrypted_and_broken_archives_are_sentences() -> None:
    data = bytearray(archive({"a": "text"}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert code(bytes(data)) == "file_encrypted"
    whole = archive({"a": "text" * 50})
    assert code(whole[:-30]) == "zip_broken"
    assert code(whole.replace(b"a", b"b", 1)[:40] + b"\xff" * 20 + whole[60:]) == "zip_broken"


@each_row(
    "data, expected",
    [
        (b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>', "xml_entities"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "xml_entities"),
        (b"<a>" * 1_000, "xml_deep"),
        (b"<a>\n<b></a>", "xml_broken"),
        (b"", "xml_broken"),
        (b"<?xml version='1.0' encoding='no-such'?><a/>", "xml_broken"),
        (b"<a>\xff\xfe</a>", "xml_broken"),
    ],
)
def test_hostile_xml_is_a_sentence(data: bytes, expected: str) -> None:
    with pytest.raises(Unreadable) as raised:
        xml(data)
    assert raised.value.code == expected


def test_a_document_type_without_entities_is_harmless() -> None:
    assert xml(b'<!DOCTYPE a SYSTEM "a.dtd"><a><b/></a>').tag == "a"
