import type { Hint } from './red-flag.ts';

/** `\b` knows no umlauts: a word begins after what is no letter. */
const german = (label: string, words: string): Hint => ({
  label,
  pattern: new RegExp(`(?<!\\p{L})(?:${words})`, 'iu'),
});
const lasting = (label: string, words: string): Hint => ({
  ...german(label, words),
  lasting: true,
});

const swollen = String.raw`(?:an)?(?:ge)?schw[eo]ll\p{L}*|dick(?:e|er|en)?(?!\p{L})`;
const mouth = String.raw`(?:lippen?|zunge|rachen|hals|kehle|mund|gaumen)(?!\p{L})`;
const stool = String.raw`(?:stuhl\p{L}*|kot|klo|toilette\p{L}*)`;
const bend = String.raw`(?:ellenbogen|knien?|knie|ges[äa](?:ß|ss)|po)(?!\p{L})`;

/** Words of German diaries for the same questions, by the id of the flag; the labels are those of the English words. */
export const germanHints: ReadonlyMap<string, readonly Hint[]> = new Map([
  [
    'anaphylaxis',
    [
      german(
        'swelling of lips, tongue or throat',
        String.raw`${mouth}.{0,30}(?<!\p{L})(?:${swollen})|(?:${swollen}).{0,30}(?<!\p{L})${mouth}|(?:lippen|zungen|rachen|hals|mund)schwellung\p{L}*|quincke\p{L}*`,
      ),
      lasting(
        'trouble breathing or swallowing',
        String.raw`atemnot|luftnot|kurzatmig\p{L}*|(?:keine|kaum|schlecht|schwer|wenig) luft|(?:kaum|schwer|schlecht|nicht|m[üu]he|probleme?|schwierigkeiten)(?!\p{L}).{0,15}(?<!\p{L})(?:atmen|schlucken)|(?:atem|schluck)(?:probleme?|beschwerden|schwierigkeiten)|hals.{0,15}(?<!\p{L})(?:zu|eng|zugeschn[üu]rt)(?!\p{L})|pfeifende\p{L}* atem\p{L}*|keuch\p{L}*`,
      ),
      lasting(
        'feeling faint',
        String.raw`ohnm[äa]cht\p{L}*|ohnmacht\p{L}*|umgekippt|kollabiert|kreislaufkollaps|kreislaufzusammenbruch|bewusstlos\p{L}*`,
      ),
      german(
        'turning blue or grey',
        String.raw`(?:lippen?|haut|gesicht|angelaufen|wurde)(?!\p{L}).{0,15}(?<!\p{L})(?:blau|grau)(?!\p{L})|(?:blau|grau) angelaufen`,
      ),
      german(
        'anaphylaxis',
        String.raw`anaphyla\p{L}*|allergischer schock|adrenalin-?(?:pen|spritze)|notfall-?pen|fastjekt|jext|emerade`,
      ),
    ],
  ],
  [
    'eczema-herpeticum',
    [
      german(
        'groups of blisters',
        String.raw`gruppen?\p{L}*.{0,20}(?<!\p{L})bl[äa]schen|bl[äa]schen.{0,20}(?<!\p{L})(?:gruppen?\p{L}*|[üu]berall|haufen)|viele bl[äa]schen`,
      ),
      german('punched-out sores', String.raw`(?:aus|wie )gestanzt\p{L}*`),
      german(
        'sudden painful eczema',
        String.raw`(?:ekzem|neurodermitis)(?!\p{L}).{0,30}(?<!\p{L})(?:schmerz\p{L}*|(?:tut|tun) (?:so |sehr |pl[öo]tzlich )?weh)|schmerz\p{L}*.{0,20}(?<!\p{L})(?:ekzem|neurodermitis)(?!\p{L})`,
      ),
      german(
        'eczema near an eye',
        String.raw`(?:ekzem|neurodermitis|bl[äa]schen|wunde stellen)(?!\p{L}).{0,25}(?<!\p{L})(?:auge\p{L}*|lid(?:er|ern)?)(?!\p{L})`,
      ),
      german('eczema herpeticum', String.raw`[ek]k?zema? herpeti\p{L}*|herpeticatum|herpeticum`),
    ],
  ],
  [
    'red-all-over',
    [
      german(
        'redness of almost all skin',
        String.raw`erythroderm\p{L}*|(?:am )?ganze[rnm]? k[öo]rper.{0,15}(?<!\p{L})rot|[üu]berall rot|ganze haut.{0,15}(?<!\p{L})rot`,
      ),
      german(
        'many pustules',
        String.raw`pustul[öo]s\p{L}*|(?:viele|lauter|voller) (?:pusteln|eiter\p{L}*)`,
      ),
    ],
  ],
  [
    'acne-fulminans',
    [
      german(
        'acne with fever or open sores',
        String.raw`akne(?!\p{L}).{0,30}(?<!\p{L})(?:fieber\p{L}*|geschw[üu]r\p{L}*|offene\p{L}* (?:stellen?|wunden?))|(?:fieber\p{L}*|geschw[üu]r\p{L}*).{0,30}(?<!\p{L})akne`,
      ),
    ],
  ],
  [
    'severe-acne',
    [
      german(
        'cysts or nodules',
        String.raw`zystisch\p{L}*|akne-?zysten?|knotige akne|(?:tiefe|dicke|schmerzhafte) knoten|akne conglobata`,
      ),
      german(
        'scars',
        String.raw`aknenarben?|(?:akne|pickel)(?!\p{L}).{0,30}(?<!\p{L})narben?|narben?(?!\p{L}).{0,30}(?<!\p{L})(?:akne|pickel\p{L}*)|vernarb\p{L}*`,
      ),
    ],
  ],
  [
    'skin-distress',
    [
      german(
        'distress about the skin',
        String.raw`(?:hasse|sch[äa]me mich (?:f[üu]r|wegen)|ekle mich vor|ertrage).{0,15}(?<!\p{L})mein(?:e|er)? (?:haut|gesicht)|(?:haut|gesicht).{0,15}(?<!\p{L})(?:hasse|ertrage) ich`,
      ),
    ],
  ],
  [
    'suicidal-thoughts',
    [
      german(
        'thoughts of not living or of self-harm',
        String.raw`suizid\p{L}*|selbstmord\p{L}*|selbstverletz\p{L}*|(?:mich|mir)(?!\p{L}).{0,15}(?<!\p{L})(?:umbringen|t[öo]ten|das leben nehmen|verletzen|ritzen|etwas antun|was antun)|ritze mich|(?:will|wollte|m[öo]chte)(?!\p{L}).{0,15}(?<!\p{L})(?:sterben|nicht mehr leben|tot sein)|nicht mehr leben|lebensm[üu]de|leben.{0,15}(?<!\p{L})(?:keinen sinn|nicht mehr lebenswert|beenden)`,
      ),
    ],
  ],
  [
    'low-mood-or-body-image',
    [
      german(
        'hopelessness',
        String.raw`hoffnungslos\p{L}*|ausweglos\p{L}*|schwere? depress\p{L}*|wertlos\p{L}*`,
      ),
      german('body dysmorphia', String.raw`dysmorph\p{L}*|k[öo]rperbildst[öo]rung\p{L}*`),
    ],
  ],
  [
    'bowel-alarm',
    [
      german(
        'blood from the bowel',
        String.raw`blut\p{L}*.{0,15}(?<!\p{L})(?:${stool}|po)(?!\p{L})|${stool}.{0,15}(?<!\p{L})blut\p{L}*|darmblut\p{L}*|teerstuhl|blutstuhl`,
      ),
      german(
        'weight loss',
        String.raw`gewichtsverlust|gewicht verloren|ungewollt abgenommen|(?:kilo|kg)(?!\p{L}).{0,10}(?<!\p{L})(?:abgenommen|verloren)`,
      ),
      lasting('anaemia', String.raw`an[äa]mi\p{L}*|blutarmut|blutarm(?!\p{L})`),
      german(
        'diarrhoea at night',
        String.raw`durchfall\p{L}*.{0,25}(?<!\p{L})n[äa]cht\p{L}*|n[äa]cht\p{L}*.{0,25}(?<!\p{L})durchfall\p{L}*`,
      ),
      german(
        'a lump in the belly',
        String.raw`(?:knoten|verh[äa]rtung|beule|schwellung)(?!\p{L}).{0,20}(?<!\p{L})(?:bauch|unterbauch|oberbauch|magen)(?!\p{L})`,
      ),
    ],
  ],
  [
    'loose-stools-over-60',
    [
      german(
        'loose stools',
        String.raw`(?:weich|w[äa]ss?e?rig|d[üu]nn|breiig)\p{L}* (?:stuhl\p{L}*|stühle)|durchfall\p{L}*|durchf[äa]lle`,
      ),
    ],
  ],
  [
    'severe-bowel',
    [
      german(
        'blood in the stools',
        String.raw`blutig\p{L}* (?:stuhl\p{L}*|st[üu]hle|durchf[äa]ll\p{L}*)|durchfall\p{L}*.{0,15}(?<!\p{L})blut\p{L}*|blut im durchfall`,
      ),
    ],
  ],
  [
    'gluten-rash',
    [
      german(
        'blisters on elbows, knees or buttocks',
        String.raw`bl[äa](?:schen|sen)(?!\p{L}).{0,30}(?<!\p{L})${bend}|${bend}.{0,30}(?<!\p{L})bl[äa](?:schen|sen)(?!\p{L})|dermatitis herpetiformis|duhring`,
      ),
    ],
  ],
  [
    'medicine-and-pregnancy',
    [
      german(
        'one of these medicines',
        'aknenormin|isotrex|isotretinoin|roaccutan|tretinoin|adapalen|differin|epiduo|tazaroten|retinoide?|tetra[zc]yclin|tetrazyklin|doxy[cz]yclin|doxyzyklin|lyme[cz]yclin|mino[cz]yclin|minozyklin',
      ),
    ],
  ],
]);
