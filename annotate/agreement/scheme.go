package agreement

import (
	"slices"

	"github.com/bluepencil/bluepencil/annotate"
)

// Labels of OntoNotes 5 that groups of labels are made of.
const (
	norp = "NORP"
	fac  = "FAC"
	gpe  = "GPE"
	loc  = "LOC"
)

// Census counts what a gold set annotates. The zero value is ready for use.
type Census struct {
	labels map[string]int
	names  int // quotes with the name of their speaker
	links  int // quotes with a relation to the mention of their speaker
}

// Add counts the confirmed marks of one article.
func (c *Census) Add(m annotate.Marks) {
	if c.labels == nil {
		c.labels = map[string]int{}
	}
	for _, s := range m.Spans {
		if s.State != annotate.Confirmed {
			continue
		}
		c.labels[s.Label]++
		if s.Label == annotate.Quote && s.Speaker != "" {
			c.names++
		}
	}
	for _, r := range m.Relations {
		if r.State == annotate.Confirmed && r.Type == annotate.SpeakerOf {
			c.links++
		}
	}
}

// Scheme is what of a gold set is scored, and how.
type Scheme struct {
	// Labels are scored; all others are left out on both sides.
	Labels []string
	// Coarse means that LOC stands for GPE, LOC and FAC together.
	Coarse bool
	// Named means that quotes carry their speakers' names.
	Named bool
	// Linked means that quotes have relations to their speakers' mentions.
	Linked bool
}

// Scheme returns what to score of a set that was counted: of the labels known
// to whoever is measured, in their order, those that the set uses.
//
// A set with LOC and without GPE does not tell the two apart. Of such a set only
// PERSON, ORG and LOC are scored, as what else it has differs from set to set;
// its quotes too if it says who spoke them. A set whose quotes have mentions but
// no names gives every mention the label SPEAKER, names among them, and every
// attribution a CUE, of quotes or not, so that neither label is scored.
func (c *Census) Scheme(known []string) Scheme {
	s := Scheme{Coarse: c.labels[loc] > 0 && c.labels[gpe] == 0, Named: c.names > 0, Linked: c.links > 0}
	for _, label := range known {
		switch {
		case c.labels[label] == 0,
			s.Coarse && !slices.Contains([]string{annotate.Person, annotate.Org, loc, annotate.Quote}, label),
			s.Coarse && label == annotate.Quote && !s.Named && !s.Linked,
			(label == annotate.Speaker || label == annotate.Cue) && !s.Named && s.Linked:
			continue
		}
		s.Labels = append(s.Labels, label)
	}
	return s
}

// Only returns the scheme for these labels, whether or not the set uses them.
// GPE or FAC among them keeps places apart.
func (s Scheme) Only(labels []string) Scheme {
	s.Labels = labels
	s.Coarse = s.Coarse && !s.scores(gpe) && !s.scores(fac)
	return s
}

// scores reports whether a label is scored.
func (s Scheme) scores(label string) bool { return slices.Contains(s.Labels, label) }

// label returns what a label of an entity counts as, "" where it is not scored.
func (s Scheme) label(label string) string {
	if s.Coarse {
		label = wide(label)
	}
	switch label {
	case annotate.Quote, annotate.Cue, annotate.Speaker:
		return ""
	}
	if !s.scores(label) {
		return ""
	}
	return label
}

// wide makes all places one label.
func wide(label string) string {
	if label == gpe || label == fac {
		return loc
	}
	return label
}

// core returns what a label counts as among the four core types, or "".
func core(label string) string {
	switch label {
	case annotate.Person, annotate.Org, norp:
		return label
	case gpe, loc:
		return loc
	}
	return ""
}

// name returns what a label counts as among persons, organizations and places,
// or "".
func name(label string) string {
	switch wide(label) {
	case annotate.Person, annotate.Org, loc:
		return wide(label)
	}
	return ""
}
