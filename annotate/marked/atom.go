package marked

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// special are the characters that end a label, an id or a value that stands
// without quotation marks.
const special = "[]|\\\"#=?!<>"

// atom writes s as it stands in a tag.
func atom(s string) string {
	plain := s != "" && utf8.ValidString(s)
	for _, r := range s {
		plain = plain && unicode.IsPrint(r) && r != ' ' && !strings.ContainsRune(special, r)
	}
	if plain {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}

// escape writes text as it stands outside tags.
func escape(text string) string {
	if !strings.ContainsAny(text, `[]|\`) {
		return text
	}
	return strings.NewReplacer(`[`, `\[`, `]`, `\]`, `|`, `\|`, `\`, `\\`).Replace(text)
}

// atom reads a label, an id or a value.
func (p *parser) atom(what string) (string, error) {
	if p.take('"') {
		return p.quoted()
	}
	start := p.at
	for p.at < len(p.in) {
		r, n := utf8.DecodeRuneInString(p.in[p.at:])
		if unicode.IsSpace(r) || strings.ContainsRune(special, r) {
			break
		}
		p.at += n
	}
	if p.at == start {
		return "", p.fail(start, "%s is missing", what)
	}
	return p.in[start:p.at], nil
}

func (p *parser) quoted() (string, error) {
	open := p.at - 1
	var s strings.Builder
	for p.at < len(p.in) {
		c := p.in[p.at]
		p.at++
		if c == '"' {
			return s.String(), nil
		}
		if c == '\\' && p.at < len(p.in) {
			c = p.in[p.at]
			p.at++
			switch c {
			case '"', '\\':
			case 'n':
				c = '\n'
			default:
				return "", p.fail(p.at-2, `after \ only ", \ and n can stand here`)
			}
		}
		s.WriteByte(c)
	}
	return "", p.fail(open, "the quotation mark is not closed")
}
