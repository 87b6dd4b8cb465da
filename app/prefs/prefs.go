// Package prefs gives the application's preferences names and types. Start with
// [New]. They live where the toolkit keeps them, never in a project.
package prefs

import (
	"fyne.io/fyne/v2"
)

// Prefs reads and writes the preferences of this user on this machine.
type Prefs struct{ store fyne.Preferences }

// New returns the preferences that are kept in store.
func New(store fyne.Preferences) *Prefs { return &Prefs{store} }

// Theme is "light", "dark" or "system".
func (p *Prefs) Theme() string { return p.store.StringWithFallback("theme", "light") }

// SetTheme keeps the theme's mode.
func (p *Prefs) SetTheme(mode string) { p.store.SetString("theme", mode) }

// Annotator is the name that marks are made under; "" means the system's user.
func (p *Prefs) Annotator() string { return p.store.String("annotator") }

// SetAnnotator keeps the annotator's name.
func (p *Prefs) SetAnnotator(name string) { p.store.SetString("annotator", name) }

// Family is the typeface of the page: "serif", "sans" or "mono".
func (p *Prefs) Family() string { return p.store.StringWithFallback("family", "serif") }

// SetFamily keeps the typeface of the page.
func (p *Prefs) SetFamily(f string) { p.store.SetString("family", f) }

// The limits of the page's zoom.
const (
	MinZoom = 0.6
	MaxZoom = 3
)

// Zoom is the magnification of the page, from MinZoom to MaxZoom.
func (p *Prefs) Zoom() float64 {
	return min(max(p.store.FloatWithFallback("zoom", 1), MinZoom), MaxZoom)
}

// SetZoom keeps the magnification of the page, within its limits.
func (p *Prefs) SetZoom(z float64) { p.store.SetFloat("zoom", min(max(z, MinZoom), MaxZoom)) }

// LastProject is the path of the project that was open last.
func (p *Prefs) LastProject() string { return p.store.String("lastProject") }

// SetLastProject keeps the path of the open project.
func (p *Prefs) SetLastProject(path string) { p.store.SetString("lastProject", path) }

// WindowSize is the window's size when it was last closed.
func (p *Prefs) WindowSize() fyne.Size {
	return fyne.NewSize(
		float32(p.store.FloatWithFallback("windowWidth", 1280)),
		float32(p.store.FloatWithFallback("windowHeight", 820)))
}

// SetWindowSize keeps the window's size.
func (p *Prefs) SetWindowSize(s fyne.Size) {
	p.store.SetFloat("windowWidth", float64(s.Width))
	p.store.SetFloat("windowHeight", float64(s.Height))
}
