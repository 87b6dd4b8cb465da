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

// bar returns a function that shows on standard error how far some work is, but
// only on a terminal and once it takes long, and one that ends it.
func (c *command) bar() (show func(done, total int), stop func()) {
	f, isFile := c.err.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return nil, func() {}
	}
	var bar *progressbar.ProgressBar
	began := time.Now()
	show = func(done, total int) {
		if time.Since(began) < progressAfter {
			return
		}
		if total == 0 {
			total = -1
		}
		if bar == nil {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(f),
				progressbar.OptionClearOnFinish(), progressbar.OptionSetDescription("articles"))
		}
		_ = bar.Set(done) // a bar that cannot be drawn is no reason to stop
	}
	return show, func() {
		if bar != nil {
			_ = bar.Finish()
		}
	}
}

// progress shows a bar while the workspace has slow work. The returned function
// ends it.
func (c *command) progress(ws *workspace.Workspace) (stop func()) {
	show, stop := c.bar()
	if show == nil {
		return stop
	}
	cancel := ws.Subscribe(func(t workspace.Topic) {
		if tasks := ws.State().Tasks; t == workspace.TopicTasks && len(tasks) > 0 {
			show(tasks[0].Progress())
		}
	})
	return func() {
		cancel()
		stop()
	}
}
