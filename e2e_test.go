package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

// The whole job in a real window: a virtual display, a window manager and the
// built program, driven by key presses and mouse moves from outside.
//
// It runs where BLUEPENCIL_E2E is 1 and needs Xvfb, openbox, xdotool, sqlite3
// and ImageMagick's import. BLUEPENCIL_E2E_OUT names a folder for screenshots.
func TestWindow_wholeJobSurvivesAKill(t *testing.T) {
	if os.Getenv("BLUEPENCIL_E2E") != "1" {
		t.Skip("set BLUEPENCIL_E2E=1 to drive a real window (make e2e)")
	}
	w := startWindow(t)
	w.open(1300, 860)
	w.until("the sample is open and read", read)

	w.key("Tab")
	s := w.until("Tab picks a suggestion", func(s windowState) bool { return s.picked().ID != "" })
	accepted := s.picked()
	w.key("Return")
	w.until("Enter confirms it and goes on", func(s windowState) bool {
		return s.Selection.Picked != accepted.ID && s.Selection.Picked != ""
	})
	w.want(accepted.ID, "state", "confirmed")

	s = w.until("an entity is in sight", func(s windowState) bool { return s.find(isEntity).ID != "" })
	entity := s.find(isEntity)
	w.clickSpan(entity)
	w.until("a click picks it", func(s windowState) bool { return s.Selection.Picked == entity.ID })
	other, key := otherLabel(entity.Label)
	w.key(key)
	w.until("a label's key relabels it", func(s windowState) bool { return s.span(entity.ID).Label == other })
	w.want(entity.ID, "label", other)

	drawn := w.dragNewSpan(s)
	quote := w.pickQuote()
	before := w.column(quote.ID, "speaker")
	w.setOtherSpeaker(quote.ID, before)
	after := w.column(quote.ID, "speaker")

	w.key("ctrl+z")
	w.wait("undo gives the old speaker back", func() bool { return w.column(quote.ID, "speaker") == before })
	w.key("ctrl+shift+z")
	w.wait("redo sets it again", func() bool { return w.column(quote.ID, "speaker") == after })
	w.shot("window.png")

	rows := w.rows()
	w.kill()
	w.open(1300, 860)
	w.until("the project opens again", read)
	if again := w.rows(); again != rows {
		t.Fatalf("after kill -9 the marks differ:\n%s\nwas:\n%s", again, rows)
	}
	w.key("ctrl+z")
	w.wait("undo works across a kill", func() bool { return w.column(quote.ID, "speaker") == before })
	w.key("ctrl+shift+z")
	w.wait("and so does redo", func() bool { return w.column(quote.ID, "speaker") == after })
	w.shot("reopened.png")
	w.checkExport(accepted.ID, entity.ID, other, drawn, quote.ID, after)
}

// read reports whether an article is open, has its suggestions and the keyboard.
func read(s windowState) bool {
	return s.Focused && s.Tasks == 0 && len(s.Spans) > 5 && s.Project != ""
}

func isEntity(s windowSpan) bool {
	switch s.Label {
	case "PERSON", "ORG", "GPE", "DATE", "NORP", "LOC":
		return !strings.ContainsAny(s.Text, "\n") && s.First[1] == s.Last[1]
	}
	return false
}

// windowState is what the program writes under BLUEPENCIL_DEBUG.
type windowState struct {
	Seq       int    `json:"seq"`
	Project   string `json:"project"`
	Document  string `json:"document"`
	Selection struct {
		Start, End int
		Picked     string
	} `json:"selection"`
	Tasks   int                   `json:"tasks"`
	Focused bool                  `json:"focused"`
	Status  string                `json:"status"`
	Panels  map[string][4]float64 `json:"panels"`
	Spans   []windowSpan          `json:"spans"`
}

type windowSpan struct {
	ID    string     `json:"id"`
	Label string     `json:"label"`
	State string     `json:"state"`
	Text  string     `json:"text"`
	Start int        `json:"start"`
	End   int        `json:"end"`
	First [3]float64 `json:"first"`
	Last  [3]float64 `json:"last"`
}

