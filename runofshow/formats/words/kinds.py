"""The words that say what a thing of a programme is, by kind."""

from typing import Final

from runofshow.core.plan import Kind

KIND_WORDS: Final[tuple[tuple[Kind, str], ...]] = (
    (
        Kind.PANEL,
        (
            r"tables?[\s-]rondes?|panels?\b|podium(?!s\b)\w*|round[\s-]?tables?|plateau\b|d[ée]bats?\b"
            r"|regards? crois[ée]s?|dialogues?\b|gespr[äa]ch\w*|paneldiskussion|panel discussion"
            r"|fireside|controverse"
        ),
    ),
    (
        Kind.FILM,
        (
            r"films?\b|filmvorf\w+|projections?\b|vid[ée]os?\b|courts?[\s-]m[ée]trages?|documentaires?"
            r"|screenings?\b|trailer|einspieler|clips?\b"
        ),
    ),
    (
        Kind.BREAK,
        (
            r"pauses?\b|d[ée]jeuners?|petit[\s-]d[ée]jeuner|d[îi]ners?\b|ap[ée]ro\w*|ap[ée]ritif\w*"
            r"|cocktails?|buffets?\b|collations?|go[ûu]ter\b|entractes?|repas\b|vin d'honneur"
            r"|pots? (?:de|d'|convivial|amical)|verre de|brunch|r[ée]ception\b"
            r"|lunch\w*|coffee\b|caf[ée]\b|tea\b|breaks?\b|dinner|breakfast|drinks\b|intermission"
            r"|interval\b|\w*pause\b|mittag(?:essen|spause|simbiss)?\b|abendessen|imbiss|kaffee\w*"
            r"|fr[üu]hst[üu]ck|\w*empfang\b|umtrunk|get[\s-]?together|networking|refreshments?"
        ),
    ),
    (
        Kind.WELCOME,
        (
            r"mots? d['e] ?(?:accueil|bienvenue|ouverture)|accueil\b|bienvenue|ouverture\b|welcom\w+"
            r"|registration|[öo]ffnung\b(?! der disk)|check[\s-]?in|arrivals?\b|arriv[ée]es?\b|doors\b|opening\b|er[öo]ffnung\b"
            r"|begr[üu][ßs]s?ung\w*|gru[ßs]s?wort\w*|anmeldung|registrierung|einlass|ankunft|[ée]margement"
            r"|enregistrement|inscriptions?\b|willkommen\w*|ankommen\b|eintreffen\b|allocutions? (?:d'ouverture|d'accueil)"
            r"|caf[ée] d'accueil|remise des (?:badges|dossiers)|(?:coffee|caf[ée]|kaffee)"
            r"(?: and| &| et| und|/|,)? (?:registration|accueil|welcome|anmeldung)"
        ),
    ),
    (
        Kind.QA,
        (
            r"questions?\b|q ?& ?a\b|q\s?/\s?a\b|[ée]changes?\b(?! d(?:'exp|es ))|discussions?\b|diskussion\w*"
            r"|fragen\b|fragerunde|aussprache|r[ée]ponses?\b|d[ée]bats? avec (?:la salle|le public)"
        ),
    ),
    (
        Kind.WORKSHOP,
        (
            r"ateliers?\b|carrefours?\b|workshops?\b|forum\b|world[\s-]caf[ée]|break[\s-]?outs?\b|hackathon|sprint\b"
            r"|arbeitsgruppen?|arbeitsphase|tutorials?\b|master[\s-]?class\w*|travaux? (?:de|en) groupes?"
            r"|group work|gruppenarbeit|restitutions?\b|hands[\s-]on|brainstorming"
        ),
    ),
    (
        Kind.CLOSING,
        (
            r"mots? de (?:la fin|cl[ôo]ture|conclusion|remerciements?)|conclusions?\b|cl[ôo]tures?\b"
            r"|fin(?: d(?:es?|u)\b|\s*$)|closing\b|close\b|concluding|wrap[\s-]?up|schluss\w*|abschluss\w*"
            r"|verabschiedung|farewell|end(?: of\b|\s*$)|ende\b|ausklang|synth[èe]se (?:finale|g[ée]n[ée]rale"
            r"|de la journ[ée]e)|fazit|remerciements?\b|summary and|zusammenfassung"
        ),
    ),
    (
        Kind.TALK,
        (
            r"conf[ée]rences?\b(?! (?:dinner|opening|closing|room|hall|photo|ends?|close|reception|lunch|registration|banquet))|expos[ée]s?\b|interventions?\b|allocutions?\b|discours\b"
            r"|t[ée]moignages?|pr[ée]sentations?\b|keynotes?\b|talks?\b|lectures?\b|speech\b|address\b"
            r"|\w*vortr[aä]g\w*\b|referate?\b|synth[èe]ses?\b|[ée]tudes?\b|r[ée]sultats?\b|results\b"
            r"|communications?\b|rapports?\b|impulse?\b|festrede|ansprache|laudatio|remarks\b"
            r"|introduction\b|einf[üu]hrung\w*|einleitung|bilan\b|point d'[ée]tape|pitch\w*"
        ),
    ),
    (
        Kind.CHANGEOVER,
        (
            r"changement de (?:plateau|salle|d[ée]cor)|changeover|mise en place|installation\b|umbau\w*"
            r"|stage change|balances?\b|sound ?check"
        ),
    ),
    (
        Kind.OTHER,
        (
            r"remise (?:des|du|de)\b|concert\b|spectacle|danse\b|chant\b|chorale|musique|musical\w*"
            r"|award\w*|preisverleihung|performance\b|visites?\b|excursion|tour\b|f[üu]hrung\b"
        ),
    ),
)
