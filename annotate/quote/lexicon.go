package quote

import (
	"strings"
	"sync"
)

// lex says what parts a word can play in a sentence.
type lex uint32

const (
	cueStrong   lex = 1 << iota // a verb of speech: said
	cueWeak                     // a verb that can frame somebody's words: called, praised
	participle                  // saying, adding
	baseForm                    // say: after a plural subject or "to"
	subject                     // he, she, they, we, I, it
	determiner                  // the, a, his
	preposition                 // of, with, at
	conjunction                 // and, but
	subordinate                 // that, as, when, because
	relative                    // who, which
	auxiliary                   // is, had, would
	adverb                      // also, later, Tuesday
	title                       // Mr, President, Senator
	role                        // minister, spokeswoman
	plural                      // officials, police
	body                        // company, ministry: an organization by its kind
	document                    // statement, report
	male                        // he, Mr, spokesman
	female                      // she, Mrs, spokeswoman
	addressee                   // reporters, lawmakers: who is told
	nounish                     // report, comments: a noun as often as a verb
)

const cue = cueStrong | cueWeak

// function is every class of word that cannot be the head of a subject.
const function = determiner | preposition | conjunction | subordinate | relative | auxiliary | adverb

// The word lists are the author's own; each line names one verb's forms or one
// class of words.
const (
	speechVerbs = `
say says said saying|tell tells told telling|write writes wrote writing|speak speaks spoke speaking|
reply replies replied replying|deny denies denied denying|testify testifies testified testifying|
admit admits admitted admitting|quip quips quipped quipping|
reveal reveals revealed revealing|joke jokes joked joking|text texts texted texting|
tweet tweets tweeted tweeting|post posts posted posting|blog blogs blogged blogging|sing sings sang singing|
shout shouts shouted shouting|explain explains explained explaining|confess confesses confessed confessing|
stress stresses stressed stressing|emphasise emphasises emphasised emphasising|emphasize emphasizes emphasized emphasizing|
quote quotes quoted quoting|swear swears swore swearing|reckon reckons reckoned reckoning|
fire fires fired firing|
pen pens penned penning`
	regularSpeech = `add ask explain note state argue insist claim warn declare respond continue conclude recall
acknowledge suggest announce remark comment predict promise complain observe charge vow reiterate repeat
concede confirm maintain contend boast yell scream whisper murmur mutter muse exclaim interject counter retort
urge caution lament opine assert allege mention chant echo enthuse beg plead demand pledge reason report
proclaim profess gush grumble gripe rage fume sigh scoff joke hint reflect proffer rejoin riposte relate recount
elaborate clarify estimate forecast guess inform instruct advise agree answer affirm attest avow bemoan blast
volunteer vent wonder theorize speculate summarize summarise tease thunder rail roar rule stipulate signal
indicate express outline detail disclose inquire enquire implore howl cry bark snap snarl snipe shriek
advocate appeal underline underscore preach pronounce assure remind boom bellow decree deadpan interrupt tout
apologise apologize retweet caption conjecture crow fret marvel rant remonstrate stammer stutter surmise laugh chuckle giggle sob weep groan moan sniff query correct heckle clarify prophesy hiss croak drawl enumerate banter retaliate interpose`
	weakVerbs = `
call calls called calling|begin begins began beginning|describe describes described describing|think thinks thought thinking|
feel feels felt feeling|read reads read reading|refer refers referred referring|brand brands branded branding|
hope hopes hoped hoping|know knows knew knowing|see sees saw seeing|rip rips ripped ripping|
slam slams slammed slamming|condemn condemns condemned condemning|understand understands understood understanding|
cite cites cited citing|show shows showed showing|use uses used using|make makes made making|take takes took taking|
offer offers offered offering|give gives gave giving|find finds found finding|put puts put putting|go goes went going|fire fires fired firing|shoot shoots shot shooting|hit hits hit hitting|break breaks broke breaking|mean means meant meaning|chime chimes chimed chiming|sum sums summed summing|point points pointed pointing|
label labels labelled labelling|hold holds held holding|decry decries decried decrying`
	regularWeak = `dub praise criticize criticise mock accuse hail denounce dismiss defend reject welcome thank voice
compare characterize characterise liken term deem consider believe applaud address deride ridicule attack target
label lambast lambaste chastise chide rebuke scold laud salute compliment portray depict paint frame cast cheer
hammer knock trash bash belittle taunt question challenge credit cheer deplore berate castigate skewer
regard view rate rank peg pitch promote trumpet herald list define identify interpret perceive envisage
introduce congratulate endorse encourage want admonish threaten blame fault rap respond react lash object protest
conclude determine imply emphasise summon invoke propose recommend support oppose seek`
)

// lexicon returns the parts that each known word can play.
func lexicon() map[string]lex { return lexiconOnce() }

var lexiconOnce = sync.OnceValue(func() map[string]lex {
	m := make(map[string]lex, 4096)
	add := func(list string, l lex) {
		for _, w := range strings.Fields(list) {
			m[w] |= l
		}
	}
	forms := func(f []string, l lex) {
		if len(f) != 4 {
			return
		}
		m[f[0]] |= l | baseForm
		m[f[1]] |= l
		m[f[2]] |= l
		m[f[3]] |= l | participle
	}
	verbs := func(irregular, regular string, l lex) {
		for _, line := range strings.Split(irregular, "|") {
			forms(strings.Fields(line), l)
		}
		for _, v := range strings.Fields(regular) {
			f := conjugate(v)
			forms(f[:], l)
		}
	}
	verbs(weakVerbs, regularWeak, cueWeak)
	verbs(speechVerbs, regularSpeech, cueStrong)
	for _, l := range classes() {
		add(l.list, l.lex)
	}
	for _, v := range strings.Fields(nounishVerbs) {
		f := conjugate(v)
		m[f[0]] |= nounish
		m[f[1]] |= nounish
	}
	for _, w := range strings.Fields(roles + " " + maleRoles + " " + femaleRoles) {
		if p := pluralOf(w); m[p]&(role|plural) == 0 {
			m[p] |= role | plural
		}
	}
	return m
})
