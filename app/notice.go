package app

import (
	"errors"

	"github.com/bluepencil/bluepencil/app/workspace"
)

// notice returns the words for errors that are only news: nothing went wrong,
// there was just nothing to do.
func notice(err error) (string, bool) {
	switch {
	case errors.Is(err, workspace.ErrNothingTo):
		return "Nothing is left here.", true
	case errors.Is(err, workspace.ErrNothing):
		return "Select some words or a mark first.", true
	case errors.Is(err, workspace.ErrNotQuote):
		return "Pick a quote first: only quotes have a speaker.", true
	case errors.Is(err, workspace.ErrNoMember):
		return "Nobody in the cast has that number.", true
	case errors.Is(err, workspace.ErrEmptyRange):
		return "A mark needs at least one character.", true
	case errors.Is(err, workspace.ErrNoProject):
		return "Open a project or an article first.", true
	case errors.Is(err, workspace.ErrNoArticle):
		return "Open an article first.", true
	}
	return "", false
}
