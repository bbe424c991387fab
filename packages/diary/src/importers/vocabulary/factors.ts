// What people tick or tag about a day: food, habits, circumstances. Data, not code: one phrase
// between commas, lower case, without accents. Looked up before symptoms and remedies.
import type { Category } from '../../category.ts';

export const factorPhrases: Readonly<Partial<Record<Category, string>>> = {
  food: `
    alcohol, beer, wine, red wine, white wine, spirits, cocktail, cocktails, drinking alcohol, drank alcohol, alkohol, caffeine, coffee, kaffee, caffe, decaf, decaf coffee, tea, green tea, black tea, herbal tea, energy drink, energy drinks, soda, soft drink, soft drinks, fizzy drink, fizzy drinks, juice, fruit juice, water,
    dairy, ate dairy, milk, milchprodukte, latticini, cheese, yogurt, yoghurt, butter, cream cheese, ice cream, whey, lactose, gluten, ate gluten, wheat, bread, pasta, rice, oats, cereal, potato, potatoes, egg, eggs, soy, soya, tofu, nut, nuts, peanut, peanuts, peanut butter, almonds, seeds, sesame, fish, salmon, tuna, shellfish, seafood, meat, red meat, beef, pork, chicken, processed meat, bacon, sausage, ham,
    sugar, ate sugar, added sugar, zucker, zuccheri, sweets, sweet, sussigkeiten, candy, chocolate, dark chocolate, cake, cookies, biscuits, pastry, dessert, junk food, fast food, takeaway, take away, takeout, processed food, fried food, fatty food, greasy food, spicy food, spicy, pizza, burger, chips, crisps, french fries, popcorn, sushi, salad, soup, smoothie, vegetables, veggies, fruit, apple, banana, berries, citrus, orange, tomato, tomatoes, onion, onions, garlic, beans, lentils, avocado, nightshades, fermented food, fermented foods, sauerkraut, kimchi, histamine, high histamine food, fodmap, high fodmap food, honey, bone broth, fibre, fiber, salt, salty food, artificial sweetener, artificial sweeteners`,
  stress: `
    stress, stressed, stressful day, very stressed, stressful, work stress, stress at work, deadline, exam, exams, argument, family stress, money stress, financial stress, overwhelmed, stressig, gestresst`,
  sleep: `
    good sleep, medium sleep, bad sleep, poor sleep, slept well, slept badly, sleep early, early night, late night, insomnia, overslept, woke up early, disturbed sleep, restless night, guter schlaf, mittlerer schlaf, schlechter schlaf, gut geschlafen, schlecht geschlafen`,
  cycle: `
    period, on period, first day of period, period started, period start, menstruating, menstruation, ovulation, ovulating, pms, spotting, periode, mestruazioni`,
  weather: `
    hot weather, cold weather, humid, humidity, hot day, cold day, rain, rainy, sunny, snow, windy, pollen, high pollen, low pressure, storm, thunderstorm, barometric pressure, barometric pressure change, weather change, heatwave, heat wave, dry air`,
  habit: `
    work, worked, working, went to work, work from home, worked from home, home office, arbeit, commute, office, school, university, study, studying, day off, weekend, holiday, vacation, urlaub, travel, travelling, traveling, flight, flying, long drive, driving, friends, family, date, party, social, socialising, socializing, social interaction, went out, alone, kids, pets,
    cleaning, cleaned, housework, chores, cooking, cooked, gardening, shopping, groceries, laundry, gaming, games, movie, movies, movies and tv, tv, watching tv, reading, music, art, hobby, hobbies, craft, sex, had sex, masturbation, screen time, social media, phone, sitting all day, standing all day, bed day, rest day, busy day, busy, relax, relaxed, lesen, filme, freunde, familie, sport, training, einkaufen, putzen, yoga,
    ate breakfast, breakfast, skipped breakfast, ate late, late meal, late dinner, skipped meal, skipped meals, eating out, ate out, restaurant, homemade, home cooked, eat healthy, healthy eating, ate healthy, overeating, overate, binge, sun, sunbathing, time in sun, sunburn, pool, swimming pool, chlorine, hot tub, sauna, sweat, sweating, sweaty, new detergent, detergent, wool, synthetic clothes, mask wearing, face touching, picking skin, scratching, cat, dog, pet, dust, mould, mold, smoke, cigarette smoke, off meds, missed meds, missed medication, antibiotics course, vaccine, vaccination, doctor appointment, doctor, hospital, therapist, ill, steps, step count`,
};
