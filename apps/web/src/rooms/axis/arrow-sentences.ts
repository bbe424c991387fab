/** The model's sentences about its arrows in German, by the English one. */
const german = new Map<string, string>([
  [
    'LPS rose by about half, with its peak at half an hour. A later study found nearly none.',
    'LPS stieg um etwa die Hälfte, am höchsten nach einer halben Stunde. Eine spätere Studie fand fast nichts.',
  ],
  [
    'The lactulose-mannitol ratio rose from 0.030 to 0.071.',
    'Das Verhältnis von Lactulose zu Mannit stieg von 0,030 auf 0,071.',
  ],
  [
    'The lactulose-mannitol ratio rose to 0.059 in those whose cortisol rose too.',
    'Das Verhältnis von Lactulose zu Mannit stieg auf 0,059 bei denen, deren Cortisol auch stieg.',
  ],
  ['It took the effect of stress on the gut away.', 'Es nahm dem Stress die Wirkung auf den Darm.'],
  [
    'Five nights of four hours: CRP 145 %, and 231 % after two nights of recovery.',
    'Fünf Nächte mit vier Stunden: CRP 145 %, und 231 % nach zwei Nächten Erholung.',
  ],
  [
    'TNF rose by 413 %. That injected LPS is 20 times as free as that from food is our guess.',
    'TNF stieg um 413 %. Dass gespritztes LPS 20-mal so frei ist wie das aus Essen, ist unsere Vermutung.',
  ],
  [
    'It kills helpful and harmful bacteria alike. How much differs between drugs.',
    'Es tötet nützliche und schädliche Bakterien. Wie viele, hängt vom Mittel ab.',
  ],
  [
    'In trials LPS fell a little, with very low certainty (PMC10165082; pubmed 40378939).',
    'In Studien sank LPS ein wenig, sehr unsicher (PMC10165082; pubmed 40378939).',
  ],
  [
    'In trials of prebiotics LPS fell (pubmed 40378939). Psyllium did not change the leak in children.',
    'In Studien mit Präbiotika sank LPS (pubmed 40378939). Flohsamen änderten die Durchlässigkeit bei Kindern nicht.',
  ],
  [
    'One trial after gut infections saw a large fall of the leak (pubmed 30108163), others none.',
    'Eine Studie nach Darminfekten sah die Durchlässigkeit stark sinken (pubmed 30108163), andere nicht.',
  ],
  [
    'No trial on the leak of the gut was found. For the skin barrier this is a guess.',
    'Zur Durchlässigkeit des Darms fand sich keine Studie. Für die Hautbarriere ist es eine Vermutung.',
  ],
  [
    'In 12 weeks lesions fell by 23.5, and by 12.0 in those on their usual food.',
    'In 12 Wochen sanken die Pickel um 23,5, und um 12,0 bei denen, die wie immer aßen.',
  ],
  [
    'It helps the barrier of dry skin. How much is a guess here.',
    'Sie hilft der Barriere trockener Haut. Wie sehr, ist hier eine Vermutung.',
  ],
  [
    'A stand-in for what a doctor prescribes. How much it does is a guess here.',
    'Steht für das, was eine Ärztin verschreibt. Wie viel es tut, ist hier eine Vermutung.',
  ],
  [
    'In the published eczema model placebo alone takes away 45 % of the score.',
    'Im veröffentlichten Modell der Neurodermitis nimmt Placebo allein 45 % des Werts weg.',
  ],
  [
    'Food that quickly turns to sugar calls for insulin.',
    'Essen, das schnell zu Zucker wird, ruft Insulin.',
  ],
  ['Sugar calls for insulin.', 'Zucker ruft Insulin.'],
  ['White flour calls for insulin.', 'Weißmehl ruft Insulin.'],
  ['Milk calls for insulin.', 'Milch ruft Insulin.'],
  ['Skimmed milk calls for insulin.', 'Magermilch ruft Insulin.'],
  ['Whey calls for insulin.', 'Molke ruft Insulin.'],
  [
    'What you do not digest is fibre, which bacteria live on.',
    'Was du nicht verdaust, sind Ballaststoffe; davon leben Bakterien.',
  ],
  [
    'A prebiotic is fibre, which bacteria live on.',
    'Ein Präbiotikum ist Ballaststoff; davon leben Bakterien.',
  ],
  [
    'Some food may irritate the gut wall of this person.',
    'Manches Essen reizt vielleicht die Darmwand dieses Menschen.',
  ],
  [
    'Some food may reach the skin of this person past the gut wall.',
    'Manches Essen erreicht vielleicht die Haut dieses Menschen an der Darmwand vorbei.',
  ],
  [
    'Fibre is what you eat and do not digest.',
    'Ballaststoffe sind, was du isst und nicht verdaust.',
  ],
  ['Helpful bacteria live on fibre.', 'Nützliche Bakterien leben von Ballaststoffen.'],
  ['They eat it up within days.', 'Sie essen sie in Tagen auf.'],
  [
    'Helpful bacteria leave less room for harmful ones.',
    'Nützliche Bakterien lassen schädlichen weniger Platz.',
  ],
  [
    'Harmful bacteria crowd helpful ones out a little.',
    'Schädliche Bakterien verdrängen nützliche ein wenig.',
  ],
  ['An antibiotic kills helpful bacteria.', 'Ein Antibiotikum tötet nützliche Bakterien.'],
  ['It kills harmful bacteria too.', 'Es tötet auch schädliche Bakterien.'],
  [
    'A probiotic may add helpful bacteria. In half of the virtual people it adds none.',
    'Ein Probiotikum bringt vielleicht nützliche Bakterien. Bei der Hälfte der erfundenen Menschen bringt es keine.',
  ],
  [
    'Bacteria make butyrate of fibre, and butyrate helps cells to make mucus.',
    'Bakterien machen aus Ballaststoffen Butyrat, und Butyrat hilft Zellen, Schleim zu bilden.',
  ],
  ['Harmful bacteria wear the mucus down.', 'Schädliche Bakterien tragen den Schleim ab.'],
  ['Stem cells at the bottom of a crypt divide.', 'Stammzellen am Grund einer Krypte teilen sich.'],
  [
    'Their daughters ride up and become the cells of the villus.',
    'Ihre Töchter steigen auf und werden zu Zellen der Zotte.',
  ],
  [
    'Some painkillers kill cells of the gut wall.',
    'Manche Schmerzmittel töten Zellen der Darmwand.',
  ],
  ['Inflammation kills cells of the gut wall.', 'Entzündung tötet Zellen der Darmwand.'],
  [
    'Mast cells open the gaps between the cells. Cromoglycate, which holds them, stops that.',
    'Mastzellen öffnen die Lücken zwischen den Zellen. Cromoglicinsäure hält sie zurück und beendet das.',
  ],
  [
    'Some painkillers open the gaps between the cells.',
    'Manche Schmerzmittel öffnen die Lücken zwischen den Zellen.',
  ],
  [
    'A food this person reacts to may open the gaps between the cells.',
    'Ein Essen, auf das dieser Mensch reagiert, öffnet vielleicht die Lücken zwischen den Zellen.',
  ],
  [
    'Inflammation opens the gaps between the cells.',
    'Entzündung öffnet die Lücken zwischen den Zellen.',
  ],
  ['Butyrate helps to seal the gaps.', 'Butyrat hilft, die Lücken abzudichten.'],
  [
    'Glutamine may help to seal the gaps. In half of the virtual people it does not.',
    'Glutamin hilft vielleicht, die Lücken abzudichten. Bei der Hälfte der erfundenen Menschen nicht.',
  ],
  [
    'Stress makes mast cells in the gut wall let go of their mediators.',
    'Stress lässt Mastzellen in der Darmwand ihre Botenstoffe abgeben.',
  ],
  ['Cromoglycate holds the mast cells.', 'Cromoglicinsäure hält die Mastzellen zurück.'],
  [
    'Through open gaps more bits of bacteria reach the blood.',
    'Durch offene Lücken gelangen mehr Bruchstücke von Bakterien ins Blut.',
  ],
  [
    'Where cells are missing, bits of bacteria pass.',
    'Wo Zellen fehlen, kommen Bruchstücke von Bakterien durch.',
  ],
  [
    'More harmful bacteria, more bits of them. Some always pass by M cells.',
    'Mehr schädliche Bakterien, mehr Bruchstücke. Einige kommen immer durch M-Zellen.',
  ],
  ['Mucus keeps bacteria away from the wall.', 'Schleim hält Bakterien von der Wand fern.'],
  [
    'Bits of bacteria in the blood wake the immune system.',
    'Bruchstücke von Bakterien im Blut wecken das Immunsystem.',
  ],
  ['Strong inflammation hurts tissue.', 'Starke Entzündung verletzt Gewebe.'],
  [
    'Hurt tissue feeds inflammation, which can so go on by itself.',
    'Verletztes Gewebe nährt die Entzündung, die so von selbst weitergehen kann.',
  ],
  ['Inflammation calls its own brake.', 'Entzündung ruft ihre eigene Bremse.'],
  ['The brake slows inflammation.', 'Die Bremse verlangsamt die Entzündung.'],
  ['Inflammation raises CRP in the blood.', 'Entzündung erhöht CRP im Blut.'],
  ['Lost sleep raises CRP.', 'Verlorener Schlaf erhöht CRP.'],
  ['Lost sleep raises interleukin 17.', 'Verlorener Schlaf erhöht Interleukin 17.'],
  [
    'Bits of bacteria may arm the cells of axis 17, which go to the skin.',
    'Bruchstücke von Bakterien rüsten vielleicht die Zellen der Achse 17, die zur Haut wandern.',
  ],
  [
    'Food that leaks may arm the cells of axis 2, which go to the skin.',
    'Durchgesickertes Essen rüstet vielleicht die Zellen der Achse 2, die zur Haut wandern.',
  ],
  [
    'The more the gaps stand open, the more of that food passes.',
    'Je offener die Lücken, desto mehr von diesem Essen kommt durch.',
  ],
  [
    'Less sugar and white flour call for less insulin.',
    'Weniger Zucker und Weißmehl rufen weniger Insulin.',
  ],
  [
    'A moisturiser helps the skin to mend its wall.',
    'Eine Feuchtigkeitscreme hilft der Haut, ihre Wand zu flicken.',
  ],
  [
    'Collagen may help a little. In half of the virtual people it does not.',
    'Kollagen hilft vielleicht ein wenig. Bei der Hälfte der erfundenen Menschen nicht.',
  ],
  ['Stress slows the mending of the skin.', 'Stress bremst das Flicken der Haut.'],
  [
    'A whole wall keeps unwanted bacteria off the skin.',
    'Eine ganze Wand hält unerwünschte Bakterien von der Haut fern.',
  ],
  ['A prescribed cream kills some of them.', 'Eine verschriebene Creme tötet einige von ihnen.'],
  [
    'Insulin makes the glands of the skin give more fat.',
    'Insulin lässt die Drüsen der Haut mehr Fett abgeben.',
  ],
  ['More fat plugs more pores.', 'Mehr Fett verstopft mehr Poren.'],
  [
    'A plug that nobody sees becomes a comedone in weeks.',
    'Ein Pfropf, den niemand sieht, wird in Wochen zum Mitesser.',
  ],
  ['Some comedones become inflamed.', 'Einige Mitesser entzünden sich.'],
  ['Unwanted bacteria inflame them.', 'Unerwünschte Bakterien entzünden sie.'],
  ['Cells of axis 17 may inflame them.', 'Zellen der Achse 17 entzünden sie vielleicht.'],
  ['Cells of axis 2 may inflame them.', 'Zellen der Achse 2 entzünden sie vielleicht.'],
  [
    'A food may inflame them without the gut wall.',
    'Ein Essen entzündet sie vielleicht ohne die Darmwand.',
  ],
  [
    'A food may plug more pores without the gut wall.',
    'Ein Essen verstopft vielleicht mehr Poren ohne die Darmwand.',
  ],
  [
    'The skin has good and bad days by chance.',
    'Die Haut hat durch Zufall gute und schlechte Tage.',
  ],
  ['A prescribed cream clears them.', 'Eine verschriebene Creme lässt sie abklingen.'],
  [
    'Those who take part in a trial get better anyway.',
    'Wer an einer Studie teilnimmt, dem geht es ohnehin besser.',
  ],
  ['Bacteria in the skin hurt its wall.', 'Bakterien in der Haut verletzen ihre Wand.'],
  ['A whole wall keeps bacteria out.', 'Eine ganze Wand hält Bakterien draußen.'],
  ['Bacteria in the skin call helper cells.', 'Bakterien in der Haut rufen Helferzellen.'],
  ['Their messages weaken the wall.', 'Deren Botschaften schwächen die Wand.'],
  [
    'Helper cells 22 mend and weaken the wall; in this model they weaken it more.',
    'Helferzellen 22 flicken und schwächen die Wand; in diesem Modell schwächen sie sie mehr.',
  ],
  [
    'Cells of axis 2 may join the helper cells 2 of the skin.',
    'Zellen der Achse 2 gesellen sich vielleicht zu den Helferzellen 2 der Haut.',
  ],
  [
    'Cells of axis 17 may join the helper cells 17 of the skin.',
    'Zellen der Achse 17 gesellen sich vielleicht zu den Helferzellen 17 der Haut.',
  ],
  [
    'A food may call helper cells 2 without the gut wall.',
    'Ein Essen ruft vielleicht Helferzellen 2 ohne die Darmwand.',
  ],
  ['A prescribed cream calms helper cells.', 'Eine verschriebene Creme beruhigt Helferzellen.'],
  [
    'Those who believe in a remedy get better, by 45 % in this model.',
    'Wer an ein Mittel glaubt, dem geht es besser, in diesem Modell um 45 %.',
  ],
  [
    'One evening of drinking did not open the small bowel in this study. It makes faces flush.',
    'Ein Abend mit Alkohol öffnete den Dünndarm in dieser Studie nicht. Er lässt Gesichter erröten.',
  ],
  [
    'Spicy food makes faces flush within minutes, past the gut wall.',
    'Scharfes lässt Gesichter in Minuten erröten, an der Darmwand vorbei.',
  ],
  [
    'Alcohol makes faces flush within minutes, past the gut wall.',
    'Alkohol lässt Gesichter in Minuten erröten, an der Darmwand vorbei.',
  ],
  ['Stress makes faces flush, within minutes.', 'Stress lässt Gesichter in Minuten erröten.'],
  [
    'Flushing may feed papules. In half of the virtual people it does not.',
    'Erröten nährt vielleicht Papeln. Bei der Hälfte der erfundenen Menschen nicht.',
  ],
  [
    'Too many bacteria in the small bowel may feed papules.',
    'Zu viele Bakterien im Dünndarm nähren vielleicht Papeln.',
  ],
  ['Cells of axis 17 may feed papules.', 'Zellen der Achse 17 nähren vielleicht Papeln.'],
  ['Cells of axis 2 may feed papules.', 'Zellen der Achse 2 nähren vielleicht Papeln.'],
  [
    'A food may feed papules without the gut wall.',
    'Ein Essen nährt vielleicht Papeln ohne die Darmwand.',
  ],
  [
    'Unwanted bacteria on the skin feed papules.',
    'Unerwünschte Bakterien auf der Haut nähren Papeln.',
  ],
  ['A prescribed cream clears papules.', 'Eine verschriebene Creme lässt Papeln abklingen.'],
  ['Those who believe in a remedy get better.', 'Wer an ein Mittel glaubt, dem geht es besser.'],
  [
    'Three sessions a week clear plaques in the published model. Only the psoriasis skin knows UVB.',
    'Drei Sitzungen in der Woche lassen Herde im veröffentlichten Modell abklingen. Nur die Haut mit Schuppenflechte kennt UVB.',
  ],
  [
    'Who believes in a remedy sees a milder plaque.',
    'Wer an ein Mittel glaubt, sieht einen milderen Herd.',
  ],
  [
    'Dendritic cells call T cells by interleukin 23.',
    'Dendritische Zellen rufen T-Zellen mit Interleukin 23.',
  ],
  [
    'Messages of T cells make skin stem cells divide.',
    'Botschaften der T-Zellen lassen Stammzellen der Haut sich teilen.',
  ],
  [
    'Stem cells make the cells that build the skin.',
    'Stammzellen machen die Zellen, die die Haut bauen.',
  ],
  ['These become the horny layer.', 'Diese werden zur Hornschicht.'],
  [
    'Growing skin calls dendritic cells, so the plaque keeps itself going.',
    'Wachsende Haut ruft dendritische Zellen; so hält sich der Herd selbst in Gang.',
  ],
  [
    'Cells of axis 17 may wake dendritic cells.',
    'Zellen der Achse 17 wecken vielleicht dendritische Zellen.',
  ],
  [
    'Cells of axis 2 may wake dendritic cells; by default they do not.',
    'Zellen der Achse 2 wecken vielleicht dendritische Zellen; ohne Zutun nicht.',
  ],
  [
    'A food may wake dendritic cells without the gut wall.',
    'Ein Essen weckt vielleicht dendritische Zellen ohne die Darmwand.',
  ],
  ['UVB light makes T cells die.', 'UVB-Licht lässt T-Zellen sterben.'],
  ['A prescribed cream makes T cells go.', 'Eine verschriebene Creme lässt T-Zellen verschwinden.'],
  [
    'Drinks may bring bits of bacteria. In half of the virtual people they do not.',
    'Alkohol bringt vielleicht Bruchstücke von Bakterien mit. Bei der Hälfte der erfundenen Menschen nicht.',
  ],
  [
    'What comes with fat or alcohol reaches the blood within half an hour.',
    'Was mit Fett oder Alkohol kommt, erreicht das Blut in einer halben Stunde.',
  ],
  [
    'Bits of bacteria in the blood raise TNF, an alarm of the immune system.',
    'Bruchstücke von Bakterien im Blut erhöhen TNF, einen Alarm des Immunsystems.',
  ],
]);

/** A sentence of the model in this language; English where we have no other. */
export const sentenceIn = (language: string, sentence: string): string =>
  (language === 'de' ? german.get(sentence) : undefined) ?? sentence;
