package entity

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bluepencil/bluepencil/annotate/offset"
)

var update = flag.Bool("update", false, "write the golden files anew")

// marked writes the entities into the text: [Ada|PERSON].
func marked(text string, found []Entity) string {
	var b strings.Builder
	at := 0
	for _, e := range found {
		b.WriteString(text[at:e.Start] + "[" + text[e.Start:e.End] + "|" + e.Label + "]")
		at = e.End
	}
	return b.String() + text[at:]
}

// unmarked takes the marks out again.
func unmarked(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '[')
		if open < 0 {
			return b.String() + s
		}
		bar := open + strings.IndexByte(s[open:], '|')
		shut := open + strings.IndexByte(s[open:], ']')
		b.WriteString(s[:open] + s[open+1:bar])
		s = s[shut+1:]
	}
}

func check(t *testing.T, want string) {
	t.Helper()
	text := unmarked(want)
	if diff := cmp.Diff(want, marked(text, Find(text))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestNumbers(t *testing.T) {
	for name, want := range map[string]string{
		"a modifier belongs to its number":         "It has [more than 300|CARDINAL] members and [at least 40|CARDINAL] guests.",
		"as much as belongs to a share":            "It lost [as much as 35%|PERCENT] of it.",
		"a currency letter belongs to its sum":     "They took [at least N1.5m|MONEY] from it.",
		"a currency code belongs to its sum":       "It cost [up to EUR 120m|MONEY] in all.",
		"a sum in words has its currency after it": "It paid [2.5 million euros|MONEY] and [20 pence|MONEY].",
		"an Indian sum counts in crores":           "A [Rs 500 crore|MONEY] scam and [1.5 crore|CARDINAL] voters.",
		"between joins two numbers":                "It takes [between 10 and 20|CARDINAL] of them, between [2010|DATE] and [2012|DATE].",
		"a range of sums is one sum":               "It is worth [£20-30 million|MONEY].",
		"per cent is written in many ways":         "[12 per cent|PERCENT], [3.5%|PERCENT], [two percent|PERCENT], [1.5 percentage points|PERCENT].",
		"an age is a date":                         "[John Holland|PERSON], [58|DATE], left; the [58-year-old|DATE] and a [two-year-old|DATE] boy.",
		"a duration under a day is a time":         "It took [20 minutes|TIME] and [nearly six hours|TIME].",
		"a duration of days is a date":             "It took [two weeks|DATE] and [about five years|DATE].",
		"a rate is a date":                         "She pays [$5|MONEY] [a month|DATE].",
		"part of a day is a time":                  "He came [last night|TIME], [Monday night|TIME] and [this morning|TIME].",
		"a time of day has its zone":               "At [7.30pm|TIME], [10:30 a.m. ET|TIME], [9 o'clock|TIME] and [1400 GMT|TIME].",
		"a date goes as far as its year":           "On [Friday, July 21, 2017|DATE], [21 July 2017|DATE], [July 2017|DATE] and [5-7 May|DATE].",
		"relative dates lose the article":          "In the [past two years|DATE], [last week|DATE], [earlier this month|DATE], [two years ago|DATE].",
		"decades, centuries and parts of years":    "The [1990s|DATE], the [21st century|DATE], [mid-July|DATE], [early 2010|DATE], the [end of the year|DATE].",
		"quarters":                                 "In the [third quarter of 2024|DATE] and in [Q3|DATE].",
		"may and march are verbs without a date":   "It may rain on the march. In [May|DATE] and [March 2020|DATE] it did.",
		"holidays are dates":                       "On [Christmas Day|DATE], [Good Friday|DATE] and [St Patrick's Day|DATE].",
		"measures have their unit":                 "It ran [5km|QUANTITY], [about 5 miles|QUANTITY], weighed [20 kilos|QUANTITY] and stood [5ft 10in|QUANTITY].",
		"temperatures and areas":                   "[40 degrees Celsius|QUANTITY] on [300 square metres|QUANTITY], [2,300 acres|QUANTITY].",
		"ranks":                                    "The [first|ORDINAL], the [20th|ORDINAL] and the [third|ORDINAL]-round tie.",
		"fractions are numbers":                    "[Two-thirds|CARDINAL] of them, [half|CARDINAL] of us and [a third|CARDINAL] of staff.",
		"one counts only sometimes":                "[One|CARDINAL] of the banks left. No one saw this one or one another.",
		"vague numbers count":                      "[Hundreds of thousands|CARDINAL] came, [several hundred|CARDINAL] stayed, [dozens|CARDINAL] left.",
		"a score is one number":                    "They won [2-1|CARDINAL].",
		"over before a duration is a preposition":  "They met over [two days|DATE] with [over 200|CARDINAL] people.",
		"a number of people is not a year":         "[2000|CARDINAL] people came in [2000|DATE].",
		"half a million is one number":             "[Half a million|CARDINAL] and [two and a half million|CARDINAL].",
		"a second after a number is a unit":        "It took [three seconds|TIME] for the [second|ORDINAL] one.",
		"a section of a law is law":                "It was charged under [section 6|LAW] of the [Theft Act 1968|LAW].",
		"a five-year plan":                         "A [five-year|DATE] plan, a [24-hour|TIME] shift and a [100-metre|QUANTITY] run.",
		"numbers in words with a hyphen":           "[Twenty-five|CARDINAL] men and [thirty-one|CARDINAL] women.",
		"an empty text":                            "",
		"digits of other scripts count too":        "[٣|CARDINAL] [๔|CARDINAL] 五",
	} {
		t.Run(name, func(t *testing.T) {
			check(t, want)
		})
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"titles stay outside":                                  "Mr [Witkoff|PERSON] met Taoiseach [Micheál Martin|PERSON] and Sen. [Tom Arkwright|PERSON].",
		"a lower-case title stays outside":                     "It pleased [European Commission|ORG] president [Ursula von der Leyen|PERSON].",
		"a possessive stays outside":                           "That was [Steve Witkoff|PERSON]’s plan for [Ukraine|GPE]'s army.",
		"the article stays outside":                            "He likes the [United States|GPE] and the [Economic and Social Research Institute|ORG].",
		"the Hague keeps its article":                          "It sat in [The Hague|GPE] on [Monday|DATE].",
		"a surname is known after the full name":               "[Zelda Quimbleton|PERSON] came. Later [Quimbleton|PERSON] left.",
		"an acronym is known after its long form":              "The [Federal Highway Administration|ORG] ([FHWA|ORG]) pays. Then [FHWA|ORG] waits.",
		"a nickname is part of the name":                       "So [Dan ‘The Whip’ Cotter|PERSON] spoke.",
		"initials are part of the name":                        "Then [J. K. Okonkwo|PERSON] spoke with [Jae C Hong|PERSON].",
		"particles are part of the name":                       "So said [Charles de Gaulle|PERSON] to [Bashar al-Assad|PERSON].",
		"city and state are two":                               "She lives in [Austin|GPE], [Texas|GPE].",
		"a hyphen ends a name before a common word":            "A [NATO|ORG]-style pact and a [London|GPE]-based, [US|GPE]-led force.",
		"a prefix in lower case stays outside":                 "The pro-[Russian|NORP] rebels and non-[EU|ORG] states.",
		"two countries with a hyphen are two":                  "The [US|GPE]-[China|GPE] talks.",
		"adherents and nationalities are groups":               "[Irish|NORP] voters, [Democrats|NORP], [Muslims|NORP] and an [Anglo-Dutch|NORP] firm.",
		"a nationality after speak is a language":              "He spoke in [Irish|LANGUAGE] and she speaks [French|LANGUAGE].",
		"continents are places, America a state":               "From [Europe|LOC] to [America|GPE] across the [Atlantic Ocean|LOC].",
		"rivers and mountains":                                 "They crossed the [Oyun River|LOC] below [Mount Kasse|LOC].",
		"streets and buildings":                                "It stands on [Kildare Street|FAC] near [Leinster House|FAC].",
		"hospitals, courts and universities are organizations": "At [Ballyroe University Hospital|ORG], in the [High Court|ORG] and at [Ballyroe University|ORG].",
		"a ministry's name may have commas":                    "The [Department of Housing, Local Government and Heritage|ORG] said no.",
		"a company's suffix":                                   "It bought [Norvela Group plc|ORG]. Then [Norvela|ORG] fell.",
		"two parties with and are two":                         "Members of [Fine Gael|ORG] and [Fianna Fáil|ORG] agreed.",
		"laws and articles":                                    "It breaks [Article 5|LAW] and the [Public Procurement Act 2007|LAW].",
		"wars, cups and storms":                                "After [Hurricane Delia|EVENT] and the [Second World War|EVENT] came the [FA Cup|EVENT].",
		"a programme is a work":                                "He said so on [CNN|ORG]’s [State Of The Union|WORK_OF_ART].",
		"a quoted title after its kind is a work":              "In the film “[Night Train to Lisbon|WORK_OF_ART]” he sang.",
		"a title between commas is a work":                     "Her memoir, [The Long Take|WORK_OF_ART], sold well.",
		"a lawsuit is one name":                                "It cites [Dobbs v. Jackson|LAW] again.",
		"a politician's seat":                                  "Sen. [Ada Quimbleton|PERSON] (R-[Ky.|GPE]) and Rep. [Bo Ames|PERSON], D-[Texas|GPE], agreed.",
		"a team's short forms":                                 "[Blackmoor Rovers|ORG] won. [Rovers|ORG] played well and [Blackmoor|ORG] led.",
		"a dateline of two places":                             "[GAZA CITY|GPE]/[JERUSALEM|GPE] ([Reuters|ORG]) - It rained.",
		"a caption's credit":                                   "A protest in [Cork|GPE] ([Jae C Hong|PERSON]/[AP|ORG])",
		"a picture's credit with an address":                   "File Picture: [Eamonn Farrell|PERSON]/ [RollingNews.ie|ORG]",
		"a sentence's first word is no name":                   "Prices rose. Voters left. Hope faded. Image: none.",
		"a dateline is a place":                                "[SPRINGFIELD|GPE], [Ill.|GPE] ([AP|ORG]) — It rained.",
		"guillemets and straight quotes do not matter":         `« [Paris|GPE] » and "[Berlin|GPE]" and “[Rome|GPE]”.`,
		"a county":               "Families in [Co Donegal|GPE] and [Prentiss County|GPE].",
		"shouting is not a name": "TERRIFIED MUM FLEES BLAZE AS TOWER BLOCK GOES UP",
		"cookie lines and share bars are not annotated": "Cookie Policy Privacy Policy\nFacebook Twitter WhatsApp\n© Dublin Echo Limited",
		"carriage returns end no word":                  "[Ada Lovelace|PERSON] of [London|GPE]\r\nmet [Ada Lovelace|PERSON]\r\n",
		"an accent may be a mark of its own":            "Taoiseach [Micheál Martin|PERSON] spoke.",
		"joined emoji beside a name":                    "👩‍👩‍👧 [Ada Lovelace|PERSON] 👍🏽 [Paris|GPE]",
		"other scripts are left alone":                  "北京 и Москва والقاهرة and [Cairo|GPE]",
		"the empty text":                                "",
	} {
		t.Run(name, func(t *testing.T) {
			check(t, want)
		})
	}
}

func TestReasonsSayWhy(t *testing.T) {
	text := "Steve Witkoff came. Mr Witkoff left for France."
	want := []string{"the first name Steve", "after Mr", "list of countries"}
	var got []string
	for _, e := range Find(text) {
		got = append(got, e.Reason)
		if e.Score <= 0 || e.Score > 1 {
			t.Errorf("score of %q is %v, want above 0 and at most 1", text[e.Start:e.End], e.Score)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestArticles compares whole articles in the styles of several newsrooms with
// files that hold them with their marks; -update writes these anew.
func TestArticles(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no articles in testdata: %v", err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := marked(string(data), Find(string(data)))
			golden := strings.TrimSuffix(name, ".txt") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestListsAreSorted(t *testing.T) {
	for _, s := range sources() {
		data, err := files.ReadFile("lists/" + s.name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
		for i := 1; i < len(lines); i++ {
			if lines[i-1] >= lines[i] {
				t.Errorf("%s: %q stands before %q", s.name, lines[i-1], lines[i])
			}
		}
	}
}

func TestTheLexiconHoldsEveryName(t *testing.T) {
	x := lists()
	used := 0
	for i := range x.entries {
		if x.entries[i].key != 0 {
			used++
		}
	}
	if used*2 > len(x.entries) {
		t.Errorf("%d of %d places are taken; past half of them, finding a name gets slow", used, len(x.entries))
	}
	for name, want := range map[string]class{"Aachen": inBigCities, "São Paulo": inBigCities, "Kenya": inCountries, "Nato": inOrgs, "table": inCommon, "Aachenx": 0, "": 0} {
		if got := x.look(name); got&want != want || want == 0 && got != 0 {
			t.Errorf("look %q = %b, want %b", name, got, want)
		}
	}
	if got := x.reach("San"); got < 2 {
		t.Errorf("a name that begins with San has %d words at most", got)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "Mr Witkoff met J. K. O’Brien in the U.S. on Monday night.", "‘The’ «Paris» \"Rome\" “Bonn”", "👩‍👩‍👧 Ana\u0301 Ro\u0301y 👍🏽",
		"北京 said 5,000", "القاهرة Cairo", "A\r\nB\rC", "N1.5m, R-Texas, Peoria, Ill.", "NATO-style pro-X US-China five-year-old", "\xff\xfe Ada \xc3",
		"between 1 and", "Dan ‘The Whip’ Cotter", "IN THE BEGINNING", "of of of de la", "$ £5 €", "1/2 3/4/5 12:30 24/7", "'s 's",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, e := range Find(text) {
			if e.Start < end || e.End <= e.Start || e.End > len(text) {
				t.Fatalf("%q: %+v after %d", text, e, end)
			}
			if !offset.IsBoundary(text, e.Start) || !offset.IsBoundary(text, e.End) {
				t.Fatalf("%q: %+v cuts a character", text, e)
			}
			if e.Label == "" || e.Reason == "" {
				t.Fatalf("%q: %+v lacks its label or reason", text, e)
			}
			end = e.End
		}
	})
}
