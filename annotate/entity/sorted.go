package entity

import "strings"

// sorted is a list of names as it lies in its file: one a line, in the order of
// the bytes. It is searched where it lies, since filling a map with all lists
// takes longer than reading many articles.
type sorted string

// from returns the offset of the first line that is not less than name.
func (s sorted) from(name string) int {
	lo, hi := 0, len(s)
	for lo < hi {
		mid := (lo + hi) / 2
		start := lo + strings.LastIndexByte(string(s[lo:mid]), '\n') + 1
		end := start + strings.IndexByte(string(s[start:]), '\n')
		if end < start {
			end = len(s)
		}
		if string(s[start:end]) < name {
			lo = min(end+1, len(s))
		} else {
			hi = start
		}
	}
	return lo
}

// has reports whether name is a line of the list.
func (s sorted) has(name string) bool {
	at := s.from(name)
	rest := string(s[at:])
	return strings.HasPrefix(rest, name) && (len(rest) == len(name) || rest[len(name)] == '\n')
}

// extends reports whether a line of the list begins with word and a space.
func (s sorted) extends(word string) bool {
	word += " "
	return strings.HasPrefix(string(s[s.from(word):]), word)
}
