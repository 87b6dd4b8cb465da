package entity

import "strings"

// word is a set of grammatical classes of a lower-case word.
type word uint64

const (
	isMonth word = 1 << iota
	isWeekday
	isSeason
	isDayPart
	isClockUnit
	isDayUnit
	isMeasure
	isCurrency
	isCode
	isMagnitude
	isUnitNumber
	isTens
	isOrdinal
	isPlural // dozens, thousands
	isFunction
	isPreposition
	isSay
	isTitle
	isRole
	isOrgTail
	isOrgHead
	isOrgSuffix
	isFacTail
	isLocTail
	isLocHead
	isEventTail
	isLawTail
	isWorkNoun
	isAwardTail
	isParticle
	isRelative
	isKin
	isOpener // a number or date may begin with it, beside those classed above
)

func vocabulary() map[string]word {
	out := make(map[string]word, 2048)
	for _, v := range []struct {
		list string
		is   word
	}{
		{monthWords, isMonth},
		{weekdayWords, isWeekday},
		{"spring summer autumn winter fall", isSeason},
		{"morning afternoon evening night nights mornings evenings afternoons lunchtime teatime bedtime", isDayPart},
		{"second seconds minute minutes min mins hour hours hr hrs millisecond milliseconds secs", isClockUnit},
		{"day days week weeks weekend weekends month months year years yr yrs decade decades century centuries fortnight fortnights quarter quarters season seasons semester millennium millennia generation generations", isDayUnit},
		{measureWords, isMeasure},
		{currencyWords, isCurrency},
		{currencyCodes, isCode},
		{"hundred thousand million billion trillion crore crores lakh lakhs dozen m mn bn tn mln", isMagnitude},
		{"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", isUnitNumber},
		{"twenty thirty forty fifty sixty seventy eighty ninety", isTens},
		{"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth umpteenth", isOrdinal},
		{"dozens hundreds thousands millions billions trillions scores tens", isPlural},
		{functionWords, isFunction},
		{prepositions, isPreposition | isFunction},
		{sayVerbs, isSay},
		{titleWords, isTitle},
		{roleWords, isRole},
		{orgTails, isOrgTail},
		{orgHeads, isOrgHead},
		{orgSuffixes, isOrgSuffix},
		{facTails, isFacTail},
		{locTails, isLocTail},
		{locHeads, isLocHead},
		{eventTails, isEventTail},
		{lawTails, isLawTail},
		{workNouns, isWorkNoun},
		{awardTails, isAwardTail},
		{"de del della da do dos das di du van von der den la le al el bin ibn ben abu ter zu e y i ap ní ó nic uí", isParticle},
		{"this last next past previous coming following earlier early late later mid end beginning start same that each every recent previous final opening", isRelative},
		{"wife husband son daughter mother father brother sister widow widower aunt uncle cousin nephew niece partner girlfriend boyfriend grandson granddaughter grandfather grandmother fiancée fiancé twin stepson stepfather mum dad", isKin | isRole},
		{openers, isOpener},
	} {
		for _, w := range strings.Fields(v.list) {
			out[w] |= v.is
		}
	}
	return out
}

