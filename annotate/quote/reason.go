package quote

// reason says in words why quotation q was given to its speaker.
func (a *attributor) reason(q int) string {
	sp := &a.speeches[q]
	why := ""
	switch e := sp.event; {
	case sp.echo >= 0:
		why = "the same words stand further down"
	case sp.turn >= 0:
		why = "goes on from the quote before"
		if a.l.para[a.l.seat[q]] == a.l.para[a.l.seat[sp.turn]] {
			why = "same paragraph as the quote before"
		}
	case e == nil:
		return "no attribution found"
	case e.cueFirst > e.cueLast:
		why = "subject of the sentence"
	default:
		why = "cue *" + a.l.words(e.cueFirst, e.cueLast) + "*"
		if e.cueFirst > a.l.seat[q] {
			why += " after the quote"
		} else {
			why += " before the quote"
		}
	}
	name := a.r.name(sp.voice)
	if name == "" {
		return why + "; speaker not known"
	}
	if sp.event != nil && sp.event.found {
		p := sp.event.subject
		if printed := a.l.words(p.first, p.last); p.kind != ByName && printed != name {
			why += "; *" + printed + "* -> " + name
			if q > 0 && sp.turn < 0 && p.kind == ByPronoun && sp.voice == a.speeches[q-1].voice {
				why += ", who spoke last"
			}
			return why
		}
	}
	return why + "; " + name
}
