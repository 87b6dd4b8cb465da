package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/bluepencil/bluepencil/app/dialogs"
	"github.com/bluepencil/bluepencil/app/prefs"
	"github.com/bluepencil/bluepencil/app/theme"
	"github.com/bluepencil/bluepencil/app/workspace"
	"github.com/bluepencil/bluepencil/assets"
)

// Run opens the window and returns when it is closed. Among args, a project
// file is opened and other files are imported; without a project the last one
// is opened, and at the very first start one with sample articles is made.
func Run(a fyne.App, version string, args []string) error {
	debug.SetGCPercent(gcPercent)
	p := prefs.New(a.Preferences())
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
	a.Settings().SetTheme(theme.New(theme.Mode(p.Theme())))
	var d *desk
	ws := workspace.New(workspace.Options{
		Annotator: p.Annotator(), Post: fyne.Do, Fault: func(err error) { d.report(err) },
	})
	window, err := newWindow(a)
	if err != nil {
		return err
	}
	d = newDesk(a, ws, p)
	d.version = version
	ws.Subscribe(tidy)
	d.window = window
	d.window.SetMaster()
	d.window.SetPadded(false)
	d.window.SetContent(d.content)
	d.window.SetMainMenu(d.mainMenu())
	d.window.Resize(p.WindowSize())
	d.window.SetOnDropped(d.dropped)
	d.window.SetCloseIntercept(d.close)
	d.window.Canvas().SetOnTypedKey(d.dismiss)
	d.shortcuts()
	a.Lifecycle().SetOnStarted(func() { d.started(args) })
	if dir := os.Getenv("BLUEPENCIL_DEBUG"); dir != "" {
		d.watch(dir)
	}
	d.window.ShowAndRun()
	return ws.Close()
}

// ErrNoDisplay means that no window can be opened here.
var ErrNoDisplay = errors.New("no window can be opened: there is no display, or no OpenGL on it")

// newWindow opens the window. The toolkit panics where there is no display or no
// OpenGL, which is nobody's fault and an error in words here.
func newWindow(a fyne.App) (w fyne.Window, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%w (%v); bluepencil --help lists what works without one", ErrNoDisplay, fault)
		}
	}()
	return a.NewWindow("Bluepencil"), nil
}

// gcPercent is how much garbage may lie about, in percent of what is in use. A
// desk stands open all day beside other programs and makes little garbage, so
// memory is worth more here than the collector's time.
const gcPercent = 30

// tidyAfter is how long after such work the hands are likely to rest.
const tidyAfter = time.Second

// tidy gives memory back to the system after work that needed much for a moment:
// opening an article and reading it.
func tidy(t workspace.Topic) {
	if t == workspace.TopicTasks || t == workspace.TopicDocument {
		time.AfterFunc(tidyAfter, debug.FreeOSMemory)
	}
}

// started opens what the command line asks for, once the window is there to
// show errors in.
func (d *desk) started(args []string) {
	d.focusPage()
	d.report(d.openStart(args))
	d.focusPage()
}

func (d *desk) openStart(args []string) error {
	project := ""
	var files []string
	for _, arg := range args {
		if strings.EqualFold(filepath.Ext(arg), projectExt) && project == "" {
			project = arg
		} else {
			files = append(files, arg)
		}
	}
	if err := d.openOrCreate(project); err != nil {
		return err
	}
	return d.bring(files)
}

// openOrCreate opens the project at path; "" means the last one, or the first
// run's. A path that the command line names and that is not there is made.
func (d *desk) openOrCreate(path string) error {
	if path == "" {
		path = d.prefs.LastProject()
		if _, err := os.Stat(path); path == "" || errors.Is(err, os.ErrNotExist) {
			return d.firstRun()
		}
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return d.ws.Create(path)
	}
	return d.open(path)
}

// firstRun opens the project with the sample articles, and makes it where it is
// not there yet.
func (d *desk) firstRun() error {
	dir, err := dataDir()
	if err != nil {
		return err
	}
	path := filepath.Join(dir, "First steps"+projectExt)
	if _, err := os.Stat(path); err == nil {
		return d.open(path)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := d.ws.Create(path); err != nil {
		return err
	}
	for _, s := range assets.Samples() {
		if err := d.ws.AddText(s.Name, s.Text); err != nil {
			return err
		}
	}
	return d.openFirst()
}

// close keeps the window's size and lets go of the project.
func (d *desk) close() {
	d.prefs.SetWindowSize(d.window.Canvas().Size())
	if err := d.ws.Close(); err != nil {
		dialogs.ShowError(err, d.window)
		d.window.SetCloseIntercept(d.window.Close)
		return
	}
	d.window.Close()
}
