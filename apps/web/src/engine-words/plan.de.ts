/** Actions, options and what no plan holds, by the English words; places in braces stay. */
export const planWords: ReadonlyMap<string, string> = new Map([
  ['Plan a fair test of {suspect}', 'Plane einen fairen Test von {suspect}'],
  ['Plan a fair test of {product}', 'Plane einen fairen Test von {product}'],
  [
    'Your diary points to it, and that is no proof: skin goes up and down by itself. Days chosen by chance can tell.',
    'Dein Tagebuch zeigt darauf, und das ist kein Beweis: Haut schwankt von selbst. Tage, die der Zufall wählt, können es sagen.',
  ],
  [
    'Let chance choose the days with it and the days without it: ./zonula trial plan',
    'Lass den Zufall die Tage damit und die Tage ohne wählen, im Raum „Versuche“.',
  ],
  [
    'Test one thing only, for no longer than 8 weeks.',
    'Teste nur eines, nicht länger als 8 Wochen.',
  ],
  [
    'Keep your skincare and your medicines as they are.',
    'Lass Hautpflege und Medikamente, wie sie sind.',
  ],
  [
    'Look at your weight and your mood once a week.',
    'Sieh einmal in der Woche auf Gewicht und Stimmung.',
  ],
  [
    'The test ends with a clear difference, or with “no difference larger than” a number.',
    'Der Test endet mit einem klaren Unterschied, oder mit „kein Unterschied größer als“ eine Zahl.',
  ],
  [
    'End it at once when your weight or mood falls, when you start to fear food, or with any sign of allergy.',
    'Beende ihn sofort, wenn Gewicht oder Stimmung sinken, wenn dir Essen Angst macht, oder bei jedem Zeichen von Allergie.',
  ],
  [
    'Change nothing else meanwhile. Use medicines as agreed.',
    'Ändere solange nichts anderes. Nimm Medikamente wie vereinbart.',
  ],
  [
    'End it at once when your skin suddenly gets much worse.',
    'Beende ihn sofort, wenn deine Haut plötzlich viel schlechter wird.',
  ],
  ['Eat more of what brings {nutrients}', 'Iss mehr von dem, was {nutrients} bringt'],
  [
    'With what you wrote down, you may get too little of it. Too little zinc, iron, B vitamins or vitamin C can show on the skin.',
    'Nach dem, was du aufgeschrieben hast, bekommst du vielleicht zu wenig davon. Zu wenig Zink, Eisen, B-Vitamine oder Vitamin C kann sich an der Haut zeigen.',
  ],
  [
    'Add it to what you eat. Nothing has to go for it.',
    'Nimm es zu dem dazu, was du isst. Nichts muss dafür weichen.',
  ],
  [
    'Plant drinks differ: look on the packet for what is added.',
    'Pflanzendrinks sind verschieden: Sieh auf der Packung nach, was zugesetzt ist.',
  ],
  ['In four weeks your diary shows more of it.', 'In vier Wochen zeigt dein Tagebuch mehr davon.'],
  [
    'Ask a doctor for a test when it stays low, or when you feel tired and short of breath.',
    'Bitte um einen Test in der Arztpraxis, wenn es niedrig bleibt oder wenn du müde und kurzatmig bist.',
  ],
  ['Try psyllium husk for your bowel', 'Versuche Flohsamenschalen für deinen Darm'],
  [
    'It eases irritable bowel in good studies. For skin and for the gut wall nothing is shown.',
    'In guten Studien erleichtern sie einen gereizten Darm. Für Haut und Darmwand ist nichts gezeigt.',
  ],
  [
    'Ask a pharmacist first when you take any medicine.',
    'Frag zuerst in der Apotheke, wenn du irgendein Medikament nimmst.',
  ],
  [
    'Start with the smallest amount on the packet, with a full glass of water each time.',
    'Beginne mit der kleinsten Menge auf der Packung, jedes Mal mit einem vollen Glas Wasser.',
  ],
  ['Keep 1 to 2 hours between it and medicines.', 'Lass 1 bis 2 Stunden Abstand zu Medikamenten.'],
  [
    'Your belly score is lower in weeks 5 to 8 than before.',
    'Dein Bauchwert ist in den Wochen 5 bis 8 niedriger als davor.',
  ],
  [
    'End it with strong pain, trouble swallowing or a blocked bowel, and see a doctor. End it after 8 weeks when nothing changed.',
    'Beende es bei starken Schmerzen, Schluckbeschwerden oder verstopftem Darm, und geh in die Arztpraxis. Beende es nach 8 Wochen, wenn sich nichts geändert hat.',
  ],
  [
    'Choose foods that raise blood sugar slowly',
    'Wähle Lebensmittel, die den Blutzucker langsam heben',
  ],
  [
    'It is the best food signal in acne. The studies are small and disagree, so it is a try, not a rule.',
    'Bei Akne ist das der beste Hinweis aufs Essen. Die Studien sind klein und uneins, darum ist es ein Versuch, keine Regel.',
  ],
  [
    'Choose whole grains, beans and oats more often than white bread and sweets.',
    'Wähle Vollkorn, Bohnen und Hafer öfter als Weißbrot und Süßes.',
  ],
  [
    'Drink water or unsweetened tea more often than sweet drinks.',
    'Trink Wasser oder ungesüßten Tee öfter als süße Getränke.',
  ],
  ['Eat until you are full. Nothing is forbidden.', 'Iss, bis du satt bist. Nichts ist verboten.'],
  [
    'The weekly count of spots goes down between week 8 and week 12.',
    'Die wöchentliche Zahl der Pickel sinkt zwischen Woche 8 und Woche 12.',
  ],
  [
    'End it when you lose weight without wanting to, or when food rules begin to worry you. End it after 12 weeks when nothing changed.',
    'Beende es, wenn du ungewollt abnimmst oder Regeln fürs Essen dir Sorgen machen. Beende es nach 12 Wochen, wenn sich nichts geändert hat.',
  ],
  ['Write down what comes before a flush', 'Schreib auf, was vor einem Flush kommt'],
  [
    'Sun, stress, heat, alcohol and spicy food are named by many people with rosacea. It differs from person to person.',
    'Viele Menschen mit Rosazea nennen Sonne, Stress, Hitze, Alkohol und scharfes Essen. Es ist von Mensch zu Mensch verschieden.',
  ],
  ['Note each flush with its time.', 'Schreib jeden Flush mit seiner Uhrzeit auf.'],
  [
    'Note heat, sun, wind, sport, hot drinks, alcohol and spicy food on all days, also the calm ones.',
    'Schreib Hitze, Sonne, Wind, Sport, heiße Getränke, Alkohol und scharfes Essen an allen Tagen auf, auch an den ruhigen.',
  ],
  ['Leave your habits as they are for now.', 'Lass deine Gewohnheiten vorerst, wie sie sind.'],
  [
    'You have 4 weeks of notes, enough to look for a pattern.',
    'Du hast 4 Wochen Notizen, genug, um ein Muster zu suchen.',
  ],
  [
    'See a doctor when a flush comes with wheezing, faintness or diarrhoea.',
    'Geh in die Arztpraxis, wenn ein Flush mit pfeifendem Atem, Schwäche oder Durchfall kommt.',
  ],
  ['Add one more plant to each meal', 'Nimm zu jeder Mahlzeit eine Pflanze mehr'],
  [
    'Vegetables and beans bring fibre and vitamins. How much it does for skin is not measured.',
    'Gemüse und Bohnen bringen Ballaststoffe und Vitamine. Wie viel das für die Haut tut, ist nicht gemessen.',
  ],
  [
    'Add one portion a day in week 1, two from week 3. Choose plants that you already eat well with.',
    'Nimm in Woche 1 eine Portion am Tag dazu, ab Woche 3 zwei. Wähle Pflanzen, die dir schon bekommen.',
  ],
  [
    'Frozen and tinned count. They are cheap and keep well.',
    'Tiefgekühltes und Dosen zählen mit. Sie sind billig und halten lange.',
  ],
  ['Drink enough water with it.', 'Trink genug Wasser dazu.'],
  [
    'You eat five portions on most days, and your bowel feels the same or better.',
    'Du isst an den meisten Tagen fünf Portionen, und deinem Darm geht es gleich oder besser.',
  ],
  [
    'Go slower when you bloat. See a doctor with blood, lasting pain or diarrhoea at night.',
    'Mach langsamer, wenn es dich bläht. Geh in die Arztpraxis bei Blut, anhaltenden Schmerzen oder Durchfall in der Nacht.',
  ],
  ['Write down all that you eat for two weeks', 'Schreib zwei Wochen lang alles auf, was du isst'],
  [
    'Your diary has too few full days to judge. What is not written down is not known.',
    'Dein Tagebuch hat zu wenige volle Tage für ein Urteil. Was nicht aufgeschrieben ist, weiß man nicht.',
  ],
  [
    'Write down every meal, drink and snack, with a rough amount.',
    'Schreib jede Mahlzeit, jedes Getränk und jeden Snack auf, mit ungefährer Menge.',
  ],
  ['Mark the day as complete in the evening.', 'Markiere den Tag am Abend als vollständig.'],
  ['Eat as you always do.', 'Iss wie immer.'],
  ['You have 10 or more full days.', 'Du hast 10 oder mehr volle Tage.'],
  [
    'End it when writing down food makes you anxious.',
    'Beende es, wenn das Aufschreiben dir Angst macht.',
  ],
  ['See someone first', 'Lass zuerst jemanden darauf sehen'],
  [
    'A warning sign is open. It comes before everything else in this plan.',
    'Ein Warnzeichen ist offen. Es kommt vor allem anderen in diesem Plan.',
  ],
  [
    'Somebody has looked at it and told you what it is.',
    'Jemand hat es angesehen und dir gesagt, was es ist.',
  ],
  [
    'It ends when somebody has looked at it, and the question is answered anew.',
    'Es endet, wenn jemand es angesehen hat und die Frage neu beantwortet ist.',
  ],
  ['Answer the safety questions', 'Beantworte die Sicherheitsfragen'],
  [
    'Some signs need a doctor, not a plan. A question that was not asked counts as open.',
    'Manche Zeichen brauchen eine Ärztin oder einen Arzt, keinen Plan. Eine Frage, die nicht gestellt wurde, gilt als offen.',
  ],
  [
    'Answer each safety question with yes or no. On the command line: ./zonula triage',
    'Beantworte jede Sicherheitsfrage mit Ja oder Nein. Sie stehen in den Einstellungen.',
  ],
  [
    'If an answer is yes, do what it says before anything else.',
    'Wenn eine Antwort Ja ist, tu vor allem anderen, was dort steht.',
  ],
  ['No question is open.', 'Keine Frage ist offen.'],
  [
    'You are done when all are answered. They come back when something changes.',
    'Du bist fertig, wenn alle beantwortet sind. Sie kommen wieder, wenn sich etwas ändert.',
  ],
  [
    'Ask your prescriber about pregnancy and your acne medicine',
    'Frag, wer dein Aknemittel verschrieben hat, nach Schwangerschaft',
  ],
  [
    'Isotretinoin, retinoid creams and tetracyclines need care around pregnancy. Isotretinoin harms an unborn child.',
    'Isotretinoin, Cremes mit Retinoid und Tetracycline brauchen Vorsicht rund um eine Schwangerschaft. Isotretinoin schadet einem ungeborenen Kind.',
  ],
  [
    'Call whoever prescribed it, today if you can. Their rules count, not ours.',
    'Ruf dort an, wo es verschrieben wurde, wenn du kannst noch heute. Deren Regeln zählen, nicht unsere.',
  ],
  [
    'Say whether you are, may be or want to be pregnant, or breastfeed.',
    'Sag, ob du schwanger bist, sein könntest oder werden willst, oder stillst.',
  ],
  ['You know what your prescriber wants you to do.', 'Du weißt, was du nach deren Rat tun sollst.'],
  [
    'You are done when you have spoken with them.',
    'Du bist fertig, wenn du mit ihnen gesprochen hast.',
  ],
  ['Keep the visits for isotretinoin', 'Halte die Termine für Isotretinoin ein'],
  [
    'Isotretinoin needs an eye on mood, and on pregnancy where it is possible.',
    'Bei Isotretinoin braucht es einen Blick auf die Stimmung, und auf Schwangerschaft, wo sie möglich ist.',
  ],
  [
    'Keep every visit with your prescriber, and take it as agreed.',
    'Halte jeden Termin ein, und nimm es wie vereinbart.',
  ],
  [
    'Note your mood in a word each day. Tell them at once when it drops.',
    'Schreib deine Stimmung jeden Tag in einem Wort auf. Sag sofort Bescheid, wenn sie sinkt.',
  ],
  [
    'Your prescriber knows how you feel, and your next visit has a date.',
    'Deine Praxis weiß, wie es dir geht, und dein nächster Termin steht fest.',
  ],
  [
    'Your prescriber decides. Get help the same day with thoughts of harming yourself.',
    'Deine Praxis entscheidet. Hol dir am selben Tag Hilfe, wenn du daran denkst, dir etwas anzutun.',
  ],
  [
    'Show your acne to a pharmacist or a doctor',
    'Zeig deine Akne in der Apotheke oder in der Arztpraxis',
  ],
  [
    'Shop products had 8 weeks, and you did not say that it got better. There are medicines that work.',
    'Mittel aus dem Laden hatten 8 Wochen, und du hast nicht gesagt, dass es besser wurde. Es gibt Medikamente, die wirken.',
  ],
  [
    'Take your notes with you: what you used, since when, and your weekly counts.',
    'Nimm deine Notizen mit: was du benutzt hast, seit wann, und deine Zahlen je Woche.',
  ],
  [
    'You have a new plan with a date for its review.',
    'Du hast einen neuen Plan mit einem Tag, an dem ihr ihn anseht.',
  ],
  ['You are done when you were seen.', 'Du bist fertig, wenn du dort warst.'],
  ['Have your acne medicine reviewed', 'Lass dein Aknemittel überprüfen'],
  [
    'A prescribed course is judged at 12 weeks. That time has come.',
    'Was verschrieben ist, wird nach 12 Wochen beurteilt. Diese Zeit ist da.',
  ],
  [
    'Take your notes with you: what changed, and what bothers you.',
    'Nimm deine Notizen mit: was sich geändert hat und was dich stört.',
  ],
  ['You know whether to go on, and until when.', 'Du weißt, ob es weitergeht und bis wann.'],
  [
    'You are done when you were seen. Take it as agreed until then.',
    'Du bist fertig, wenn du dort warst. Nimm es bis dahin wie vereinbart.',
  ],
  [
    'Have the coeliac blood test before anything changes',
    'Mach den Bluttest auf Zöliakie, bevor sich etwas ändert',
  ],
  [
    'Without gluten the test can wrongly look normal. So the test comes first.',
    'Ohne Gluten kann der Test fälschlich normal aussehen. Darum kommt der Test zuerst.',
  ],
  [
    'Ask your doctor for the coeliac blood test.',
    'Bitte in deiner Arztpraxis um den Bluttest auf Zöliakie.',
  ],
  [
    'Until then eat gluten in more than one meal a day, for at least 6 weeks.',
    'Iss bis dahin Gluten bei mehr als einer Mahlzeit am Tag, mindestens 6 Wochen lang.',
  ],
  ['You have a result.', 'Du hast ein Ergebnis.'],
  [
    'You are done when you know the result. Ask about strong complaints before the 6 weeks are over.',
    'Du bist fertig, wenn du das Ergebnis kennst. Frag bei starken Beschwerden schon vor Ablauf der 6 Wochen nach.',
  ],
  ['Keep your coeliac care', 'Bleib bei deiner Zöliakie-Betreuung'],
  [
    'In coeliac disease or its rash, gluten matters. A doctor and a dietitian belong to it.',
    'Bei Zöliakie oder ihrem Ausschlag zählt Gluten. Arztpraxis und Ernährungsberatung gehören dazu.',
  ],
  [
    'Follow what your doctor and your dietitian agreed with you.',
    'Halte dich an das, was ihr miteinander vereinbart habt.',
  ],
  ['Ask when your next check is.', 'Frag, wann deine nächste Kontrolle ist.'],
  ['Your next check has a date.', 'Deine nächste Kontrolle hat einen Termin.'],
  ['Your doctor decides.', 'Deine Arztpraxis entscheidet.'],
  [
    'Talk with somebody you trust about eating',
    'Sprich mit jemandem, dem du vertraust, übers Essen',
  ],
  [
    'Diets that leave foods out go together with disturbed eating. You do not have to watch this alone.',
    'Diäten, die Lebensmittel auslassen, gehen mit gestörtem Essen einher. Du musst darauf nicht allein achten.',
  ],
  [
    'Talk with the people who helped you, or with your doctor.',
    'Sprich mit den Menschen, die dir geholfen haben, oder in deiner Arztpraxis.',
  ],
  [
    'Say that you want to look after your skin without food rules.',
    'Sag, dass du dich um deine Haut kümmern willst, ohne Regeln fürs Essen.',
  ],
  ['Somebody knows, and you have their number.', 'Jemand weiß davon, und du hast die Nummer.'],
  [
    'There is no end to this. Come back to it whenever you need it.',
    'Das hat kein Ende. Komm darauf zurück, wann immer du es brauchst.',
  ],
  ['Ask a doctor about your low weight', 'Frag in der Arztpraxis nach deinem niedrigen Gewicht'],
  [
    'A low weight can have a reason that needs a look. A narrow diet is itself a cause of too few nutrients.',
    'Ein niedriges Gewicht kann einen Grund haben, den jemand ansehen sollte. Einseitiges Essen bringt selbst zu wenige Nährstoffe.',
  ],
  [
    'Ask your doctor, and ask for a dietitian.',
    'Frag in deiner Arztpraxis, und frag nach einer Ernährungsberatung.',
  ],
  ['Until then keep all your foods.', 'Behalte bis dahin alle deine Lebensmittel.'],
  [
    'You were seen, and you know what comes next.',
    'Du warst dort und weißt, was als Nächstes kommt.',
  ],
  [
    'Take food questions to an allergy specialist',
    'Geh mit Fragen zum Essen in eine Allergiepraxis',
  ],
  [
    'With a food allergy, going without a food and having it again can be dangerous at home.',
    'Mit einer Lebensmittelallergie kann es zu Hause gefährlich sein, etwas wegzulassen und wieder zu essen.',
  ],
  [
    'Ask your doctor for an allergy specialist when you suspect another food.',
    'Lass dich in eine Allergiepraxis überweisen, wenn du ein weiteres Lebensmittel im Verdacht hast.',
  ],
  [
    'Carry your medicine for emergencies, as agreed.',
    'Trag dein Notfallmedikament bei dir, wie vereinbart.',
  ],
  [
    'You know whom to ask, and your emergency plan is up to date.',
    'Du weißt, wen du fragst, und dein Notfallplan ist aktuell.',
  ],
  [
    'You are done when your questions are answered.',
    'Du bist fertig, wenn deine Fragen beantwortet sind.',
  ],
  [
    'Ask your diabetes team before you change how you eat',
    'Frag dein Diabetes-Team, bevor du anders isst',
  ],
  [
    'When food changes, the dose of your medicine may no longer fit. Good eating for skin can be planned together.',
    'Wenn sich das Essen ändert, passt die Dosis deines Mittels vielleicht nicht mehr. Gutes Essen für die Haut lässt sich zusammen planen.',
  ],
  [
    'Tell your team what you would like to try, and why.',
    'Sag deinem Team, was du versuchen möchtest und warum.',
  ],
  [
    'Change food and dose together, as they say.',
    'Ändere Essen und Dosis zusammen, wie sie es sagen.',
  ],
  ['You have an answer from your team.', 'Du hast eine Antwort von deinem Team.'],
  ['Ask whether you get enough {nutrients}', 'Frag, ob du genug {nutrients} bekommst'],
  [
    'Your diary suggests that it may run short. Only a test can tell, and some people need a supplement.',
    'Dein Tagebuch deutet an, dass es knapp werden könnte. Nur ein Test kann es sagen, und manche brauchen ein Präparat.',
  ],
  [
    'Ask your doctor, midwife or dietitian, and show them your diary.',
    'Frag in der Arztpraxis, bei der Hebamme oder der Ernährungsberatung, und zeig dein Tagebuch.',
  ],
  ['Take no high doses on your own.', 'Nimm keine hohen Dosen auf eigene Faust.'],
  [
    'You know whether you need something, and how much.',
    'Du weißt, ob du etwas brauchst und wie viel.',
  ],
  ['You are done when you have an answer.', 'Du bist fertig, wenn du eine Antwort hast.'],
  [
    'Tell your doctor about bowel trouble with psoriasis',
    'Erzähl in der Arztpraxis von Darmbeschwerden bei Schuppenflechte',
  ],
  [
    'Bowel inflammation is more common with psoriasis. It is still rare, and some medicines matter for both.',
    'Darmentzündungen sind bei Schuppenflechte häufiger. Sie sind trotzdem selten, und manche Medikamente betreffen beides.',
  ],
  [
    'Tell your doctor how long it has been there, and how often.',
    'Sag, seit wann es da ist und wie oft.',
  ],
  [
    'Your doctor knows, and you know what comes next.',
    'Deine Arztpraxis weiß davon, und du weißt, was als Nächstes kommt.',
  ],
  [
    'You are done when you were seen. Go sooner with blood or weight loss.',
    'Du bist fertig, wenn du dort warst. Geh früher bei Blut oder Gewichtsverlust.',
  ],
  ['Prepare a visit about your skin', 'Bereite einen Besuch wegen deiner Haut vor'],
  [
    'A doctor can help you to find the cause. Good notes make a short visit count.',
    'Eine Arztpraxis kann helfen, die Ursache zu finden. Mit guten Notizen lohnt sich ein kurzer Besuch.',
  ],
  ['Write down three questions.', 'Schreib drei Fragen auf.'],
  [
    'Take your diary or its report with you, and a list of what you use and take.',
    'Nimm dein Tagebuch oder seinen Bericht mit, und eine Liste von dem, was du benutzt und nimmst.',
  ],
  [
    'You have a date, or you decided that you need none now.',
    'Du hast einen Termin, oder du hast entschieden, dass du jetzt keinen brauchst.',
  ],
  [
    'You are done after the visit. Go at once when your skin suddenly gets much worse.',
    'Du bist nach dem Besuch fertig. Geh sofort, wenn deine Haut plötzlich viel schlechter wird.',
  ],
  ['Wash gently, with few products', 'Wasche dich sanft, mit wenigen Produkten'],
  [
    'A mild wash without perfume is kind to the skin. Perfume and plant oils often cause contact allergy.',
    'Milde Reinigung ohne Duftstoffe ist gut zur Haut. Duftstoffe und Pflanzenöle lösen oft Kontaktallergien aus.',
  ],
  [
    'Wash with lukewarm water and a mild wash that is not alkaline.',
    'Wasche dich mit lauwarmem Wasser und milder, nicht alkalischer Reinigung.',
  ],
  [
    'Choose products without perfume that do not block pores. “Natural” does not mean gentle.',
    'Wähle Produkte ohne Duftstoffe, die die Poren nicht verstopfen. „Natürlich“ heißt nicht sanft.',
  ],
  [
    'Try anything new on a small patch first, and change one product at a time.',
    'Probiere Neues zuerst an einer kleinen Stelle, und ändere ein Produkt auf einmal.',
  ],
  [
    'Use what a doctor gave you for your skin as agreed.',
    'Benutze, was dir für deine Haut verschrieben wurde, wie vereinbart.',
  ],
  [
    'Your skin burns, itches or feels tight on fewer days than before.',
    'Deine Haut brennt, juckt oder spannt an weniger Tagen als davor.',
  ],
  [
    'Go back to what you used before when a product burns or brings a rash. Show a rash that stays to a doctor.',
    'Kehre zum Früheren zurück, wenn ein Produkt brennt oder einen Ausschlag bringt. Zeig einen Ausschlag, der bleibt, in der Arztpraxis.',
  ],
  [
    'Wash gently, and keep your skin from drying out',
    'Wasche dich sanft, und halte deine Haut vom Austrocknen ab',
  ],
  [
    'In eczema the skin barrier is weak. A mild wash and a plain cream without perfume are usual care. How much a cream helps is in none of our sources.',
    'Bei Neurodermitis ist die Hautbarriere schwach. Milde Reinigung und eine einfache Creme ohne Duftstoffe sind üblich. Wie viel eine Creme hilft, steht in keiner unserer Quellen.',
  ],
  [
    'Wash with lukewarm water and a mild wash without perfume that is not alkaline.',
    'Wasche dich mit lauwarmem Wasser und milder, nicht alkalischer Reinigung ohne Duftstoffe.',
  ],
  [
    'Put a plain cream or ointment without perfume on dry places, after each wash and when they feel tight.',
    'Gib eine einfache Creme oder Salbe ohne Duftstoffe auf trockene Stellen, nach jedem Waschen und wenn sie spannen.',
  ],
  [
    'Cream soaks into clothes and bedding, and they burn more easily then. Keep them away from fire.',
    'Creme zieht in Kleidung und Bettzeug, und die brennen dann leichter. Halte sie von Feuer fern.',
  ],
  [
    'Your skin itches or feels tight on fewer days than before.',
    'Deine Haut juckt oder spannt an weniger Tagen als davor.',
  ],
  ['Protect your skin from the sun', 'Schütze deine Haut vor der Sonne'],
  [
    'Sun sets off rosacea in many people. Some acne medicines make skin more sensitive to it.',
    'Sonne löst bei vielen Menschen Rosazea aus. Manche Aknemittel machen die Haut empfindlicher dafür.',
  ],
  [
    'Look for shade around noon, and wear a hat.',
    'Such um Mittag den Schatten, und trag einen Hut.',
  ],
  [
    'Use a sunscreen without perfume that does not block pores.',
    'Benutze einen Sonnenschutz ohne Duftstoffe, der die Poren nicht verstopft.',
  ],
  ['Write down days with much sun.', 'Schreib Tage mit viel Sonne auf.'],
  [
    'You burn less, and flush less after time outside.',
    'Du bekommst weniger Sonnenbrand und nach Zeit draußen weniger Flush.',
  ],
  [
    'Use another sunscreen when one stings or brings spots. Shade and a hat can stay.',
    'Nimm einen anderen Sonnenschutz, wenn einer brennt oder Pickel bringt. Schatten und Hut können bleiben.',
  ],
  ['Give your acne care the time it needs', 'Gib deiner Aknepflege die Zeit, die sie braucht'],
  [
    'What helps acne often begins to show after 6 to 8 weeks. Judging it earlier is a guess.',
    'Was bei Akne hilft, zeigt sich oft erst nach 6 bis 8 Wochen. Ein früheres Urteil ist geraten.',
  ],
  [
    'Use it as the packet or your doctor says, and change nothing else on your skin.',
    'Benutze sie, wie Packung oder Praxis es sagen, und ändere sonst nichts an deiner Haut.',
  ],
  [
    'Count your spots once a week, on the same day and in the same light.',
    'Zähle deine Pickel einmal in der Woche, am selben Tag und im selben Licht.',
  ],
  [
    'The weekly count goes down between week 6 and week 8.',
    'Die wöchentliche Zahl sinkt zwischen Woche 6 und Woche 8.',
  ],
  [
    'See a pharmacist or a doctor when shop products have done nothing after 8 weeks. Go at once with deep lumps, scars or distress.',
    'Geh in die Apotheke oder die Arztpraxis, wenn Mittel aus dem Laden nach 8 Wochen nichts getan haben. Geh sofort bei tiefen Knoten, Narben oder Verzweiflung.',
  ],
  ['Write down your cycle', 'Schreib deinen Zyklus auf'],
  [
    'Acne often gets worse in the week before bleeding. Without the cycle, a diary blames what was eaten in that week.',
    'Akne wird in der Woche vor der Blutung oft schlimmer. Ohne den Zyklus beschuldigt ein Tagebuch, was in dieser Woche gegessen wurde.',
  ],
  ['Note the first day of each bleeding.', 'Schreib den ersten Tag jeder Blutung auf.'],
  [
    'After two cycles you see whether your skin follows it.',
    'Nach zwei Zyklen siehst du, ob deine Haut ihm folgt.',
  ],
  [
    'End it when you see no pattern after three cycles.',
    'Beende es, wenn du nach drei Zyklen kein Muster siehst.',
  ],
  ['Make room for 7 to 9 hours of sleep', 'Schaff Platz für 7 bis 9 Stunden Schlaf'],
  [
    'Adults need 7 hours or more. Within days, too little sleep makes skin drier and its barrier weaker.',
    'Erwachsene brauchen 7 Stunden oder mehr. Zu wenig Schlaf macht die Haut in Tagen trockener und ihre Barriere schwächer.',
  ],
  [
    'Get up at the same time every day, also at weekends.',
    'Steh jeden Tag zur selben Zeit auf, auch am Wochenende.',
  ],
  [
    'Go to bed 15 minutes earlier each week until you sleep 7 to 9 hours.',
    'Geh jede Woche 15 Minuten früher ins Bett, bis du 7 bis 9 Stunden schläfst.',
  ],
  [
    'Keep the last half hour calm, with little light and no screen.',
    'Halte die letzte halbe Stunde ruhig, mit wenig Licht und ohne Bildschirm.',
  ],
  [
    'You sleep 7 hours or more on 5 of 7 nights, and wake rested.',
    'Du schläfst in 5 von 7 Nächten 7 Stunden oder mehr und wachst ausgeruht auf.',
  ],
  [
    'Ask a doctor when you cannot sleep for weeks, or when you snore loudly and are tired by day.',
    'Frag in der Arztpraxis, wenn du wochenlang nicht schlafen kannst, oder wenn du laut schnarchst und tags müde bist.',
  ],
  ['Make room for 8 to 10 hours of sleep', 'Schaff Platz für 8 bis 10 Stunden Schlaf'],
  [
    'Teenagers need more sleep than adults. Too little makes skin drier within days.',
    'Jugendliche brauchen mehr Schlaf als Erwachsene. Zu wenig macht die Haut in Tagen trockener.',
  ],
  [
    'Get up at about the same time every day, also at weekends.',
    'Steh jeden Tag ungefähr zur selben Zeit auf, auch am Wochenende.',
  ],
  ['Go to bed a little earlier each week.', 'Geh jede Woche ein wenig früher ins Bett.'],
  ['Leave the phone outside the bedroom.', 'Lass das Telefon vor dem Schlafzimmer.'],
  [
    'You sleep 8 hours or more on most nights, and wake rested.',
    'Du schläfst in den meisten Nächten 8 Stunden oder mehr und wachst ausgeruht auf.',
  ],
  [
    'Talk with a parent or a doctor when you cannot sleep for weeks.',
    'Sprich mit deinen Eltern oder in der Arztpraxis, wenn du wochenlang nicht schlafen kannst.',
  ],
  ['Keep your hours of sleep', 'Bleib bei deinen Stunden Schlaf'],
  [
    'You sleep 7 hours or more, as experts advise for adults. Regular hours are part of it.',
    'Du schläfst 7 Stunden oder mehr, wie Fachleute es Erwachsenen raten. Feste Zeiten gehören dazu.',
  ],
  ['Get up at the same time every day.', 'Steh jeden Tag zur selben Zeit auf.'],
  ['Go on writing down your hours.', 'Schreib deine Stunden weiter auf.'],
  [
    'You still sleep 7 to 9 hours in 8 weeks.',
    'Du schläfst in 8 Wochen noch immer 7 bis 9 Stunden.',
  ],
  [
    'There is nothing to end. Ask a doctor when sleep stays bad for weeks.',
    'Hier gibt es nichts zu beenden. Frag in der Arztpraxis, wenn der Schlaf wochenlang schlecht bleibt.',
  ],
  ['Take ten calm minutes a day', 'Nimm dir zehn ruhige Minuten am Tag'],
  [
    'Relaxing does no harm and feels good. For skin, one small study helped and a larger one did not.',
    'Entspannen schadet nicht und tut gut. Für die Haut half es in einer kleinen Studie und in einer größeren nicht.',
  ],
  [
    'Choose one way: slow breathing, gentle stretching or yoga, a quiet walk, or a guided rest.',
    'Wähle einen Weg: langsames Atmen, sanftes Dehnen oder Yoga, einen ruhigen Spaziergang oder eine angeleitete Ruhe.',
  ],
  [
    'Do it at the same time each day for ten minutes.',
    'Mach es jeden Tag zur selben Zeit, zehn Minuten lang.',
  ],
  [
    'Give your stress a number from 0 to 10 each evening.',
    'Gib deinem Stress jeden Abend eine Zahl von 0 bis 10.',
  ],
  [
    'Your evening number is lower in week 4 than in week 1.',
    'Deine Zahl am Abend ist in Woche 4 niedriger als in Woche 1.',
  ],
  [
    'Try another way when it feels worse. Talk with a doctor when worry or low mood stays for two weeks.',
    'Versuche einen anderen Weg, wenn es sich schlechter anfühlt. Sprich in der Arztpraxis, wenn Sorgen oder Niedergeschlagenheit zwei Wochen bleiben.',
  ],
  ['Write down your stress for four weeks', 'Schreib vier Wochen lang deinen Stress auf'],
  [
    'Stress may make skin worse, but it also follows a flare. Only your own days can tell which comes first.',
    'Stress macht die Haut vielleicht schlechter, aber er folgt auch auf einen Schub. Nur deine eigenen Tage können sagen, was zuerst kommt.',
  ],
  [
    'Give your stress a number from 0 to 10 each evening, before you look at your skin.',
    'Gib deinem Stress jeden Abend eine Zahl von 0 bis 10, bevor du deine Haut ansiehst.',
  ],
  [
    'Write down tests, quarrels and deadlines in a word.',
    'Schreib Prüfungen, Streit und Fristen in einem Wort auf.',
  ],
  ['You have a number on 20 of 28 days.', 'Du hast an 20 von 28 Tagen eine Zahl.'],
  ['End it when it makes you worry more.', 'Beende es, wenn es dir mehr Sorgen macht.'],
  ['Vegetables and beans', 'Gemüse und Bohnen'],
  ['Yogurt and kefir', 'Joghurt und Kefir'],
  ['Sauerkraut', 'Sauerkraut'],
  [
    'Choose heated or pasteurised ones when you are not sure.',
    'Wähle erhitzte oder pasteurisierte, wenn du nicht sicher bist.',
  ],
  [
    'Prebiotic foods such as onion, leek and artichoke',
    'Präbiotisches wie Zwiebel, Lauch und Artischocke',
  ],
  ['Avocado and olive oil', 'Avocado und Olivenöl'],
  ['Oily fish such as salmon and sardines', 'Fetter Fisch wie Lachs und Sardinen'],
  ['Nuts', 'Nüsse'],
  ['Coconut', 'Kokos'],
  ['Bone broth', 'Knochenbrühe'],
  ['Psyllium husk', 'Flohsamenschalen'],
  ['Partially hydrolysed guar gum (PHGG)', 'Teilweise hydrolysiertes Guarkernmehl (PHGG)'],
  ['Probiotic capsules', 'Probiotische Kapseln'],
  ['Collagen powder', 'Kollagenpulver'],
  ['L-glutamine', 'L-Glutamin'],
  ['Digestive enzymes', 'Verdauungsenzyme'],
  ['Aloe to drink or swallow', 'Aloe zum Trinken oder Schlucken'],
  [
    'Whole-leaf aloe and aloe latex can do harm. Aloe gel on the skin is another thing.',
    'Aloe aus dem ganzen Blatt und ihr Milchsaft können schaden. Aloe-Gel auf der Haut ist etwas anderes.',
  ],
  ['Supplements in high doses', 'Präparate in hohen Dosen'],
  [
    'High doses can do harm, and for eczema no supplement has convincing evidence. Ask a pharmacist first.',
    'Hohe Dosen können schaden, und bei Neurodermitis ist für kein Präparat überzeugend gezeigt, dass es hilft. Frag zuerst in der Apotheke.',
  ],
  ['Going without many foods at once', 'Ohne viele Lebensmittel auf einmal leben'],
  [
    'It goes together with disturbed eating, and in eczema the body can lose its tolerance of a food.',
    'Es geht mit gestörtem Essen einher, und bei Neurodermitis kann der Körper verlernen, ein Lebensmittel zu vertragen.',
  ],
  ['Home tests for a “leaky gut”', 'Heimtests auf einen „löchrigen Darm“'],
  [
    'They measure something else or miss many cases. False alarms lead to diets that nobody needs.',
    'Sie messen etwas anderes oder übersehen viele Fälle. Fehlalarme führen zu Diäten, die niemand braucht.',
  ],
]);
