package quote

// Classes of words; see [lex].
const (
	subjectWords  = `i we he she they it`
	determiners   = `the a an this these those his her their its our my your one another some many several most both other no any each every two three four five few all`
	prepositions  = `of with at by in on from for to into onto over under after before during about against between among through throughout without within toward towards across behind beyond near outside inside around alongside amid despite except like than via per upon off up down out since until till`
	conjunctions  = `and but or yet nor then so`
	subordinators = `that as when while because if although though whereas where whether once unless whenever why how what`
	relatives     = `who which whom whose`
	auxiliaries   = `is was were are be been being am has had have having will would could can may might must do did does should shall cannot isn't wasn't hasn't hadn't won't wouldn't couldn't can't didn't doesn't don't isn’t wasn’t hasn’t hadn’t won’t wouldn’t couldn’t can’t didn’t doesn’t don’t`
	adverbs       = `also later earlier then once again still even just only now today yesterday tonight tomorrow here there ever never always often sometimes soon already instead meanwhile however therefore thus first last later afterwards afterward too not both perhaps maybe rather quite very so far further furthermore moreover nevertheless nonetheless elsewhere ago yet monday tuesday wednesday thursday friday saturday sunday himself herself themselves itself out back on`
	maleTitles    = `mr sir lord king prince duke baron count father brother monsieur herr señor senor imam rabbi pope`
	femaleTitles  = `mrs ms miss madam dame lady queen princess duchess baroness countess sister madame frau señora senora mother`
	titles        = `dr prof professor rev reverend fr president vice-president senator sen rep representative congressman congresswoman governor gov mayor minister secretary chancellor premier taoiseach tánaiste tanaiste cathaoirleach judge justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal admiral adm commander chief constable superintendent supt inspector insp detective det councillor cllr councilman councilwoman councilor td mp msp mep ambassador envoy commissioner chairman chairwoman chair speaker leader director coach manager bishop archbishop cardinal pastor sheriff officer attorney spokesman spokeswoman spokesperson deputy chief-executive ceo alhaji alhaja otunba oba igwe nana madam shri smt hon engr barr barrister elder aunty uncle const pc garda cmdr sheikh sultan emir mufti canon deacon sr br dom ms alderman assemblyman assemblywoman selectman councilmember supervisor kc qc sc`
	maleRoles     = `man boy father son brother husband uncle grandfather spokesman chairman businessman congressman salesman policeman fireman sportsman craftsman statesman councilman king prince actor frontman gentleman guy dad grandad footballer striker goalkeeper midfielder`
	femaleRoles   = `woman girl mother daughter sister wife aunt grandmother spokeswoman chairwoman businesswoman congresswoman councilwoman policewoman queen princess actress mum mom widow nun`
	roles         = `spokesperson official president candidate nominee senator governor director source mogul billionaire lawmaker adviser advisor aide analyst expert professor attorney lawyer judge reporter author leader mayor secretary minister critic host strategist manager executive chief boss head chair ceo founder co-founder owner partner teacher principal headteacher doctor nurse surgeon consultant scientist researcher economist historian farmer worker driver pilot captain coach player teammate skipper singer writer poet novelist artist director producer editor journalist correspondent columnist blogger presenter broadcaster activist campaigner organizer organiser protester demonstrator resident neighbor neighbour witness victim survivor defendant prosecutor barrister solicitor detective officer inspector superintendent sergeant constable sheriff commissioner commander general colonel major soldier diplomat ambassador envoy negotiator representative delegate councillor councilor politician legislator chancellor premier taoiseach tánaiste tanaiste deputy whip backbencher speaker treasurer chairperson trustee administrator engineer architect designer developer builder plumber electrician mechanic trader investor banker broker accountant auditor regulator inspector contractor supplier retailer shopkeeper baker chef waiter customer client patient student pupil graduate lecturer dean parent child teenager youth passenger cyclist motorist pedestrian tenant landlord homeowner voter supporter opponent rival ally colleague friend veteran insider operative pollster fundraiser donor democrat republican conservative liberal progressive pastor bishop archbishop cardinal priest imam rabbi monk campaigner volunteer fisherman firefighter paramedic carer guide ranger keeper umpire referee owner jockey trainer swimmer runner cyclist skater golfer batsman bowler winger defender boxer champion actor comedian composer conductor curator librarian biologist chemist physicist geologist virologist epidemiologist psychologist psychiatrist meteorologist forecaster astronaut technician operator receptionist assistant clerk secretary-general vice-president vice-chancellor undersecretary envoy commentator critic reviewer contributor respondent user reader caller viewer observer traveler traveller tourist migrant refugee prisoner inmate suspect gunman vicar rector curate supervisor headmistress headmaster filmmaker octogenarian septuagenarian nonagenarian plaintiff appellant claimant postman postwoman publican friar nun goalkeeper midfielder batter opener commuter onlooker bystander shopper stallholder grower breeder beekeeper carpenter butcher cook barman bartender barista sailor midwife physician vet ecologist archaeologist playwright pianist cellist violinist guitarist drummer painter sculptor photographer apprentice trainee pensioner retiree widow widower grandmother grandfather granny nan auntie youngster schoolboy schoolgirl toddler claimant accused applicant petitioner complainant counsel usher bailiff foreman juror whistleblower convener convenor alderman provost bailie frontbencher peer MP shareholder entrepreneur proprietor tycoon importer exporter wholesaler courier porter cleaner caretaker janitor gardener gamekeeper warden lifeguard`
	pluralRoles   = `officials sources lawmakers advisers advisors aides analysts experts lawyers attorneys judges reporters leaders police people voters supporters critics members allies authorities prosecutors investigators detectives officers residents neighbors neighbours witnesses doctors scientists researchers economists campaigners activists protesters organizers organisers unions ministers diplomats republicans democrats conservatives senators congressmen executives managers teachers students parents farmers workers drivers friends colleagues relatives family campaigners opponents rivals others troops soldiers firefighters medics insiders operatives strategists historians journalists columnists editors directors owners fans players men women children`
	bodies        = `company bank firm government ministry department council court party union federation association charity agency commission committee board club team group university college school hospital trust authority office administration campaign organization organisation institute foundation church army navy military force service newspaper paper magazine website network station broadcaster channel outlet airline retailer manufacturer developer coalition alliance regulator watchdog parliament senate congress tribunal jury panel embassy chamber society consortium body force garda gardaí gardai`
	documents     = `statement report letter email e-mail memo article headline ad advert sign poll survey study paper lawsuit complaint filing indictment affidavit ruling judgment judgement verdict post tweet message note book transcript document caption slogan banner poster review editorial column story release notice website page dossier file plaque inscription motto ruling law bill act text entry`
	months        = `january february april june july september october november december jan feb sept oct nov dec`
	nounishVerbs  = `attack comment report claim remark question show state tweet post blog answer charge note call stress view list rate target demand promise pledge vow estimate forecast guess praise blame appeal support challenge credit boast joke hint plead point break hit shoot fire fault peg cast frame label address object rank pitch quote advocate reason rule signal detail outline test text share love need hope cheer whisper scream shout sigh roar rage murmur yell cry bark complaint insult counter broadcast release advance approach figure effort project issue plan vote offer use make take give find hold see know want like brand caution echo fret whip volunteer preach decree tease welcome thank defend`
	addressees    = `reporters journalists lawmakers supporters delegates viewers listeners readers fans parliament mps tds senators jurors investors shareholders colleagues officers detectives him her them me us it`
)

