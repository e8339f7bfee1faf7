"""What the sheet for printing says, in French and in English; read when it is first opened."""

from typing import Final, NamedTuple


class PrintingWords(NamedTuple):
    """The words of the sheet in one language; `language` is "fr" or "en"."""

    language: str
    heading: str
    edition: str
    editions: dict[str, str]
    abouts: dict[str, str]
    who: str
    everybody: str
    nobody: str
    paper: str
    papers: dict[str, str]
    tongue: str
    tongues: dict[str, str]
    printer: str
    looking: str
    no_printer: str
    copies: str
    print_it: str
    save_it: str
    close_it: str
    print_tip: str
    save_tip: str
    edition_tip: str
    paper_tip: str
    tongue_tip: str
    who_tip: str
    to_tip: str
    fewer_tip: str
    more_tip: str
    close_tip: str
    before_tip: str
    after_tip: str
    page_of: str
    laying: str
    making: str
    sending: str
    sent: str
    not_sent: str
    save_title: str
    pdf_files: str


FR: Final = PrintingWords(
    language="fr",
    heading="Imprimer",
    edition="Édition",
    editions={
        "regie": "Conducteur régie",
        "pocket": "Conducteur de poche",
        "speaker": "Feuille de route",
        "door": "Affiche de porte",
        "wall": "Grille murale",
    },
    abouts={
        "regie": "Toute la journée, une colonne par poste, de la place pour noter l'heure réelle.",
        "pocket": "Les heures en grand, sur une feuille à plier deux fois, face imprimée dehors.",
        "speaker": "Une page par intervenant\u00a0: quand être là, qui avant, qui après, quelle"
        " salle.",
        "door": "Pour le public\u00a0: sans ce qui ne le regarde pas. Une affiche par salle.",
        "wall": "Pour le mur\u00a0: ateliers, salles et tours, sur le double du papier (A3). Les"
        " cases libres se remplissent à la main.",
    },
    who="Intervenant",
    everybody="Tous ({count})",
    nobody="Aucun intervenant",
    paper="Papier",
    papers={"a4": "A4", "letter": "Letter"},
    tongue="Langue",
    tongues={"fr": "Français", "en": "Anglais"},
    printer="Imprimante",
    looking="Recherche…",
    no_printer="Aucune imprimante",
    copies="Exemplaires",
    print_it="Imprimer",
    save_it="Enregistrer en PDF…",
    close_it="Fermer",
    print_tip="Imprimer (Entrée)",
    save_tip="Enregistrer en PDF ({print_save})",
    edition_tip="Ce qui est imprimé (↑ ↓)",
    paper_tip="Le papier ({print_paper})",
    tongue_tip="La langue du papier ({print_language})",
    who_tip="Pour quel intervenant ({print_person})",
    to_tip="L'imprimante ({print_printer})",
    fewer_tip="Une copie de moins ({print_fewer})",
    more_tip="Une copie de plus ({print_more})",
    close_tip="Fermer (Échap)",
    before_tip="Page d'avant (←)",
    after_tip="Page d'après (→)",
    page_of="{page} sur {pages}",
    laying="Mise en page…",
    making="Écriture du PDF…",
    sending="Envoi à {printer}…",
    sent="Envoyé à {printer}\u00a0: {pages} {pages:page|pages}.",
    not_sent="{printer} n'a pas pris l'impression\u00a0: vérifier l'imprimante, ou enregistrer"
    " en PDF.",
    save_title="Enregistrer en PDF",
    pdf_files="Pages à imprimer (*.pdf)",
)

EN: Final = PrintingWords(
    language="en",
    heading="Print",
    edition="Edition",
    editions={
        "regie": "Crew rundown",
        "pocket": "Pocket rundown",
        "speaker": "Speaker's sheet",
        "door": "Door sign",
        "wall": "Wall grid",
    },
    abouts={
        "regie": "The whole day, a column for each department, room to write the actual times.",
        "pocket": "Large times on one sheet to be folded twice, its printed side out.",
        "speaker": "A page for each speaker: when to be there, who comes before and after, where.",
        "door": "For the public, without what is not theirs to read. One sign for each room.",
        "wall": "For the wall: workshops by rooms and rounds, on twice the paper (A3). Free"
        " cells are to be filled in by hand.",
    },
    who="Speaker",
    everybody="Everybody ({count})",
    nobody="No speakers",
    paper="Paper",
    papers={"a4": "A4", "letter": "Letter"},
    tongue="Language",
    tongues={"fr": "French", "en": "English"},
    printer="Printer",
    looking="Looking…",
    no_printer="No printer",
    copies="Copies",
    print_it="Print",
    save_it="Save as PDF…",
    close_it="Close",
    print_tip="Print (Enter)",
    save_tip="Save as PDF ({print_save})",
    edition_tip="What is printed (↑ ↓)",
    paper_tip="The paper ({print_paper})",
    tongue_tip="The language of the paper ({print_language})",
    who_tip="For which speaker ({print_person})",
    to_tip="The printer ({print_printer})",
    fewer_tip="One copy less ({print_fewer})",
    more_tip="One copy more ({print_more})",
    close_tip="Close (Esc)",
    before_tip="Page before (←)",
    after_tip="Page after (→)",
    page_of="{page} of {pages}",
    laying="Laying out…",
    making="Writing the PDF…",
    sending="Sending to {printer}…",
    sent="Sent to {printer}: {pages} {pages:page|pages}.",
    not_sent="{printer} did not take it: look at the printer, or save as PDF.",
    save_title="Save as PDF",
    pdf_files="Pages to print (*.pdf)",
)


def printing_words(language: str) -> PrintingWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
