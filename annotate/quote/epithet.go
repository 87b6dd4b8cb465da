package quote

import (
	"slices"
	"sort"
	"strings"
)

// compatriot returns the person that «the Dutchman», «the Argentinian» varies the
// name of, or -1.
func (r *resolver) compatriot(p phrase) int {
	l := r.l
	n := l.names[l.items[p.head].name]
	if n.Label != "NORP" || l.low(p.first) != "the" || p.head != p.first+1 {
		return -1
	}
	w := strings.ToLower(l.text[n.Start:n.End])
	g := male | female
	switch {
	case strings.HasSuffix(w, "women"), strings.HasSuffix(w, "men"), strings.HasSuffix(w, "s"):
		return -1
	case strings.HasSuffix(w, "woman"):
		g = female
	case strings.HasSuffix(w, "man") && w != "german" && w != "roman" && w != "ottoman":
		g = male
	}
	return r.recent(p.first, g)
}

// epithet reports whether the phrase only varies a name, rather than bringing
// in somebody new: «the 45-year-old», «the former minister», «the striker».
func (r *resolver) epithet(p phrase) bool {
	l := r.l
	if l.low(p.first) != "the" || p.kind != ByRole {
		return false
	}
	if strings.HasSuffix(l.low(p.head), "-year-old") || l.low(p.first+1) == "former" {
		return true
	}
	if p.head-p.first == 2 && l.kind(p.first+1) == proper && l.is(p.head, title) {
		return true // «the Cork senator»
	}
	if l.items[p.head].upper && l.is(p.head, title) {
		return true // «the Senator»
	}
	switch l.low(p.head) {
	case "mother", "father", "grandmother", "grandfather", "widow", "widower", "teenager", "elder", "grandad", "granny", "nan",
		"mother-of-two", "mother-of-three", "father-of-two", "father-of-three", "youngster", "retiree", "newcomer", "novice",
		"republican", "democrat", "star", "actor", "actress", "singer", "striker", "midfielder", "defender", "goalkeeper",
		"winger", "veteran", "pensioner", "native", "golfer", "boxer", "footballer", "mum", "dad", "billionaire", "mogul":
		return true
	}
	return false
}

// resumes reports whether the phrase takes up somebody whom the last sentences
// named, by a role that has not been told: «the filmmaker said». Offices that
// speak without a name are left as they are printed.
func (r *resolver) resumes(p phrase) bool {
	l := r.l
	if l.low(p.first) != "the" || p.kind != ByRole || !l.is(p.head, role) && !personal(l.low(p.head)) || l.is(p.head, plural|document) {
		return false
	}
	switch l.low(p.head) {
	case "spokesman", "spokeswoman", "spokesperson", "judge", "official", "source", "prosecutor", "lawyer", "solicitor", "barrister",
		"coroner", "magistrate", "officer", "president", "minister", "chairman", "chair", "secretary", "caller", "witness", "author",
		"government", "speaker", "court", "jury", "reporter", "interviewer", "editor", "detective", "inspector", "sergeant", "victim":
		return false
	}
	at := sort.Search(len(r.sightings), func(k int) bool { return r.sightings[k].item >= p.first })
	here := l.items[p.first].sentence
	for k := at - 1; k >= 0 && k > at-4; k-- {
		if s := r.sightings[k]; r.c.figures[s.figure].person && here-l.items[s.item].sentence <= 3 {
			return true
		}
	}
	return r.speaker >= 0 && r.parasSince(p.first) <= 1
}

// paper reports whether the phrase is what the last speaker wrote: «the letter».
func (r *resolver) paper(p phrase) bool {
	if r.l.low(p.first) != "the" || p.head != p.first+1 {
		return false
	}
	switch r.l.low(p.head) {
	case "letter", "email", "e-mail", "note", "post", "message", "memo", "text", "tweet":
		return true
	}
	return false
}

// company returns the organization that «the company», «the forum» stands for: the
// one named last that has the word in its name, else the one that is named most,
// for words that any business goes by. It is -1 where that is open.
func (r *resolver) company(p phrase) int {
	l := r.l
	head := l.low(p.head)
	if l.low(p.first) != "the" || p.head != p.first+1 || p.last != p.head {
		return -1
	}
	at := sort.Search(len(r.sightings), func(k int) bool { return r.sightings[k].item >= p.first })
	general := head == "company" || head == "firm" || head == "group" || head == "business" || head == "manufacturer" || head == "retailer" || head == "charity" || head == "agency"
	counts := map[int]int{}
	best, most := -1, 0
	for k := at - 1; k >= 0 && k > at-4*backward; k-- {
		f := r.sightings[k].figure
		fig := &r.c.figures[f]
		if fig.person || !fig.org {
			continue
		}
		if slices.Contains(fig.tokens, head) {
			return f
		}
		if !general || r.public(fig) {
			continue
		}
		if counts[f] == 0 {
			counts[f] = max(0, 3-len(counts)) // the one named last has a start
		}
		if counts[f]++; counts[f] > most {
			best, most = f, counts[f]
		}
	}
	return best
}

// public reports whether a body is hardly a company: a short acronym, or a court,
// council or ministry by its name.
func (r *resolver) public(fig *figure) bool {
	if len(fig.tokens) == 1 && len(fig.tokens[0]) <= 4 {
		n := r.l.names[fig.full]
		return shouts(r.l.text[n.Start:n.End]+"  ") || r.l.text[n.Start:n.End] == strings.ToUpper(r.l.text[n.Start:n.End])
	}
	for _, t := range fig.tokens {
		switch t {
		case "committee", "council", "court", "police", "department", "ministry", "parliament", "university", "commission", "assembly",
			"hospital", "school", "senate", "times", "news", "post", "daily", "mail", "reuters", "facebook", "twitter", "instagram", "x":
			return true
		}
	}
	return false
}

// personal reports whether a noun that no list has looks like one for a person.
func personal(w string) bool {
	for _, end := range [...]string{"er", "or", "ist", "ian", "man", "woman", "ess", "eer", "ant", "mate", "maker", "owner", "keeper", "-old"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
