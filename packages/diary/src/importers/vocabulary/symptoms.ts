// What people call the things they feel, by our categories. Data, not code: one phrase between
// commas, lower case, without accents. Plurals in -s and leading or trailing body sites (skin and symptom)
// need no entry of their own. What is not here is never guessed to be skin or gut.
import type { Category } from '../../category.ts';

export const symptomPhrases: Readonly<Partial<Record<Category, string>>> = {
  skin: `
    acne, cystic acne, hormonal acne, acne vulgaris, pimple, zit, breakout, break out, breaking out,
    blackhead, whitehead, comedone, pustule, papule, acne flare, acne flare up, akne, acne rosacea,
    eczema, excema, exzema, eczma, atopic eczema, atopic dermatitis, dermatitis, contact dermatitis,
    seborrheic dermatitis, seborrhoeic dermatitis, perioral dermatitis, dyshidrotic eczema, dyshidrosis,
    nummular eczema, dermatitis herpetiformis, eczema flare, eczema flare up, ekzem, neurodermitis, eccema, eccema atopico,
    itch, itching, itchy, itchiness, itchy skin, itching skin, skin itch, skin itching, pruritus,
    juckreiz, prurito, picor, picazon, demangeaison,
    rash, rashes, skin rash, heat rash, rash itchy, itchy rash, butterfly rash, malar rash, hautausschlag, eruzione cutanea,
    hives, hive, urticaria, chronic urticaria, chronic hives, welt, dermatographia, dermatographism, orticaria, urticaire,
    rosacea, rosacee, rosacea flare, rosacea flare up, ocular rosacea, flushing, facial flushing, skin flushing,
    psoriasis, plaque psoriasis, guttate psoriasis, inverse psoriasis, pustular psoriasis, scalp psoriasis,
    psoriasis flare, psoriasis flare up, psoriasi,
    dry skin, skin dryness, dry patch, dry itchy skin, trockene haut, pelle secca, piel seca, peau seche,
    flaky skin, skin flaking, flaking, flaking skin, peeling skin, skin peeling, scaling, scaly skin, skin scaling,
    cracked skin, broken skin, skin cracking, skin fissure, oozing skin, weeping skin, thickened skin, lichenification,
    redness, skin redness, facial redness, red skin, rotung, hautrotung, erythema, skin inflammation, inflamed skin,
    skin bump, red bump, itchy bump, bumpy skin, blister, skin blister, skin lesion, skin sore,
    skin pain, painful skin, burning skin, skin burning, stinging skin, skin stinging, sore skin, tender skin,
    skin sensitivity, sensitive skin, skin sensitive to touch, skin irritation, irritated skin, oily skin, greasy skin,
    skin flare, skin flare up, skin severity, skin symptom, skin condition, skin problem, bad skin, skin discoloration,
    skin discolouration, hyperpigmentation, melasma, vitiligo, keratosis pilaris, hidradenitis suppurativa, hidradenitis,
    folliculitis, boil, dandruff, skin ulcer, lupus rash, sun rash, photosensitive rash, polymorphic light eruption,
    itchy scalp, itching scalp, scalp itch, flaky scalp, skin`,
  gut: `
    bloating, bloated, abdominal bloating, stomach bloating, abdominal distension, distension, distended stomach, blahung, blahungen,
    gonfiore, hinchazon, ballonnement,
    gas, gassy, gassiness, wind, flatulence, flatus, trapped gas, trapped wind, excess gas, gases, gaz, meteorismo,
    cramp, cramps, cramping, abdominal cramp, abdominal cramping, stomach cramp, stomach cramping, gut cramp, intestinal cramp, bowel cramp,
    stomach pain, stomach ache, stomachache, tummy ache, tummy pain, upset stomach, sour stomach, belly pain, belly ache,
    abdominal pain, abdominal ache, abdominal discomfort, abdominal tenderness, gut pain, gut discomfort, intestinal pain, bowel pain,
    stomach discomfort, stomach issue, stomach problem, stomach upset, epigastric pain, bauchschmerz, bauchschmerzen, mal di stomaco,
    mal di pancia, dolor de estomago, dolor abdominal, mal de ventre,
    stool, stools, stool type, bristol stool, bristol stool type, bristol stool scale, bowel movement, bowel movements, bm, poop, loose stool,
    loose stools, soft stool, hard stool, watery stool, mucus in stool, blood in stool, bloody stool, undigested food in stool, urgency, bowel urgency,
    fecal urgency, incomplete evacuation, stool urgency, rectal bleeding, rectal pain, tenesmus,
    nausea, nauseous, nauseau, nausea and vomiting, queasy, queasiness, ubelkeit, nausee, nauseas,
    vomiting, vomit, throwing up, retching,
    heartburn, acid reflux, reflux, indigestion, dyspepsia, gerd, gord, acid stomach, belching, burping, regurgitation, sodbrennen, bruciore di stomaco,
    acidez, esophageal pain, oesophageal pain, gastroparesis, gastritis, duodenitis, early satiety, fullness, stomach fullness,
    diarrhea, diarrhoea, diarrea, diarrhee, durchfall, constipation, constipated, constipacion, verstopfung, stitichezza, estrenimiento,
    ibs, ibs flare, irritable bowel syndrome, irritable bowel, ibd, inflammatory bowel disease, crohn's disease, crohns disease, crohn's, crohns,
    ulcerative colitis, colitis, microscopic colitis, celiac disease, coeliac disease, celiac, coeliac, sibo, small intestinal bacterial overgrowth,
    leaky gut, digestive issue, digestive issues, digestion, digestive problem, gut symptom, gut symptoms, stomach gurgling, borborygmi,
    hemorrhoid, haemorrhoid, anal fissure, diverticulitis, hbi`,
  sleep: `
    insomnia, sleeplessness, poor sleep, bad sleep, slept badly, sleep quality, quality of sleep, sleep, trouble sleeping, difficulty sleeping,
    difficulty falling asleep, trouble falling asleep, hard falling asleep, trouble staying asleep, waking at night, night waking, unrefreshing sleep,
    unrefreshed sleep, non restorative sleep, nonrestorative sleep, restless sleep, broken sleep, interrupted sleep, oversleeping, hypersomnia,
    sleep disturbance, sleep problem, sleep disorder, sleep disorders, sleep changes, sleep apnea, sleep apnoea, nightmare, vivid dream, delayed sleep phase disorder,
    schlafstorung, insonnia, insomnio, insomnie`,
  stress: `
    stress, stressed, stress level, stress levels, high stress, feeling stressed, overwhelmed, burnout, tension, stresslevel, estres`,
  mood: `
    mood, low mood, bad mood, depressed mood, depression, depressed, depressive, major depression, major depressive disorder, atypical depression, dysthymia, sadness, sad,
    anxiety, anxious, generalized anxiety disorder, generalised anxiety disorder, general anxiety, social anxiety, social anxiety disorder, chronic anxiety, panic, panic attack,
    panic disorder, worry, worried, irritability, irritable, irritated, anger, angry, mood swing, moody, mood changes, crying, tearful, anhedonia,
    hopelessness, hopeless, guilt, loneliness, lonely, happiness, happy, calm, calmness, content, joy, emotional, emotional lability, bipolar disorder, bipolar,
    mania, hypomania, cyclothymia, low motivation, motivation, apathy, restlessness, agitation, flat affect, grumpy, grumpies, self esteem, frustration, frustrated, impatience, impatient, psychosis, suicidal thought, self harm, borderline personality disorder, depressione, ansia, angst, angoisse`,
  cycle: `
    period, menstruation, menstruating, menses, menstrual flow, menstrual bleeding, period bleeding, flow, spotting, ovulation, ovulating, pms, pmdd,
    premenstrual syndrome, cycle day, cycle start, heavy period, light period, periode, regel, mestruazioni, ciclo, menstruacion, regles`,
  symptom: `
    headache, head ache, headaches, migraine, chronic migraine, ocular migraine, menstrual migraine, tension headache, cluster headache, chronic daily headache, kopfschmerz,
    kopfschmerzen, mal di testa, dolor de cabeza, mal de tete,
    fatigue, chronic fatigue, fatigued, tired, tiredness, fatigue and tiredness, exhaustion, exhausted, low energy, energy, lethargy, lethargic, sleepiness, sleepy, daytime sleepiness,
    drowsiness, weakness, muscle weakness, mudigkeit, stanchezza, cansancio, post exertional malaise, pem, malaise, chronic fatigue syndrome, me cfs, myalgic encephalomyelitis,
    joint pain, joint ache, achy joint, sore joint, joint stiffness, joint swelling, swollen joint, stiffness, morning stiffness, stiff joint, arthritis, rheumatoid arthritis,
    psoriatic arthritis, osteoarthritis, ankylosing spondylitis, lupus, sle, sjogren's syndrome, raynaud's disease, raynaud's, bursitis, tendonitis, plantar fasciitis,
    muscle pain, muscle ache, sore muscle, muscle cramp, muscle spasm, muscle tension, muscle twitching, body ache, body aches, body aching, body pain, generalized body ache, aching, myalgia,
    fibromyalgia, fibro, pain, chronic pain, nerve pain, neuropathy, peripheral neuropathy, neuropathic pain, sciatica, allodynia, back pain, back ache, backache, lower back pain,
    low back pain, upper back pain, neck pain, stiff neck, neck stiffness, shoulder pain, hip pain, knee pain, leg pain, foot pain, ankle pain, heel pain, toe pain, arm pain, elbow pain,
    wrist pain, hand pain, finger pain, rib pain, jaw pain, tmj, tmj pain, tmj disorder, facial pain, face pain, tooth pain, toothache, chest pain, chest tightness, costochondritis, pelvic pain,
    chronic pelvic pain, groin pain, bladder pain, menstrual cramp, menstrual cramps, period cramp, period cramps, period pain, ovarian pain, endometriosis, pcos, polycystic ovary syndrome, breast pain, breast tenderness,
    brain fog, foggy, fogginess, difficulty concentrating, trouble concentrating, poor concentration, concentration, focus, forgetfulness, forgetful, memory loss, memory problem, memory lapse, confusion,
    dizziness, dizzy, lightheadedness, light headed, lightheaded, vertigo, fainting, faintness, syncope, presyncope, unsteadiness, balance problem, poor balance, pots, dysautonomia,
    postural orthostatic tachycardia syndrome, postural hypotension, tachycardia, palpitation, heart palpitation, racing heart, rapid heartbeat, skipped heartbeat, arrhythmia, low blood pressure,
    high blood pressure, hypertension, shortness of breath, breathlessness, wheezing, wheeze, asthma, cough, coughing, phlegm, sneezing, runny nose, stuffy nose, nasal congestion, congestion,
    sinus pain, sinus pressure, sinus congestion, sinusitis, sore throat, throat pain, swollen gland, swollen lymph node, hoarse voice, hay fever, allergy, allergies, seasonal allergy, post nasal drip,
    fever, low grade fever, temperature, chills, night sweat, night sweats, sweating, sweats, hot flash, hot flashes, hot flush, hot flushes, cold intolerance, heat intolerance, feeling cold, cold hands, cold feet, cold nose,
    cold, flu, sick, illness, infection, inflammation, swelling, edema, oedema, bruising, hair loss, brittle nails, dry eye, dry eyes, itchy eye, itchy eyes, watery eyes, red eyes, eye pain, blurred vision, blurry vision, light sensitivity,
    photophobia, sound sensitivity, tinnitus, ear pain, earache, itchy ears, itchy throat, itchy mouth, itchy nose, dry mouth, mouth ulcer, mouth ulcers, mouth sore, mouth sores, canker sore, canker sores, cold sore, thirst, loss of appetite, low appetite, poor appetite,
    increased appetite, appetite, appetite change, hunger, food craving, sugar craving, craving, binge eating, weight gain, weight loss, numbness, tingling, pins and needles, tremor, shakiness, shaking, restless legs,
    restless leg syndrome, seizure, frequent urination, urinary frequency, urinary urgency, painful urination, incontinence, urinary incontinence, bladder incontinence, uti, cystitis, interstitial cystitis, low libido, libido,
    hypothyroidism, hypothyroid, hyperthyroidism, hashimoto's disease, hashimoto's, hashimotos, graves disease, diabetes, anemia, anaemia, mast cell activation syndrome, mcas, mast cell activation, histamine intolerance,
    ehlers danlos syndrome, eds, hypermobility, multiple sclerosis, ms, adhd, autism, ptsd, ocd, obsessive compulsive disorder, narcolepsy, lyme disease, food allergy, overheating, loss of smell, loss of taste,
    dissociation, hallucination, derealization, intrusive thought, vaginal dryness, vulvodynia, chronic illness, interstitial lung disease, hypoglycemia, hypoglycaemia, polycystic ovaries, scoliosis, numb, tingly, feeling hot, feverish, flu like, flulike, oral allergy syndrome, tooth ache, urinary pain, vulvar pain, lung pain, eye strain,
    difficulty breathing, trouble breathing, sob, slurred speech, difficulty speaking, joint dislocation, dislocation, subluxation, adrenal fatigue, autism spectrum disorder, adult adhd, anaphylaxis, hangover, dehydration, lymphedema`,
};

/** Words for places on the body: they may stand before or after a skin phrase ("itchy hands"). */
export const siteWords: readonly string[] = (
  'face facial forehead cheek cheeks chin nose jaw jawline temple temples eyelid eyelids lip lips neck scalp head hairline chest back ' +
  'shoulder shoulders arm arms armpit armpits elbow elbows forearm forearms wrist wrists hand hands palm palms finger fingers ' +
  'stomach belly tummy torso trunk groin buttock buttocks bum thigh thighs leg legs knee knees shin shins calf calves foot feet ankle ankles toe toes body ' +
  'left right upper lower inner outer my on of the around behind under between in at and'
).split(' ');
