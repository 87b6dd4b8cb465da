package app

import (
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"github.com/bluepencil/bluepencil/app/dialogs"
	"github.com/bluepencil/bluepencil/app/panels"
	"github.com/bluepencil/bluepencil/app/prefs"
	"github.com/bluepencil/bluepencil/app/theme"
	"github.com/bluepencil/bluepencil/app/workspace"
	"github.com/bluepencil/bluepencil/assets"
	"github.com/bluepencil/bluepencil/widgets"
)

// desk is the window's content and what moves it. It needs a canvas but no
// window, so that it can be drawn without a display.
type desk struct {
	app     fyne.App
	window  fyne.Window // nil where there is no display
	ws      *workspace.Workspace
	prefs   *prefs.Prefs
	version string

	actions []action
	host    *panels.Host
	queue   *panels.Queue
	article *panels.Article
	quotes  *panels.Quotes
	cast    *panels.Cast
	labels  *panels.Labels
	inspect *panels.Inspector
	status  *panels.Status
	tabs    *container.AppTabs
	content fyne.CanvasObject

	asking bool // S was pressed: the next key or click names the speaker
}

// newDesk builds the content around a workspace.
func newDesk(a fyne.App, ws *workspace.Workspace, p *prefs.Prefs) *desk {
	d := &desk{app: a, ws: ws, prefs: p}
	d.actions = d.table()
	d.host = &panels.Host{WS: ws, Report: d.report, Run: d.run, Menu: d.pageMenu, Shortcut: d.typedShortcut}
	d.queue = panels.NewQueue(d.host)
	d.labels = panels.NewLabels(d.host, func() { d.article.RefreshMarks() })
	d.article = panels.NewArticle(d.host, d.labels.Hidden)
	d.quotes = panels.NewQuotes(d.host)
	d.cast = panels.NewCast(d.host)
	d.inspect = panels.NewInspector(d.host)
	d.status = panels.NewStatus()
	d.article.Page.SetFaces(widgets.Faces{Serif: assets.Serif(), SerifBold: assets.SerifBold()})
	d.setType()
	d.keys()
	d.lay()
	ws.Subscribe(d.changed)
	for _, t := range []workspace.Topic{workspace.TopicDocuments, workspace.TopicDocument} {
		d.changed(t)
	}
	return d
}

// lay puts the panels into their places: queue, article, and on the right the
// lists above the inspector.
func (d *desk) lay() {
	d.tabs = container.NewAppTabs(
		container.NewTabItem("Quotes", d.quotes.Object),
		container.NewTabItem("Cast", d.cast.Object),
		container.NewTabItem("Labels", d.labels.Object),
	)
	right := container.NewVSplit(d.tabs, container.NewPadded(d.inspect.Object))
	right.SetOffset(0.62)
	middle := container.NewHSplit(d.article.Object, right)
	middle.SetOffset(0.71)
	all := container.NewHSplit(d.queue.Object, middle)
	all.SetOffset(0.2)
	d.content = container.NewBorder(nil, d.status.Object, nil, nil, all)
}

// changed brings the panels up to date with what the workspace says has changed.
func (d *desk) changed(t workspace.Topic) {
	switch t {
	case workspace.TopicProject:
		d.retitle()
	case workspace.TopicDocuments:
		d.queue.Refresh()
	case workspace.TopicDocument:
		d.asking = false
		d.article.RefreshDocument()
		d.queue.Refresh()
		d.refreshSides()
	case workspace.TopicSheet:
		d.article.RefreshMarks()
		d.refreshSides()
	case workspace.TopicSelection:
		d.article.RefreshSelection()
		d.quotes.RefreshSelection()
		d.inspect.Refresh()
	}
	d.status.Show(d.ws.State())
}

func (d *desk) refreshSides() {
	d.quotes.Refresh()
	d.cast.Refresh()
	d.labels.Refresh()
	d.inspect.Refresh()
}

func (d *desk) retitle() {
	if d.window == nil {
		return
	}
	title := "Bluepencil"
	if path := d.ws.State().Path; path != "" {
		title = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + " – " + title
		d.prefs.SetLastProject(path)
	}
	d.window.SetTitle(title)
	d.window.SetMainMenu(d.mainMenu()) // with the labels of this project
}

// setType gives the page the typeface and zoom of the preferences.
func (d *desk) setType() {
	family := widgets.Serif
	switch d.prefs.Family() {
	case "sans":
		family = widgets.Sans
	case "mono":
		family = widgets.Mono
	}
	d.article.Page.SetType(family, pageSize, float32(d.prefs.Zoom()))
}

// pageSize is the size of the page's text at zoom 1, in the toolkit's units.
const pageSize = 16

// report shows a verb's error: what is only news in the status line, what needs
// the editor's attention in a dialog.
func (d *desk) report(err error) {
	if err == nil {
		d.status.Say("")
		return
	}
	if text, ok := notice(err); ok {
		d.status.Say(text)
		return
	}
	if d.window == nil {
		d.status.Say(fmt.Sprint(err))
		return
	}
	dialogs.ShowError(err, d.window)
}

// applyTheme switches between light and dark.
func (d *desk) applyTheme(mode string) {
	d.prefs.SetTheme(mode)
	d.app.Settings().SetTheme(theme.New(theme.Mode(mode)))
	d.article.RefreshMarks()
	d.refreshSides()
	d.queue.Refresh()
}

// focusPage gives the keyboard back to the page.
func (d *desk) focusPage() {
	if d.window != nil {
		d.window.Canvas().Focus(d.article.Page)
	}
}
