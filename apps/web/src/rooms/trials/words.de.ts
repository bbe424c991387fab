import type { TrialsKey } from './words.ts';

export const de: Readonly<Record<TrialsKey, string>> = {
  title: 'Ein fairer Versuch',
  lead: 'Ein Tagebuch kann verdächtigen. Ein fairer Versuch kann es klären: Der Zufall bestimmt, an welchen Tagen du etwas hast und an welchen nicht.',
  'choose.title': 'Was soll geprüft werden?',
  'choose.suspects': 'Was dein Tagebuch verdächtigt',
  'choose.suspects.looking': 'sucht nach Verdächtigen …',
  'choose.suspects.none':
    'Dein Tagebuch verdächtigt zurzeit nichts. Prüfen kannst du trotzdem alles.',
  'choose.suspects.days':
    'Für Verdächtige braucht es noch {days, plural, one {einen Tag} other {# Tage}} mit einem Hautwert. Prüfen kannst du trotzdem alles.',
  'choose.favourites': 'Deine Favoriten',
  'choose.all': 'Alles aus deinem Tagebuch',
  'choose.find': 'Im Tagebuch suchen',
  'choose.none': 'So etwas steht nicht in deinem Tagebuch.',
  'choose.empty':
    'In deinem Tagebuch steht noch nichts, was du haben oder lassen könntest. Schreib erst ein paar Tage auf.',
  'choose.days': '{days, plural, one {# Tag} other {# Tage}}',
  'choose.likely': 'wahrscheinlich',
  'choose.possible': 'möglich',
  'choose.hidden':
    'Lebensmittel gehören hier nicht dazu. Hautpflege, Nahrungsergänzung und Gewohnheiten schon.',
  'choose.other': '← Etwas anderes wählen',
  'choose.test': 'Prüfen:',
  checking: 'fragt, ob das für dich sicher ist …',
  'shut.title': 'Kein Versuch mit {name} auf eigene Faust',
  'shut.stops': 'Dieser Versuch darf nicht weitergehen',
  'shut.lead': 'Hier steht, warum, und was du stattdessen tun kannst.',
  'shut.questions': 'Erst ein paar Fragen',
  'shut.questions.lead':
    'Keine Antwort ist kein Nein. Diese Antworten entscheiden, ob ein Versuch mit Essen für dich sicher ist. Sie bleiben auf diesem Gerät.',
  'shut.save': 'Diese Antworten nehmen',
  'shut.agreed': 'Eine Ärztin oder ein Arzt sagt, dass {food} zu Hause wieder dazukommen darf',
  'shut.agreed.on': 'An welchem Tag?',
  'shut.holds': 'Was steckt in {name}?',
  'shut.holds.hint': 'Markiere, was darin ist, wie es auf der Packung steht.',
  'shut.holds.none': 'Nichts davon ist darin',
  'shut.holds.these': '{count, plural, one {Dies ist darin} other {Diese # sind darin}}',
  'ask.pregnancy': 'Bist du schwanger, stillst du, oder könntest du schwanger sein?',
  'ask.pregnancy.no': 'Nein',
  'ask.pregnancy.unsure': 'Ich könnte schwanger sein',
  'ask.pregnancy.pregnant': 'Ich bin schwanger',
  'ask.pregnancy.breastfeeding': 'Ich stille',
  'ask.weight': 'Ist dein Gewicht niedrig für deine Größe, oder hat das jemand gesagt?',
  'ask.weight.not-low': 'Nein',
  'ask.weight.low': 'Ja',
  'ask.foodAllergies': 'Hast oder hattest du eine Allergie gegen ein Lebensmittel?',
  'ask.foodAllergies.no': 'Nein',
  'ask.foodAllergies.yes': 'Ja',
  'ask.diabetesMedicine': 'Nimmst du Insulin oder ein anderes Mittel gegen Diabetes?',
  'ask.diabetesMedicine.no': 'Nein',
  'ask.diabetesMedicine.yes': 'Ja',
  'ask.coeliacTest': 'Hattest du einen Bluttest auf Zöliakie, und was kam heraus?',
  'ask.coeliacTest.negative': 'Ja, es wurde keine gefunden',
  'ask.coeliacTest.positive': 'Ja, es ist Zöliakie',
  'ask.coeliacTest.waiting': 'Ich warte auf das Ergebnis',
  'ask.coeliacTest.not-tested': 'Noch kein Test',
  'ask.ageBand': 'Wie alt bist du?',
  'ask.eatingDisorder': 'Hast oder hattest du eine Essstörung?',
  'ask.conditions': 'Welche Hautkrankheiten wurden bei dir festgestellt?',
  'ask.conditions.none': 'Keine davon',
  'ask.allergy.name': 'eine Allergie',
  'step.foods': 'zerlegt Lebensmittel',
  'step.diary': 'liest dein Auf und Ab',
  'step.designs': 'probiert Pläne an simulierten Tagen',
  'step.result': 'wägt die Reihenfolge ab, die der Zufall zog',
  stopped: 'Angehalten. Nichts wurde geändert.',
  again: 'Noch einmal ausrechnen',
  'plan.title': 'Ein fairer Versuch mit {name}',
  'plan.belief.none': 'Dein Tagebuch kann noch nicht sagen, ob es diesen Wert bewegt.',
  'plan.belief':
    'Nach deinem Tagebuch bewegt es diesen Wert mit einer Aussicht von {chance} zu 100.',
  'plan.belief.delay':
    'Das meiste kommt nach {from, plural, =0 {demselben Tag} other {#}} bis {to, plural, one {# Tag} other {# Tagen}}.',
  'plan.belief.delay.one':
    'Das meiste kommt {days, plural, =0 {am selben Tag} one {innerhalb eines Tages} other {innerhalb von # Tagen}}.',
  'plan.score': 'Welcher Wert zählt',
  'plan.worthwhile': 'Welcher Unterschied für dich zählt',
  'plan.worthwhile.hint':
    'Weniger wäre die Mühe nicht wert. Das steht vor dem ersten Tag fest, auf deiner Skala von {min} bis {max}.',
  points: '{value, plural, one {# Punkt} other {# Punkte}}',
  'plan.less': 'Ein kleinerer Unterschied',
  'plan.more': 'Ein größerer Unterschied',
  'plan.start': 'Erster Tag',
  'plan.look': 'Auch in der Mitte auf das Ergebnis schauen',
  'plan.look.hint':
    'Vorher angekündigt ist es fair: Alle Blicke zusammen geben nur 5 von 100 Mal falschen Alarm. Ist es klar, darf der Versuch früher enden.',
  'plan.blind': 'Ich will die Reihenfolge nicht wissen',
  'plan.blind.hint':
    'Jemand, dem du vertraust, füllt für jeden Abschnitt eine Dose: mit {name} oder mit Kapseln, die gleich aussehen. Was du erwartest, kann den Wert dann nicht bewegen.',
  'plan.design': 'Wie es geht',
  'plan.days': '{days, plural, one {# Tag} other {# Tage}}',
  'plan.weeks': '{weeks} Wochen',
  'design.randomised-pairs':
    '{pairs, plural, other {# Paare}} von Abschnitten, einer mit und einer ohne, je {days} Tage. In jedem Paar bestimmt der Zufall die Reihenfolge.',
  'design.one-member-of-a-set':
    '{pairs, plural, other {# Paare}} von Abschnitten, einer mit und einer ohne, je {days} Tage; {others} bleibt wie immer.',
  'design.randomised-periods':
    '{periods} Abschnitte zu {days} Tagen, die Hälfte mit, die Hälfte ohne; der Zufall bestimmt die Reihenfolge.',
  'design.alternating':
    '{periods} kurze Abschnitte zu {days} Tagen, die Hälfte mit, die Hälfte ohne, höchstens zwei gleiche hintereinander.',
  'design.elimination-reintroduction':
    '{usual} Tage wie immer und {out} Tage ohne. Dann {periods} Abschnitte zu {days} Tagen, die Hälfte mit, die Hälfte ohne; der Zufall bestimmt die Reihenfolge.',
  'design.baseline': 'Davor: {days, plural, one {# Tag} other {# Tage}} wie immer.',
  'design.washout':
    'In jedem Abschnitt {days, plural, one {zählt der erste Tag} other {zählen die ersten # Tage}} nicht, damit das Vorige abklingen kann.',
  'power.title': 'Was er finden kann',
  'power.found':
    'Ist der wahre Unterschied {effect}, dann finden ihn {found} von 100 solchen Versuchen.',
  'power.weak': 'Das ist weniger als die 80 von 100, die ein Versuch haben sollte.',
  'power.excludable': 'Gibt es keinen, zeigt er dir meist, dass es nicht mehr als {points} sind.',
  'power.picture':
    'Tage gegen den kleinsten Unterschied, den 80 von 100 Versuchen finden. {points}. Dieser Versuch: {days} Tage für {effect}.',
  'power.point': '{effect}: {days, plural, one {# Tag} other {# Tage}}',
  'power.point.none': '{effect}: mehr als ein halbes Jahr',
  'power.x': 'Wochen',
  'power.y': 'Punkte',
  'power.small': 'zu klein, um für dich zu zählen',
  'power.here': 'dieser Versuch',
  'power.caption':
    'Je länger der Versuch, desto kleiner der Unterschied, den er finden kann. Tippe auf einen Unterschied, um für ihn zu planen.',
  'power.choose': 'Planen für einen Unterschied von',
  'power.days.none': 'mehr als ein halbes Jahr',
  'power.dots': 'gefunden in {found} von 100 Versuchen',
  'other.title': 'Andere Wege',
  'other.found': 'Findet {effect} {found} von 100 Mal.',
  'other.take': 'So planen',
  'schedule.title': 'Die Tage',
  'schedule.picture':
    'Kalender vom {from} bis {to}: {periods} Abschnitte, {with} Tage mit und {without} Tage ohne.',
  'schedule.caption':
    'Gefüllt: mit. Ring: ohne. Kleine zählen noch nicht. Striche: wie immer. Jede Kette ist ein Abschnitt.',
  'schedule.picture.hidden':
    'Kalender vom {from} bis {to}: {boxes, plural, one {eine Dose} other {# Dosen}}, eine nach der anderen.',
  'schedule.caption.hidden':
    'Jede Kette ist eine Dose. Was darin ist, weiß nur deine Hilfe. Kleine zählen noch nicht. Striche: wie immer.',
  'schedule.box': '{from} bis {to}: Dose {box}',
  'schedule.list': 'Jeder Abschnitt',
  'schedule.period': '{from} bis {to}: {arm}',
  'schedule.counts': 'zählt ab {day}',
  'arm.with': 'mit',
  'arm.without': 'ohne',
  'arm.usual': 'wie immer',
  'arm.off': 'freier Tag',
  'do.title': 'Was du tust',
  'do.with': 'Mit',
  'do.without': 'Ohne',
  'do.each':
    'Schreib jeden Tag den Wert auf und was du hattest. Tage, an denen du es anders gemacht hast, sind nicht verloren: Sie zählen, wie sie gezogen wurden.',
  'do.stop':
    'Hör sofort auf und hol Hilfe, wenn du schlecht Luft bekommst, Lippen oder Zunge anschwellen oder dir schwarz vor Augen wird. Hör auf, wenn es dir nicht gut geht. Niemand muss einen Versuch zu Ende bringen.',
  'task.box': 'Nimm, was in Dose {box} ist.',
  'box.title': 'Wer dir hilft',
  'box.fill':
    'Bitte jemanden, dem du vertraust, {boxes, plural, one {eine Dose} other {# Dosen}} zu füllen, eine für jeden Abschnitt, mit Kapseln, die gleich aussehen. Auf dem Blatt steht, was in welche Dose kommt.',
  'box.unseen':
    'Gib die Datei ungeöffnet weiter, oder lass sie dort speichern. Sieh den Plan selbst nicht an, bevor das Ergebnis gesagt ist.',
  'box.log':
    'Schreib jeden Tag den Wert auf. Schreib {name} selbst nicht auf: Du weißt ja nicht, an welchen Tagen du es nimmst.',
  'box.save': 'Blatt für meine Hilfe speichern',
  'box.head': 'Dose',
  'box.from': 'von',
  'box.to': 'bis',
  'box.holds': 'hinein kommt',
  'box.look-alikes': 'gleich aussehende ohne {name}',
  'box.later': 'Der Plan und seine Tage lassen sich speichern, sobald das Ergebnis gesagt ist.',
  'task.food.with': 'Heute eine übliche Portion: {name}.',
  'task.food.without': 'Heute nicht: {name}.',
  'task.holding.with': 'Heute eine übliche Portion von etwas mit {name}.',
  'task.holding.without': 'Heute nichts mit {name}.',
  'task.supplement.with': 'Nimm heute eine übliche Portion: {name}.',
  'task.supplement.without': 'Heute nicht: {name}.',
  'task.skincare.with': 'Benutze heute: {name}.',
  'task.skincare.without': 'Heute nicht: {name}.',
  'task.habit.with': 'Heute: {name}.',
  'task.habit.without': 'Heute nicht: {name}.',
  'task.usual': 'Leb wie immer, {name} eingeschlossen.',
  'task.others': '{others} wie immer.',
  'check.weight-and-mood':
    'Ist dein Gewicht gesunken, oder deine Stimmung? Macht Essen dir Angst? Dann hör mit dem Versuch auf.',
  'check.mid-stop':
    'Die Hälfte der Zeit ohne ist vorbei. Mach nur weiter, wenn es dir gut geht. Hör auf, wenn Haut oder Stimmung schlechter wurden.',
  'check.look': 'Jetzt darf auf das Ergebnis geschaut werden, wie im Plan steht.',
  'checks.title': 'Tage zum Innehalten',
  'duty.replacements': 'Solange ein Lebensmittel fehlt, iss etwas anderes, das dir dasselbe gibt.',
  'rules.title': 'Wie das Ergebnis gesagt wird, heute festgelegt',
  'rules.question':
    'Die Frage: Ist der Wert in Abschnitten mit {name} anders als in Abschnitten ohne?',
  'rules.test':
    'Erste Antwort: Die Reihenfolge, die der Zufall zog, wird gegen die gehalten, die er hätte ziehen können. Ein Unterschied wird nur genannt, wenn höchstens 5 von 100 davon genauso gut passen. Weniger als {smallest} von 100 kann dieser Versuch nicht erreichen.',
  'rules.estimate':
    'Zweite Antwort: wie groß der Unterschied ist, mit einem Bereich, der ihn 95 von 100 Mal enthält. Er berücksichtigt, dass Tage sich ähneln, einen Trend und was nachwirkt.',
  'rules.drawn':
    'Abschnitte zählen, wie sie gezogen wurden, auch wenn du es anders gemacht hast. Tage ohne Wert bleiben unbekannt. Freie Tage gehören zu keinem Abschnitt.',
  'rules.looks': 'Auch nach {looks} Abschnitten wird auf das Ergebnis geschaut.',
  'rules.noLooks': 'Vor dem Ende schaut niemand auf das Ergebnis.',
  'rules.verdict':
    'Urteil: schlechter oder besser, wenn der Zufall allein es kaum erklärt; kein größerer Unterschied als {points}, wenn der ganze Bereich höchstens {points} Punkte von null entfernt ist; sonst lässt es sich nicht sagen.',
  'notes.title': 'Gut zu wissen',
  'note.weak':
    'Kein Versuch von höchstens einem halben Jahr erreicht 80 von 100. Dies ist der mit der besten Aussicht.',
  'note.new': '{name} steht noch nicht in deinem Tagebuch.',
  'note.delay':
    'Dein Tagebuch verrät die Verzögerung nicht. Wir nehmen eine für diese Haut übliche an.',
  'note.short': 'Dein Tagebuch ist kurz. Wir nehmen ein übliches Auf und Ab an.',
  'note.slips': 'Wir nehmen an, dass du dich an 95 von 100 Tagen an den Plan hältst.',
  'note.know': 'Du weißt, was du an jedem Tag hast. Was du erwartest, kann den Wert auch bewegen.',
  'hash.title': 'Das Siegel',
  'hash.says':
    'Diese Summe entsteht aus dem ganzen Plan. Wer den Plan später ändert, ändert auch die Summe.',
  begin: 'Plan festlegen und beginnen',
  'begin.done': 'Der Versuch mit {name} beginnt am {day}.',
  'begin.taken': 'Ein anderer Versuch ist schon offen. Immer nur einer.',
  'unbearable.title': 'Kein zumutbarer Versuch mit {name}',
  'unbearable.why':
    'Die Wirkung bräuchte etwa {days} Tage, um zu kommen, und ebenso lange, um zu gehen. Ein fairer Versuch würde mehr als ein halbes Jahr dauern oder länger als acht Wochen ohne ein Lebensmittel auskommen.',
  'unbearable.out': 'Schreib weiter. Mit mehr Tagen zeigt sich vielleicht, dass es schneller geht.',
  'noScore.title': 'Erst ein Wert',
  'noScore.why':
    'In deinem Tagebuch steht kein Hautwert, an dem sich ein Versuch messen ließe. Schreib zwei Wochen lang einen auf und komm dann wieder.',
  'today.title': 'Heute in deinem Versuch',
  'today.day': 'Tag {day} von {days}',
  'today.before':
    'Dein Versuch beginnt am {day}. Bis dahin leb wie immer und schreib den Wert auf.',
  'today.off': 'Ein freier Tag. Tu, was dir guttut; schreib den Wert auf, wenn du magst.',
  'today.over': 'Die Tage sind vorbei. Das Ergebnis kann gesagt werden.',
  'today.stopped':
    'Der Versuch wurde beendet. Was bis dahin aufgeschrieben wurde, kann gesagt werden.',
  'today.until': 'Bis {day}.',
  'today.uncounted': 'Heute zählt noch nicht, aber schreib es auf.',
  'today.open': 'Zum Versuch',
  'today.check': 'Heute: innehalten.',
  'running.title': 'Dein Versuch mit {name}',
  'running.kept':
    '{kept, plural, one {Ein Tag} other {# Tage}} wie geplant, {other, plural, =0 {keiner anders} one {einer anders} other {# anders}}, {unknown, plural, =0 {keiner unbekannt} one {einer unbekannt} other {# unbekannt}}.',
  'running.ends': 'Er geht bis {day}.',
  'wait.open': 'Freie Tage nehmen',
  'wait.title': 'Freie Tage',
  'wait.hint':
    'Die Reihenfolge bleibt, wie sie gezogen wurde. Ein abgebrochener Abschnitt beginnt neu.',
  'wait.reason': 'Warum?',
  'wait.ill': 'Ich bin krank',
  'wait.travelling': 'Ich bin unterwegs',
  'wait.reaction': 'Haut oder Körper haben reagiert',
  'wait.days': 'Wie viele Tage?',
  'wait.take': '{days, plural, one {Einen Tag} other {# Tage}} frei nehmen',
  'wait.done':
    '{days, plural, one {Ein freier Tag} other {# freie Tage}}. Der Versuch geht jetzt bis {day}.',
  'wait.cannot': 'Dieser Tag gehört nicht zum Versuch.',
  'wait.fewer': 'Ein Tag weniger',
  'wait.more': 'Ein Tag mehr',
  'stop.open': 'Versuch beenden',
  'stop.title': 'Versuch beenden',
  'stop.hint':
    'Du darfst jederzeit aufhören. Was bis heute aufgeschrieben wurde, kann trotzdem gesagt werden.',
  'stop.own-wish': 'Ich will aufhören',
  'stop.mid-stop': 'Ich habe in der Mitte geschaut und höre auf',
  'stop.red-flag': 'Ein Warnzeichen kam',
  'stop.look': 'Der Blick sagt, dass ich aufhören darf',
  'stop.do': 'Jetzt beenden',
  'stop.done': 'Der Versuch ist beendet.',
  'look.due':
    '{look} Abschnitte sind vorbei. Jetzt darf auf das Ergebnis geschaut werden, wie du es vor dem Start angekündigt hast.',
  'look.do': 'Auf das Ergebnis schauen',
  'look.go-on': 'Bei diesem Blick entscheidet sich nichts. Mach weiter wie geplant.',
  'look.effect': 'Der Unterschied ist schon klar. Du darfst aufhören.',
  'look.futility': 'Aus den übrigen Tagen kommt kaum noch eine Antwort. Du darfst aufhören.',
  'look.harm':
    'Sehr wahrscheinlich macht es den Wert um mehr schlechter, als für dich zählt. Hör auf.',
  tell: 'Ergebnis sagen',
  'tell.hint': 'Die Regeln standen vor dem ersten Tag fest. Was auch herauskommt, wird gesagt.',
  'tell.noDays':
    'In deinem Tagebuch steht an den Tagen des Versuchs kein Wert. Es gibt nichts zu sagen.',
  aside: 'Ohne Ergebnis beiseitelegen',
  'aside.done': 'Beiseitegelegt.',
  'export.title': 'Den Versuch mitnehmen',
  'export.json': 'Der Plan (JSON)',
  'export.ics': 'Kalender (ICS)',
  'export.studyu': 'StudyU',
  'export.fhir': 'FHIR',
  'export.csv': 'Tabelle der Tage (CSV)',
  'export.noDays': 'Die Tabelle braucht Tage des Versuchs im Tagebuch. Noch gibt es keine.',
  'export.lost': 'Nicht alles hat in diesem Format Platz:',
  'verdict.worsens': '{name} macht diesen Wert schlechter.',
  'verdict.improves': '{name} macht diesen Wert besser.',
  'verdict.no-difference': 'Kein größerer Unterschied als {points}.',
  'verdict.inconclusive': 'Ob {name} diesen Wert bewegt, lässt sich nicht sagen.',
  'reason.chance':
    'Einen so großen Unterschied brächte der Zufall allein in höchstens {percent} von 100 solchen Versuchen.',
  'reason.within': 'Der Unterschied liegt zwischen {low} und {high} Punkten.',
  'reason.small': 'Ein kleiner Unterschied ist da, aber weniger, als für dich zählt.',
  'reason.few': 'Mit so wenigen Abschnitten konnte kein Ergebnis etwas entscheiden.',
  'reason.wide':
    'Der Unterschied kann überall zwischen {low} und {high} Punkten liegen. Darin liegt sowohl keiner als auch einer, der für dich zählt ({worthwhile}).',
  'reason.days':
    'Es gibt {with} Tage mit und {without} ohne, die einen Wert haben. Jede Seite braucht mindestens 5.',
  'reason.constant': 'Der Wert war an jedem Tag gleich.',
  'reason.running':
    'Der Versuch ist nicht vorbei. Wer vorher schaut, findet Wirkungen, die es nicht gibt.',
  'effect.picture':
    'Unterschied mit gegen ohne: {mean} Punkte; 95 von 100 Mal zwischen {low} und {high}. Weniger als {worthwhile} würde für dich nicht zählen.',
  'effect.caption':
    'Der Punkt ist der Unterschied mit gegen ohne, das Band enthält ihn 95 von 100 Mal. Der graue Streifen ist, was für dich nicht zählen würde.',
  'effect.worse': 'schlechter damit',
  'effect.better': 'besser damit',
  'belief.title': 'Was jetzt zu glauben ist',
  'belief.before': 'vor dem Versuch',
  'belief.after': 'danach',
  'belief.chance': '{chance} von 100',
  'belief.says':
    'Die Aussicht, dass {name} diesen Wert überhaupt bewegt: {before} von 100 vor dem Versuch, jetzt {after} von 100.',
  'belief.even':
    'Dein Tagebuch konnte es nicht sagen. Von halb und halb aus ist die Aussicht jetzt {after} von 100.',
  'belief.next':
    'Der nächste Blick in „Finden“ rechnet damit, und zählt die Tage des Versuchs kein zweites Mal.',
  'numbers.title': 'In Zahlen',
  'numbers.effect': 'Unterschied mit gegen ohne',
  'numbers.p': 'Reihenfolgen, die genauso gut passen',
  'numbers.p.is': '{percent} von 100; höchstens 5 durften es sein',
  'numbers.worse': 'Aussicht, dass es schlechter macht',
  'numbers.days': 'Tage, die zählen und einen Wert haben',
  'numbers.days.is': '{with} mit, {without} ohne',
  'numbers.model': 'Ohne jedes Modell',
  'numbers.had': 'Nach dem, was du wirklich hattest',
  'numbers.fades': 'Das meiste der Wirkung ist weg nach',
  'numbers.endless': 'keine Grenze',
  'numbers.range': '{mean} Punkte ({low} bis {high})',
  'noted.know':
    'Du wusstest, welche Tage welche waren. Was du erwartet hast, kann den Wert bewegt haben; beides kann dieser Versuch nicht trennen.',
  'noted.took': '{took} von {planned} Abschnitten fanden statt.',
  'noted.gaps':
    '{unknown} von {analysed} Tagen haben keinen Wert. Sie zählen als unbekannt, nicht als gut oder schlecht.',
  'noted.sides':
    'Auf einer Seite fehlen mehr Werte ({with} % mit, {without} % ohne). Hängt das damit zusammen, wie es dir ging, ist das Ergebnis verzerrt.',
  'noted.unkept': 'Ob der Plan eingehalten wurde, ist nicht bekannt.',
  'noted.part':
    'Der Plan wurde zum Teil eingehalten: {with} % des Geplanten an Tagen mit, {without} % an Tagen ohne. Der Unterschied zwischen den Plänen ist dann kleiner als die Wirkung selbst.',
  'noted.lingers':
    'Die Wirkung scheint länger anzuhalten als die Tage, die nicht zählten. Beide Seiten können dann ähnlicher aussehen, als sie sind.',
  'noted.unsettled': 'Die Schätzung kam nicht zur Ruhe. Ihr Bereich ist unsicherer als sonst.',
  'lost.washout':
    'StudyU kennt keine Tage zum Abklingen: Es wird die ersten {days} Tage jedes Abschnitts mitzählen, die dieser Plan auslässt.',
  'lost.baseline':
    'StudyU macht die Tage wie immer so lang wie einen Abschnitt: {days} Tage statt {planned}.',
  'lost.elimination':
    'StudyU kennt keine lange Zeit ohne vor den Abschnitten: Diese {days} Tage fehlen.',
  'lost.looks': 'StudyU kennt kein Nachsehen vor dem Ende.',
  'past.title': 'Frühere Versuche',
  'past.aside': 'ohne Ergebnis beiseitegelegt',
  'next.title': 'Noch ein Versuch',
  'example.made':
    'Dieser Versuch ist erfunden wie die Person. Seine Tage, seine Reihenfolge und sein Ergebnis sind aus ihrem Tagebuch ausgerechnet.',
  'example.making': 'plant den Versuch der erfundenen Person',
};
