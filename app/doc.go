// Package app is the desktop application: one window with the queue, the
// article and the panels, its menus and keys, drawn from one table of actions.
//
//	key, menu, button --action--> workspace verb --topic--> panels
//
// Start with [Run]; [Snapshot] draws the same window without a display.
package app
