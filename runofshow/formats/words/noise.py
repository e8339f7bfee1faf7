"""What web pages put around a programme, in French, English and German.

Every pattern here is linear, and is only asked of short lines.
"""

import re
from typing import Final

_BUTTONS: Final = (
    r"(?:partage[rz]|share|teilen)(?: (?:cette|cet|l['’]|sur|this|on|auf|via|:)\b.*)?",
    r"imprimer.{0,20}|print(?: this page)?|drucken|j['’]aime|menu|rechercher|search|suchen?",
    r"log ?in|connexion|se connecter|retour(?: à la liste.*)?|zur[üu]ck(?: zur .*)?",
    r"haut de page|back to top|nach oben|plan du site.*|site ?map",
    r"(?:aller|passer) au contenu.*|skip to (?:main )?content.*|zum inhalt springen",
    r"ajouter (?:à|au) (?:mon |votre |l['’])?(?:agenda|calendrier).*|add to (?:my )?calendar.*",
    r"in (?:den|meinen) kalender.*",
)
_COOKIES: Final = (
    r"(?:gestion des |(?:ce site|nous) utilis\w+ des |we use |this (?:web)?site uses |manage )?cookies?\b.*",
    r"(?:tout )?(?:accepter|refuser)(?: tout)?(?: (?:accepter|refuser))?",
    r"(?:accept|reject|decline)(?: all)?(?: cookies)?|alle akzeptieren|ablehnen",
)
_FOLLOW: Final = (
    r".{0,30}\bnews-?letter\b.{0,30}|s['’]abonner.*|abonnez-vous.*|(?:un)?subscribe.*",
    r"suivez[\s-]nous.*|rejoignez-nous.*|retrouvez-nous.*|follow us.*|folgen sie uns.*",
    r"facebook|twitter|x|linkedin|instagram|youtube|whatsapp|bluesky|mastodon|tiktok|pinterest",
    r"courriel|e-?mail|votre (?:adresse )?e-?mail.*|your e-?mail.*",
)
_LEGAL: Final = (
    r"mentions l[ée]gales.*|(?:politique|charte) de confidentialit.*|donn[ée]es personnelles",
    r"privacy (?:policy|notice).*|legal notice.*|terms (?:of|and) .*|datenschutz.*|agb|impressum.*",
    r"barrierefreiheit.*|accessibilit[éy]\s?:?.{0,30}|©.*|copyright\b.*",
    r"all rights reserved.*|tous droits r[ée]serv[ée]s.*|alle rechte vorbehalten.*",
)
_MORE: Final = (
    r"(?:laisser|ajouter) un commentaire.*|leave a (?:comment|reply).*|bewertung",
    r"(?:neuen )?kommentare? (?:hinzufügen|schreiben).*|\d* ?(?:comments?|commentaires?|kommentare?)",
    r"(?:assister|participer) (?:au|à)\b.{0,40}|(?:je m['’]|s['’])inscri(?:re|s)\b.{0,30}|register (?:now|here).*",
    r"jetzt anmelden.*|cet [ée]v[ée]nement est (?:passé|termin[ée])\.?|this event has (?:passed|ended)\.?",
    r"lire (?:la suite|aussi|plus).*|voir (?:aussi|la|le|les|toutes?|tous)\b.{0,40}|read more|see also.*|weiterlesen.*",
    r"articles? similaires?.*|related (?:posts|articles|events).*",
)
NOISE: Final = re.compile(
    "|".join((*_BUTTONS, *_COOKIES, *_FOLLOW, *_LEGAL, *_MORE)), re.IGNORECASE
)
"""Buttons, cookies, newsletters: the whole of a line is that."""

PAGE_NOISE: Final = re.compile(
    r"\S[^>›»]{0,60}\s[>›»]\s[^>›»]{1,60}\s[>›»]\s\S"  # where one is in a site
    r"|(?:publi[ée]e?|mise? (?:à jour|en ligne)|modifi[ée]e?|posted|published|(?:last )?updated"
    r"|last modified|ver[öo]ffentlicht|aktualisiert)\s(?:le|on|am|by|par|vom|:|\d)",
    re.IGNORECASE,
)
"""What a web page says of itself: the way to it, the day when it was put there."""
