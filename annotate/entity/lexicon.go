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
	inNoName // an acronym that names no body
)

//go:embed lists/*.txt
var files embed.FS

// source is a list and the class of what is in it.
type source struct {
	name string
	is   class
}

func sources() []source {
	return []source{
		{"countries", inCountries},
		{"states", inStates},
		{"bigcities", inBigCities},
		{"cities", inTowns},
		{"regions", inRegions},
		{"places", inPlaces},
		{"facilities", inFacilities},
		{"nationalities", inNationalities},
		{"languages", inLanguages},
		{"orgs", inOrgs},
		{"events", inEvents},
		{"works", inWorks},
		{"laws", inLaws},
		{"products", inProducts},
		{"firstnames", inGiven},
		{"surnames", inSurnames},
		{"common", inCommon},
	}
}

// large lists are searched in their files; the others are in a map.
const large = inTowns | inBigCities | inRegions | inGiven | inCommon

// lexicon is all that the rules know about words and names. It is never changed
// after it was loaded.
type lexicon struct {
	small   map[string]class // names of the small lists, with one space between words
	longest map[string]int   // by first word: how many words a name in small has at most
	large   []list
	words   map[string]word // by lower-case word
}

type list struct {
	names sorted
	is    class
}

// lists loads the lexicon once, on first use.
var lists = sync.OnceValue(load)

func load() *lexicon {
	x := &lexicon{small: make(map[string]class, 5000), longest: make(map[string]int, 1500), words: vocabulary()}
	for _, s := range sources() {
		data, err := files.ReadFile("lists/" + s.name + ".txt")
		if err != nil {
			continue // cannot happen: the list is part of the program
		}
		if s.is&large != 0 {
			x.large = append(x.large, list{sorted(data), s.is})
			continue
		}
		for name := range strings.Lines(string(data)) {
			x.add(strings.TrimSuffix(name, "\n"), s.is)
		}
	}
	for _, w := range strings.Fields(notNames) {
		x.add(w, inNoName)
	}
	return x
}

func (x *lexicon) add(name string, c class) {
	x.small[name] |= c
	if i := strings.IndexByte(name, ' '); i > 0 {
		x.longest[name[:i]] = max(x.longest[name[:i]], strings.Count(name, " ")+1)
	}
}

// longestTown bounds the words of a name in the large lists.
const longestTown = 4

// look returns the lists that a name is in.
func (x *lexicon) look(name string) class {
	c := x.small[name]
	small := name != "" && name[0] >= 'a' && name[0] <= 'z'
	for _, l := range x.large {
		if small == (l.is == inCommon) && l.names.has(name) {
			c |= l.is
		}
	}
	return c
}

// reach returns how many words a listed name that begins with word can have.
func (x *lexicon) reach(word string) int {
	n := x.longest[word]
	for _, l := range x.large {
		if n < longestTown && l.is != inCommon && l.is != inGiven && l.names.extends(word) {
			return longestTown
		}
	}
	return n
}
