import { gutWords } from './plan-gut.de.ts';
import { livingWords } from './plan-living.de.ts';
import { visitWords } from './plan-visits.de.ts';

/** Actions, options and what no plan holds, by the English words; places in braces stay. */
export const planWords: ReadonlyMap<string, string> = new Map([
  ...gutWords,
  ...visitWords,
  ...livingWords,
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
