// Package dialogs asks the editor for files and choices and shows errors, lists,
// shortcuts and what this program is. A dialog hands its answer to a function
// and does nothing else. Start with [OpenFile], [Export] or [ShowError].
package dialogs
