/** Adjectives that tell how a food looked, felt, was cut, kept or paid for: nothing of what it is. None is a word of a name. */
const words = `
airy artisanale aufgewarmte aufgewarmter aufgewarmtes autumnal average backup bashed bigass bitty bland blistered blitzed bodged bougie braided branded bronzed browned
bruised bubbling budget bunte buntes burned calentita calentito carby caseras caseros cheapo chonky christmassy chunked claggy clean clumpy colorful colourful comforting
cosy cozy crafty crisped crumbly cubed decadent deftige deftiger delicieuse delicieux deliciosa delicioso dinky discounted dodgy drippy dusted
enorme enormous entamee expired fermier fermiere flattened foraged freckled fresquita fresquito frischen froide froides froids garnished generic gigantic ginormous gloopy
gooey grosse grossen grosses guilty halloween halved handmade handpicked hasty healthyish heaping heated hecha hecho hefty heritage herzhafte herzhafter homebaked
homecooked homegrown humongous hurried improvised indulgent itty jugosa jugoso julienned junky kaltes klassische klassischer klassisches kleine kleinen kleines
knobbly knotted knusprige knuspriger knuspriges lastnights leckere leckerer leckeres leger legere legeres lowcal lukewarm lumpy mammoth meagre measly mediocre
michelin minimally moderate modest moelleuse moist moreish nibbled nourishing nuked oozy ordinary overcooked overdone overnighted overpriced paltry pasture pastured
peppery pequena pequenas pequeno pequenos piled piping piquant plaited poked portioned precut premade prepacked preportioned presliced prewashed pricey pricked pulsed
punchy pureed quartered quickie recalentada recalentado rechauffe rechauffee recien refreshing restant restante restliche restlicher rewarmed ribboned ricas 
ricos ripped rubbery saftige saftiger saftiges scant scored scratch segmented selbstgebackene selbstgebackener selbstgebackenes selbstgekochte selbstgekochter
selbstgekochtes sieved sinful sizeable sizzling skimpy slapdash slashed slivered sobrante softened soggy speedy springtime squashed squidgy squishy stacked stale standby
steaming stingy stodgy stopgap stringy studded succulent summery suspicious sustainably swanky swirled teeny tepid thawed tierna tierno titchy tomorrows torn tough
tuesdays ubriggebliebene unbranded undercooked underdone unfinished unhealthy upmarket valentines warmer warming watery weeny whisked whizzed wholesome whopping wintery
wobbly wurzige yesterdays zapped zesty zingy
`;

export const adjectives: readonly string[] = words.trim().split(/\s+/u);
