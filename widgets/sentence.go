package widgets

import "strings"

// sentenceAt returns the sentence of text that holds off, by a simple rule: it
// ends after a full stop, question or exclamation mark with the quotation marks
// and brackets behind it, where a space follows, or with its line.
func sentenceAt(text string, off int) (start, end int) {
	off = min(max(off, 0), len(text))
	start = strings.LastIndexByte(text[:off], '\n') + 1
	stop := len(text)
	if i := strings.IndexByte(text[off:], '\n'); i >= 0 {
		stop = off + i
	}
	for at := start; at < stop; {
		end = sentenceEnd(text, at, stop)
		if off < end || end == stop {
			return at, trimRight(text, at, end)
		}
		at = end
	}
	return start, stop
}

// sentenceEnd returns where the sentence that begins at at ends, with the spaces
// after it.
func sentenceEnd(text string, at, stop int) int {
	for i := at; i < stop; i++ {
		if text[i] != '.' && text[i] != '!' && text[i] != '?' {
			continue
		}
		j := i + 1
		for j < stop {
			rest := strings.TrimLeft(text[j:stop], `.!?"')]”’»`)
			if len(rest) == stop-j {
				break
			}
			j = stop - len(rest)
		}
		if j == stop {
			return stop
		}
		if text[j] == ' ' {
			for j < stop && text[j] == ' ' {
				j++
			}
			return j
		}
	}
	return stop
}

func trimRight(text string, start, end int) int {
	return start + len(strings.TrimRight(text[start:end], " \r\t"))
}
