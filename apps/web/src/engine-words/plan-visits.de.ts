/** Whom to see and what for, by the English words. */
export const visitWords: readonly (readonly [string, string])[] = [
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
];
