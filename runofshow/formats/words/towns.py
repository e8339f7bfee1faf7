"""Towns and countries by their time zone, accents folded, spaces as underscores."""

from typing import Final

TOWNS: Final = {
    "Europe/Paris": """paris lyon marseille toulouse nice nantes strasbourg montpellier bordeaux lille
        rennes reims saint-etienne toulon grenoble dijon angers nimes villeurbanne clermont-ferrand
        aix-en-provence brest limoges tours amiens metz besancon perpignan orleans rouen mulhouse caen
        nancy argenteuil saint-denis montreuil roubaix tourcoing avignon poitiers versailles pau
        la_rochelle cannes antibes calais beziers colmar bourges quimper valence annecy chambery
        cherbourg vannes lorient troyes bayonne saint-malo cergy creteil nanterre boulogne-billancourt
        saint-nazaire le_havre le_mans la_defense palaiseau saclay evry arras laval albi tarbes
        auxerre nevers carcassonne sete ajaccio bastia france charenton massy meudon sophia_antipolis
        ile-de-france bretagne normandie alsace cote_d'azur""",
    "Europe/Berlin": """berlin hamburg munchen munich koln cologne frankfurt stuttgart dusseldorf
        dortmund essen leipzig bremen dresden hannover nurnberg duisburg bochum wuppertal bielefeld
        bonn munster karlsruhe mannheim augsburg wiesbaden gelsenkirchen monchengladbach braunschweig
        chemnitz kiel aachen halle magdeburg freiburg krefeld lubeck oberhausen erfurt mainz rostock
        kassel hagen saarbrucken potsdam ludwigshafen oldenburg leverkusen osnabruck heidelberg
        darmstadt regensburg ingolstadt wurzburg ulm heilbronn gottingen wolfsburg bamberg bayreuth
        jena weimar tubingen konstanz trier passau loccum deutschland germany allemagne""",
    "Europe/London": """london manchester birmingham leeds glasgow edinburgh liverpool bristol sheffield
        cardiff belfast leicester nottingham southampton newcastle brighton oxford coventry aberdeen
        dundee exeter bath swansea norwich england scotland wales londres united_kingdom
        great_britain nottinghamshire yorkshire""",
    "Europe/Brussels": """bruxelles brussels liege namur charleroi mons louvain-la-neuve gent antwerpen
        anvers louvain leuven bruges belgique belgium belgien""",
    "Europe/Zurich": """geneve geneva genf lausanne zurich bern berne basel bale fribourg neuchatel
        lugano luzern winterthur sion suisse switzerland schweiz montreux""",
    "Europe/Vienna": "wien vienna vienne graz linz salzburg innsbruck osterreich austria klagenfurt",
    "Europe/Luxembourg": "luxembourg esch-sur-alzette",
    "Europe/Amsterdam": "amsterdam rotterdam utrecht den_haag the_hague eindhoven delft groningen leiden "
    "netherlands maastricht",
    "Europe/Madrid": "madrid barcelona barcelone sevilla seville valencia bilbao zaragoza malaga spain",
    "Europe/Rome": "rome roma milano milan torino turin napoli naples firenze florence bologna venezia "
    "venice genova padova trieste trento bolzano italy italie pisa",
    "Europe/Lisbon": "lisboa lisbon lisbonne porto coimbra portugal braga",
    "Europe/Dublin": "dublin cork galway limerick ireland",
    "Europe/Copenhagen": "copenhagen copenhague kobenhavn aarhus odense denmark",
    "Europe/Stockholm": "stockholm goteborg gothenburg malmo uppsala lund sweden",
    "Europe/Oslo": "oslo bergen trondheim norway tromso",
    "Europe/Helsinki": "helsinki espoo tampere turku finland",
    "Europe/Warsaw": "warsaw varsovie warszawa krakow cracow gdansk poznan wroclaw poland",
    "Europe/Prague": "prague prag praha brno czechia",
    "Europe/Budapest": "budapest szeged hungary debrecen",
    "Europe/Athens": "athens athenes thessaloniki greece heraklion",
    "Europe/Bucharest": "bucharest bucarest cluj timisoara romania",
    "Europe/Sofia": "sofia bulgaria",
    "Europe/Ljubljana": "ljubljana maribor slovenia",
    "Europe/Zagreb": "zagreb rijeka dubrovnik croatia",
    "Europe/Tallinn": "tallinn tartu estonia",
    "Europe/Riga": "riga latvia",
    "Europe/Vilnius": "vilnius kaunas lithuania",
    "Europe/Monaco": "monaco monte-carlo",
    "America/Toronto": "montreal quebec ottawa toronto sherbrooke gatineau trois-rivieres",
    "America/Vancouver": "vancouver",
    "America/New_York": "new_york boston washington philadelphia atlanta miami pittsburgh baltimore "
    "princeton",
    "America/Chicago": "chicago houston dallas austin minneapolis new_orleans milwaukee",
    "America/Denver": "denver boulder salt_lake_city",
    "America/Los_Angeles": "san_francisco los_angeles seattle san_diego berkeley stanford las_vegas",
    "America/Sao_Paulo": "sao_paulo rio_de_janeiro",
    "America/Mexico_City": "mexico_city",
    "America/Argentina/Buenos_Aires": "buenos_aires",
    "Africa/Casablanca": "casablanca rabat marrakech tanger agadir maroc morocco",
    "Africa/Tunis": "tunis sfax sousse tunisie tunisia",
    "Africa/Algiers": "alger algiers oran algerie algeria constantine",
    "Africa/Dakar": "dakar senegal",
    "Africa/Abidjan": "abidjan cote_d'ivoire yamoussoukro",
    "Africa/Johannesburg": "johannesburg cape_town durban pretoria stellenbosch",
    "Africa/Nairobi": "nairobi kenya",
    "Africa/Cairo": "cairo le_caire alexandria",
    "Africa/Lagos": "lagos abuja",
    "Indian/Reunion": "la_reunion saint-denis_de_la_reunion saint-pierre_de_la_reunion",
    "America/Martinique": "fort-de-france martinique",
    "America/Guadeloupe": "pointe-a-pitre guadeloupe",
    "America/Cayenne": "cayenne guyane",
    "Pacific/Noumea": "noumea nouvelle-caledonie",
    "Asia/Tokyo": "tokyo kyoto osaka japan",
    "Asia/Singapore": "singapore singapour",
    "Asia/Hong_Kong": "hong_kong",
    "Asia/Seoul": "seoul",
    "Asia/Shanghai": "beijing shanghai pekin",
    "Asia/Kolkata": "mumbai delhi new_delhi bangalore bengaluru chennai kolkata india",
    "Asia/Dubai": "dubai abu_dhabi",
    "Asia/Jerusalem": "jerusalem tel_aviv",
    "Asia/Beirut": "beirut beyrouth",
    "Europe/Istanbul": "istanbul ankara izmir",
    "Australia/Sydney": "sydney canberra",
    "Australia/Melbourne": "melbourne",
    "Australia/Brisbane": "brisbane",
    "Australia/Perth": "perth",
    "Pacific/Auckland": "auckland wellington christchurch new_zealand",
}
COMMON: Final = frozenset(
    "nice tours sion bath cork halle essen valence mons florence laval lund".split()
)
"""Towns whose names are words or first names as well: only after a comma, a number or « à »."""