func (s windowState) find(ok func(windowSpan) bool) windowSpan {
	for _, sp := range s.Spans {
		if sp.State == "suggested" && ok(sp) {
			return sp
		}
	}
	return windowSpan{}
}

func (s windowState) span(id string) windowSpan {
	for _, sp := range s.Spans {
		if sp.ID == id {
			return sp
		}
	}
	return windowSpan{}
}

func (s windowState) picked() windowSpan { return s.span(s.Selection.Picked) }

// window is the program on its virtual display.
type window struct {
	*testing.T
	dir, bin, out string
	env           []string
	app           *exec.Cmd
	id            string
}

// patience is how long a step may take on a slow, busy machine. Nothing waits
// for it when all is well.
const patience = 20 * time.Second

func startWindow(t *testing.T) *window {
	t.Helper()
	for _, tool := range []string{"Xvfb", "openbox", "xdotool", "sqlite3", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: make deps-test installs it", tool)
		}
	}
	w := &window{T: t, dir: t.TempDir(), out: os.Getenv("BLUEPENCIL_E2E_OUT")}
	if w.out == "" {
		w.out = w.dir
	}
	w.bin = filepath.Join(w.dir, "bluepencil")
	if out, err := exec.Command("go", "build", "-o", w.bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	display := w.startDisplay()
	w.env = append(os.Environ(), "DISPLAY="+display, "FYNE_SCALE=1", "LIBGL_ALWAYS_SOFTWARE=1",
		"LANG=en_US.UTF-8", "NO_AT_BRIDGE=1", "BLUEPENCIL_DEBUG="+w.dir, "WAYLAND_DISPLAY=",
		"XDG_CONFIG_HOME="+filepath.Join(w.dir, "config"), "XDG_DATA_HOME="+filepath.Join(w.dir, "data"),
		"XDG_CACHE_HOME="+filepath.Join(w.dir, "cache"))
	w.spawn("openbox")
	return w
}

// startDisplay starts a virtual screen on a free number.
func (w *window) startDisplay() string {
	r, pipe, err := os.Pipe()
	if err != nil {
		w.Fatal(err)
	}
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1700x1100x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{pipe}
	if err := cmd.Start(); err != nil {
		w.Fatal(err)
	}
	w.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	_ = pipe.Close()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		w.Fatalf("Xvfb: %v", err)
	}
	return ":" + strings.TrimSpace(line)
}

func (w *window) spawn(name string, args ...string) *exec.Cmd {
	w.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = w.env
	log, err := os.Create(filepath.Join(w.dir, filepath.Base(name)+".log"))
	if err != nil {
		w.Fatal(err)
	}
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		w.Fatal(err)
	}
	w.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait(); _ = log.Close() })
	return cmd
}

// open starts the program and waits for its window, which gets that size.
func (w *window) open(width, height int) {
	w.Helper()
	_ = os.Remove(filepath.Join(w.dir, "state.json"))
	w.app = w.spawn(w.bin)
	w.wait("the window opens", func() bool {
		out, err := w.tool("xdotool", "search", "--onlyvisible", "--name", "Bluepencil")
		if err != nil || out == "" {
			return false
		}
		w.id = strings.Fields(out)[0]
		return true
	})
	if out, err := w.tool("xdotool", "windowactivate", "--sync", w.id); err != nil {
		w.Fatalf("windowactivate: %v %s", err, out)
	}
	if out, err := w.tool("xdotool", "windowsize", w.id, strconv.Itoa(width), strconv.Itoa(height)); err != nil {
		w.Fatalf("windowsize: %v %s", err, out)
	}
}

func (w *window) kill() {
	w.Helper()
	if err := w.app.Process.Signal(syscall.SIGKILL); err != nil {
		w.Fatal(err)
	}
	_ = w.app.Wait()
}

func (w *window) tool(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = w.env
	out, err := cmd.Output()
	return strings.TrimSpace(string(out)), err
}

