package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/bluepencil/bluepencil/app/prefs"
	"github.com/bluepencil/bluepencil/app/theme"
	"github.com/bluepencil/bluepencil/app/workspace"
	"github.com/bluepencil/bluepencil/assets"
)

// testDesk is the window on the toolkit's test driver.
type testDesk struct {
	*desk
	t     *testing.T
	queue *workspace.Queue
}

func newTestDesk(t *testing.T) *testDesk {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Light))
	q := workspace.NewQueue()
	ws := workspace.New(workspace.Options{Annotator: "ed", Post: q.Post})
	d := newDesk(a, ws, prefs.New(a.Preferences()))
	d.window = test.NewTempWindow(t, d.content)
	d.window.Resize(fyne.NewSize(1200, 800))
	t.Cleanup(func() { _ = ws.Close() })
	return &testDesk{desk: d, t: t, queue: q}
}

// sampled returns a desk with the sample articles, the first one open and read.
func sampled(t *testing.T) *testDesk {
	t.Helper()
	d := newTestDesk(t)
	d.must(d.ws.Create(filepath.Join(t.TempDir(), "test.bluepencil")))
	for _, s := range assets.Samples() {
		d.must(d.ws.AddText(s.Name, s.Text))
	}
	d.must(d.openFirst())
	d.must(d.queue.Settle(d.ws))
	d.focusPage()
	return d
}

