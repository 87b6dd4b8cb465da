package workspace

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

const story = `Harbour bridge to close for a year

By Orla Keane

The harbour bridge will close in May, Cllr Ann Whelan said on Monday.

“We have no choice,” she said. “The steel is tired.”

Tom Adeyemi, who runs a café on the quay, called the plan “a slow death for us”.

A spokeswoman for the port said: “Work will begin at night.”
`

// bench is a workspace on a fresh project with one article that nobody has
// looked at, and the means to wait for its suggestions.
type bench struct {
	*Workspace
	t     *testing.T
	queue *Queue
	path  string
}

func newBench(t *testing.T, texts ...string) *bench {
	t.Helper()
	b := &bench{t: t, queue: NewQueue(), path: filepath.Join(t.TempDir(), "test.bluepencil")}
	b.Workspace = b.workspace()
	b.must(b.Create(b.path))
	for i, text := range texts {
		b.must(b.AddText(strings.Repeat("x", i+1)+".txt", text))
	}
	t.Cleanup(func() { _ = b.Close() })
	return b
}

func (b *bench) workspace() *Workspace {
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	return New(Options{Annotator: "ed", Post: b.queue.Post, Now: func() time.Time {
		at = at.Add(time.Second)
		return at
	}})
}

// opened returns a bench whose first article is open and read.
func opened(t *testing.T) *bench {
	t.Helper()
	b := newBench(t, story)
	b.must(b.OpenAt(0))
	b.must(b.queue.Settle(b.Workspace))
	return b
}

// reopen closes the project and opens it in a new workspace.
func (b *bench) reopen() {
	b.t.Helper()
	b.must(b.Close())
	b.Workspace = b.workspace()
	b.must(b.Open(b.path))
	b.must(b.OpenAt(0))
	b.must(b.queue.Settle(b.Workspace))
}

func (b *bench) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

// span returns the first mark with these words, of that label.
func (b *bench) span(label, words string) annotate.Span {
	b.t.Helper()
	for _, sp := range b.View().Spans {
		if sp.Label == label && b.Surface(sp) == words {
			return sp
		}
	}
	b.t.Fatalf("no %s %q among %v", label, words, b.list())
	return annotate.Span{}
}

func (b *bench) list() []string {
	var out []string
	for _, sp := range b.View().Spans {
		out = append(out, sp.Label+" "+b.Surface(sp)+" "+string(sp.State))
	}
	return out
}

// sel selects the first place of these words.
func (b *bench) sel(words string) {
	b.t.Helper()
	i := strings.Index(b.View().Document.Text, words)
	if i < 0 {
		b.t.Fatalf("%q is not in the text", words)
	}
	b.Select(i, i+len(words))
}

// sound fails the test where the project file breaks a rule.
func (b *bench) sound() {
	b.t.Helper()
	problems, err := b.Check()
	b.must(err)
	for _, p := range problems {
		b.t.Errorf("check: %v", p)
	}
}

func TestOpenDocument_readsAnArticleOnce(t *testing.T) {
	b := opened(t)
	n := len(b.View().Spans)
	if n == 0 || len(b.View().Quotes) < 4 {
		t.Fatalf("%d marks, %d quotes: %v", n, len(b.View().Quotes), b.list())
	}
	if b.State().CanUndo {
		t.Error("the suggestions themselves can be undone")
	}
	for _, sp := range b.View().Spans {
		if sp.State != annotate.Suggested || sp.Origin.Name == "" || sp.Origin.At.IsZero() {
			t.Errorf("%v: state %s, origin %+v", b.Surface(sp), sp.State, sp.Origin)
		}
	}
	b.reopen()
	if len(b.View().Spans) != n {
		t.Errorf("after reopening there are %d marks, want %d", len(b.View().Spans), n)
	}
	b.sound()
}