func (w *window) do(name string, args ...string) {
	w.Helper()
	if out, err := w.tool(name, args...); err != nil {
		w.Fatalf("%s %v: %v %s", name, args, err, out)
	}
}

func (w *window) key(k string) { w.Helper(); w.do("xdotool", "key", "--window", "0", k) }

func (w *window) moveTo(x, y float64) {
	w.Helper()
	w.do("xdotool", "mousemove", "--window", w.id, strconv.Itoa(int(x)), strconv.Itoa(int(y)))
	w.settle()
}

// settle lets the program draw two frames, so that it has seen what came before.
func (w *window) settle() {
	w.Helper()
	first := w.state().Seq
	w.wait("the program goes on drawing", func() bool { return w.state().Seq >= first+2 })
}

func (w *window) clickSpan(s windowSpan) {
	w.Helper()
	w.moveTo(s.First[0]+4, s.First[1]+s.First[2]/2)
	w.do("xdotool", "click", "1")
}

func (w *window) state() windowState {
	var s windowState
	raw, err := os.ReadFile(filepath.Join(w.dir, "state.json"))
	if err != nil || json.Unmarshal(raw, &s) != nil {
		return windowState{}
	}
	return s
}

// wait polls until a condition holds.
func (w *window) wait(what string, ok func() bool) {
	w.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		if ok() {
			return
		}
	}
	w.shot("failed.png")
	raw, _ := os.ReadFile(filepath.Join(w.dir, "bluepencil.log"))
	state, _ := os.ReadFile(filepath.Join(w.dir, "state.json"))
	w.Fatalf("waited in vain: %s\nlog: %s\nstate: %.3000s", what, raw, state)
}

func (w *window) until(what string, ok func(windowState) bool) windowState {
	w.Helper()
	var s windowState
	w.wait(what, func() bool { s = w.state(); return ok(s) })
	return s
}

func (w *window) shot(name string) {
	w.Helper()
	w.do("import", "-window", "root", filepath.Join(w.out, name))
}

func (w *window) sql(query string) string {
	w.Helper()
	out, err := w.tool("sqlite3", "-readonly", w.state().Project, query)
	if err != nil {
		w.Fatalf("sqlite3: %v", err)
	}
	return out
}

// column reads one column of a span from the project file.
func (w *window) column(id, name string) string {
	w.Helper()
	return w.sql(fmt.Sprintf("select %s from spans where id = '%s'", name, id))
}

func (w *window) want(id, column, value string) {
	w.Helper()
	w.wait(column+" is "+value+" on disk", func() bool { return w.column(id, column) == value })
}

// rows is every mark in the project file, as text.
func (w *window) rows() string {
	w.Helper()
	return w.sql("select * from spans order by id; select * from relations order by id; select * from sheets order by 1, 2")
}

func otherLabel(label string) (name, key string) {
	if label == "ORG" {
		return "PERSON", keyOf("PERSON")
	}
	return "ORG", keyOf("ORG")
}

// dragNewSpan selects words by mouse between two marks of one line, labels them
// by key and returns the new mark's id.
func (w *window) dragNewSpan(s windowState) string {
	w.Helper()
	from, to, y, ok := gap(s)
	if !ok {
		w.Fatal("no free stretch of text is in sight")
	}
	w.moveTo(from, y)
	w.do("xdotool", "mousedown", "1")
	for x := from; x < to; x += 18 {
		w.moveTo(x, y)
	}
	w.do("xdotool", "mouseup", "1")
	got := w.until("a drag selects words", func(s windowState) bool { return s.Selection.End > s.Selection.Start })
	w.key(keyOf("EVENT"))
	got = w.until("a key labels them", func(n windowState) bool {
		p := n.picked()
		return p.Label == "EVENT" && p.Start == got.Selection.Start
	})
	w.want(got.Selection.Picked, "state", "confirmed")
	return got.Selection.Picked
}

