/**
 * Ordinary words of four languages that name no food: people, places, times, ways, feelings, what one does. They are
 * never mended into a food, and what is said with them of a food is left out. Commonest nouns, verbs, adverbs and
 * function words of everyday talk, without those that are also a food or say what is in one.
 */
import { foldLetters } from './normalise.ts';

const setOf = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/u).filter(Boolean).map(foldLetters));

const english = `
able about above across actually afterwards ages ago agree ah aha ahead ahem alone along already alright although always amount angry
annoying anyone anyway anywhere apart appointment around arrived asap aside asked asleep ate attempt awake away awful babysitter badly band basically bath
beach became because become bedroom beforehand began behind being below beside besides best better between birthday bloated boat body book bored boring boss
both bought break breaks brother brothers brought brunchtime build building bus business busy buy cannot car career cause caught chair change
changed charity chat cheap cheat cheating check child children childs choice chosen christening church cinema class classes classroom client clients climb close
closed clothes coach colleague colleagues college comfort commute company completely concert convenience couch could couldnt counted
course cousin cousins cramps craving cravings crew cried cycle cycling cyclist daughter daughters dead deadline decided definitely delayed
dentist desperate did didnt die different dinnertime do doctor doctors does doesnt doing done dont door doubt downstairs dream drive driver driving
dropped due during each earlier early easily eat eaten eating eats either elevenses else emergency empty end ended energetic enjoyed enough errands especially evenings
eventually ever every everybody everyone everywhere exactly exam exams except exercise exhausted expensive experiment extremely eyes family far fault feed feel
feeling feels fell felt few fiance field fifteen figured film finally find fine finish finishing first flight flare floor followed football forced
forgotten form fortnight forward forty found friday friendly frightened front funeral funny game games gave get gets getting gig girl girls
give given giving glad go god goes going gone got gotten grab grabbed grandad grandchildren grandkids granddaughter grandson grandparents group grumpy guess guest guy guys gym habit
had hadnt hair halfway handed hang hangover hangry happened hardly has hasnt hate havent he headache heard help helped her here hers hey hi
high hike hiking him himself hmm hobby holiday holidays home honestly hooray hope horrible host hosted hotel house housemate how however hungover hungry hurry hurt husband
ill immediately important impulse indeed indoors inside instead interview invited isnt issue itchy its itself job jog jogging journey jumped june july just keep kept kid kids
kind kinda kitchen knew know knows lad lads landlord last lately late later laundry lazy leaving lecture lectures left less lesson let lets library life
lift likely listen lived living lol longer look looked looking lost loud loved lovely lunchbox lunchtime machine mad made
mainly make makes making manager managed many married marathon match matter maybe mean meaning means meant meanwhile meds medicine meet men message met midday middle midnight
midweek might migraine mind mine miserable miss missing mistake moment monday money month months mood mornings most motorway move moved movie movies moving much
mummy museum must myself naughty nauseous near nearby need needed neighbour neighbours neighbor neighbors neither nephew nervous never next nicked niece nightmare nights nightshift nine
nobody noon nope normally not nothing notice november now nowhere number nurse nursery nursing obviously october offered office often ok okay okey old omg once online
onwards ooh oops opened option original other others otherwise ouch our ours ourselves outdoor outdoors outside outing overall own paid
parents park parked parking particular particularly partner parties passed peckish people perfect perhaps period person phone physio picked pinched place
planned planning play played player playing please plenty pm point pool poor poorly possible possibly potluck pregnant present pretty previous probably problem promise properly public
quarter question quickly quiet quite race rain rainy ran random rather read reading ready real realised realized reason received recently regret relative relatives relaxed relaxing
remaining remember rest restaurant restaurants resto restos return revision rid ride right room roommate rough route running rush rushed rushing sad said same saturday save say says
scared scheduled school season seat second secret see seen self send sent september serious several shame shared shattered she shift shifts shit shopped shopping
should shouldnt shower showing sick simple since sister sisters sit site sitting six skipping sleep sleeping sleepy slept slipped slowly sneaky so
social sofa sold some somebody somehow someone sometime sometimes somewhere son sons soon sore sorry sort sorted spent sport spot spouse stand standing
start started starting starving station stay stayed stole stolen stomach stood stop stopped stops stressed stressful stroll struggling student students studied study stuff
stupid such suddenly suggested sunday sundays supermarket supposed sure swim swimming symptoms table take taken takes taking talk talked teacher team tempted ten tennis terrible
test than thank thanks their them themselves there therefore these they thing thirsty thirty this those though thought through throughout thrown thursday tired today
together told tomorrow too took toilet tonight totally tournament towards town train training trains travel travelled travelling treated tried trouble true try trying tuesday
tummy turn turned tv twelve twenty twice ugh umm under underground unfortunately uni university unless unsure until unusual upset upstairs us use used using usually
vacation vending version visit visited visiting visitors wait waited waiting wake walk walked walking wall want wanted wants was wasnt watch watched watching wednesday week weekday weekend weekends weeks weird
went were what when where whether which while who whom whose why wife will window winter wish wishes within woke woken woman women wont wore
work worked worker working workout works worried worse worst worth would wouldnt wow wrong yard yay yeah year years yep yes yesterday yet yoga you your yours yourself yuck zoo zoom
caved relapsed splurged canteen cafeteria desk mum mums mom moms dad dads gran grans nan nans grandma in-laws inlaws bf bday
til till lol lmao btw tbh imo gonna gotta wanna dunno bc cos coz cuz tho thru etc approx straight whilst amongst
ache aches run runs meeting meetings services service station motorway airport raid binge binged off essen pub nightclub gastropub stressy starved ravenous famished nauseated cramp sluggish energised pre post commuting driving hospital surgery clinic gym pilates spin crossfit yoga hike kickabout netball rugby cricket golf gardening housework ironing zooming webinar seminar tutorial workshop campus dorm library barracks depot ward theatre handover rota overtime
`;
const german = `
abend abends aber alle allein alles allerdings als alt alte am anderen anders anfang angst anstatt arbeit arbeiten arzt auch aufgestanden aufgewacht ausflug aushilfe ausnahmsweise auto bahn bahnhof bald bauch bauchweh
bauchschmerzen bei beide beim bekommen besser bestellt besuch bett bevor bin bis bissl bisschen bitte bus buro danach dann das dass davor dazwischen dein deine denn deshalb dich doch dort draussen durst
eben ebenfalls eigentlich einfach einkaufen einladung einmal eltern endlich ende erst etwas euch eventuell fahrrad fahrt familie feier feierabend ferien fernsehen fertig feiertag flug flughafen
freund freunde freunden freundin frueh fruh fruher fuhle furs ganz ganze gar gast gaste gearbeitet geburtstag gegangen gegen gegessen gehabt geholt gekauft geld gemacht genau genug geradeaus gerade gern gerne
geschafft geschlafen gesehen gestern gesund getrunken gewesen gibt ging gluck gut habe haben halbwegs hallo halt hatte hat hauptsache haus hause heim heute hier hinterher hoffentlich hunger hungrig ich
ihm ihn ihr ihre immer imbiss irgendwann irgendwie irgendwo ist jahr jede jeden jeder jemand jetzt kam kann kantine kaum keiner kind kindern kino klar kleinigkeit koche kollege kollegen kollegin komisch kommen konnte
konzert kopf kopfschmerzen kopfweh krank krankenhaus kuche kurz langsam langweilig laufen leben leer leider letzte liegen lust machen mal manchmal mann mehr meinem meiner meisten mensa mich mir mittag mittags mittagspause
mitte mitternacht moglich montag dienstag mittwoch donnerstag freitag samstag sonntag morgen morgens musste mama nach nachbar nachbarin nachdem nachher nachmittag nachmittags nachster nacht nachts naja nebenbei nicht nichts
nie niemand noch normalerweise nur ob oft ohnehin oma opa party pause plotzlich praktisch rest reste restaurant satt schade schatz schicht schlafen schlecht schmerzen schnell schon schule schwer schwester bruder sehr seit selbst
selten sich sie sind sofa sofort sogar sohn tochter somit sonst sowas spat spater spatdienst fruhdienst nachtdienst spazieren spaziergang sport stadt standig statt stelle stress stressig stunde studium tag tage
teilweise termin tisch training trinken traurig uberall uberhaupt ubrig uhr unbedingt und unterwegs urlaub verabredung vergessen verschlafen viel viele vielleicht vom vorher vorhin vormittag wahrend wahrscheinlich wann warum was weg weil
wenig weniger wenn wer wetter wieder wir wirklich wo woche wochenende wohl wohnung wollte zeit zimmer zuerst zug zuhause zusammen zuviel zwischendurch zwischen
besuche restaurante mitgebracht angeboten geteilt schwimmbad fussball garten strand reise hochzeit geburtstagsfeier
`;
const french = `
ah ai ainsi aller alors amie amies amis ami annee appartement apres apres-midi arret arrivee assez aucun aujourd'hui aujourdhui aussi autre autres avant avion beaucoup besoin bien bientot boulot bref bureau bus car ce cela celle
ces cet cette chaque chez cinema client collegue collegues combien comme comment contre copain copains copine copines courses d'habitude debut decembre dedans deja dehors demain depuis dernier derniere devant dimanche dire
docteur dommage donc dont dormi dormir du ecole elle elles encore endroit enfant enfants enfin ensuite envie environ est etait ete etre eu eux examen exception faim fait faire famille fatigue
fatiguee faute femme fete fille fin finalement fois fort gare gens grace gros groupe hier heure heures hopital ici il ils invitation invite invites jamais je jeudi jour journee jours jusque juste
laisse leur lit longtemps lui lundi l'ecole maintenant mal maman mange mardi mari matin mauvais medecin meme mercredi mes mieux mois moi moins mon monde musique nausee noel normal notre nous nuit
nulle ouvert parce parents parfois partage partir partout pas pause pendant pere personne peu peur peut plage plusieurs plutot pour pourquoi pres presque problem probleme prochain puis quand quel quelle quelqu'un quelques qui
quoi rapide rapidement reste restau restaurant restes retard reunion rien route rue sa salle salon samedi sans-doute semaine sera ses seul seule seulement si soeur frere soif soir soiree son sommeil sont sortie souvent sport suis sur-place surtout
table tante tard tellement temps tes tete toi ton toujours tout toute toutes tous train tranquille travail trop trouve tu vacances vendredi vers veille ventre ville vite voisin voisine voiture voyage vraiment week-end weekend
anniversaire mariage grand-mere mamie papi papy cantine fac lycee college midi minuit
`;
const spanish = `
abuela abuelo acabar ademas adios agotada agotado ahi ahora al alguien algun alguna algunas algunos alli amiga amigas amigo amigos ano anoche apenas aqui asi aun aunque autobus ayer bastante bien cada calle cama camino
cansada cansado casa casi cena cine cita ciudad coche colegio comer comido comimos como companera companero companeros con-prisa contigo cuando cuanto cumple cumpleanos dentro deporte desde despacho despues dia dias dinero dolor
domingo donde dormir durante ejercicio ellos en-casa enfermo entonces entrenamiento entrenar era es esa ese eso esta estaba estado estar este esto estomago estoy estres examen excepto familia fatal feliz fiesta fiestas fin finde fuera
fui gente gimnasio gracias hablar hacer hambre hace hasta hay hermana hermano hermanos hijo hija hijos hora horas hospital hoy ibuprofeno iglesia invitacion invitados jefe jueves jugar juntos lejos lento
llegar lunes luego madrugada madrugar mal malo manana martes mas mayor medianoche medicina medico mediodia mejor menos mes mesa miercoles mientras mio mis mismo moda momento montana mucha muchas mucho muchos mujer muy nada nadie ninguno
ninos noche nosotros novia novio nuestra nuevo nunca oficina otra otras otro otros padre padres parque partido pasado pasar paseo peor pero persona playa poca poco pocos poquito porque primera primero prisa profe pronto puede pues que quedaba queda quedamos
quien quiza quizas rapido rato restaurante resto reunion sabado sala salir se semana sentada ser siempre siesta sobre sola su suegra suegro sueno supuesto tambien tampoco tarde tardes temprano tengo tio tiempo tienda tiene toda todas todavia
todo todos trabajo trabajar tren tristeza tuve ultima ultimo universidad urgencias vacaciones varias varios vez veces vecina vecino ver viaje vida viernes visita vuelta ya yo
`;

export const context: ReadonlySet<string> = setOf(`${english} ${german} ${french} ${spanish}`);
