package workspace

import (
	"github.com/bluepencil/bluepencil/annotate/agreement"
	"github.com/bluepencil/bluepencil/annotate/offset"
	"github.com/bluepencil/bluepencil/storage"
	"github.com/bluepencil/bluepencil/storage/formats"
)

// Names of lower floors that the floors above use through the workspace.
type (
	// Format names a file format.
	Format = formats.Format
	// Receipt says what an export has written.
	Receipt = formats.Receipt
	// Note is something that the user should know of an import.
	Note = formats.Note
	// Unit is what an export counts offsets in.
	Unit = offset.Unit
	// Problem is a fault that a check has found.
	Problem = storage.Problem
	// Stats counts what a project holds.
	Stats = storage.Stats
	// Score is how well marks agree with gold.
	Score = agreement.Score
	// Tally counts the spans of one label in gold and in what was found.
	Tally = agreement.Tally
	// Figures are precision, recall and F1.
	Figures = agreement.Figures
	// Attribution counts the speakers of quotes.
	Attribution = agreement.Attribution
	// Mistake is one difference between gold and what was found.
	Mistake = agreement.Mistake
)

// What a project file can have against being opened; see the storage package.
var (
	ErrNotProject = storage.ErrNotProject
	ErrNewerFile  = storage.ErrNewerFile
	ErrReadOnly   = storage.ErrReadOnly
	ErrLocked     = storage.ErrLocked
	ErrDamaged    = storage.ErrDamaged
	ErrDiskFull   = storage.ErrDiskFull
)

// The kinds of mistake; see the agreement package.
const (
	Missed       = agreement.Missed
	Invented     = agreement.Invented
	WrongEdges   = agreement.WrongEdges
	WrongType    = agreement.WrongType
	WrongSpeaker = agreement.WrongSpeaker
)

// Backups returns the backups that lie beside a project, newest first.
func Backups(path string) []string { return storage.Backups(path) }

// FormatInfo describes a file format to the user.
type FormatInfo = formats.Info

// Formats returns the formats that a project can be exported to.
func Formats() []FormatInfo { return formats.Formats() }

// Restore puts a backup in the place of a damaged project and keeps the damaged
// file under the name that is returned.
func Restore(path, backup string) (kept string, err error) { return storage.Restore(path, backup) }
