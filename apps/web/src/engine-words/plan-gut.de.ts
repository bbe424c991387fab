/** Fair tests, eating and the bowel; by the English words, places in braces stay. */
export const gutWords: readonly (readonly [string, string])[] = [
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
];
