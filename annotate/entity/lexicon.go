package entity

import (
	"bytes"
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
	inVillages
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
		{"villages", inVillages},
	}
}

// entry is what the lexicon knows about a word or a name.
type entry struct {
	key   uint64 // the hash of its bytes; 0 is an empty place
	in    class
	kind  uint16 // index into the lexicon's kinds
	kin   uint8  // the cluster of words that keep similar company
	reach uint8  // how many words a listed name that begins with it has at most
}

// lexicon is all that the program knows about words and names: one open hash
// table, never changed after it was loaded. Names are known by a hash of 64 bits
// alone: of some 100,000 names, two share one with a chance below 1 in 10⁹.
type lexicon struct {
	entries []entry
	kinds   []word // the classes of words, by number
}

// lists loads the lexicon once, on first use.
var lists = sync.OnceValue(load)

func load() *lexicon {
	x := &lexicon{entries: make([]entry, 1<<19), kinds: []word{0}}
	number := map[word]uint16{0: 0}
	for w, is := range vocabulary() {
		n, ok := number[is]
		if !ok {
			n = uint16(len(x.kinds))
			number[is] = n
			x.kinds = append(x.kinds, is)
		}
		x.entry(key(w)).kind = n
	}
	for _, s := range sources() {
		data, err := files.ReadFile("lists/" + s.name + ".txt")
		if err != nil {
			continue // cannot happen: the list is part of the program
		}
		for name := range bytes.Lines(data) {
			x.add(strings.TrimSuffix(string(name), "\n"), s.is)
		}
	}
	for _, w := range strings.Fields(notNames) {
		x.add(w, inNoName)
	}
	x.kins()
	return x
}

// kins reads the clusters: a word and the number of its cluster a line.
func (x *lexicon) kins() {
	data, err := files.ReadFile("lists/clusters.txt")
	if err != nil {
		return // cannot happen: the list is part of the program
	}
	for line := range strings.Lines(string(data)) {
		w, number, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		n := 0
		for _, c := range number {
			n = 10*n + int(c-'0')
		}
		x.entry(key(w)).kin = uint8(n + 1)
	}
}

func (x *lexicon) add(name string, c class) {
	x.entry(key(name)).in |= c
	if i := strings.IndexByte(name, ' '); i > 0 {
		e := x.entry(key(name[:i]))
		e.reach = max(e.reach, uint8(strings.Count(name, " ")+1))
	}
}

// key hashes a name (FNV-1a), never to 0.
func key(name string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 1099511628211
	}
	return h | 1
}

// entry returns the place of a key, making one.
func (x *lexicon) entry(k uint64) *entry {
	mask := uint64(len(x.entries) - 1)
	for at := (k >> 20) & mask; ; at = (at + 1) & mask {
		if e := &x.entries[at]; e.key == k || e.key == 0 {
			e.key = k
			return e
		}
	}
}

// find returns what is known about the name of that key.
func (x *lexicon) find(k uint64) entry {
	mask := uint64(len(x.entries) - 1)
	for at := (k >> 20) & mask; ; at = (at + 1) & mask {
		if e := &x.entries[at]; e.key == k || e.key == 0 {
			return *e
		}
	}
}

// look returns the lists that a name is in.
func (x *lexicon) look(name string) class { return x.find(key(name)).in }

// reach returns how many words a listed name that begins with word can have.
func (x *lexicon) reach(word string) int { return int(x.find(key(word)).reach) }

// is returns the classes of a lower-case word.
func (x *lexicon) is(low string) word { return x.kinds[x.find(key(low)).kind] }
