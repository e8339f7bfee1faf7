"""The words by which programmes are built, in French, English and German.

Every pattern here is linear: none repeats what it may itself repeat.
"""

import re
from typing import Final

_I: Final = re.IGNORECASE

_PART: Final = (
    r"(?:session |séance |programme |partie )?(?:de (?:la |l')|du )?"
    r"(?:matin(?:ée)?|(?:début d'|fin d')?apr[èe]s[\s-]?midi|soir(?:ée)?)\b"
    r"(?: session| programme)?"
    r"|(?:early |late )?(?:morning|afternoon|evening)\b(?: sessions?| programme| program)?"
    r"|(?:am )?(?:vormittags?|nachmittags?|abends?)(?:programm|sitzung|session)?\b"
)
PART_OF_DAY: Final = re.compile(rf"(?:{_PART})(?:\s*[/|–-]\s*(?:{_PART}))?", _I)
"""Matinée, Session du matin, Morning session, Nachmittag; Matinée / Vormittag."""

PROGRAMME: Final = re.compile(
    r"(?:l[ea] |the |das |votre |notre |our |pr[ée]-?|avant-|provisional |preliminary |draft |final "
    r"|conference |workshop |vorläufiges )?"
    r"(?:programme?|program|d[ée]roul[ée]\b|d[ée]roulement|ordre du jour|agenda|schedule|timetable"
    r"|tagesordnung|(?:tages|zeit|tagungs)?ablauf|ablaufplan|zeitplan|\w*programm|conducteur"
    r"|running order|run of show|order of (?:service|events|the day|ceremony|proceedings)|au programme)"
    r"(?: (?:de la (?:journée|soirée|matinée|cérémonie|manifestation)|du (?:colloque|jour|séminaire)"
    r"|prévisionnel|provisoire|détaillé|at a glance|of the day|for the day|der tagung|overview"
    r"|prévisionnelle|complet))?\s*:?",
    _I,
)
"""A line that says that the programme follows, and no more."""

OUTSIDE: Final = re.compile(
    r"(?:(?:libre )?participation (?:libre|aux|gratuite)|entr[ée]e (?:libre|gratuite|payante)|eintritt frei|free (?:entry|admission)|admission\b|r[ée]servations?\b|billetterie|initié par|en partenariat avec|avec le soutien|partenaires?|organisé par|organisation\b"
    r"|organisateurs?|comit[ée]s? (?:scientifique|d'organisation|de pilotage)|contacts?\b"
    r"|renseignements?|inscriptions? (?:gratuite|obligatoire|en ligne|sur|par|auprès|avant|à)"
    r"|inscriptions?\s?:|infos? pratiques?|informations? (?:pratiques?|et)|acc[èe]s\b|tarifs?\b"
    r"|plan d'acc[èe]s|adresse\b|comment venir|h[ée]bergement|bibliographie|r[ée]f[ée]rences\b"
    r"|prestations\b|sponsors?\b|supported by|organi[sz]ed by|organi[sz]ers?\b|partners?\b|practical information"
    r"|(?:about|à propos)\b|how to get|getting (?:here|there)|travel\b|accommodation|venue information"
    r"|fees\b|tickets?\b|further information|references\b|veranstalter|kontakt|anmeldung (?:unter|bis"
    r"|per|bei|zur)|anmeldung\s?:|anfahrt|teilnahmegeb|kosten\b|unterkunft|hinweise?\b|mit unterstützung"
    r"|gef[öo]rdert|informationen\b|in zusammenarbeit|kooperationspartner|impressum"
    r"|ils nous soutiennent|mentions légales|nota bene|download|t[ée]l[ée]charge)",
    _I,
)
"""A line at which the programme ends: partners, ways to come, fees, people to ring."""

PREAMBLE: Final = re.compile(
    r"(?:expos[ée] des motifs|pr[ée]sentation|contexte|objectifs?|argumentaire|introduction"
    r"|public visé|context|background|aims?|objectives|about|overview|hintergrund|ziele?"
    r"|zielgruppe|einführung|zum thema)\s*:?",
    _I,
)

ROOM: Final = re.compile(
    r"(?:(?:en |dans (?:la |l')|à l'|in |im |in der |à la )?"
    r"(?:(?:petite? |grande? |main |large |small |lecture |conference |meeting |seminar )?"
    r"(?:salle|salon|amphi(?:théâtre)?|auditorium|auditoire|hall|room|lecture theatre|theatre"
    r"|raum|saal|h[öo]rsaal|seminarraum|aula|foyer|plenarsaal|festsaal|sitzungssaal|studio"
    r"|plénière|track|stage|scène|espace|ballroom|atrium|chapelle|b[âa]timent|geb[äa]ude|parvis|préau"
    r"|gymnase|cour|jardin|chapiteau|bar|cafétéria|restaurant|mensa|library|médiathèque))\b)",
    _I,
)
"""What a room is called by its first word."""

