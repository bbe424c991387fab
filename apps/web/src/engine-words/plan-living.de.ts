/** Skin, sleep and stress, by the English words. */
export const livingWords: readonly (readonly [string, string])[] = [
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
];
