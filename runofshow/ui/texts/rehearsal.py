"""What a rehearsal says in the régie's window: its bar, its questions, its banners."""

from typing import Final, NamedTuple


class RehearsalWords(NamedTuple):
    """The words of a rehearsal in one language; `language` is "fr" or "en".

    `{length}` is a length in words, `{time}` a time of day, `{item}` an item's cue and title.
    """

    language: str
    # the bar
    word: str
    paused: str
    over: str
    running: str
    by_itself: str
    by_hand: str
    play: str
    pause: str
    speed: str
    autopilot: str
    none_to_come: str
    item_over: str
    item_early: str
    show: str
    back_to_show: str
    # questions
    ask_go_to: str
    hint_go_to: str
    no_go_to: str
    goes_ahead: str
    goes_back: str
    goes_to_beginning: str
    goes_to_item: str
    goes_back_to_item: str
    ask_overrun: str
    hint_overrun: str
    no_length: str
    no_item: str
    will_overrun: str
    will_end_early: str
    will_be_on_time: str
    hand_holds: str
    # the stage, banners
    stage_would: str
    stage_keeps: str
    stage_taken: str
    stage_returns: str
    kept: str
    open_it: str


FR: Final = RehearsalWords(
    language="fr",
    word="RÉPÉTITION",
    paused="en pause",
    over="journée jouée",
    running="×{speed}",
    by_itself="pilote auto",
    by_hand="à la main",
    play="Lecture",
    pause="Pause",
    speed="Vitesse ×{speed}",
    autopilot="Pilote auto",
    none_to_come="aucun débordement prévu",
    item_over="{item} +{length}",
    item_early="{item} −{length}",
    show="DIRECT",
    back_to_show="Quitter la répétition",
    ask_go_to="Aller à",
    hint_go_to="10h45, 3.2 ou un titre",
    no_go_to="ni une heure ni une séquence\u00a0: écrire 10h45 ou 3.2",
    goes_ahead="à {time}, dans {length}",
    goes_back="retour à {time}, {length} plus tôt\u00a0: ce qui a été fait depuis s'oublie",
    goes_to_beginning="retour à {time}, où la répétition a commencé",
    goes_to_item="au début de {item}",
    goes_back_to_item="retour au début de {item}\u00a0: ce qui a été fait depuis s'oublie",
    ask_overrun="Débordement",
    hint_overrun="+9 min à la table ronde",
    no_length="de combien\u202f? écrire +9 min, ou −4 min",
    no_item="aucune séquence à venir ne s'appelle ainsi",
    will_overrun="débordera de {length}, sans prévenir\u00a0: {item}",
    will_end_early="finira {length} plus tôt\u00a0: {item}",
    will_be_on_time="finira à l'heure\u00a0: {item}",
    hand_holds="pilote coupé\u00a0: c'est à vous de retenir le TOP",
    stage_would="ce qu'il montrerait",
    stage_keeps="Le direct est en cours\u00a0: la scène le garde.",
    stage_taken="La scène montre la répétition.",
    stage_returns="Le direct a commencé\u00a0: la scène le montre de nouveau.",
    kept="Plan B enregistré\u00a0: {file}.",
    open_it="Ouvrir",
)

EN: Final = RehearsalWords(
    language="en",
    word="REHEARSAL",
    paused="paused",
    over="day played",
    running="×{speed}",
    by_itself="autopilot",
    by_hand="by hand",
    play="Play",
    pause="Pause",
    speed="Speed ×{speed}",
    autopilot="Autopilot",
    none_to_come="no overrun to come",
    item_over="{item} +{length}",
    item_early="{item} −{length}",
    show="LIVE SHOW",
    back_to_show="Leave rehearsal",
    ask_go_to="Go to",
    hint_go_to="10:45, 3.2 or a title",
    no_go_to="neither a time nor an item: write 10:45 or 3.2",
    goes_ahead="to {time}, {length} ahead",
    goes_back="back to {time}, {length} earlier: what was done since is forgotten",
    goes_to_beginning="back to {time}, where the rehearsal began",
    goes_to_item="to the start of {item}",
    goes_back_to_item="back to the start of {item}: what was done since is forgotten",
    ask_overrun="Overrun",
    hint_overrun="panel +9 min",
    no_length="by how much? write +9 min, or −4 min",
    no_item="no item to come is called that",
    will_overrun="runs over by {length}, unannounced: {item}",
    will_end_early="ends {length} early: {item}",
    will_be_on_time="ends on time: {item}",
    hand_holds="the autopilot is off: holding back GO is up to you",
    stage_would="what it would show",
    stage_keeps="The show is running: the stage keeps it.",
    stage_taken="The stage shows the rehearsal.",
    stage_returns="The show has begun: the stage shows it again.",
    kept="Plan B saved: {file}.",
    open_it="Open",
)


def rehearsal_words(language: str) -> RehearsalWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
