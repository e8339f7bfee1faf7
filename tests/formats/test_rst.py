"""reStructuredText: its blocks at their lines, and nothing taken from elsewhere."""

from runofshow.formats.rst import document
from tests.formats.written import ASKED, grid, levels, marked, rows, texts

TEXT = """\
Journée des régies
==================

:Lieu: Paris

Matinée
-------

9h00 **Accueil** des *participants*
9h15 Ouverture [1]_

- Film
- Table ronde

  - Yannick BLANC

+-------+---------+
| Heure | Quoi    |
+=======+=========+
| 9h00  | Accueil |
|       | café    |
+-------+---------+
| 10h   | *Pause* |
+-------+---------+

.. include:: /etc/passwd
.. raw:: html

   <b>rien</b>

::

    14h  Atelier

.. [1] Une note.
"""


def test_headings_fields_lists_and_verbatim_text_are_lines_of_the_file() -> None:
    read, source = document(TEXT.encode(), ASKED)
    assert [(line.number, line.heading, line.text) for line in read.lines()] == [
        (1, 1, "Journée des régies"),
        (4, 0, "Lieu : Paris"),
        (6, 2, "Matinée"),
        (9, 0, "9h00 Accueil des participants"),
        (10, 0, "9h15 Ouverture"),
        (12, 0, "Film"),
        (13, 0, "Table ronde"),
        (15, 0, "Yannick BLANC"),
        (33, 0, "14h Atelier"),
    ]
    assert levels(read)[5:8] == [(1, "Film"), (1, "Table ronde"), (2, "Yannick BLANC")]
    assert marked(next(line for line in read.lines() if line.number == 9)) == (
        ["Accueil"],
        ["participants"],
    )
    assert source.lines == tuple(TEXT.split("\n"))


def test_tables_stand_at_their_rows() -> None:
    read, _ = document(TEXT.encode(), ASKED)
    assert rows(read) == [("Heure", "Quoi"), ("9h00", "Accueil\ncafé"), ("10h", "Pause")]
    assert grid(read).lines == (18, 20, 23)


def test_what_is_wrong_in_it_is_read_as_it_stands() -> None:
    read, _ = document(b"9h00 *Accueil\n\nSuite\n=\n\n* a\n - b\n", ASKED)
    assert texts(read)[0] == "9h00 *Accueil"
