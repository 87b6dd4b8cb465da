package panels

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/app/theme"
	"github.com/bluepencil/bluepencil/app/workspace"
	"github.com/bluepencil/bluepencil/widgets"
)

var update = flag.Bool("update", false, "write the masters in testdata anew")

const story = `Bridge to close

By Orla Keane

“We have no choice,” said Ann Whelan. “The steel is tired,” she added.

Tom Adeyemi called the plan “a slow death for us”.
`

// stage is a workspace with one article, read, and a host that notes what
// panels ask of it.
type stage struct {
	*Host
	t     *testing.T
	errs  []error
	ran   []string
	queue *workspace.Queue
}

func newStage(t *testing.T) *stage {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Light))
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	s := &stage{t: t, queue: workspace.NewQueue()}
	ws := workspace.New(workspace.Options{Annotator: "ed", Post: s.queue.Post, Now: func() time.Time { return at }})
	s.Host = &Host{
		WS:     ws,
		Report: func(err error) { s.errs = append(s.errs, err) },
		Run:    func(id string) { s.ran = append(s.ran, id) },
		Menu:   func(int, fyne.Position) {},
		Shortcut: func(fyne.Shortcut) bool {
			s.ran = append(s.ran, "shortcut")
			return true
		},
	}
	s.must(ws.Create(filepath.Join(t.TempDir(), "x.bluepencil")))
	s.must(ws.AddText("a.txt", story))
	s.must(ws.AddText("b.txt", "Another\n\nNothing was said."))
	s.must(ws.OpenAt(0))
	s.must(s.queue.Settle(ws))
	t.Cleanup(func() { _ = ws.Close() })
	return s
}

