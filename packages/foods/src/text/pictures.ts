/** Pictures of Unicode that show one food or drink, in its everyday name. */
const foods: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '🍏': 'apple',
    '🍎': 'apple',
    '🍐': 'pear',
    '🍊': 'tangerine',
    '🍋': 'lemon',
    '🍌': 'banana',
    '🍉': 'watermelon',
    '🍇': 'grapes',
    '🍓': 'strawberries',
    '🫐': 'blueberries',
    '🍈': 'melon',
    '🍒': 'cherries',
    '🍑': 'peach',
    '🥭': 'mango',
    '🍍': 'pineapple',
    '🥥': 'coconut',
    '🥝': 'kiwi',
    '🍅': 'tomato',
    '🍆': 'aubergine',
    '🥑': 'avocado',
    '🥦': 'broccoli',
    '🥒': 'cucumber',
    '🌶': 'chilli pepper',
    '🫑': 'green pepper',
    '🌽': 'corn on the cob',
    '🥕': 'carrot',
    '🫒': 'olives',
    '🧄': 'garlic',
    '🧅': 'onion',
    '🥔': 'potato',
    '🍠': 'sweet potato',
    '🍄': 'mushrooms',
    '🥐': 'croissant',
    '🥯': 'bagel',
    '🍞': 'bread',
    '🥖': 'baguette',
    '🥨': 'soft pretzel',
    '🧀': 'cheese',
    '🥚': 'egg',
    '🍳': 'fried egg',
    '🧈': 'butter',
    '🥞': 'pancakes',
    '🧇': 'waffle',
    '🥓': 'bacon',
    '🥩': 'steak',
    '🍗': 'chicken leg',
    '🌭': 'hot dog',
    '🍔': 'hamburger',
    '🍟': 'french fries',
    '🍕': 'pizza',
    '🥪': 'sandwich',
    '🌮': 'taco',
    '🌯': 'burrito',
    '🥗': 'salad',
    '🍝': 'spaghetti with tomato sauce',
    '🍜': 'noodle soup',
    '🍛': 'curry with rice',
    '🍣': 'sushi',
    '🥟': 'dumplings',
    '🍤': 'prawn tempura',
    '🦐': 'prawns',
    '🦞': 'lobster',
    '🦀': 'crab',
    '🦪': 'oysters',
    '🦑': 'squid',
    '🍙': 'onigiri',
    '🍚': 'rice',
    '🍦': 'ice cream',
    '🍨': 'ice cream',
    '🧁': 'cupcake',
    '🍰': 'cake',
    '🎂': 'birthday cake',
    '🍭': 'lollipop',
    '🍬': 'sweets',
    '🍫': 'chocolate bar',
    '🍿': 'popcorn',
    '🍩': 'doughnut',
    '🍪': 'cookie',
    '🌰': 'chestnuts',
    '🥜': 'peanuts',
    '🍯': 'honey',
    '🥛': 'milk',
    '☕': 'coffee',
    '🍵': 'green tea',
    '🧋': 'bubble tea',
    '🍺': 'beer',
    '🍻': 'beer',
    '🍷': 'red wine',
    '🥃': 'whisky',
    '🍸': 'cocktail',
    '🍹': 'cocktail',
    '🍾': 'champagne',
    '🥂': 'sparkling wine',
  }),
);
/** They show something to eat or drink, but not what. */
const meals = new Set('🍱🍲🥘🫕🥣🥡🥫🥤🧃🫖🍶🍡🍢🍥🥮🍧🍮🥧🥠🍘🫔🥙🧆🍖🥬🍽🍴🥢🫘🫛🫚'.match(/./gu));

/**
 * A text of pictures and nothing else in words, each run of one picture with its number, and what shows no one food;
 * null for a text with words, beside which pictures are ornament, and for one without a picture of a food.
 */
export const picturesInWords = (
  typed: string,
): { readonly words: string; readonly unnamed: readonly string[] } | null => {
  if (/[\p{L}\p{N}]/u.test(typed)) return null;
  const named: { readonly name: string; count: number }[] = [];
  const unnamed = new Set<string>();
  for (const [picture] of typed.matchAll(/\p{Extended_Pictographic}/gu)) {
    const name = foods.get(picture);
    if (name === undefined) {
      if (meals.has(picture)) unnamed.add(picture);
    } else if (named.at(-1)?.name === name) named.at(-1)!.count++;
    else named.push({ name, count: 1 });
  }
  if (named.length + unnamed.size === 0) return null;
  const words = named.map(({ name, count }) => (count === 1 ? name : `${count} ${name}`));
  return { words: words.join(', '), unnamed: [...unnamed] };
};
