"""What is done to several rows at once, and to the columns of the crew, in French and English."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "did_edit_several": ("Modifier {count} séquences", "Edit {count} items"),
    "did_insert_several": ("Intercaler {count} séquences", "Insert {count} items"),
    "did_move_several": ("Déplacer {count} séquences", "Move {count} items"),
    "did_remove_several": ("Supprimer {count} séquences", "Remove {count} items"),
    "did_skip_several": ("Sauter {count} séquences", "Skip {count} items"),
    "did_restore_several": ("Rétablir {count} séquences", "Restore {count} items"),
    "did_change_several": ("{count} modifications du conducteur", "{count} changes of the rundown"),
    "did_order_columns": ("Colonnes de l'équipe", "Crew columns"),
    "did_rename_column": ("Colonne {name} : {to}", "Column {name}: {to}"),
    "did_remove_column": ("Supprimer la colonne {name}", "Remove the column {name}"),
    "no_such_column": (
        "Il n'y a pas de colonne « {name} ».",
        "There is no column “{name}”.",
    ),
    "column_there": (
        "Il y a déjà une colonne « {name} » : donner un autre nom.",
        "There is a column “{name}” already: choose another name.",
    ),
}