func (s *stage) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// show puts a panel into a window of that size.
func (s *stage) show(o fyne.CanvasObject, w, h float32) fyne.Window {
	s.t.Helper()
	win := test.NewTempWindow(s.t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

// master holds what a window shows, as markup, against a file.
func (s *stage) master(name string, c fyne.Canvas) {
	s.t.Helper()
	got := test.RenderToMarkup(c)
	path := filepath.Join("testdata", name+".xml")
	if *update {
		s.must(os.MkdirAll("testdata", 0o755))
		s.must(os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	s.must(err)
	if diff := cmp.Diff(string(want), got); diff != "" {
		s.t.Errorf("%s (-update writes it anew): %s", path, diff)
	}
}

func (s *stage) quote(i int) annotate.Span { return s.WS.View().Quotes[i].Span }

func TestHighlights_turnMarksIntoWhatThePageDraws(t *testing.T) {
	s := newStage(t)
	s.WS.Pick(s.quote(0).ID)
	s.must(s.WS.Accept())
	s.WS.Pick(s.quote(1).ID)
	rejected := s.quote(1).ID
	s.must(s.WS.Reject())
	v := s.WS.View()
	styles := map[string]widgets.Style{}
	for _, h := range Highlights(v, s.WS.Labels(), map[string]bool{"PERSON": true}, false) {
		sp, _ := v.Span(h.ID)
		styles[h.Tag] = h.Style
		if h.Tag != sp.Label || h.Start != sp.Start || h.End != sp.End {
			t.Errorf("%+v is not %+v", h, sp)
		}
		if h.Dashed != (sp.State == annotate.Suggested) {
			t.Errorf("%s %s: dashed %v", sp.Label, sp.State, h.Dashed)
		}
		if h.ID == rejected || h.Tag == "PERSON" {
			t.Errorf("%s is shown, though it is rejected or hidden", h.Tag)
		}
	}
	if styles["QUOTE"] != widgets.Ground || styles["CUE"] != widgets.Dotted {
		t.Errorf("styles %v", styles)
	}
	if Highlights(nil, nil, nil, false) != nil {
		t.Error("no article has highlights")
	}
}

func TestLinks_joinThePickedQuoteToItsSpeakerAndCue(t *testing.T) {
	s := newStage(t)
	links := Links(s.WS.View(), s.quote(1).ID, s.WS.Labels(), false)
	ends := map[string]bool{}
	for _, l := range links {
		to, _ := s.WS.View().Span(l.To)
		ends[to.Label] = true
	}
	for _, want := range []string{"CUE", "SPEAKER", "PERSON"} {
		if !ends[want] {
			t.Errorf("no arrow to the %s among %v", want, ends)
		}
	}
	if Links(s.WS.View(), "", nil, false) != nil {
		t.Error("arrows without a picked mark")
	}
}

func TestBlocks_findHeadlineAndByline(t *testing.T) {
	s := newStage(t)
	d := s.WS.View().Document
	var got []string
	for _, b := range Blocks(d) {
		got = append(got, d.Text[b.Start:b.End])
	}
	if diff := cmp.Diff([]string{"Bridge to close", "By Orla Keane"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestQueue_searchesFiltersAndOpens(t *testing.T) {
	s := newStage(t)
	q := NewQueue(s.Host)
	q.Refresh()
	win := s.show(q.Object, 260, 400)
	s.master("queue", win.Canvas())
	test.Type(q.search, "anoth")
	q.search.TypedShortcut(&fyne.ShortcutSelectAll{})
	q.search.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyE, Modifier: fyne.KeyModifierControl})
	q.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if diff := cmp.Diff([]string{"shortcut", "focus.page"}, s.ran); diff != "" {
		t.Error(diff)
	}
	if len(q.shown) != 1 || q.state.Entries[q.shown[0]].Title != "Another" {
		t.Fatalf("shown %v", q.shown)
	}
	q.list.Select(0)
	s.must(s.queue.Settle(s.WS))
	if s.WS.View().Document.Title != "Another" {
		t.Errorf("%q is open", s.WS.View().Document.Title)
	}
	s.must(s.WS.SetStatus(annotate.Done))
	q.search.SetText("")
	q.Refresh()
	for i, want := range []int{2, 1, 1, 0} {
		q.filter.SetSelectedIndex(i)
		if len(q.shown) != want {
			t.Errorf("%s shows %d, want %d", q.filter.Selected, len(q.shown), want)
		}
	}
}

func TestQuotes_showCardsAndPickTheirMark(t *testing.T) {
	s := newStage(t)
	q := NewQuotes(s.Host)
	q.Refresh()
	win := s.show(q.Object, 300, 420)
	s.master("quotes", win.Canvas())
	if q.summary.Text != "3 quotes, 3 attributed" {
		t.Errorf("the summary says %q", q.summary.Text)
	}
	q.list.Select(2)
	if got := s.WS.Selection().Picked; got != s.quote(2).ID {
		t.Errorf("picked %q", got)
	}
}

func TestCast_walksTheMentions(t *testing.T) {
	s := newStage(t)
	c := NewCast(s.Host)
	c.Refresh()
	win := s.show(c.Object, 300, 300)
	s.master("cast", win.Canvas())
	var seen []string
	for range 2 {
		c.list.Select(0)
		seen = append(seen, s.WS.Selection().Picked)
	}
	if seen[0] == "" || len(c.view.Cast[0].Mentions) > 1 && seen[0] == seen[1] {
		t.Errorf("picked %v", seen)
	}
}

func TestLabels_labelAndHide(t *testing.T) {
	s := newStage(t)
	redrawn := 0
	l := NewLabels(s.Host, func() { redrawn++ })
	l.Refresh()
	win := s.show(l.Object, 300, 300)
	s.master("labels", win.Canvas())
	i := strings.Index(story, "the plan")
	s.WS.Select(i, i+len("the plan"))
	l.list.Select(0)
	if sp, _ := s.WS.View().Span(s.WS.Selection().Picked); sp.Label != s.WS.Labels()[0].Name {
		t.Errorf("the selection is now %q", sp.Label)
	}
	row := newLabelRow()
	l.draw(0, row)
	row.eye.OnTapped()
	if !l.Hidden()[s.WS.Labels()[0].Name] || redrawn != 1 {
		t.Errorf("hidden %v, redrawn %d times", l.Hidden(), redrawn)
	}
}

func TestInspector_tellsWhyAndChangesLabelAndSpeaker(t *testing.T) {
	s := newStage(t)
	n := NewInspector(s.Host)
	n.Refresh()
	if !n.none.Visible() || n.form.Visible() {
		t.Error("with nothing picked it shows a form")
	}
	s.WS.Pick(s.quote(1).ID)
	n.Refresh()
	if !strings.Contains(n.facts.Text, "Why: ") || !strings.Contains(n.facts.Text, "Ann Whelan") {
		t.Errorf("the facts are %q", n.facts.Text)
	}
	if n.speaker.Selected != "Ann Whelan" {
		t.Errorf("the speaker is %q", n.speaker.Selected)
	}
	n.speaker.SetSelected(nobody)
	if sp := s.quote(1); sp.Speaker != "" {
		t.Errorf("the speaker stays %q", sp.Speaker)
	}
	n.speaker.SetSelected("Tom Adeyemi")
	if sp := s.quote(1); sp.Speaker != "Tom Adeyemi" {
		t.Errorf("the speaker is %q", sp.Speaker)
	}
	id := s.quote(1).ID
	n.label.SetSelected("EVENT")
	if sp, _ := s.WS.View().Span(id); sp.Label != "EVENT" {
		t.Errorf("the label is %q", sp.Label)
	}
	for _, err := range s.errs {
		if err != nil {
			t.Error(err)
		}
	}
}
