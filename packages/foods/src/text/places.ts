/** Towns, counties and countries where a food comes from, and shops: none is a word of a name. */
const placeNames = `
aberdeen adelaide alabama alberta algarve alphonso alsace amalfi amsterdam andalucia asturias athens atlanta auckland bali baltimore bangkok barbados barcelona bavaria
bayern beirut belfast bern bilbao birmingham blackpool bogota bolton bournemouth bradford bridgetown brighton brisbane britain brittany bronx brooklyn bruges
budapest busan cairo calabrian canterbury cardiff carlisle carolina cleveland colchester colombo colorado connecticut copenhagen corfu cotswold
cotswolds crete cumbria cyprus dakota dallas delhi derbyshire dhaka donegal dublin durham edinburgh essex exeter florence florida fresno galicia galway georgia
glasgow gloucestershire halifax hampshire hanoi hastings havana hebridean helsinki houston ibiza idaho indiana inverness iowa ipswich ireland istanbul kansas
karachi kent kerry koln krakow kyoto lagos lahore lancaster leeds limerick lisboa lisbon liverpool madrid maine manchester miami michigan milan minnesota
missouri mumbai munchen munich nairobi naples nebraska newport northumberland norwich nottingham oakland ohio oklahoma ontario oregon orkney orlando osaka oslo
ottawa oxford paris perth phoenix plymouth portland portsmouth prague preston puglia quebec rome saigon salzburg sardinian scotland seattle seoul sevilla seville
sheffield shetland shropshire sicily somerset southampton staffordshire stirling stockholm stuttgart suffolk sunderland surrey sussex swansea sydney tampa tasmania
tennessee tokyo toronto torquay trinidad truro tuscany umbrian utah valencia vancouver venezia venice vermont virginia wales warsaw washington wexford wien wigan winnipeg
wisconsin wrexham wyoming zurich
`;
const shopNames = `
alpura archway bdubs bjorg bonduelle burgerville cassegrain charal compliments connetables coppenrath covap danet dunks flahavan followfish freshii frosta glenilen
goodfella griesson gulon gutfried hillshire jewel kaspas lenders loblaws mattessons mayer mcgarry milbona navidul navire osmows pascual perdue pompadour portillos
puleva reinert saupiquet sobeys sodebo spunkmeyer vemondo weihenstephan weihenstephaner wiesenhof ybarra zott
abokado allplants benugo bigelow birchall birleys bmbargains bookers bucees bulkpowders busaba carter caseys chilango clipper cookshop costcutter crussh
daylesford eatlean esquires everdine fairway fayre fortnum fortnums fred gail gails giraffe gousto harney harris harrods harrogate hellofresh homebargains hoole hyvee
intelligentsia joejuice kwik makro marianos mccolls meijer mindful moto mowgli nichols oddbox onestop osco paul peets philz piggly poundland poundstretcher quiktrip
racetrac riverford roadchef russ samsclub schnucks selfridges shoprite simplycook soho speedway stash steen stonehouse stumptown teapigs teeter twinnings wahaca warrens
wholefood wiggly wilko winn yorkshiretea zabars
`;

const listOf = (words: string): readonly string[] => words.trim().split(/\s+/u);

export const places = listOf(placeNames);
export const shops = listOf(shopNames);