// Classes of words, written by hand.
const (
	monthWords    = `january february march april may june july august september october november december jan jan. feb feb. mar. apr apr. jun jun. jul jul. aug aug. sept sept. sep sep. oct oct. nov nov. dec dec.`
	weekdayWords  = `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tues wed thurs fri mon. tue. tues. wed. thu. thurs. fri.`
	measureWords  = `km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters cm centimetre centimetres centimeter centimeters mm millimetre millimetres millimeter millimeters foot feet ft inch inches yard yards kg kilo kilos kilogram kilograms gram grams g mg milligrams micrograms tonne tonnes ton tons lb lbs ounce ounces oz stone litre litres liter liters millilitres ml gallon gallons pint pints barrel barrels acre acres hectare hectares degrees celsius fahrenheit mph kph kmh knot knots watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts mw gw kw kwh mwh gwh twh megabytes gigabyte gigabytes gb mb tb terabytes hertz mhz ghz volts amps carat carats calories calorie kilojoules nautical light-years light-year bushels fathoms furlongs horsepower hp bhp bpd cc rpm decibels decibel ha`
	currencyWords = `dollar dollars euro euros pound pounds pence penny cent cents yen yuan renminbi rupee rupees naira franc francs rouble roubles ruble rubles peso pesos shekel shekels dirham dirhams riyal riyals dinar dinars baht rand krona kronor krone kroner zloty zlotys forint lira liras hryvnia hryvnias real reais ringgit rupiah dong won bitcoin bitcoins quid bucks guineas gns peseta pesetas drachma drachmas deutschmarks taka kwacha birr tugrik lempira leu lei lev koruna shilling shillings sterling cedi cedis pula taka`
	currencyCodes = `eur usd gbp jpy chf cny inr ngn aud cad nzd zar rs rs. sek nok dkk pln rmb rm ksh kes ghs aed sgd hkd brl rub try`
	functionWords = `the a an this that these those his her their its our my your one another some many several most both other no any each every all either neither i we you he she they it me him them us who whom whose which what when where why how there here and but or nor yet so then if because although though while whereas as than is was were are be been being am has have had having will would could can may might must do did does should shall not also just only even still now however meanwhile yesterday today tomorrow earlier later yes no well once perhaps maybe indeed instead despite whether unless until since let please never always often sometimes such much more less few fewer very too again thus hence therefore moreover furthermore nevertheless nonetheless besides otherwise it's he's she's that's there's we're they're i'm i've we've you're don't didn't isn't can't won't let's what's i'll we'll you'll they've i'd hi hello thanks thank sorry ok okay oh ah asked according added including following given based speaking writing reading`
	prepositions  = `of with at by in on from for to into onto over under after before during about against between among amongst through throughout without within toward towards across behind beyond near outside inside around alongside amid amidst like via per upon off up down out except till`
	sayVerbs      = `said says say told tells added adds asked insisted insists warned warns argued argues claimed claims admitted admits denied denies explained explains wrote writes tweeted replied stated states confirmed announced revealed stressed noted believes thinks recalled conceded suggested continued remarked commented joked declared acknowledged concluded urged pleaded testified resigned died lives lived married born joined scored played won lost beat beats smiled laughed thanked praised accused vowed pledged promised tells tweeted retired hopes hoped wants wanted plans thought felt knew knows`
	titleWords    = `cathaoirleach leas-cathaoirleach coxswain skipper counsel cllr igwe nana madam aunty majority minority secretary-general director-general major-general lieutenant-general brigadier-general attorney-general governor-general adjutant-general auditor-general brigadier prophet junior undersecretary under-secretary mr mr. mrs mrs. ms ms. miss mx dr dr. prof prof. professor sir dame lord lady baron baroness viscount earl duke duchess count countess king queen prince princess emperor pope father fr fr. sister brother rev rev. reverend bishop archbishop cardinal imam rabbi sheikh shaikh ayatollah mullah pastor canon dean saint president vice-president vice president-elect premier taoiseach tánaiste tanaiste chancellor minister secretary senator sen sen. sens. representative rep rep. reps. congressman congresswoman governor gov gov. gov.-elect mayor councillor cllr cllr. councilman councilwoman alderman deputy td mp msp mep judge justice chief commissioner ambassador attorney general gen gen. lieutenant lt lt. lt.-gen. colonel col col. major maj maj. captain capt capt. sergeant sgt sgt. corporal cpl cpl. private pte admiral adm adm. commander cmdr commodore marshal inspector superintendent supt supt. insp insp. detective det det. constable pc officer sheriff trooper agent coach manager coroner barrister speaker leader chairman chairwoman chair chairperson director spokesman spokeswoman spokesperson ceo cfo coo prime first foreign finance defence defense interior home vice-chancellor kc qc sc messrs mme mlle m. herr frau señor señora signor monsieur madame shri smt chief-of-staff hon hon. honourable honorable alhaji alhaja otunba oba emir sultan malam`
	roleWords     = `spokesman spokeswoman spokesperson president minister secretary chairman chairwoman chair chairperson director leader ambassador actor actress singer rapper musician comedian writer author novelist poet playwright journalist reporter correspondent editor columnist photographer presenter broadcaster host senator governor lawyer solicitor barrister attorney prosecutor analyst economist strategist judge mayor commissioner coach manager captain striker midfielder defender goalkeeper winger forward quarterback pitcher batsman bowler skipper footballer golfer boxer jockey trainer champion scientist researcher professor lecturer teacher principal doctor surgeon nurse consultant psychologist historian archaeologist virologist epidemiologist physicist engineer architect designer artist painter sculptor director filmmaker producer conductor composer guitarist drummer frontman model activist campaigner founder co-founder owner boss chief executive ceo envoy diplomat adviser advisor aide negotiator lawmaker congressman congresswoman councillor deputy candidate nominee incumbent challenger rival successor predecessor veteran soldier general commander sergeant officer detective inspector superintendent sheriff constable priest bishop archbishop pastor imam rabbi farmer driver pilot businessman businesswoman entrepreneur tycoon billionaire banker trader investor victim suspect defendant gunman resident neighbour neighbor student pupil colleague friend teammate opponent star legend prisoner premier chancellor king queen prince princess pope taoiseach tánaiste backbencher politician dissident fugitive killer murderer astronaut chef blogger youtuber influencer expert official candidate treasurer whip critic member baby schoolboy schoolgirl teenager woman man girl boy`
	orgTails      = `bank ministry department agency party association committee council commission court union federation organization organisation senate house congress parliament army navy police club league fc afc rfc gaa times post news journal herald tribune gazette telegraph chronicle observer examiner echo guardian magazine foundation school schools hospital hospitals authority bureau service services office society network airlines airways motors holdings church fund board university college institute academy group corporation company trust partnership alliance coalition movement front brigade brigades battalion regiment forces force guard guards corps command administration assembly tribunal registry exchange securities capital partners industries enterprises systems technologies technology software laboratories labs pharmaceuticals energy petroleum oil gas steel electric media pictures entertainment records studios broadcasting television radio tv press publishing publishers books insurance financial consulting associates solutions communications telecom railways rail transport logistics foods sport electronics networks survey weekly monthly daily pharmacy restaurant bakery cafe café seminary brewery orchestra choir ballet opera theatre team united rovers wanderers athletic albion hotspur athletics cathedral diocese archdiocese synod directorate inspectorate ombudsman treasury embassy consulate mission secretariat chamber congress caucus campaign cooperative co-operative forum institution centre center clinic library museum gallery initiative project programme program consortium conference taskforce watch international militia cartel gang mafia network ltd limited stores supermarkets hotels airlines aviation aerospace dynamics research`
	orgHeads      = `bank university ministry department house court council institute board office federation association society league union organization organisation committee chamber commission centre center school college academy museum church order coalition bureau agency secretariat confederation congress party army friends campaign movement institution fund trust foundation company alliance conference parliament assembly diocese archdiocese faculty group network hospital brotherhood doctors reporters `
	orgSuffixes   = `inc inc. corp corp. co co. ltd ltd. plc llc llp lp gmbh ag sa s.a. spa s.p.a. nv n.v. ab oy as pty bv dac limited & bhd kk`
	facTails      = `airport bridge stadium tower towers station square street road avenue boulevard lane drive highway motorway expressway freeway parkway tunnel prison jail palace castle abbey hall arena park dam canal port harbour harbor terminal plaza mosque temple synagogue chapel basilica shrine cemetery monument memorial fort barracks base airbase racecourse hotel mall pier quay dock docks observatory lighthouse building house reactor refinery pipeline courthouse garden gardens zoo estate heights crescent terrace place mansion pavilion auditorium`
	locTails      = `river lake sea ocean valley island islands isle isles mountain mountains mount peninsula bay gulf desert coast strait straits forest canyon glacier basin delta plateau plain plains hills hill ridge range reef falls creek beach cape channel archipelago volcano swamp marsh region province territory moor fjord lough loch glen`
	locHeads      = `lake mount mt mt. cape river gulf bay strait isle lough loch sea straits ben sliabh`
	eventTails    = `war wars cup olympics games championship championships festival open prix derby marathon rally summit conference revolution uprising massacre riots riot bombing bombings earthquake tsunami crisis pandemic genocide famine battle siege offensive final finals tournament trophy series expo fair awards carnival convention hurricane typhoon cyclone storm inquiry rising congress relay regatta`
	lawTails      = `act bill treaty constitution convention amendment accord accords agreement code protocol charter directive pact statute ordinance declaration law decree regulation resolution`
	workNouns     = `film movie book novel album song single show series programme program documentary play musical memoir autobiography drama comedy sitcom podcast poem painting magazine thriller opera ballet track hit game sequel bestseller biopic ep anthology trilogy soap blockbuster sketch sculpture exhibition`
	awardTails    = `award awards prize prizes medal oscar emmy grammy bafta`
	openers       = `annual dawn dusk lunchtime teatime suppertime midmorning nightfall daybreak sunrise sunset sections paragraph clause regulation schedule today yesterday tomorrow tonight overnight noon midnight midday a an more about at over between up around some several many less as half almost nearly roughly approximately just under few no well us fewer close estimated upwards circa section article exceeding above below slightly little greater higher lower larger bigger longer older younger two-thirds one-third three-quarters one-quarter two-fifths one-fifth one-half couple aged age number quarter third approx approx. minimum maximum fiscal financial christmas easter thanksgiving ramadan halloween diwali hanukkah passover lent eid pentecost yom rosh good ash bank palm holy boxing labor labour memorial independence presidents veterans columbus canada australia anzac bastille victory workers republic democracy mothers fathers new st st. saint valentine mother father international q1 q2 q3 q4 h1 h2 c hk nz s n r`
)

// beginsWith reports whether w begins with one of the beginnings.
func beginsWith(w string, beginnings ...string) bool {
	for _, b := range beginnings {
		if strings.HasPrefix(w, b) {
			return true
		}
	}
	return false
}

// among reports whether w is one of the words of a list with one space between
// them. The empty word is in no list.
func among(w, list string) bool {
	for at := 0; w != "" && at+len(w) <= len(list); {
		i := strings.Index(list[at:], w)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(w)
		if (start == 0 || list[start-1] == ' ') && (end == len(list) || list[end] == ' ') {
			return true
		}
		at = start + 1
	}
	return false
}
