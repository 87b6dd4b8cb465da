// Package workspace is the model of the running application: which project is
// open, which article of it, what is selected, and every verb that an editor has.
//
//	panels, menus, command line --verbs--> Workspace --Change--> sheet, project file
//	panels <--pull State()-- Workspace --Topic (what changed)--> subscribers
//
// Start with [New], then [Workspace.Open] or [Workspace.Create]. A verb that
// returns nil has been written to disk; one that returns an error has changed
// nothing. The package knows no widgets and no SQL.
//
// A Workspace belongs to one goroutine, the one that [Options.Post] runs
// functions on. Slow work runs as a [Task] on copies and hands its result back
// through Post.
package workspace
