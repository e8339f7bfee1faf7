"""What `runofshow doctor` says of a machine, in French and in English."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "doctor_python": ("Python {version}", "Python {version}"),
    "doctor_no_display": (
        "Aucun écran : la journée tourne en texte, sans fenêtre ni retour scène.",
        "No display: the day runs as text, without a window or a stage screen.",
    ),
    "doctor_no_qt": (
        "La fenêtre ne peut pas s'ouvrir, il manque une bibliothèque : {why}",
        "The window cannot open, a library is missing: {why}",
    ),
    "doctor_qt": ("Qt {version}, affichage {platform}", "Qt {version}, platform {platform}"),
    "doctor_fonts": ("Polices : B612 et Inter chargées", "Fonts: B612 and Inter loaded"),
    "fonts_missing": (
        "Polices du programme absentes ou abîmées ({names}) : une autre les remplace, les chiffres peuvent bouger. Réinstaller le programme.",
        "The program's fonts are missing or damaged ({names}): another stands in, figures may move. Install the program again.",
    ),
    "doctor_no_writing": (
        "Aucune police pour : {names}. Sur scène, ces lettres sont omises.",
        "No font for: {names}. On the stage, such letters are left out.",
    ),
    "doctor_screen": ("Écran : {screen}", "Screen: {screen}"),
    "doctor_one_screen": (
        "Un seul écran : le retour scène n'est que dans la vignette de la régie.",
        "One screen only: the stage screen is in the régie's thumbnail.",
    ),
    "doctor_reads": (
        "{name}, {inches} pouces. {told}",
        "{name}, {inches} inches. {told}",
    ),
    "doctor_reads_supposed": (
        "{name}, taille inconnue, {inches} pouces supposés : la déclarer dans Sorties. {told}",
        "{name}, size unknown, {inches} inches assumed: declare it in Outputs. {told}",
    ),
    "doctor_too_small": ("{name}. {told}", "{name}. {told}"),
    "doctor_power_unknown": (
        "Alimentation : le système ne dit rien. Vérifier que la machine est sur secteur.",
        "Power: the system does not say. Check that the machine is plugged in.",
    ),
    "doctor_mains": ("Alimentation : sur secteur", "Power: mains"),
    "doctor_battery": (
        "Sur batterie ({percent} %) : brancher le secteur avant de commencer.",
        "On battery ({percent} %): plug the mains in before starting.",
    ),
    "doctor_sleeps": (
        "Rien ne peut empêcher la mise en veille ici : la couper dans les réglages du système.",
        "Nothing can keep this machine awake: turn sleep off in the system's settings.",
    ),
    "doctor_awake": (
        "Mise en veille : peut être bloquée ({name})",
        "Sleep: can be held off ({name})",
    ),
    "doctor_disk_refuses": (
        "Le dossier {folder} n'accepte rien ({why}) : en choisir un autre avec --data.",
        "The folder {folder} takes nothing ({why}): choose another with --data.",
    ),
    "doctor_flush": (
        "Disque : un geste y est en sûreté en {middle} ms d'ordinaire, {late} ms une fois sur cent, {worst} ms au plus long de {count} essais ({folder}). {means}",
        "Disk: an action is safe there in {middle} ms as a rule, {late} ms once in a hundred, {worst} ms at the longest of {count} tries ({folder}). {means}",
    ),
    "doctor_double": (
        "Double du journal : un geste y est en sûreté en {middle} ms d'ordinaire, {late} ms une fois sur cent, {worst} ms au plus long de {count} essais ({folder}). Aucun geste ne l'attend.",
        "The journal's double: an action is safe there in {middle} ms as a rule, {late} ms once in a hundred, {worst} ms at the longest of {count} tries ({folder}). No action waits for it.",
    ),
    "flush_unfelt": (
        "Personne ne le sentira.",
        "Nobody will feel it.",
    ),
    "flush_felt": (
        "Un TOP peut attendre un clin d'œil ; les chronos, jamais.",
        "A GO may wait for the blink of an eye; the timers never do.",
    ),
    "flush_slow": (
        "C'est lent : un TOP peut attendre, les chronos jamais. Choisir un disque interne avec --data.",
        "This is slow: a GO may wait, the timers never. Choose an internal disk with --data.",
    ),
    "flush_memory": (
        "C'est de la mémoire vive : une coupure de courant efface tout. Choisir un vrai disque avec --data.",
        "This is memory: a power cut wipes it all. Choose a real disk with --data.",
    ),
    "flush_network": (
        "C'est un disque du réseau ({kind}) : s'il se tait, rien n'est plus en sûreté. Choisir un disque interne avec --data.",
        "This is a network disk ({kind}): when it falls silent, nothing is safe any more. Choose an internal disk with --data.",
    ),
    "flush_doubtful": (
        "C'est trop rapide pour un disque : il dit peut-être « écrit » trop tôt, et une coupure de courant peut coûter les derniers gestes.",
        "That is too quick for a disk: it may say “written” too early, and a power cut may cost the last actions.",
    ),
    "doctor_double_refuses": (
        "Double du journal : {folder} n'accepte rien ({why}). La journée tourne sans lui ; brancher la clé ou choisir un autre dossier.",
        "The journal's double: {folder} takes nothing ({why}). The show runs without it; plug the stick in or choose another folder.",
    ),
    "doctor_space": ("Disque : {size} Go libres", "Disk: {size} GB free"),
    "doctor_space_low": (
        "Disque presque plein ({size} Go libres) : faire de la place.",
        "The disk is nearly full ({size} GB free): make room.",
    ),
    "doctor_clock_kept": (
        "Heure : réglée par le réseau, fuseau {zone}",
        "Clock: kept by the network, zone {zone}",
    ),
    "doctor_clock_kept_to": (
        "Heure : réglée par le réseau à {error} ms près, fuseau {zone}",
        "Clock: kept by the network to {error} ms, zone {zone}",
    ),
    "doctor_clock_alone": (
        "Heure : fuseau {zone} ; le réseau ne la règle pas. Les comptes à rebours n'en souffrent pas ; la comparer à une montre, l'heure affichée est la sienne.",
        "Clock: zone {zone}; the network does not keep it. Countdowns do not suffer; compare it with a watch, the time of day shown is its own.",
    ),
    "doctor_clock": (
        "Heure : fuseau {zone} ; le système ne dit pas si elle est réglée par le réseau, la comparer à une montre.",
        "Clock: zone {zone}; the system does not say whether the network keeps it, compare it with a watch.",
    ),
    "doctor_stepped": (
        "Heure : elle a sauté de {by} ms pendant l'examen. Les comptes à rebours ne la suivent pas ; l'heure du jour, si. La faire régler avant de commencer.",
        "Clock: it jumped by {by} ms during this check. Countdowns do not follow it; the time of day does. Have it set before starting.",
    ),
    "doctor_beat": (
        "Chronos : compteur au pas de {grain} µs, réveils {late} ms trop tard au pire de {count} : les chiffres tournent à la seconde juste.",
        "Timers: a counter with steps of {grain} µs, woken {late} ms too late at the worst of {count}: digits flip on the true second.",
    ),
    "doctor_beat_late": (
        "Chronos : réveils jusqu'à {late} ms trop tard : la machine est occupée, des chiffres tourneront en retard (le temps restant reste juste). Fermer ce qui ne sert pas.",
        "Timers: woken up to {late} ms too late: the machine is busy, digits will flip late (the time left stays right). Close what is not needed.",
    ),
}
