package workspace

import (
	"errors"
	"io/fs"

	"github.com/bluepencil/bluepencil/annotate"
)

// Hint returns what the user can do about an error, in a sentence, or "" where
// there is nothing to add to the error's own words.
func Hint(err error) string {
	switch {
	case errors.Is(err, ErrNewerFile):
		return "Install the newest Bluepencil; the file was left as it is."
	case errors.Is(err, ErrNotProject):
		return "Choose a file that Bluepencil made, or make a new project; the file was left as it is."
	case errors.Is(err, ErrLocked):
		return "Close the other window or program that has this project open, then try again."
	case errors.Is(err, ErrReadOnly):
		return "Give yourself write permission for the file and its folder, or copy the project elsewhere."
	case errors.Is(err, ErrDamaged):
		return "Nothing was changed. Backups, where there are some, lie in the folder beside the project."
	case errors.Is(err, ErrDiskFull):
		return "Free some space and do it again; the last action was taken back, all earlier ones are saved."
	case errors.Is(err, ErrNoGold):
		return "Give articles that somebody has marked: a project's JSONL, .marked text, or a data set."
	case errors.Is(err, annotate.ErrStale):
		return "The marks were changed by another program; open the article again."
	case errors.Is(err, annotate.ErrInGrapheme):
		return "A mark cannot begin or end inside a character, such as a joined emoji."
	case errors.Is(err, fs.ErrNotExist):
		return "Check the name, or whether the file was moved or deleted."
	case errors.Is(err, fs.ErrPermission):
		return "Give yourself permission for the file and its folder."
	}
	return ""
}
