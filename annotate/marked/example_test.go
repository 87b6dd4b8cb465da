package marked_test

import (
	"fmt"

	"github.com/bluepencil/bluepencil/annotate/marked"
)

func ExampleParse() {
	text, marks, err := marked.Parse("[“We won,”|QUOTE speaker=#p1] said [Ana Roy|PERSON#p1].")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(text)
	for _, s := range marks.Spans {
		fmt.Printf("%s [%d:%d] %s %s\n", s.ID, s.Start, s.End, s.Label, text[s.Start:s.End])
	}
	for _, r := range marks.Relations {
		fmt.Println(r.From, r.Type, r.To)
	}
	// Output:
	// “We won,” said Ana Roy.
	// q1 [0:13] QUOTE “We won,”
	// p1 [19:26] PERSON Ana Roy
	// q1 speaker p1
}

func ExampleFormat() {
	text, marks, err := marked.Parse("[Ada|PERSON] left.")
	if err != nil {
		fmt.Println(err)
		return
	}
	marks.Spans[0].Label = "ORG"
	fmt.Println(marked.Format(text, marks))
	// Output: [Ada|ORG] left.
}