func TestAccept_confirmsTheQuoteWithItsCueAndMention(t *testing.T) {
	b := opened(t)
	q := b.span(annotate.Quote, "“We have no choice,”")
	b.Pick(q.ID)
	b.must(b.Accept())
	card := b.View().Quotes[0]
	if card.Span.State != annotate.Confirmed || card.Cue.State != annotate.Confirmed {
		t.Errorf("quote %s, cue %s", card.Span.State, card.Cue.State)
	}
	if card.Mention.Label == annotate.Speaker && card.Mention.State != annotate.Confirmed {
		t.Errorf("the pronoun is %s", card.Mention.State)
	}
	for _, r := range b.Workspace.from(q.ID, annotate.SpeakerOf) {
		if r.State != annotate.Confirmed {
			t.Errorf("the relation to the speaker is %s", r.State)
		}
	}
	if sel := b.Selection(); sel.Picked == q.ID || sel.Picked == "" {
		t.Errorf("the selection stays at %q", sel.Picked)
	}
	if b.View().Status != annotate.Doing {
		t.Errorf("the article is %s", b.View().Status)
	}
	b.must(b.Undo())
	if got, _ := b.View().Span(q.ID); got.State != annotate.Suggested || b.View().Status != annotate.Todo {
		t.Errorf("after undo: %s, article %s", got.State, b.View().Status)
	}
	b.sound()
}

func TestReject_keepsTheMarkFromComingBack(t *testing.T) {
	b := opened(t)
	sp := b.span(annotate.Person, "Tom Adeyemi")
	b.Pick(sp.ID)
	b.must(b.Reject())
	task, err := b.Suggest()
	b.must(err)
	b.must(b.queue.Wait(task))
	if got, _ := b.View().Span(sp.ID); got.State != annotate.Rejected {
		t.Errorf("the mark is %s", got.State)
	}
	n := 0
	for _, o := range b.View().Spans {
		if o.Start == sp.Start && o.End == sp.End && o.Label == sp.Label {
			n++
		}
	}
	if n != 1 {
		t.Errorf("it stands there %d times", n)
	}
	b.sound()
}

func TestReject_deletesWhatTheEditorMade(t *testing.T) {
	b := opened(t)
	b.sel("the quay")
	b.must(b.Label("FAC"))
	id := b.Selection().Picked
	b.must(b.Reject())
	if _, ok := b.View().Span(id); ok {
		t.Error("the mark is still there")
	}
	b.must(b.Undo())
	if _, ok := b.View().Span(id); !ok {
		t.Error("undo does not bring it back")
	}
	b.sound()
}

func TestLabel_trimsSpaceAndConfirmsWhatIsThere(t *testing.T) {
	b := opened(t)
	b.sel(" the plan ")
	b.must(b.Label("EVENT"))
	if got := b.Surface(b.span("EVENT", "the plan")); got != "the plan" {
		t.Errorf("the mark says %q", got)
	}
	n := len(b.View().Spans)
	b.sel("Tom Adeyemi")
	b.must(b.Label(annotate.Person))
	if got := b.span(annotate.Person, "Tom Adeyemi"); got.State != annotate.Confirmed {
		t.Errorf("the suggestion is %s", got.State)
	}
	if len(b.View().Spans) != n {
		t.Errorf("%d marks, want %d", len(b.View().Spans), n)
	}
	b.Select(3, 3)
	if err := b.Label("LOC"); err != nil {
		t.Errorf("a caret in a word: %v", err)
	}
	b.sound()
}

func TestLabel_refusesEmptyText(t *testing.T) {
	b := opened(t)
	i := strings.Index(story, "\n\n")
	b.Select(i, i+1)
	if err := b.Label("LOC"); !errors.Is(err, ErrEmptyRange) {
		t.Errorf("got %v", err)
	}
}

