"""What people are and where: offices, posts, houses, in French, English and German."""

import re
from typing import Final

ORDINAL: Final = r"(?:\d{1,2}(?:er|[èe]re?|[èe]me|e|nd|st|th)?\s)?"
OFFICE: Final = re.compile(
    rf"{ORDINAL}(?:(?:ancien(?:ne)?|former|ehemalige[rs]?|vice|co|first|premi[èe]re?|deputy|honorary"
    r"|acting|stellvertretende[rn]?|erste[rn]?)[\s-]?)*"
    r"(?:pr[ée]sident\w*|maire\w*|adjoint\w*|conseill\w+|d[ée]put[ée]\w*|s[ée]nat\w+|pr[ée]f[eè]te?\w*"
    r"|sous-pr[ée]f\w+|ministre|secr[ée]taire d['’][ÉEée]tat|ambassad\w+|rect(?:eur|rice)|mayor|minister"
    r"|senator|councill?or|governor|ambassador|president\w*|chair(?:man|woman|person)?\b"
    r"|(?:vice-)?doyen(?:ne)?\b|dean\b|provost|dekan\w*|chanc[ei]l\w+|b[üu]rgermeister\w*|oberb[üu]rgermeister\w*|landr[aä]t\w*|vorsitzende[rn]?|\w*pr[äa]sident(?:in|innen|en)?\b"
    r"|staatssekret[äa]r\w*|kanzler\w*|\w*sprecher(?:in)?\b|dezernent\w*|[ée]lue?\b|membre\b|member\b|mitglied\b|academician"
    r"|acad[ée]micien\w*|administrat(?:eur|rice)\b|porte-parole|d[ée]l[ée]gu[ée]e?\b|spokesperson)",
    re.IGNORECASE,
)
POST: Final = re.compile(
    rf"{ORDINAL}(?:(?:ancien(?:ne)?|former|vice|co|senior|junior|lead|principal|chief|associate|group|global|regional"
    r"|assistant|head|adjunct|visiting|deputy|managing|executive|general|leitende[rn]?)[\s-]?)*"
    r"(?:directeur|directrice|director|responsable|charg[ée]e?s? (?:de |d['’])(?:mission|projets?|[ée]tudes?|communication|cours|programmes?|production|diffusion)\b|charg[ée]e?s?\b|producteur|productrice|acheteu[rs]e?|artisane?\b|[ée]leveu\w+|agricult\w+|chef(?:fe)?\b|cheffe|professeure?"
    r"|prof\b|professor\w*|ma[îi]tre(?:sse)? de conf[ée]rences|ma[îi]tresse?\b|enseignante?\b"
    r"|enseignant[\s-]chercheur|chercheu\w+|doctorant\w*|post-?doc\w*|ing[ée]nieure?|consultant\w*"
    r"|fondat\w+|g[ée]rante?\b|pdg\b|dg\b|dga\b|dgs\b|ceo\b|cto\b|cfo\b|coo\b|cio\b|manager\w*"
    r"|coordinat\w+|coordonnat\w+|chef de projet|secr[ée]taire\b|tr[ée]sori\w+|journaliste\w*"
    r"|r[ée]dact\w+|avocate?\b|m[ée]decin\b|architecte\b|artiste\b|auteure?s?\b(?! du| de)|[ée]crivaine?"
    r"|historien\w*|sociologue|philosophe|[ée]conomiste|psycholog\w+|[ée]tudiant\w*|designer|r[ée]alisat\w+"
    r"|founder|partner\b|lead\b|head\b|officer|engineer\w*|researcher|scientist|lecturer|reader\b|fellow"
    r"|student|phd\b|analyst|developer\w*|d[ée]velopp\w+|editor|journalist\w*|author\b|writer|curator"
    r"|lawyer|physician|artist|teacher|vp\b|cellist|pianist\w*|organist\w*|soprano|alto|t[ée]nor|tenor"
    r"|baritone|baryton|violon\w*|piano\b|orgue|chef de ch[œo]e?ur|conductor|\w*leiter(?:in)?\b|\w*direktor(?:in)?\b|gesch[äa]ftsf[üu]hr\w*"
    r"|referent\w*|mitarbeiter\w*|wissenschaftliche[rn]? mitarb\w+|inhaber\w*|gr[üu]nder\w*|intendant\w*"
    r"|lehrer(?:in|innen)?\b|doktorand\w*|student\w*|ingenieur\w*|redakteur\w*|autor\w*|pfarrer\w*|kantor\w*"
    r"|amtsleiter\w*|abteilungsleiter\w*|projektleiter\w*|sprecher\w*|proviseure?|principal\w*"
    r"|inspect\w+|commissaire|commandant\w*|notaire|animat\w+|technicien\w*|bénévole|repr[ée]sentante?\b"
    r"|chanteu\w+|slameu\w+|metteu\w+ en sc[èe]ne|com[ée]dien\w*|acteur\b|actrice\b|danseu\w+|cin[ée]aste"
    r"|chor[ée]graph\w+|po[èe]te\w*|romanci\w+|plasticien\w*|dramaturge|essayiste|traduct(?:eur|rice)"
    r"|g[ée]ograph\w+|juriste|politologue|anthropologue|ethnologue|biologiste|urbaniste|paysagiste"
    r"|entrepreneu\w+|militant\w*|humoriste|sculpteu?r\w*|peintre|illustrat(?:eur|rice)|libraire"
    r"|associ[ée]e?\b|expert\w*|sp[ée]cialiste|specialist|membre fondateur|cad?re\b|adviser|advisor|owner"
    r"|programmer|producer|product[a-z]*\b|facilitat\w+|trainer\w*|coach\w*|attach[ée]e?\b|intervenante?\b)",
    re.IGNORECASE,
)
WEAK: Final = re.compile(
    r"(?:co-?)?(?:auteure?|autrice|rapporteur\w*|rapporteuse)\b", re.IGNORECASE
)
"""Roles only where no other is said: « rapporteur de l'axe … » after an office is the topic."""
TOPIC: Final = re.compile(
    r"(?:rapport|r[ée]flexion|sur|[àa] l['’](?:initiative|origine)|autour|[ée]tude|ouvrage|livre|projet"
    r"|pr[ée]sentation|t[ée]moignage|retour|report|about|on|study|[üu]ber|zum|zur|zu)\b",
    re.IGNORECASE,
)
UNIT: Final = re.compile(
    r"(?:commission|d[ée]partement|service|direction|p[ôo]le"
    r"|comit[ée](?! (?:national|international|r[ée]gional|d[ée]partemental|olympique|fran[çc]ais))|section|chaire|bureau|groupe|unit[ée]"
    r"|cellule|d[ée]l[ée]gation|division|department|committee|board|team|office|abteilung|referat\w*"
    r"|fachbereich\w*|ausschuss\w*|dezernat\w*|lehrstuhl\w*|groupement|mission"
    r"|conseil(?! (?:d[ée]partemental|r[ée]gional|municipal|communautaire|g[ée]n[ée]ral|national"
    r"|[ée]conomique|constitutionnel|d['’][ée]tat)))\b",
    re.IGNORECASE,
)
WORK: Final = re.compile(
    r"\b(rapport|livre|ouvrage|[ée]tude|essai|article|report|book|study|paper|Buch|Studie)s?\b[^«»“”„\"]*"
    r"([«“„\"][^«»“”„\"]{2,200}[»”“\"])",
    re.IGNORECASE,
)

