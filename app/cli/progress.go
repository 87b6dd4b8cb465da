package cli

import (
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/bluepencil/bluepencil/app/workspace"
)

// progressAfter is how long work may take before a bar is worth its line.
const progressAfter = time.Second

// progress shows a bar on standard error while the workspace has slow work, but
// only on a terminal. The returned function ends it.
func (c *command) progress(ws *workspace.Workspace) (stop func()) {
	f, isFile := c.err.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return func() {}
	}
	var bar *progressbar.ProgressBar
	began := time.Now()
	cancel := ws.Subscribe(func(t workspace.Topic) {
		tasks := ws.State().Tasks
		if t != workspace.TopicTasks || len(tasks) == 0 || time.Since(began) < progressAfter {
			return
		}
		done, total := tasks[0].Progress()
		if total == 0 {
			total = -1
		}
		if bar == nil {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(f),
				progressbar.OptionClearOnFinish(), progressbar.OptionSetDescription("articles"))
		}
		_ = bar.Set(done) // a bar that cannot be drawn is no reason to stop
	})
	return func() {
		cancel()
		if bar != nil {
			_ = bar.Finish()
		}
	}
}
