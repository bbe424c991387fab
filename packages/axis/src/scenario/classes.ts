/** The class keys of foods, as the foods room names them. */
export const classKeys = [
  ...['dairy', 'milk', 'skim-milk', 'whey', 'cheese', 'yogurt', 'lactose', 'gluten', 'wheat'],
  ...['egg', 'peanut', 'tree-nut', 'soy', 'fish', 'shellfish', 'sesame', 'mustard', 'celery'],
  ...['lupin', 'sulphite', 'added-sugar', 'refined-grain', 'high-glycaemic', 'alcohol'],
  ...['caffeine', 'spicy', 'nightshade', 'fructan', 'gos', 'polyol', 'excess-fructose'],
  ...['histamine', 'fermented', 'ultra-processed', 'processed-meat', 'red-meat', 'fibre'],
  ...['omega-3', 'cocoa', 'coconut', 'aloe', 'collagen', 'bone-broth', 'probiotic'],
  ...['prebiotic', 'citrus'],
] as const;