func TestRelabel_dropsRelationsThatNoLongerFit(t *testing.T) {
	b := opened(t)
	q := b.span(annotate.Quote, "“We have no choice,”")
	b.Pick(q.ID)
	b.must(b.Relabel("WORK_OF_ART"))
	got, _ := b.View().Span(q.ID)
	if got.Label != "WORK_OF_ART" || got.Speaker != "" || got.QuoteType != "" {
		t.Errorf("got %+v", got)
	}
	for _, r := range b.View().Relations {
		if r.From == q.ID {
			t.Errorf("relation %s stays", r.Type)
		}
	}
	b.must(b.Undo())
	if got, _ := b.View().Span(q.ID); !got.Equal(q) {
		t.Errorf("undo gives %+v, want %+v", got, q)
	}
	b.sound()
}

func TestNudge_movesByWordsAndCharacters(t *testing.T) {
	b := opened(t)
	b.sel("harbour bridge will")
	b.must(b.Label("FAC"))
	steps := []struct {
		edge Edge
		grow bool
		step Step
		want string
	}{
		{EndEdge, false, ByWord, "harbour bridge"},
		{EndEdge, true, ByWord, "harbour bridge will"},
		{StartEdge, true, ByWord, "The harbour bridge will"},
		{StartEdge, false, ByWord, "harbour bridge will"},
		{EndEdge, false, ByCharacter, "harbour bridge wil"},
		{EndEdge, true, ByCharacter, "harbour bridge will"},
		{StartEdge, false, ByCharacter, "arbour bridge will"},
	}
	for _, s := range steps {
		b.must(b.Nudge(s.edge, s.grow, s.step))
		sp, _ := b.View().Span(b.Selection().Picked)
		if got := b.Surface(sp); got != s.want {
			t.Fatalf("%+v gives %q", s, got)
		}
	}
	b.sel("will")
	b.must(b.Label("EVENT"))
	if err := b.Nudge(EndEdge, false, ByWord); !errors.Is(err, ErrEmptyRange) {
		t.Errorf("shrinking to nothing: %v", err)
	}
	b.sound()
}

func TestSetSpeaker_keepsThePronounAndSaysWhomItMeans(t *testing.T) {
	b := opened(t)
	q := b.span(annotate.Quote, "“We have no choice,”")
	b.Pick(q.ID)
	n := b.View().Member("Tom Adeyemi")
	if n < 0 {
		t.Fatalf("no Tom Adeyemi in %+v", b.View().Cast)
	}
	b.must(b.SetSpeaker(n + 1))
	got, _ := b.View().Span(q.ID)
	if got.Speaker != "Tom Adeyemi" || got.State != annotate.Confirmed {
		t.Errorf("got %+v", got)
	}
	b.must(b.ClearSpeaker())
	if got, _ := b.View().Span(q.ID); got.Speaker != "" {
		t.Errorf("the speaker is still %q", got.Speaker)
	}
	if links := b.Workspace.from(q.ID, annotate.SpeakerOf); len(links) != 0 {
		t.Errorf("%d relations stay", len(links))
	}
	b.must(b.Undo())
	if got, _ := b.View().Span(q.ID); got.Speaker != "Tom Adeyemi" {
		t.Errorf("undo gives %q", got.Speaker)
	}
	b.must(b.Undo())
	if got, _ := b.View().Span(q.ID); !got.Equal(q) {
		t.Errorf("undo gives %+v, want %+v", got, q)
	}
	b.sound()
}

func TestSetSpeakerMention_takesTheWordsOfTheMark(t *testing.T) {
	b := opened(t)
	q := b.span(annotate.Quote, "“Work will begin at night.”")
	b.Pick(q.ID)
	to := b.span(annotate.Person, "Tom Adeyemi")
	b.must(b.SetSpeakerMention(to.ID))
	if got, _ := b.View().Span(q.ID); got.Speaker != "Tom Adeyemi" {
		t.Errorf("the speaker is %q", got.Speaker)
	}
	links := b.Workspace.from(q.ID, annotate.SpeakerOf)
	if len(links) != 1 || links[0].To != to.ID {
		t.Errorf("relations %+v", links)
	}
	b.sound()
}

