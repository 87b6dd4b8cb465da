package marked

import "github.com/bluepencil/bluepencil/annotate"

// tag reads the state, label, id and fields of s, and the bracket behind them.
func (p *parser) tag(s *found) (err error) {
	s.State = p.state()
	if s.Label, err = p.atom("the label"); err != nil {
		return err
	}
	if s.Label == "" {
		return p.fail(p.at, "the label is empty")
	}
	if p.take('#') {
		if s.ID, err = p.id(); err != nil {
			return err
		}
	}
	seen := map[string]bool{}
	for p.take(' ') {
		for p.take(' ') {
		}
		if err := p.field(s, seen); err != nil {
			return err
		}
	}
	if !p.take(']') {
		return p.fail(p.at, "expected the ] of the mark")
	}
	return nil
}

// state reads the sign of a state.
func (p *parser) state() annotate.State {
	switch {
	case p.take('?'):
		return annotate.Suggested
	case p.take('!'):
		return annotate.Rejected
	}
	return annotate.Confirmed
}

func (p *parser) id() (string, error) {
	at := p.at
	id, err := p.atom("the name")
	if err == nil && id == "" {
		err = p.fail(at, "the name is empty")
	}
	return id, err
}

// field reads one key with its value, or with the name of another span.
func (p *parser) field(s *found, seen map[string]bool) error {
	at := p.at
	key, err := p.atom("the name of a field")
	if err != nil {
		return err
	}
	if key == "" || !p.take('=') {
		return p.fail(at, "expected field=value")
	}
	state, signed := p.state(), p.in[p.at-1] != '='
	if p.take('#') {
		to, err := p.id()
		s.links = append(s.links, link{key, to, state, at})
		return err
	}
	value, err := p.atom("the value of " + key)
	switch {
	case err != nil:
		return err
	case signed:
		return p.fail(at, "only a relation has a state of its own")
	case seen[key]:
		return p.fail(at, "the field %s is given twice", key)
	}
	seen[key] = true
	switch key {
	case "type":
		s.QuoteType = value
	case "speaker":
		s.Speaker = value
	default:
		return p.fail(at, "there is no field %s; the fields are type and speaker", key)
	}
	return nil
}
