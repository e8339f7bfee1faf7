"""What stands before names, and words with capitals that are none."""

from typing import Final

HONOUR: Final = (
    r"(?:H\.\s?E\.|S\.\s?E\.|(?:The )?(?:Rt\.?|Right) Hon(?:\.|ourable)?|MM?\.|Mmes?\.?|Mlles?\.?|M(?=\s[A-ZÀ-Þ])|Mesdames|Messieurs|Madame|Monsieur|Mademoiselle"
    r"|Ma[îi]tres?|Me|Drs?\.?|Pr\.?|Pre|Prof\.?|Professeure?|Professor(?:in)?|Docteure?|Mr\.?|Mrs\.?"
    r"|Ms\.?|Miss|Sir|Dame|Lord|Lady|(?:The )?Revd?\.?|Canon|Hon\.|Cllr\.?|Councill?or|Mgr|[Pp][èe]re|[Ff]r[èe]re|[Ss](?:œ|oe)ur|[Aa]bb[ée]|[Pp]asteure?"
    r"|Herrn?|Frau|KMD|Dipl\.-\w+\.?|Dr\.-Ing\.|E\.\s?h\.|Ing\.|Mag\.|PD|h\.\s?c\.|med\.|phil\.|jur\.|rer\.|nat\.|habil\.|em\."
    r"|Univ\.-Prof\.|Jun\.-Prof\.|Jun\.?Prof\.?|Pfarrer(?:in)?|G[ée]n[ée]ral|Colonel|Col\.|Gen\.|Lt\.|Capt\.|Maj\.|Sgt\.?|Capitaine"
    r"|St\.-Prof\.|Hr\.|Fr\.)"
)
OFFICE: Final = (
    r"(?:(?:(?:(?:M\.|Mme|Monsieur|Madame) )?(?:le |la )|the )?(?:(?i:Ober|Erste[rn]? )?(?i:bürgermeister)(?:in|s)?|Landr[aä]t(?:in)?|(?:Staats)?[Mm]inister(?:in)?"
    r"|Staatssekretär(?:in)?|Präsident(?:in)?|Dekan(?:in)?|Rektor(?:in)?|Direktor(?:in)?|Bischof|Landesbisch[oö]f(?:in)?"
    r"|(?:[\w-]+-)?(?i:\w*(?:redakteur|journalist|moderator|autor|schauspieler|sprecher|leiter|lektor|kantor"
    r"|historiker|forscher|künstler|pfarrer|superintendent|meister|direktor|präsident|dirigent)(?:in)?)"
    r"|Stadtr[aä]t(?:in)?|Dezernent(?:in)?|Schulleiter(?:in)?|[Mm]oderator(?:in)?|Vice-Chancellor|Director|Curator|Chair of the [\w-]+|Mayor|Dean|President"
    r"|Provost|Bishop|Archbishop|Senator|Councill?or|Chancellor|Ambassador|Minister|Canon|Head"
    r"|[Pp]réf[eè]te?|[Pp]résidente?|[Mm]inistre|[Mm]aire|[Dd]éputée?|[Ss]énat(?:eur|rice)|[Rr]ecteur|[Rr]ectrice"
    r"|[Dd]irecteur|[Dd]irectrice|(?:[Mm]édecin|[Cc]ontrôleur|[Ii]nspecteur)[\s-](?:général|chef|colonel)e?"
    r"|[Mm]édecin|[Ll]ieutenant(?:[\s-]colonel)?|[Cc]ommandante?|[Aa]djudante?|[Aa]mirale?),?\s+)"
)

NOT_NAMES: Final = frozenset(
    """
    accueil atelier ateliers amphi auditorium allocution apres arrivee association academie agence choeur chœur chorale duo trio quatuor quartet quintet quintette orchestre ensemble band
    afternoon agenda award awards address and annual art arts assemblee bar bienvenue break brunch
    bilan bibliotheque buffet business board building campus cafe cabinet caisse centre center
    terminale terminales classe classes eleve eleves ceremonie ceremony challenge chambre change check city closing club clinic cloture cocktail
    coffee collectif college colloque comite commission communication communications community
    compagnie company conclusion conclusions concert conference conferences congres congress
    conseil conservatoire cooperation council culture data day debat debate dejeuner demo
    departement department design developpement development dialogue diner dinner direction
    discours discussion discussions district doors drinks east ecole economie education eglise
    end energy enjeux entreprise environment espace etude etudes europe european evening event
    exhibition expo exposition faculte faculty federation festival film final fireside first
    fondation forum foundation foyer france future gala game general global government grand grande
    group groupe guest hall health histoire history hotel house human icebreaker impact
    industrie industry information informations innovation institut institute institutions
    international intelligence intermission introduction jardin jour journee journees jury keynote
    kaffee kaffeepause la laboratoire le les lab labs language law learning lecture lectures
    lightning live lunch lycee machine magasin mairie management maison market matin matinee media
    meet meeting ministere ministry mittagspause mittagessen morning mot museum musee musik music
    national national network networking neue new night north note of office open opening opera
    orchestre ordre organisation orchestra ouverture overview panel paris park parlement partie
    pause performance perspectives pitch place plateforme plenary pleniere podium policy poster
    posters practice prefecture presentation presentations press prix problem professional
    programme program progress project projects projet projets public publique qualite question
    questions quiz rapport reception recherche region regional registration remarks remerciements
    remise rencontre rencontres repas republique reseau research response restaurant restitution
    results round saal sales salle salon science sciences school second security seance section
    seminar seminaire service session sessions show social societe society sociale software south
    speech spectacle sponsors stage state station strategy student students studio summit support
    sustainable symposium synthese systeme systems table talk talks tea team tech technical
    technologies technology temps territoire territoires testing the theatre theme time tour town
    track trade training travail travaux tutorial union universitat universite university updates
    vers ville villes visite vision voices walk we welcome west what when where why how who web
    winter women work working workshop workshops world young your zone zukunft
    begrussung anmeldung abschluss abendessen ankunft ausblick ausklang aussprache arbeit bericht
    berichte beginn bildung diskussion deutschland digitalisierung einfuhrung einlass empfang ende
    ergebnisse eroffnung fachtagung forschung fragen fragerunde fruhstuck gemeinsam gesellschaft
    gesprach gruppenarbeit hochschule imbiss impuls jahre kultur kunst land leben mittag moderation
    nachmittag netzwerk pausen plenum politik praxis programm rathaus referat raum reihe rundgang
    schluss schule stadt stadte tag tagung teil thema themen uhr umwelt verabschiedung verein
    verwaltung vormittag vorstellung vortrag vortrage wege weiter wie was warum welt werk werke wir wirtschaft
    wissenschaft ziel ziele zusammenfassung bundesministerium landesamt landkreis stiftung verband
    """.split()
)
TITLES: Final = frozenset(
    """
    maire ministre prefet prefete president presidente directeur directrice recteur rectrice doyen
    doyenne senateur depute mayor minister dean rector director president burgermeister prasident
    landrat vorsitzender inspecteur principal proviseur secretaire
    """.split()
)
NO_NAME_ENDS: Final = (
    *("ung", "keit", "heit", "schaft", "pause", "vortrag", "ismus", "itat", "gesprach", "runde"),
    *("ensemble", "orchester", "schule", "chor"),
    *("tion", "tions", "ment", "ments", "isme", "ology", "ness", "ship", "ing", "ics"),
)