func (d *testDesk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// press gives the page a key as the toolkit would.
func (d *testDesk) press(k fyne.KeyName) { d.article.Page.TypedKey(&fyne.KeyEvent{Name: k}) }

func (d *testDesk) typed(r rune) { d.article.Page.TypedRune(r) }

func TestActions_onNothingDoNotPanicAndSayWhy(t *testing.T) {
	d := newTestDesk(t)
	for _, a := range d.actions {
		if strings.HasPrefix(a.id, "file.") || strings.HasPrefix(a.id, "help.") {
			continue // these open dialogs, below
		}
		d.perform(a)
		if len(d.window.Canvas().Overlays().List()) > 0 {
			t.Errorf("%s shows a dialog where a word would do", a.id)
			d.window.Canvas().Overlays().Top().Hide()
		}
	}
	for _, id := range []string{"help.keys", "help.about", "file.open", "file.import"} {
		d.run(id)
		if d.window.Canvas().Overlays().Top() == nil {
			t.Errorf("%s opens nothing", id)
			continue
		}
		d.window.Canvas().Overlays().Top().Hide()
	}
}

func TestActions_haveUniqueIdsKeysAndTitles(t *testing.T) {
	d := newTestDesk(t)
	ids, keys, titles := map[string]bool{}, map[string]string{}, map[string]bool{}
	take := func(key, id string) {
		if other, taken := keys[key]; taken {
			t.Errorf("%s and %s have the same key %s", id, other, key)
		}
		keys[key] = id
	}
	for _, a := range d.actions {
		if ids[a.id] || a.run == nil {
			t.Errorf("action %s is there twice or does nothing", a.id)
		}
		ids[a.id] = true
		if a.title != "" && titles[a.title] {
			t.Errorf("the title %q is there twice", a.title)
		}
		titles[a.title] = true
		if a.shortcut != nil {
			take(a.shortcut.ShortcutName(), a.id)
		}
		for _, k := range a.keys {
			if k.char != 0 {
				take(string(k.char), a.id)
			} else {
				take(shortcutText(cut(k.name, k.mods)), a.id)
			}
		}
		if a.menu == "" && a.title != "" && len(a.keys) == 0 {
			t.Errorf("%s can be reached neither by menu nor by key", a.id)
		}
	}
	d.must(d.ws.Create(filepath.Join(t.TempDir(), "x.bluepencil")))
	for _, l := range d.ws.Labels() {
		if l.Key != "" {
			take(strings.ToLower(l.Key), "label "+l.Name)
		}
	}
}

func TestKeys_acceptRejectRelabelSpeakerUndo(t *testing.T) {
	d := sampled(t)
	d.press(fyne.KeyTab)
	first := d.ws.Selection().Picked
	if first == "" {
		t.Fatal("Tab picks nothing")
	}
	d.press(fyne.KeyReturn)
	if sp, _ := d.ws.View().Span(first); sp.State != "confirmed" {
		t.Errorf("Enter leaves it %s", sp.State)
	}
	second := d.ws.Selection().Picked
	if second == first || second == "" {
		t.Errorf("Enter does not go on: %q", second)
	}
	d.typed('x')
	if sp, _ := d.ws.View().Span(second); sp.State != "rejected" {
		t.Errorf("X leaves it %s", sp.State)
	}
	third := d.ws.Selection().Picked
	d.typed('e')
	if sp, _ := d.ws.View().Span(third); sp.Label != "EVENT" || sp.State != "confirmed" {
		t.Errorf("E makes it %s %s", sp.State, sp.Label)
	}
	q := d.ws.View().Quotes[2].Span
	d.ws.Pick(q.ID)
	before := q.Speaker
	d.typed('s')
	if !d.asking {
		t.Error("S does not ask who speaks")
	}
	n := 1
	if d.ws.View().Cast[0].Name == before {
		n = 2
	}
	d.typed(rune('0' + n))
	if sp, _ := d.ws.View().Span(q.ID); sp.Speaker != d.ws.View().Cast[n-1].Name && sp.Speaker == before {
		t.Errorf("the speaker stays %q", sp.Speaker)
	}
	d.run("edit.undo")
	if sp, _ := d.ws.View().Span(q.ID); sp.Speaker != before {
		t.Errorf("undo gives %q, want %q", sp.Speaker, before)
	}
	for range 3 {
		d.run("edit.undo")
	}
	for _, sp := range d.ws.View().Spans {
		if sp.State != "suggested" {
			t.Errorf("after undoing all, %s %q is %s", sp.Label, d.ws.Surface(sp), sp.State)
		}
	}
}

func TestPages_doneGoesToTheNext(t *testing.T) {
	d := sampled(t)
	first := d.ws.View().Document.ID
	d.run("article.done")
	d.must(d.queue.Settle(d.ws))
	if d.ws.View().Document.ID == first {
		t.Error("the same article is still open")
	}
	d.run("edit.undo")
	if v := d.ws.View(); v.Document.ID != first || v.Status != "todo" {
		t.Errorf("undo shows %s, %s", v.Document.Title, v.Status)
	}
}

func TestThemes_redrawEverything(t *testing.T) {
	d := sampled(t)
	light := d.window.Canvas().Capture()
	d.run("view.dark")
	dark := d.window.Canvas().Capture()
	d.run("view.light")
	again := d.window.Canvas().Capture()
	at := func(x, y int) [2]bool {
		r, _, _, _ := light.At(x, y).RGBA()
		s, _, _, _ := dark.At(x, y).RGBA()
		u, _, _, _ := again.At(x, y).RGBA()
		return [2]bool{r == s, r == u}
	}
	for _, p := range [][2]int{{100, 600}, {600, 600}, {1150, 600}, {600, 780}} {
		if got := at(p[0], p[1]); got[0] || !got[1] {
			t.Errorf("at %v: dark like light %v, light again %v", p, got[0], got[1])
		}
	}
}

func TestDrop_importsArticlesAndSaysWhatItCannotRead(t *testing.T) {
	d := sampled(t)
	dir := t.TempDir()
	good := filepath.Join(dir, "good.txt")
	writeFile(t, good, "Rain\n\n“It rains,” said Ana Roy.\n")
	empty := filepath.Join(dir, "empty.txt")
	writeFile(t, empty, "")
	n := len(d.ws.State().Entries)
	d.must(d.bring([]string{good, empty}))
	d.must(d.queue.Settle(d.ws))
	if got := len(d.ws.State().Entries); got != n+1 {
		t.Errorf("%d articles, want %d", got, n+1)
	}
	if d.ws.View().Document.Title != "Rain" {
		t.Errorf("the open article is %q", d.ws.View().Document.Title)
	}
	if d.window.Canvas().Overlays().Top() == nil {
		t.Error("nothing says that a file was empty")
	}
}

func TestPaste_opensTheArticle(t *testing.T) {
	d := sampled(t)
	d.app.Clipboard().SetContent("Snow falls\n\n“Look,” said Ana Roy.")
	d.run("file.paste")
	d.must(d.queue.Settle(d.ws))
	if got := d.ws.View().Document.Title; got != "Snow falls" {
		t.Errorf("the open article is %q", got)
	}
}

func TestOpen_offersTheBackupOfADamagedProject(t *testing.T) {
	d := sampled(t)
	path := d.ws.State().Path
	d.must(d.ws.Close())
	d.must(d.open(path)) // makes the day's backup
	d.must(d.ws.Close())
	if err := os.Truncate(path, 9000); err != nil {
		t.Fatal(err)
	}
	d.must(d.open(path))
	if d.window.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing is offered")
	}
	if info, err := os.Stat(path); err != nil || info.Size() != 9000 {
		t.Errorf("the damaged file was touched: %v", err)
	}
	d.must(d.restore(path, workspace.Backups(path)[0]))
	if got := len(d.ws.State().Entries); got != 3 {
		t.Errorf("%d articles, want 3", got)
	}
}
