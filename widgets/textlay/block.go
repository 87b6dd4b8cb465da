package textlay

// BlockKind is what a paragraph is in the article.
type BlockKind uint8

// The kinds of paragraph. Body is what no [Block] covers.
const (
	Body        BlockKind = iota
	Headline              // large and bold
	Byline                // smaller, in the quiet ink
	Caption               // smaller
	Boilerplate           // gray: share bars, imprint
)

// Block says that the paragraphs that begin in text[Start:End] are not body text.
type Block struct {
	Start, End int
	Kind       BlockKind
}
