"""First names that people in French, English and German programmes often bear, accents folded."""

from typing import Final

FIRST_NAMES: Final = frozenset(
    """
    abdel abdoulaye adam adele adeline adrian adrien agathe agnes ahmed aicha aida akim alain alan
    albert alberto alessandro alex alexander alexandra alexandre alexia alexis alfred ali alice
    alicia aline alison alix amandine amelie amina amine amir amy ana anais andre andrea andreas
    andrew andy angela angelika angelique anita anja anke ann anna annabelle anne annegret annette
    annick annie anouk anthony antje antoine antoinette antonia antonio ariane armelle arnaud
    arne arthur astrid aude audrey augustin aurelie aurelien aurore axel aya barbara bart bastien
    beate beatrice beatrix ben benedicte benedikt benjamin benoit berenice bernadette bernard
    bernd bernhard bertrand bettina bianca birgit birgitta bjorn blanche bob boris brian brice
    brigitte britta bruce bruno camille capucine carine carl carla carlo carlos carmen carol
    carole carolin carolina caroline carsten caspar catherine cathy cecile cecilia celia celine
    cedric chantal charles charlie charlotte chloe chris christa christel christelle christian
    christiane christina christine christof christoph christophe christopher claire clara claude
    claudia claudine claus clemence clemens clement colette colin constance corentin cordula
    corinna corinne cornelia craig cyril cyrille dagmar damien dan daniel daniela daniele danielle
    david debora deborah delphine denis denise detlef diana diane didier diego dieter dietmar dirk
    djamel dominic dominik dominique donald dora doris dorothea dorothee dorothy douglas eberhard
    eckhard edgar edith edmund edouard edward ekaterina elena eleonore elias elisa elisabeth elise
    elizabeth ella ellen elodie elsa elvira emanuel emilie emily emma emmanuel emmanuelle eric
    erica erich erik erika ernst estelle esther etienne eugenie eva eve evelyn evelyne fabian
    fabien fabienne fabio fabrice fanny farid fatima fatou federico felicitas felix fernando
    ferdinand fiona flavien fleur flora florence florent florian france francesca francesco
    francis francisco franck francois francoise frank franz frauke fred frederic frederica
    frederik frederique friederike friedrich fritz gabriel gabriela gabriele gabrielle gael
    gaelle gary gaspard gautier genevieve geoffrey geoffroy george georg georges georgina gerald
    geraldine gerard gerardo gerd gerhard gerrit gertrud gesa ghislaine gilbert gilles gina
    giovanni gisela giulia giuseppe gladys glen gordon grace graham greg gregoire gregor gregory
    gudrun guido guillaume gunter gunther gustav guy gwenaelle habib hamid hanna hannah hannes
    hans harald harriet harry hassan hatice hedwig heidi heike heiko heiner heinrich heinz helen
    helena helene helga helmut hendrik henri henriette henrik henry herbert hermann herve hilary
    hilde holger horst howard hubert hugo hugues ian ibrahim ida ilka ilona ilse imke inga inge
    ingo ingrid ines irena irene iris isabel isabella isabelle ivan jack jacob jacqueline jacques
    jakob james jamila jan jana jane janet janine jannis jasmin jason javier jean jeanette jeanne
    jeff jennifer jenny jens jeremie jeremy jerome jessica jill jim joachim joan joana joanna
    jochen joe joel joelle johan johann johanna johannes john johnny jonas jonathan jorg jorge
    jose josef joseph josephine joshua josiane juan judith julia julian juliana julie julien
    juliette julius jurgen justine jutta kai karen karim karin karine karl karla karoline karsten
    katarina kate katharina katherine kathleen kathrin kathy katia katja katrin kay keith kelly
    ken kerstin kevin khadija khaled kim kirsten klara klaus konrad konstantin kristin kristina
    kristof kurt lars laura laure laurence laurent laurie lea leila lena leo leon leonie leonor
    leopold levi lilian liliane lily lina linda line lionel lisa lise loic lola lothar lou louis
    louisa louise luc luca lucas lucia lucie lucien lucile lucy ludivine ludovic luis luisa lukas
    lutz lydia lydie lynn mads maelle magali magdalena maike malika malte mamadou manfred manon
    manuel manuela marc marcel marco marcus margaret margarete margarita margaux margit margot
    marguerite maria marianne marie marina mario marion marius mark markus marlene martha marthe
    martin martina martine mary maryam maryse mathias mathieu mathilde matt matteo matthew
    matthias matthieu maud maurice max maxence maxime maximilian may mechthild mehdi mehmet melanie
    melissa mia michael michaela michel michele micheline michelle miguel mike milan mila mireille
    mirjam mohamed mohammed mona monica monika monique moritz mounir mourad muriel mustapha myriam
    nabil nadege nadia nadine nancy naomi natacha natalia natalie natascha nathalie nathan neil
    nele nicholas nick nico nicola nicolas nicole niels nikolaus nils nina noah noel noemie nora
    norbert odette odile olaf ole oliver olivia olivier omar oscar oskar otto pablo pamela pascal
    pascale patricia patrice patrick paul paula paulina pauline paulo pedro peggy penelope peter
    petra philip philipp philippe pia pierre pierrick quentin rachel rachid rafael raimund rainer
    ralf ralph ramona raoul raphael raphaelle ray raymond rebecca regina regine regis reiner
    reinhard remi remy renate renaud rene renee richard rita robert roberto robin roger roland
    rolf romain roman ronald rosa rose roswitha roxane ruben rudiger rudolf rupert ruth ryan
    sabina sabine sabrina said sally salma sam samia samir samuel samira sandra sandrine sara sarah
    sascha scott sean sebastian sebastien sergio serge severine sharon sibylle sigrid silke silvia
    simon simona simone sofia solange solene sonia sonja sophia sophie stefan stefanie steffen
    stephan stephane stephanie stephen steve steven stuart sue sunita susan susanna susanne suzanne
    sven svenja sybille sylvain sylvestre sylvia sylvie tabea tamara tania tanja tatiana ted
    teresa tess thea theo theodor theresa therese thierry thibault thomas thorsten tiffany till
    tim timo timothy tina tobias tom tony torsten ulf uli ulrich ulrike ursula ute uwe valentin
    valentina valentine valerie vanessa vera veronika veronique vicky victor victoria viktor
    viktoria vincent viola violaine violette virginie viviane volker walter waltraud wendy werner
    wilfried wilhelm will william winfried wolf wolfgang wolfram xavier yann yannick yasmin yasmine
    anders mei ines priya ellie paule nadja nadira raj ravi arjun anjali deepa chen wei ling yuki hiro
    akira kenji olga igor dmitri natasha pavel piotr agnieszka krzysztof katarzyna malgorzata jan pawel
    joao rafa nuno ines beatriz tiago giorgio paolo marta lucas enzo emma louna jade ines nolan theo
    elif ayse fatih murat emre zeynep ahmet leyla layla nour rania hala tarek yasser amal aminata
    moussa ousmane kofi kwame chioma ngozi thabo sipho elina aino matti jukka pekka mikael bjorn sven
    ole kari siri liv gro knut maeve siobhan sean aoife niamh declan ciaran eoin rhys gareth megan
    bronwen callum fraser hamish heather joanna joyce kirsty lorna lynne marian maureen moira rory
    yolande youssef yves yvette yvon yvonne zoe
    """.split()
)
