"""What Qt's own parts say in French where Qt's translation lacks it, or is not installed at all.

Qt's dialogs for files, the menu of a line of text and the usual buttons speak English in their
sources; `qtbase_fr.qm` comes with PySide6 and knows nearly all of it, Debian packs it apart.
"""

from typing import Final

FRENCH: Final[dict[str, dict[str, str]]] = {
    "QFileDialog": {
        "&Look in:": "&Dossier\u00a0:",
        "File &name:": "&Nom\u00a0:",
        "Files of &type:": "&Type\u00a0:",
        "Look in:": "Dossier\u00a0:",
        "Directory:": "Dossier\u00a0:",
        "&Open": "&Ouvrir",
        "&Save": "&Enregistrer",
        "&Choose": "&Choisir",
        "&Rename": "&Renommer",
        "&Delete": "&Supprimer",
        "&New Folder": "&Nouveau dossier",
        "New Folder": "Nouveau dossier",
        "Show &hidden files": "&Montrer les fichiers cachés",
        "Back": "Précédent",
        "Forward": "Suivant",
        "Parent Directory": "Dossier parent",
        "Create New Folder": "Créer un dossier",
        "List View": "Liste",
        "Detail View": "Détails",
        "All Files (*)": "Tous les fichiers (*)",
        "Alias": "Alias",
        "%1 already exists.\nDo you want to replace it?": "%1 existe déjà.\nLe remplacer\u202f?",
        "%1\nFile not found.\nPlease verify the correct file name was given.": (
            "%1\nCe fichier n'existe pas.\nVérifier le nom."
        ),
    },
    "QFileSystemModel": {
        "Name": "Nom",
        "Size": "Taille",
        "Kind": "Type",
        "Type": "Type",
        "Date Modified": "Modifié le",
        "My Computer": "Cet ordinateur",
        "Computer": "Ordinateur",
    },
    "QAbstractFileIconProvider": {
        "File": "Fichier",
        "Folder": "Dossier",
        "Drive": "Disque",
    },
    "QPlatformTheme": {
        "OK": "OK",
        "Save": "Enregistrer",
        "Open": "Ouvrir",
        "&Yes": "&Oui",
        "&No": "&Non",
        "Close": "Fermer",
        "Cancel": "Annuler",
        "Apply": "Appliquer",
    },
    **{
        field: {
            "&Undo": "&Annuler",
            "&Redo": "&Refaire",
            "Cu&t": "&Couper",
            "&Copy": "Co&pier",
            "&Paste": "C&oller",
            "Delete": "Supprimer",
            "Select All": "Tout sélectionner",
        }
        for field in ("QLineEdit", "QWidgetTextControl")
    },
    "QShortcut": {
        "Shift": "Maj",
        "Del": "Suppr",
        "Ins": "Inser",
        "Home": "Origine",
        "End": "Fin",
        "Return": "Entrée",
        "Space": "Espace",
        "Backspace": "Retour arrière",
    },
}
"""By Qt's context and the words of its sources."""