ALL_ROOMS: Final = re.compile(
    r"(?:all (?:the )?(?:tracks|rooms|streams|halls)|toutes (?:les )?salles|tous (?:les )?publics"
    r"|alle (?:tracks|räume|säle))\s?:?",
    _I,
)
"""What says that the things that follow are in no one room."""

ROOM_NAMED: Final = re.compile(
    r"(?:[A-ZÄÖÜÉ][\w'’.-]* ){0,3}(?:Room|Hall|Theatre|Theater|Auditorium|Saal|Stage|Suite|Lounge"
    r"|Ballroom|Foyer|Atrium|Tent|Marquee|Pavilion|Yurt|Barn|Gallery|Library|Chapel|Lobby|Arena|Terrace|[A-ZÄÖÜ]\w+(?:saal|raum|halle))(?: (?:[A-Z]?\d[\w.-]{0,4}|[A-Z]))?"
)
"""A room whose name ends with what it is: Turing Room, Kleiner Saal."""

PEOPLE_LABEL: Final = re.compile(
    r"(?P<chair>mod[ée]rat(?:ion|eurs?|rices?|or|orin|ors)\b|mod[ée]r[ée]e?s? par|moderated by"
    r"|moderiert von|(?:es )?moderier(?:t|en)\b|vorsitz(?:ende[rn]?)?\b"
    r"|anim(?:ation|ateurs?|atrices?)\b|anim[ée]e?s? par|pr[ée]sid(?:ence|ent de séance"
    r"|ente de séance)\b(?: de séance)?|présidée? par|chair(?:ed by|persons?|s|man|woman|\b)"
    r"|session chairs?|facilitat(?:ed by|or)s?|hosted by|host\b|leitung|moderation\b"
    r"|sous (?:la présidence|l['’][ée]gide|la direction) (?:de|du|d['’])|under the chair(?:manship)? of|unter (?:der leitung|dem vorsitz) von|discutant(?:e|s|\.e\.?s?)?\b|discussants?\b|grand témoin|maître de cérémonie|mc\b"
    r"|sitzungsleitung|gesprächsleitung)"
    r"|(?P<speakers>(?:en présence de |avec (?:la participation de |notamment )?)"
    r"|intervenante?s? et (?:t[ée]moi\w+|animat\w+)|intervenant(?:e?s|\.e\.?s|\(e\)s|·e·s|e)?\b|orateurs?\b|oratrices?\b|conf[ée]renci(?:er|ère)s?"
    r"|participant(?:e?s|\.e\.?s|\(e\)s|·e·s)?\b|speakers?\b|panell?ists?\b|presenters?\b|presented by"
    r"|with\b|featuring\b|referent(?:en|in|innen|\*innen|:innen)?\b|mit\b|teilnehmer\w*|podium mit"
    r"|par\b|by\b|von\b|présenté par|présentée par|gäste|guests?\b|invité(?:e?s|\.e\.s)?\b"
    r"|(?:remise?|lue?|interprétée?|jouée?) par\b|répondante?s?\b|respondents?\b"
    r"|format(?:eur|rice)s?\b|trainer(?:in)?\b|dozent\w*|témoins?\b|vortragende[rn]?\b|es (?:diskutieren|sprechen|referieren|singen|spielen)\b"
    r"|(?:auf|am) (?:dem )?podium\b|podiumsg[äa]ste|diskutant\w+|im gespräch\b)",
    _I,
)
"""What announces people: Modération :, Intervenants :, avec, Speakers:, Referentin:."""

NOT_DAY: Final = re.compile(
    r"\b(?:avant|before|until|jusqu|bis zum|deadline|date limite|vor dem)", _I
)

FOOTNOTE: Final = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹†‡]|\[\d{1,2}\]\s|\^\{?\d{1,2}\}?\s")

FILE_NAME: Final = re.compile(r"\S.{0,80}\.(?:docx?|odt|pdf|pptx?|xlsx?|rtf|txt|indd)", _I)

CONTACT: Final = re.compile(
    r"https?://|www\.|\S@\S+\.\w|\bt[ée]l(?:[ée]phone|efon|\.|:)|\bfax\b|\bphone\b"
    r"|(?:\d\d[ .]){4}\d\d|\+\d\d",
    _I,
)
"""A line that says how to reach somebody."""

PRICE: Final = re.compile(r"\d\s?(?:€|euros?\b|EUR\b|CHF\b|£|\$)|[€£$]\s?\d", _I)

AT_PLACE: Final = re.compile(
    r"(?:(?:au|à la|à|aux|chez|dans(?: le| la| les)?|at(?: the)?|in(?: the)?|im|in der|an der|am|beim?|en)\s+"
    r"|(?:à |dans )l['’]\s?)(?=\S)",
    _I,
)
"""What stands before a place: au siège …, at the …, im Rathaus."""

