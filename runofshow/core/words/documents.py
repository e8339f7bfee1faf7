"""What is said of documents: Word, OpenDocument, PDF, web pages, texts; of packed and XML files."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "goes_on_without": (
        "{why} La journée en cours, elle, continue telle qu'elle était.",
        "{why} The show that is under way goes on as it was.",
    ),
    "zip_broken": (
        "Ce fichier est abîmé ou incomplet : en reprendre une copie, ou se le faire renvoyer.",
        "This file is damaged or incomplete: copy it again, or have it sent again.",
    ),
    "zip_part_missing": (
        "Il manque une partie à ce fichier ({part}) : le rouvrir dans son logiciel et l'enregistrer de nouveau.",
        "A part of this file is missing ({part}): open it in its own program and save it again.",
    ),
    "zip_many_parts": (
        "Cette archive contient plus de {limit} fichiers : est-ce le bon fichier ?",
        "This archive holds more than {limit} files: is it the right one?",
    ),
    "zip_bomb": (
        "Ce fichier gonfle plus de {limit} fois en se décompressant : il n'a pas été ouvert. Se faire envoyer le programme autrement.",
        "This file swells more than {limit} times when unpacked: it was not opened. Have the programme sent in another way.",
    ),
    "file_unpacks_big": (
        "Décompressé, ce fichier dépasse {limit} Mo : en retirer les images, ou l'exporter en PDF.",
        "Unpacked, this file exceeds {limit} MB: take the pictures out of it, or export it as PDF.",
    ),
    "file_encrypted": (
        "Ce fichier est protégé par un mot de passe : l'enregistrer sans mot de passe, puis le rouvrir.",
        "This file is protected by a password: save it without one, then open it again.",
    ),
    "xml_entities": (
        "Ce fichier XML déclare des entités, ce qu'aucun programme n'a à faire : il n'a pas été lu.",
        "This XML file declares entities, which no programme has to do: it was not read.",
    ),
    "xml_deep": (
        "Ce fichier XML a plus de {limit} niveaux : il n'a pas été lu.",
        "This XML file has more than {limit} levels: it was not read.",
    ),
    "xml_broken": (
        "Ce fichier XML est abîmé à la ligne {line} : en reprendre une copie, ou l'exporter de nouveau.",
        "This XML file is damaged at line {line}: copy it again, or export it again.",
    ),
    "word_other": (
        "Ce fichier n'est pas un document Word : le rouvrir et l'enregistrer au format .docx.",
        "This file is no Word document: open it again and save it as .docx.",
    ),
    "odt_other": (
        "Ce fichier n'est pas un texte OpenDocument : le rouvrir et l'enregistrer au format .odt.",
        "This file is no OpenDocument text: open it again and save it as .odt.",
    ),
    "pdf_broken": (
        "Ce PDF est abîmé ou incomplet : en reprendre une copie, ou le faire exporter de nouveau.",
        "This PDF is damaged or incomplete: copy it again, or have it exported again.",
    ),
    "pdf_scanned": (
        "Ce PDF est une image, sans texte : demander le document d'origine (Word, tableur), ou le passer à la reconnaissance de texte.",
        "This PDF is a picture, with no text: ask for the original document (Word, spreadsheet), or run text recognition on it.",
    ),
    "pdf_unmapped": (
        "Le texte de ce PDF ne se laisse pas extraire (ses polices ne disent pas quelles lettres elles dessinent) : demander le document d'origine.",
        "The text of this PDF cannot be taken out (its fonts do not tell which letters they draw): ask for the original document.",
    ),
    "pdf_many_pages": (
        "Ce PDF a {pages} pages ; les {limit} premières ont été lues. N'en garder que les pages du programme.",
        "This PDF has {pages} pages; the first {limit} were read. Keep only the pages of the programme.",
    ),
    "document_empty": (
        "Ce document ne contient aucun texte : est-ce le bon fichier ?",
        "This document holds no text: is it the right file?",
    ),
    "text_binary": (
        "Ce fichier n'est ni un texte ni un document que l'on sache lire : est-ce le bon fichier ?",
        "This file is neither a text nor a document that can be read: is it the right one?",
    ),
    "encoding_mixed": (
        "Quelques lettres, à partir de la ligne {line}, sont dans un autre encodage que le reste ; elles ont été lues comme sous Windows : vérifier les accents.",
        "A few letters, from line {line} on, are in another encoding than the rest; they were read as Windows does: check the accents.",
    ),
    "encoding_twice": (
        "Les accents de ce texte avaient été encodés deux fois (« Ã© » pour « é ») ; ils ont été rétablis : les vérifier.",
        "The accents of this text had been encoded twice (“Ã©” for “é”); they were mended: check them.",
    ),
    "read_too_long": (
        "« {file} » n'a pas fini d'être lu en {seconds} s : il est trop gros ou trop embrouillé. N'en garder que le programme.",
        "“{file}” could not be read within {seconds} s: it is too big or too tangled. Keep only the programme in it.",
    ),
    "read_too_much": (
        "« {file} » demande trop de mémoire pour être lu : n'en garder que le programme.",
        "“{file}” takes too much memory to read: keep only the programme in it.",
    ),
    "read_too_deep": (
        "« {file} » est trop embrouillé pour être lu : le réenregistrer dans son logiciel, ou l'exporter autrement.",
        "“{file}” is too tangled to be read: save it again in its own program, or export it in another way.",
    ),
    "read_broken_off": (
        "La lecture de « {file} » s'est interrompue : ce fichier est sans doute abîmé. En reprendre une copie, ou l'exporter autrement.",
        "Reading “{file}” broke off: the file is probably damaged. Copy it again, or export it in another way.",
    ),
    "read_fault": (
        "« {file} » n'a pas pu être lu : défaut du programme, noté dans son journal. Réenregistrer ce fichier, ou l'exporter autrement.",
        "“{file}” could not be read: a fault of the program, noted in its log. Save the file again, or export it in another way.",
    ),
    "command_fault": (
        "Défaut du programme ({place}) : rien n'a été fait de plus. Noté dans {file}",
        "A fault of the program ({place}): nothing more was done. Noted in {file}",
    ),
    "read_cancelled": (
        "Lecture de « {file} » arrêtée.",
        "Reading of “{file}” stopped.",
    ),
    "text_cut": (
        "Ce texte est trop long pour un programme : à partir de la ligne {line}, tout n'a pas été lu. N'en garder que le programme.",
        "This text is too long for a programme: from line {line} on, not everything was read. Keep only the programme in it.",
    ),
    "line_cut": (
        "Cette ligne est trop longue : au-delà de {limit} lettres, elle n'a pas été lue. Y aller à la ligne à chaque moment du programme.",
        "This line is too long: beyond {limit} letters it was not read. Begin a new line for each part of the programme.",
    ),
    "pdf_dense": (
        "La page {page} de ce PDF a {letters} lettres, plus que les {limit} qui se lisent : en exporter le programme seul, ou demander le document d'origine.",
        "Page {page} of this PDF has {letters} letters, more than the {limit} that can be read: export the programme alone, or ask for the original document.",
    ),
    "html_many": (
        "Cette page a {tags} balises, plus que les {limit} qui se lisent : copier le programme seul dans un document, ou l'enregistrer en PDF.",
        "This page has {tags} tags, more than the {limit} that can be read: copy the programme alone into a document, or save it as a PDF.",
    ),
    "document_many": (
        "Ce document a plus de {limit} éléments : n'en garder que le programme.",
        "This document has more than {limit} elements: keep only the programme in it.",
    ),
    "table_merged": (
        "Le tableau où se trouve « {text} » a trop de cellules fusionnées (plus de {limit} une fois défaites) : les défaire dans le document.",
        "The table that holds “{text}” has too many merged cells (more than {limit} once split): split them in the document.",
    ),
}
