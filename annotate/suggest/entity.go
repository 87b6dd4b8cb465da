package suggest

// named is a named thing that the recognizer found.
type named struct {
	start, end int
	label      string
	score      float64
	reason     string
}

func entities(text string) []named { return nil }