func TestUndo_goesAcrossArticlesAndSessions(t *testing.T) {
	b := newBench(t, story, strings.Replace(story, "bridge", "tunnel", 1))
	for i := range 2 {
		b.must(b.OpenAt(i))
		b.must(b.queue.Settle(b.Workspace))
		b.sel("the quay")
		b.must(b.Label("FAC"))
	}
	first := b.State().Entries[0].ID
	b.reopen()
	b.must(b.OpenAt(1))
	b.must(b.Undo())
	b.must(b.Undo())
	if got := b.View().Document.ID; got != first {
		t.Errorf("undo stays in article %s, want %s", got, first)
	}
	if err := b.Undo(); !errors.Is(err, ErrNothingTo) {
		t.Errorf("a third undo: %v", err)
	}
	b.reopen()
	b.must(b.Redo())
	b.must(b.Redo())
	if err := b.Redo(); !errors.Is(err, ErrNothingTo) {
		t.Errorf("a third redo: %v", err)
	}
	for i := range 2 {
		b.must(b.OpenAt(i))
		b.span("FAC", "the quay")
	}
	b.sound()
}

func TestDone_opensTheNextThatIsNotDone(t *testing.T) {
	b := newBench(t, story, story+"Two.\n", story+"Three.\n")
	b.must(b.OpenAt(1))
	b.must(b.queue.Settle(b.Workspace))
	b.must(b.Done())
	if got := b.State().Current; got != 2 {
		t.Errorf("article %d is open, want 2", got)
	}
	b.must(b.queue.Settle(b.Workspace))
	b.must(b.Done())
	b.must(b.queue.Settle(b.Workspace))
	if err := b.Done(); !errors.Is(err, ErrNothingTo) {
		t.Errorf("the last one: %v", err)
	}
	if s := b.State(); s.Done != 3 {
		t.Errorf("%d are done, want 3", s.Done)
	}
	b.sound()
}

func TestNext_walksThroughSuggestionsInBothDirections(t *testing.T) {
	b := opened(t)
	var forth []string
	b.must(b.Next(1))
	first := b.Selection().Picked
	for {
		forth = append(forth, b.Selection().Picked)
		b.must(b.Next(1))
		if b.Selection().Picked == first {
			break
		}
		if len(forth) > 200 {
			t.Fatal("Next never comes round")
		}
	}
	for i := len(forth) - 1; i >= 0; i-- {
		b.must(b.Next(-1))
		if b.Selection().Picked != forth[i] {
			t.Fatalf("backwards, place %d is another mark", i)
		}
	}
	b.must(b.AcceptAll())
	if err := b.Next(1); !errors.Is(err, ErrNothingTo) {
		t.Errorf("after all are accepted: %v", err)
	}
	b.must(b.Undo())
	if b.View().Suggested == 0 {
		t.Error("one undo does not take the bulk step back")
	}
	b.sound()
}

func TestVerbs_onAnEmptyWorkspaceSayWhatIsMissing(t *testing.T) {
	w := New(Options{})
	verbs := map[string]func() error{
		"accept": w.Accept, "all": w.AcceptAll, "reject": w.Reject, "undo": w.Undo, "redo": w.Redo,
		"done": w.Done, "skip": w.Skip, "clear": w.ClearSpeaker, "pick": w.PickQuote,
		"label":  func() error { return w.Label("PERSON") },
		"next":   func() error { return w.Next(1) },
		"nudge":  func() error { return w.Nudge(EndEdge, true, ByWord) },
		"speak":  func() error { return w.SetSpeaker(1) },
		"open":   func() error { return w.OpenAt(0) },
		"step":   func() error { return w.Step(1) },
		"text":   func() error { return w.AddText("x", "y") },
		"backup": func() error { return w.Backup("x") },
	}
	for name, verb := range verbs {
		if err := verb(); !errors.Is(err, ErrNoProject) && !errors.Is(err, ErrNoArticle) {
			t.Errorf("%s: %v", name, err)
		}
	}
	w.Select(1, 2)
	w.Pick("x")
	w.CloseDocument()
	if s := w.State(); s.View != nil || s.Path != "" {
		t.Errorf("state %+v", s)
	}
}
