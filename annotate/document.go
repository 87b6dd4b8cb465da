package annotate

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
)

// Document is one article. Its text is cleaned once, when it is imported (valid
// UTF-8, LF line ends), and never changes afterwards, so that every offset into
// it stays true.
type Document struct {
	ID     string
	Title  string
	Text   string // UTF-8, LF
	Source string // the path or URL as it was given
	SHA256 string // of Text, lower-case hexadecimal
	Meta   Meta   // byline, date, url, section, and fields of other programs
}

// Hash returns the SHA-256 of an article's text in lower-case hexadecimal.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Meta holds an article's or a span's further fields as JSON values, so that
// what other programs wrote survives a round trip unchanged. A Meta is never
// written to once it is part of a mark or a document: see [Meta.With].
type Meta map[string]json.RawMessage

// Text returns the value of key when it is a JSON string, else "".
func (m Meta) Text(key string) string {
	var s string
	if json.Unmarshal(m[key], &s) != nil {
		return ""
	}
	return s
}

// With returns a copy of m in which key holds the string value; an empty value
// removes the key.
func (m Meta) With(key, value string) Meta {
	out := maps.Clone(m)
	if value == "" {
		delete(out, key)
		return out
	}
	if out == nil {
		out = Meta{}
	}
	// A string always encodes: invalid UTF-8 becomes U+FFFD.
	raw, _ := json.Marshal(value)
	out[key] = raw
	return out
}

// Equal reports whether two values hold the same keys with the same bytes.
func (m Meta) Equal(o Meta) bool {
	return maps.EqualFunc(m, o, func(a, b json.RawMessage) bool { return bytes.Equal(a, b) })
}