ORGANISATION: Final = re.compile(
    r"(?:universit|observatoire|laboratoire|institut|minist|[ée]cole|fondation|cabinet|association|agence|soci[ée]t[ée]|compagnie|lab"
    r"|centre|center|coll[èe]ge|lyc[ée]e|f[ée]d[ée]ration|union|r[ée]gion|ville|mairie|m[ée]tropole|d[ée]partement"
    r"|communaut|conseil|caisse|chambre|groupe|hochschule|stadt|land|verein|verband|stiftung|gesellschaft"
    r"|bundes|amt|school|college|council|company|foundation|agency|society|academy|acad[ée]mie|akademie"
    r"|museum|mus[ée]e|orchestr|ch[œo]e?ur|ensemble|hospital|h[ôo]pital|france\b|chu\b|cnrs|inria|cea\b|ens\b|klinik)",
    re.IGNORECASE,
)

HOUSE: Final = re.compile(
    r"\b(?:de la|de l['’]|du|des|de|d['’]|à la|à l['’]|au|aux|à|chez|at the|at|of the|of|for the|for|with|@"
    r"|der|des|an der|am|bei der|beim|bei|im|in der|von|vom)\s?(?=(?:the\s)?[«A-ZÀ-Þ]|(?<!\bde )(?<!\bd['’])(?:université|ministère|établissement|agence|syndicat|office|centre|fédération|chambre|collectif|réseau|conseil|mairie|ville|région|métropole|bibliothèque|médiathèque|école|collège|lycée|association|fondation|institut|musée|théâtre|orchestre|compagnie|communauté|faculté|chorale|university|college|school|council)\b)"
)
"""Before the name of a house: de la, du, at the, der."""
