const aliases = new Map<string, string>();
const unit = (name: string, words: string): void => {
  for (const word of [name, ...words.split(' ').filter(Boolean)])
    aliases.set(word.replaceAll('_', ' '), name);
};
unit('g', 'gr gm gms gram grams gramm gramme grammes gramo gramos grs');
unit('kg', 'kilo kilos kilogram kilograms kilogramm');
unit('mg', 'milligram milligrams');
unit('ml', 'milliliter millilitre milliliters millilitres mls');
unit('cl', 'centilitre centilitres');
unit('dl', 'deciliter decilitre');
unit('l', 'liter litre liters litres litro litros lt ltr');
unit('oz', 'ounce ounces onza onzas');
unit('fl oz', 'floz fluid_ounce fluid_ounces');
unit('lb', 'lbs pound pounds pfund livre');
unit('pint', 'pints pinte pint_bottle pint_bottles pint_glass pint_can');
unit('half pint', 'half_pints middy middies');
unit('cup', 'cups');
unit(
  'tablespoon',
  'tablespoons tbsp tbsps tbs tablespoonful el essloffel cuillere_a_soupe cuilleres_a_soupe cs cucharada cucharadas',
);
unit(
  'teaspoon',
  'teaspoons tsp tsps teaspoonful tl teeloffel cuillere_a_cafe cuilleres_a_cafe cucharadita cucharaditas',
);
unit('spoon', 'spoons spoonful spoonfuls loffel cuillere cuilleres cuchara');
unit(
  'slice',
  'slices scheibe scheiben tranche tranches rebanada rebanadas rodaja rodajas loncha lonchas sliver slivers round rounds',
);
unit(
  'piece',
  'pieces pc pcs stk stuck stucke stuecke morceau morceaux trozo trozos pieza piezas part parts chunk chunks',
);
unit('bowl', 'bowls bowlful schussel schale bol bols tazon cuenco');
unit('plate', 'plates plateful teller assiette assiettes plato platos');
unit('glass', 'glasses glas glaser verre verres vaso vasos copa copas glassful tumbler wine_glass');
unit('mug', 'mugs becher mugful');
unit('cupful', 'tasse tassen tasses taza tazas');
unit('can', 'tinny tinnie tinnies tallboy tallboys cans dose dosen canette lata latas');
unit('tin', 'tins');
unit(
  'bottle',
  'stubby stubbies longneck longnecks bottles flasche flaschen bouteille bouteilles botella botellas',
);
unit('bar', 'bars riegel tafel barre tablette barra');
unit(
  'packet',
  'packets pack packs pkt packung packungen paquet paquets paquete grab_bag multipack sleeve',
);
unit(
  'sharing bag',
  'sharing_bags share_bag family_bag party_bag big_bag sharing_packet family_packet',
);
unit('bag', 'bags tute tuete sachet sachets bolsa bolsas');
unit('handful', 'handfuls handfull handfulls handvoll poignee poignees punado punados fistful');
unit('scoop', 'scoops kugel kugeln boule boules bola bolas');
unit('splash', 'splashes schuss chorrito sup sups');
unit('dash', 'dashes spritzer');
unit('drop', 'drops tropfen goutte gouttes gotas');
unit('drizzle', 'drizzles');
unit('dollop', 'dollops klecks blob blobs');
unit('pinch', 'pinches prise pincee pizca');
unit('knob', 'noix');
unit('sprinkle', 'sprinkling sprinkles scattering');
unit('serving', 'servings portion portions helping helpings porcion porciones portionen ration');
unit('rasher', 'rashers');
unit('clove', 'cloves zehe zehen gousse gousses diente dientes');
unit('stick', 'sticks');
unit('wedge', 'wedges');
unit('square', 'squares cubes cube');
unit('shot', 'shots');
unit('jar', 'jars');
unit('tub', 'tubs pot pots');
unit('carton', 'cartons');
unit('fillet', 'fillets filet filets');
unit('spear', 'spears');
unit('strip', 'strips');
unit('ball', 'balls');
unit('capsule', 'capsules tablet tablets kapsel kapseln gelule');
unit('bunch', 'bunches');
unit('head', 'heads');
unit('floret', 'florets');
unit('leaf', 'leaves');
unit('bite', 'bites');
unit('mcg', 'microgram micrograms ug');
unit('iu', 'ie ui');
unit('squeeze', 'squeezes squirt squirts');
unit('touch', 'smear scrape scraping lick hint smidge');
unit('glug', 'glugs');
unit('mouthful', 'mouthfuls nibble nibbles taste');
unit('box', 'boxes');
unit('punnet', 'punnets tray trays');
unit('sprig', 'sprigs');
unit('rack', 'racks');
unit('segment', 'segments');
unit('side', 'sides side_order');
unit('heap', 'heaps pile piles load loads lots mountain mound');
unit('ladle', 'ladles');
unit('skewer', 'skewers');
unit('layer', 'layers');
unit('flask', 'flasks carafe pitcher jug jugs');
unit('schooner', '');
unit('measure', 'measures');
unit('sip', 'sips');
unit('forkful', 'forkfuls fork forks');

/** Longest unit at the start of the words: "fluid ounces" before "fluid". */
export const unitAt = (text: string): { readonly name: string; readonly rest: string } | null => {
  const words = text.split(' ');
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    const name = aliases.get(
      words
        .slice(0, count)
        .join(' ')
        .replace(/[.)]+$/u, ''),
    );
    if (name !== undefined) return { name, rest: words.slice(count).join(' ') };
  }
  return null;
};

/** Canonical name of a unit; undefined for what is none. */
export const unitNamed = (word: string): string | undefined => aliases.get(word);

const perUnit = new Map<string, number>(
  Object.entries({
    g: 1,
    kg: 1000,
    mg: 0.001,
    mcg: 0.000001,
    ml: 1,
    cl: 10,
    dl: 100,
    l: 1000,
    oz: 28.35,
    'fl oz': 29.57,
    lb: 453.6,
    pint: 568,
    'half pint': 284,
  }),
);

/** Grams of a unit of weight or volume (water's density); undefined for household units. */
export const gramsPerUnit = (name: string): number | undefined => perUnit.get(name);
