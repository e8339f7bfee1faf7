"""What the page of people and the calls say, in French and in English.

`{name}` is a person, `{time}` a time of day, `{length}` a length in words, `{title}` a slot's
title. They are loaded with the first call or when the page is first opened.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from runofshow.core.commands import State


class PeopleWords(NamedTuple):
    """The words of the page in one language; `language` is "fr" or "en"."""

    language: str
    title: str
    # the head: how many are how
    counts: Mapping[str, str]
    nobody: str
    none_found: str
    find: str
    find_tip: str
    calls_on: str
    calls_off: str
    # columns
    col_state: str
    col_name: str
    col_when: str
    col_item: str
    col_mic: str
    col_phone: str
    # how somebody stands
    states: Mapping[State, str]
    arrived_at: str
    ready_at: str
    called_at: str
    to_call: str
    on_stage: str
    left_out: str
    over: str
    more: str
    chair: str
    # what is done
    called: str
    arrived: str
    wired: str
    absent: str
    awaited: str
    mic: str
    replace: str
    shorten: str
    skip: str
    keep: str
    alone: str
    nobody_chosen: str
    # lines that ask
    ask_mic: str
    hint_mic: str
    ask_phone: str
    hint_phone: str
    echo_phone: str
    echo_no_phone: str
    phone: str
    ask_replace: str
    hint_replace: str
    ask_calls: str
    hint_calls: str
    echo_mic: str
    echo_no_mic: str
    echo_replace: str
    echo_calls: str
    echo_no_calls: str
    # calls, in banners and beside the next item
    call: str
    call_nobody: str
    call_rest: str
    call_answer: str
    call_here: str
    go_call: str
    go_called: str
    go_absent: str


FR: Final = PeopleWords(
    language="fr",
    title="Personnes",
    counts={
        "on_stage": "{count} en scène",
        "expected": "{count} {count:attendue|attendues}",
        "arrived": "{count} {count:arrivée|arrivées}",
        "ready": "{count} {count:équipée|équipées}",
        "absent": "{count} {count:absente|absentes}",
        "over": "{count} {count:passée|passées}",
    },
    nobody="Le conducteur ne nomme personne.",
    none_found="Personne de ce nom, ni de ce micro.",
    find="Chercher une personne",
    find_tip="Taper un nom, un micro, un numéro ou un titre\u202f; Échap efface",
    calls_on="Appels\u00a0: {length} avant…",
    calls_off="Appels\u00a0: aucun…",
    col_state="État",
    col_name="Nom",
    col_when="Heure",
    col_item="Prochaine séquence",
    col_mic="Micro",
    col_phone="Téléphone",
    states={
        "expected": "attendu",
        "arrived": "arrivé",
        "ready": "équipé",
        "absent": "absent",
    },
    arrived_at="arrivé {time}",
    ready_at="équipé, là {time}",
    called_at="appelé {time}",
    to_call="à appeler",
    on_stage="en scène",
    left_out="séquence sautée",
    over="passé",
    more="+{count}",
    chair="préside",
    called="Appelé",
    arrived="Arrivé",
    wired="Équipé",
    absent="Absent",
    awaited="Attendu",
    mic="Micro…",
    replace="Remplacer…",
    shorten="Raccourcir de {length}",
    skip="Sauter la séquence",
    keep="Garder",
    alone="«\u202f{title}\u202f» n'a plus personne.",
    nobody_chosen="Choisir une personne dans la page Personnes.",
    ask_mic="Micro de {name}\u00a0:",
    hint_mic="HF 3",
    ask_phone="Téléphone de {name}\u00a0:",
    hint_phone="06 39 98 12 15, ou non",
    echo_phone="{name} au {phone}",
    echo_no_phone="{name}\u00a0: plus de numéro",
    phone="Téléphone…",
    ask_replace="Qui remplace {name}\u202f?",
    hint_replace="Prénom NOM",
    ask_calls="Délai d'appel\u202f?",
    hint_calls="10 min, ou non",
    echo_mic="{name} au micro {mic}, équipé",
    echo_no_mic="{name} sans micro d'aujourd'hui\u00a0: celui du conducteur",
    echo_replace="{other} à la place de {name}, dans {count} {count:séquence|séquences}",
    echo_calls="Chacun appelé {length} avant sa séquence",
    echo_no_calls="Plus d'appel, sauf où la séquence le dit",
    call="APPELER {who}",
    call_nobody="APPELER POUR «\u202f{title}\u202f»",
    call_rest="{cue} {title}, {time}",
    call_answer="Appelé ({key})",
    call_here="Il est là",
    go_call="APPELER {who}",
    go_called="appelé {time}",
    go_absent="ABSENT\u00a0: {who}",
)
EN: Final = PeopleWords(
    language="en",
    title="People",
    counts={
        "on_stage": "{count} on stage",
        "expected": "{count} expected",
        "arrived": "{count} here",
        "ready": "{count} wired",
        "absent": "{count} absent",
        "over": "{count} done",
    },
    nobody="The rundown names nobody.",
    none_found="Nobody of that name, nor of that microphone.",
    find="Find somebody",
    find_tip="Type a name, a microphone, a number or a title; Esc clears",
    calls_on="Calls: {length} before…",
    calls_off="Calls: none…",
    col_state="State",
    col_name="Name",
    col_when="Time",
    col_item="Next item",
    col_mic="Mic",
    col_phone="Phone",
    states={
        "expected": "expected",
        "arrived": "here",
        "ready": "wired",
        "absent": "absent",
    },
    arrived_at="here {time}",
    ready_at="wired, here {time}",
    called_at="called {time}",
    to_call="to call",
    on_stage="on stage",
    left_out="item skipped",
    over="done",
    more="+{count}",
    chair="chair",
    called="Called",
    arrived="Here",
    wired="Wired",
    absent="Absent",
    awaited="Expected",
    mic="Mic…",
    replace="Replace…",
    shorten="Shorten by {length}",
    skip="Skip the item",
    keep="Keep",
    alone="“{title}” has nobody left.",
    nobody_chosen="Choose somebody on the People page.",
    ask_mic="Mic of {name}:",
    hint_mic="RF 3",
    ask_phone="Phone of {name}:",
    hint_phone="07700 900123, or no",
    echo_phone="{name} at {phone}",
    echo_no_phone="{name}: number removed",
    phone="Phone…",
    ask_replace="Who replaces {name}?",
    hint_replace="First LAST",
    ask_calls="Call people how long before?",
    hint_calls="10 min, or no",
    echo_mic="{name} on mic {mic}, wired",
    echo_no_mic="{name}: back to the mic of the rundown",
    echo_replace="{other} in place of {name}, in {count} {count:item|items}",
    echo_calls="Everybody is called {length} before their item",
    echo_no_calls="No more calls, except where an item says so",
    call="CALL {who}",
    call_nobody="CALL FOR “{title}”",
    call_rest="{cue} {title}, {time}",
    call_answer="Called ({key})",
    call_here="Here already",
    go_call="CALL {who}",
    go_called="called {time}",
    go_absent="ABSENT: {who}",
)


def people_words(language: str) -> PeopleWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
