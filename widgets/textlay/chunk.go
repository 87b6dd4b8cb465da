package textlay

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// wordKey names a shaped chunk in the cache.
type wordKey struct {
	text   string
	weight Weight
	rtl    bool
}

// chunk is what stands between two spaces, with the spaces after it, shaped; a
// line may break after any of its words but perhaps the last.
type chunk struct {
	words []*Word
}

const (
	cacheSize = 40_000 // chunks in each of the two generations of the cache
	longest   = 400    // bytes of a word; longer ones are cut, since nothing shows them on one line
)

// chunk returns the shaped words of a chunk. The cache has two generations, so
// that what is in use survives when it is full.
func (fs *Faces) chunk(s string, w Weight, rtl bool) *chunk {
	key := wordKey{s, w, rtl}
	if c, ok := fs.young[key]; ok {
		return c
	}
	c, ok := fs.old[key]
	if !ok {
		key.text = strings.Clone(s) // or the cache would keep whole articles alive
		c = fs.shapeChunk(key.text, w, rtl)
		if c.pending() {
			return c
		}
	} else {
		key.text = strings.Clone(s)
	}
	if len(fs.young) >= cacheSize {
		fs.old, fs.young = fs.young, map[wordKey]*chunk{}
	}
	fs.young[key] = c
	return c
}

// pending reports whether a system font is still being looked for.
func (c *chunk) pending() bool {
	for _, w := range c.words {
		if w.pending {
			return true
		}
	}
	return false
}

func (fs *Faces) shapeChunk(s string, w Weight, rtl bool) *chunk {
	c := &chunk{}
	from := 0
	add := func(to int) {
		c.words = append(c.words, fs.shape(s[from:to], w, rtl))
		from = to
	}
	eachBreak(s, func(off int) {
		for off-from > longest {
			add(from + cut(s[from:], longest))
		}
		add(off)
	})
	return c
}

// cut returns the last grapheme boundary of s at or before limit, or the first
// one after it.
func cut(s string, limit int) int {
	at, state := 0, -1
	for rest := s; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if at+len(c) > limit && at > 0 {
			break
		}
		at += len(c)
	}
	return at
}

// eachBreak calls f with every place of a chunk where a line may break (UAX #14),
// the end included. A dash never begins a line.
func eachBreak(s string, f func(off int)) {
	if simple(s) {
		f(len(s))
		return
	}
	at, state := 0, -1
	for rest := s; rest != ""; {
		var seg string
		seg, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		at += len(seg)
		if rest == "" || !sticks(s[:at], rest) && isBoundary(s, at) {
			f(at)
		}
	}
}

// sticks reports whether a line must not break between two parts of a chunk,
// though the standard allows it.
func sticks(before, after string) bool {
	word := strings.TrimRight(before, " ")
	return strings.HasPrefix(after, "—") || strings.HasPrefix(after, "–") ||
		opens(word[strings.LastIndexByte(word, ' ')+1:]) || closes(after)
}

// simple reports whether a chunk surely has no break inside.
func simple(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case c == ' ', c == ',', c == '.', c == '\'', c == '"', c == ';', c == ':':
		default:
			return false
		}
	}
	return true
}

// isBoundary reports whether off lies between grapheme clusters of s.
func isBoundary(s string, off int) bool {
	if off <= 0 || off >= len(s) {
		return true
	}
	if s[off-1] < utf8.RuneSelf && s[off] < utf8.RuneSelf {
		return s[off-1] != '\r' || s[off] != '\n'
	}
	return PrevGrapheme(s, NextGrapheme(s, off)) == off
}

// nextChunk returns the length of the chunk that s begins with.
func nextChunk(s string) int {
	if s[0] == '\t' {
		return 1
	}
	i := 0
	for {
		for i < len(s) && s[i] != ' ' && s[i] != '\t' {
			i++
		}
		word := s[:i]
		for i < len(s) && s[i] == ' ' {
			i++
		}
		switch {
		case i == len(s) || s[i] == '\t':
			return i
		case s[i] >= utf8.RuneSelf && !isBoundary(s, i):
			// An accent on a space belongs to it.
		case opens(word) || closes(s[i:]):
			// « mot » stays together.
		default:
			return i
		}
		if i > longest {
			return i - trailing(s[:i])
		}
		i++
	}
}

// trailing returns how many bytes of a broken grapheme stand at the end of s.
func trailing(s string) int { return len(s) - PrevGrapheme(s, len(s)) }

// opens reports whether a word is only an opening mark, which a line must not
// end with.
func opens(word string) bool { return word == "«" || word == "‹" || word == "“" || word == "„" }

// closes reports whether s goes on with only a closing mark or dash, which a line must
// not begin with.
func closes(s string) bool {
	if s[0] == '!' || s[0] == '?' || s[0] == ':' || s[0] == ';' {
		return len(s) == 1 || s[1] == ' '
	}
	for _, mark := range [...]string{"»", "›", "”", "—", "–"} {
		if strings.HasPrefix(s, mark) {
			after := s[len(mark):]
			return after == "" || strings.IndexByte(" ,.;:!?", after[0]) >= 0
		}
	}
	return false
}