PLACE_LABEL: Final = re.compile(
    r"(?:lieu|o[ùu]|adresse|venue|place|location|where|ort|veranstaltungsort|tagungsort)\s?:\s*|📍\s*",
    _I,
)

PLACE: Final = re.compile(
    r"\b(?:si[èe]ge|amphi\w*|auditorium|salle|palais|ch[âa]teau|universit\w+|mairie|h[ôo]tel|centre"
    r"|center|mus[ée]e|museum|coll[èe]ge|lyc[ée]e|[ée]cole|maison|cit[ée]|campus|facult[ée]|institut\w*"
    r"|biblioth[èe]que|m[ée]diath[èe]que|th[ée][âa]tre|theatre|[ée]glise|cath[ée]drale|church|cathedral"
    r"|\w*kirche|rathaus|stadthalle|kongress\w*|haus|hall|house|library|hotel|gymnase|espace|halle"
    r"|chambre|z[ée]nith|pr[ée]fecture|minist[èe]re|domaine|abbaye|parc|place|akademie|hochschule|aula|schloss"
    r"|town hall|school|foyer|conservatoire|salon)\b",
    _I,
)

EVENT: Final = re.compile(
    r"\b(?:colloque|congr[èe]s|s[ée]minaire|(?<!toute la )journ[ée]es?|rencontres?|conf[ée]rence|symposium|assises|forum"
    r"|c[ée]r[ée]monie|comm[ée]moration|inauguration|concert|gala|f[êe]te|festival|soir[ée]e|remise des prix"
    r"|convention|universit[ée]s? d'été|salon|assembl[ée]e|spectacle|nuit|portes ouvertes|sommet"
    r"|conference|workshop|summit|meeting|training day|rehearsal|awards?|ceremony|summer school|day\b"
    r"|camp|bootcamp|\w*tagung|\w*konferenz|\w*kongress|\w*treffen|\w*konzert|\w*feier|\w*fest"
    r"|\w*seminar|\w*abend|preisverleihung|messe|forum|hackathon|kolloquium|colloquium|lecture series|mariage|noces|wedding|hochzeit|bapt[êe]me"
    r"|obs[èe]ques|fun[ée]railles|funeral|trauerfeier|\w*gottesdienst|v[œo]e?ux|anniversaire"
    r"|jubil[ée]|\w*jubil[äa]um|c[ée]l[ée]bration|kermesse|carnaval|hackathon)\b",
    _I,
)
"""What a day is called by the word in its title."""

HOST: Final = re.compile(
    r"(?:ville|commune|mairie|paroisse|coll[èe]ge|lyc[ée]e|[ée]cole|universit[ée]|university|association"
    r"|f[ée]d[ée]ration|conseil|minist[èe]re|institut|laboratoire|d[ée]partement|r[ée]gion|stadt|verein"
    r"|hochschule|universität|stiftung|city of|department|school|faculty|council|the)\b",
    _I,
)
"""Who gives the day: a line above its title."""

GROUP: Final = re.compile(
    r"(?:session|s[ée]ance|panel|partie|part|th[èe]me|th[ée]matique|axe|atelier|workshop|module|track"
    r"|block|teil|themenblock|sektion|section|s[ée]quence|chapitre|acte?|sitzung|temps|[ée]tape"
    r"|volet|slot|round|runde|carrefour|groupe|gruppe|ag|table ronde)"
    r"\s?(?:n°\s?)?(?:\d{1,2}|[IVX]{1,4}|[A-H])\b",
    _I,
)
"""Session 1, Partie II, Themenblock A: what groups the things that follow."""

ALONGSIDE: Final = re.compile(
    r"\b(?:en parall[èe]le|parallel|au choix|simultan|zeitgleich|break-?outs?\b|concurrent)", _I
)
"""What says that several things run at the same time."""

AFTERWARDS: Final = re.compile(
    r"(?:puis|ensuite|anschlie[ßs]+end|danach|im anschluss|followed by|then|afterwards|à l'issue"
    r"|suivie? (?:de|d'))\b",
    _I,
)
"""What begins a thing that comes after the item above it."""

ADDRESS: Final = re.compile(
    r"\b\d{1,4}(?:bis|ter)?,?\s(?:rue|avenue|av\.|bd|boulevard|place|quai|chemin|impasse|allée|route|cours)\b"
    r"|\b\d{5}\s[A-ZÀ-Þ]|\b(?:street|road|avenue)\b|stra(?:ß|ss)e\s\d|platz\s\d|\bplatz\s(?:der|des|am)\s[\w ]{2,30}\d|\bmarkt\s\d",
    _I,
)
"""A street with a number, or a town with its code."""
