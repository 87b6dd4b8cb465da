package storage

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

// crashChild tells the test binary to be the process that is killed: the path of
// its project and the script's seed.
const crashChild = "BLUEPENCIL_CRASH_CHILD"

func TestMain(m *testing.M) {
	if job := os.Getenv(crashChild); job != "" {
		beKilled(job)
	}
	if path := os.Getenv(readChild); path != "" {
		read(path)
	}
	os.Exit(m.Run())
}

// beKilled plays the script for ever and says after each step that it is on
// disk. It never returns.
func beKilled(job string) {
	path, seed, _ := strings.Cut(job, "|")
	n, err := strconv.ParseUint(seed, 10, 64)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	p, err := Open(path)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	for s := newScript(n); ; {
		if s.step%25 == 24 { // so that some are killed as they close or open
			if err = p.Close(); err == nil {
				p, err = Open(path)
			}
		}
		if err == nil {
			err = s.next().play(p)
		}
		if err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		fmt.Println("done", s.step)
	}
}

// A process that edits is killed at random moments. Each time, everything that
// it was told to be saved must be there, and at most the one step more that was
// under way; and the project must pass its check.
func TestCrash_nothingAcknowledgedIsLost(t *testing.T) {
	kills := 25
	if env := os.Getenv("BLUEPENCIL_KILLS"); env != "" {
		n, err := strconv.Atoi(env)
		if err != nil {
			t.Fatal(err)
		}
		kills = n
	}
	rnd := rand.New(rand.NewPCG(7, uint64(kills)))
	steps := 0
	for i := range kills {
		steps += crashOnce(t, uint64(i), time.Duration(2+rnd.IntN(60))*time.Millisecond)
		if t.Failed() {
			t.Fatalf("after %d kills", i+1)
		}
	}
	t.Logf("%d kills, %d acknowledged steps, none lost", kills, steps)
}

func crashOnce(t *testing.T, seed uint64, after time.Duration) (acknowledged int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "crash.bluepencil")
	p, err := Create(path, annotate.DefaultLabels())
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s|%d", crashChild, path, seed))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	var killer *time.Timer
	for lines.Scan() {
		if killer == nil { // the clock runs from the first saved step
			killer = time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
		word, rest, _ := strings.Cut(lines.Text(), " ")
		if word != "done" {
			t.Errorf("the child says: %s", lines.Text())
			break
		}
		if acknowledged, err = strconv.Atoi(rest); err != nil {
			t.Error(err)
		}
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	if killer == nil {
		t.Fatal("the child saved nothing")
	}
	killer.Stop()
	checkAfterCrash(t, path, seed, acknowledged)
	return acknowledged
}

func checkAfterCrash(t *testing.T, path string, seed uint64, acknowledged int) {
	t.Helper()
	p, err := Open(path)
	if err != nil {
		t.Errorf("after a kill at step %d: %v", acknowledged, err)
		return
	}
	defer p.Close()
	problems, err := p.Check()
	if err != nil || len(problems) > 0 {
		t.Errorf("check after a kill at step %d: %v %v", acknowledged, problems, err)
	}
	s := newScript(seed)
	for s.step < acknowledged {
		s.next()
	}
	if s.differs(p) == "" {
		return
	}
	s.next() // saved, but killed before it could say so
	if diff := s.differs(p); diff != "" {
		t.Errorf("after a kill at step %d neither %d nor %d steps are there: %s", acknowledged, acknowledged, acknowledged+1, diff)
	}
}