// conjugate returns the forms of a regular verb: base, -s, -ed, -ing.
func conjugate(base string) [4]string {
	stem := base
	switch last, before := base[len(base)-1], base[len(base)-2]; {
	case last == 'e':
		stem = base[:len(base)-1]
		return [4]string{base, base + "s", base + "d", stem + "ing"}
	case last == 'y' && !vowel(before):
		stem = base[:len(base)-1]
		return [4]string{base, stem + "ies", stem + "ied", base + "ing"}
	case last == 's' || last == 'h' && (before == 's' || before == 'c') || last == 'x':
		return [4]string{base, base + "es", base + "ed", base + "ing"}
	case doubles(base):
		stem = base + string(last)
		return [4]string{base, base + "s", stem + "ed", stem + "ing"}
	}
	return [4]string{base, base + "s", base + "ed", base + "ing"}
}

func vowel(b byte) bool {
	return b == 'a' || b == 'e' || b == 'i' || b == 'o' || b == 'u'
}

// doubles reports whether a verb of one short syllable doubles its last letter.
func doubles(base string) bool {
	n := len(base)
	if n < 3 || n > 4 || vowel(base[n-1]) || base[n-1] == 'w' || base[n-1] == 'y' || !vowel(base[n-2]) {
		return false
	}
	return !vowel(base[n-3])
}

// class is a list of words that share the same parts.
type class struct {
	list string
	lex  lex
}

func classes() []class {
	return []class{
		{subjectWords, subject},
		{determiners, determiner},
		{prepositions, preposition},
		{conjunctions, conjunction},
		{subordinators, subordinate},
		{relatives, relative},
		{auxiliaries, auxiliary},
		{adverbs, adverb},
		{titles, title | role},
		{maleTitles, title | male},
		{femaleTitles, title | female},
		{roles, role},
		{maleRoles, role | male},
		{femaleRoles, role | female},
		{pluralRoles, role | plural},
		{bodies, body},
		{documents, document},
		{addressees, addressee},
		{months, adverb},
		{"he his him himself", male},
		{"she her hers herself", female},
	}
}

// pluralOf returns the regular plural of a noun.
func pluralOf(noun string) string {
	switch n := len(noun); {
	case n > 3 && noun[n-3:] == "man":
		return noun[:n-2] + "en"
	case noun[n-1] == 'y' && !vowel(noun[n-2]):
		return noun[:n-1] + "ies"
	case noun[n-1] == 's' || noun[n-1] == 'x' || noun[n-1] == 'h':
		return noun + "es"
	}
	return noun + "s"
}
