"""The words between a title and the people in it."""

import re
from typing import Final

CHAIRS: Final = re.compile(
    r"(?:mod[ée]rat\w+|chair\w*|animat\w+|président\w* de séance|facilitator|moderation|discutante?)$",
    re.IGNORECASE,
)


SPEECH: Final = re.compile(
    r"(?P<title>(?i:(?:le |la |the )?(?:mots?|allocutions?|discours|interventions?|accueil|ouverture"
    r"|conclusions?|introduction|pr[ée]sentation|t[ée]moignage|conf[ée]rence|message|propos|expos[ée]"
    r"|cl[ôo]ture|lecture|hommage|prise de parole|keynote|speech|address|welcome|remarks|opening|closing"
    r"|words?|talk|grußworte?|gru[sß]+wort|vortrag|begr[üu][sß]+ung|rede|ansprache|er[öo]ffnung"
    r"|schlusswort|impuls|festvortrag|laudatio|einf[üu]hrung|moderation)\b)[^,:;(]{0,60}?)\s+"
    r"(?:de la part de|de|d['’]|du|by|from|of|von|des|der|durch)\s?(?=[A-ZÀ-Þ])"
)
BY: Final = re.compile(
    r"[\s,;–—-]+(?:(?:lue?|remise?|jouée?|chantée?|interprétée?) par|(?:read|sung|performed|played) by|présentée? par|animée?s? par|modérée?s? par|présidée? par|assurée? par|organisée? par|préparée?s? par|donnée? par"
    r"|prononcée? par|proposée? par|conduite? par|menée? par|dirigée? par|par|presented by|given by|chaired by"
    r"|moderated by|hosted by|led by|delivered by|facilitated by|by|moderiert von|gehalten von|geleitet von"
    r"|von|durch|avec la participation de|en présence (?:de|d(?=['’]))|guided by|avec|featuring|with|mit)(?:\s+|['’])(?=\S)",
    re.IGNORECASE,
)
CHAIRED: Final = re.compile(
    r"anim|mod[ée]r|présid|présenta|chair|host|facilit|geleitet|leitung|vorsitz|conduit|\bmc\b|c[ée]r[ée]moni",
    re.IGNORECASE,
)
LABEL_INSIDE: Final = re.compile(
    r"(?:[.,;|•·?!]|(?<=[»”“\"])|\s[–—/-])\s+"
    r"(?:(?i:mod[ée]rat(?:ion|eur|rice|or|orin|ors)|anim(?:ation|ateur|atrice)|pr[ée]sid(?:ence|ent de séance)"
    r"|chair(?:person|man|woman)?|session chair|host|mc|ma[îi]tre(?:sse)? de c[ée]r[ée]monie|facilitat(?:or|ion)"
    r"|pr[ée]sentation(?=\s?:)|pr[ée]sentat(?:eur|rice)"
    r"|(?:gesprächs|sitzungs)?leitung|vorsitz|intervenante?s?|orateurs?|oratrices?|speakers?"
    r"|panell?ists?|participante?s?|discutante?s?|discussants?|grand témoin|referent(?:en|in|innen)?"
    r"|r[ée]pondante?s?|respondents?|gäste|guests?|invité(?:e|s|es)?|avec)"
    r"(?P<mark>\s?:)?\s+|(?<![/] )(?P<role>[A-ZÀ-Þ][^\W\d_]{2,15}(?:eer|or|eur|euse|rice|iste?|ienne|in))\s?:\s+)(?=[A-ZÀ-Þ])"
)
"""A word within a line that announces who chairs, who speaks, or what somebody is."""


LABELLED: Final = re.compile(
    r"(?:mod[ée]rat\w+|anim\w+(?: par)?|chair(?:ed by)?|speakers?|intervenante?s?|par|by|von|avec|with|mit"
    r"|présidence|discutant\w*|leitung)\s*:?\s+",
    re.IGNORECASE,
)
