package formats

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// leastSure is the confidence, of 100, below which the detector's word is a guess.
const leastSure = 20

// decode gives a file's bytes as clean text: valid UTF-8 without a byte order
// mark, LF line ends, nothing else changed. Other encodings are told by their
// mark, by the page's own word, or by their letters, and a note says so.
func decode(raw []byte, page bool) (text string, notes []string, err error) {
	if len(raw) == 0 {
		return "", nil, ErrEmpty
	}
	enc, name := byMark(raw)
	if enc == nil && !utf8.Valid(raw) || enc == nil && bytes.IndexByte(raw, 0) >= 0 {
		if enc, name, err = byLetters(raw, page); err != nil {
			return "", nil, err
		}
	}
	if enc != nil {
		if raw, err = enc.NewDecoder().Bytes(raw); err != nil {
			return "", nil, fmt.Errorf("%w (%v)", ErrEncoding, err)
		}
		notes = append(notes, "converted from "+name+" to UTF-8")
	}
	text = strings.TrimPrefix(string(raw), "\ufeff")
	if err := textual(text); err != nil {
		return "", nil, err
	}
	return lineFeeds(text), notes, nil
}

// lineFeeds turns CRLF and lone CR into LF.
func lineFeeds(s string) string {
	if !strings.Contains(s, "\r") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// byMark tells UTF-16 by its byte order mark.
func byMark(raw []byte) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16"
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "UTF-16"
	}
	return nil, ""
}

// byLetters tells an encoding by zero bytes in every other place, by what an
// HTML page says of itself, or by the frequency of letters.
func byLetters(raw []byte, page bool) (encoding.Encoding, string, error) {
	if zeros := bytes.Count(raw, []byte{0}); zeros > 0 {
		even, odd := 0, 0
		for i, b := range raw {
			if b == 0 && i%2 == 0 {
				even++
			} else if b == 0 {
				odd++
			}
		}
		switch {
		case odd > len(raw)/4 && even < odd/20:
			return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16", nil
		case even > len(raw)/4 && odd < even/20:
			return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16", nil
		}
		return nil, "", ErrBinary
	}
	if page {
		if enc, name, sure := charset.DetermineEncoding(raw[:min(len(raw), 1024)], ""); sure && name != "utf-8" {
			return enc, name, nil
		}
	}
	if controls(raw) > len(raw)/50 {
		return nil, "", ErrBinary
	}
	found, err := chardet.NewTextDetector().DetectBest(raw)
	if err != nil || found.Confidence < leastSure {
		return nil, "", ErrEncoding
	}
	enc, err := htmlindex.Get(found.Charset)
	if err != nil {
		return nil, "", ErrEncoding
	}
	name, err := htmlindex.Name(enc)
	if err != nil || name == "utf-8" {
		return nil, "", ErrEncoding
	}
	return enc, name, nil
}

// controls counts the control characters that no text has.
func controls(raw []byte) int {
	n := 0
	for _, b := range raw {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' || b == 0x7f {
			n++
		}
	}
	return n
}

// textual refuses what decodes but is no text.
func textual(s string) error {
	if strings.IndexByte(s, 0) >= 0 || controls([]byte(s)) > len(s)/50 {
		return ErrBinary
	}
	return nil
}