// gap returns a stretch between two neighboring marks on one line, a good two
// words long, with no mark over it.
func gap(s windowState) (from, to, y float64, ok bool) {
	for _, a := range s.Spans {
		for _, b := range s.Spans {
			from, to = a.Last[0]+12, b.First[0]-12
			if a.Last[1] == b.First[1] && to-from > 90 && !covered(s, a.End, b.Start) {
				return from, to, a.Last[1] + a.Last[2]/2, true
			}
		}
	}
	return 0, 0, 0, false
}

// covered reports whether a mark lies over text[start:end].
func covered(s windowState, start, end int) bool {
	for _, o := range s.Spans {
		if o.State != "rejected" && o.Start < end && o.End > start {
			return true
		}
	}
	return false
}

// pickQuote clicks a quote that is in sight, outside any name in it.
func (w *window) pickQuote() windowSpan {
	w.Helper()
	s := w.state()
	for _, sp := range s.Spans {
		if sp.Label != "QUOTE" || sp.State == "rejected" {
			continue
		}
		w.moveTo(sp.First[0]+3, sp.First[1]+sp.First[2]/2)
		w.do("xdotool", "click", "1")
		w.settle()
		if w.state().Selection.Picked == sp.ID {
			return sp
		}
	}
	w.Fatal("no quote could be picked")
	return windowSpan{}
}

// setOtherSpeaker presses S and a number until the quote's speaker changes.
func (w *window) setOtherSpeaker(id, before string) {
	w.Helper()
	for n := 1; n <= 3; n++ {
		w.key("s")
		w.key(strconv.Itoa(n))
		w.settle()
		w.settle()
		if got := w.column(id, "speaker"); got != before && got != "" {
			return
		}
	}
	w.Fatalf("the speaker of %s stays %q", id, before)
}

// checkExport exports while the window is open and holds the lines against what
// was done and against their own text.
func (w *window) checkExport(accepted, relabeled, label, drawn, quote, speaker string) {
	w.Helper()
	out := filepath.Join(w.out, "export.jsonl")
	cmd := exec.Command(w.bin, "export", w.state().Project, "--format", "jsonl", "--state", "all", "-o", out)
	cmd.Env = w.env
	if msg, err := cmd.CombinedOutput(); err != nil {
		w.Fatalf("export: %v\n%s", err, msg)
	}
	raw, err := os.ReadFile(out)
	if err != nil {
		w.Fatal(err)
	}
	spans := map[string]exported{}
	for line := range bytes.Lines(raw) {
		var a struct {
			Text  string     `json:"text"`
			Spans []exported `json:"spans"`
		}
		if err := json.Unmarshal(line, &a); err != nil {
			w.Fatal(err)
		}
		text := []rune(a.Text)
		for _, sp := range a.Spans {
			if got := string(text[sp.Start:sp.End]); got != sp.Text {
				w.Errorf("span %s says %q where the text has %q", sp.ID, sp.Text, got)
			}
			spans[sp.ID] = sp
		}
	}
	if sp := spans[accepted]; sp.State != "confirmed" || sp.Origin == "editor" {
		w.Errorf("the accepted mark is exported as %+v", sp)
	}
	if sp := spans[relabeled]; sp.Label != label || sp.State != "confirmed" {
		w.Errorf("the relabelled mark is exported as %+v", sp)
	}
	if sp := spans[drawn]; sp.Label != "EVENT" || sp.Origin != "editor" {
		w.Errorf("the drawn mark is exported as %+v", sp)
	}
	if sp := spans[quote]; sp.Speaker != speaker {
		w.Errorf("the quote is exported as %+v, want speaker %q", sp, speaker)
	}
}

type exported struct {
	ID      string `json:"id"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Label   string `json:"label"`
	Text    string `json:"text"`
	State   string `json:"state"`
	Origin  string `json:"origin"`
	Speaker string `json:"speaker"`
}

// keyOf returns the default key of a label, as xdotool writes it.
func keyOf(label string) string {
	l, _ := annotate.DefaultLabels().Find(label)
	return strings.ToLower(l.Key)
}
