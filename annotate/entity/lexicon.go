package entity

import (
	"embed"
	"strings"
	"sync"
)

// class is a set of lists that a name is in.
type class uint32

const (
	inCountries class = 1 << iota
	inStates
	inBigCities
	inTowns
	inRegions
	inPlaces
	inFacilities
	inNationalities
	inLanguages
	inOrgs
	inEvents
	inWorks
	inLaws
	inProducts
	inGiven
	inSurnames
	inCommon // a word that running text writes in lower case
)

//go:embed lists/*.txt
var files embed.FS

// sources names the list of each class.
func sources() map[class]string {
	return map[class]string{
		inCountries: "countries", inStates: "states", inBigCities: "bigcities", inTowns: "cities",
		inRegions: "regions", inPlaces: "places", inFacilities: "facilities",
		inNationalities: "nationalities", inLanguages: "languages", inOrgs: "orgs",
		inEvents: "events", inWorks: "works", inLaws: "laws", inProducts: "products",
		inGiven: "firstnames", inSurnames: "surnames", inCommon: "common",
	}
}

// lexicon is all that the rules know about words and names. It is never changed
// after it was loaded.
type lexicon struct {
	names   map[string]class // words of a name with one space between them
	longest map[string]int   // by first word: how many words a listed name has at most
	words   map[string]word  // by lower-case word
}

// lists loads the lexicon once, on first use.
var lists = sync.OnceValue(load)

func load() *lexicon {
	x := &lexicon{
		names:   make(map[string]class, 52000),
		longest: make(map[string]int, 4096),
		words:   vocabulary(),
	}
	for c, name := range sources() {
		data, err := files.ReadFile("lists/" + name + ".txt")
		if err != nil {
			continue // cannot happen: the list is part of the program
		}
		for line := range strings.Lines(string(data)) {
			x.add(strings.TrimSuffix(line, "\n"), c)
		}
	}
	return x
}

func (x *lexicon) add(name string, c class) {
	x.names[name] |= c
	if i := strings.IndexByte(name, ' '); i > 0 {
		n := strings.Count(name, " ") + 1
		if x.longest[name[:i]] < n {
			x.longest[name[:i]] = n
		}
	}
}
