package workspace

import (
	"context"
	"slices"
	"sync"
)

// Task is a piece of slow work that runs beside the window.
type Task struct {
	Title  string
	cancel context.CancelFunc
	mu     sync.Mutex
	done   int
	total  int
	ended  chan struct{}
	err    error
}

// Cancel asks the task to stop; what it has stored stays stored.
func (t *Task) Cancel() { t.cancel() }

// Progress returns how much is done and of how much; total is 0 where unknown.
func (t *Task) Progress() (done, total int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.done, t.total
}

// Ended is closed when the task's result has been handed back.
func (t *Task) Ended() <-chan struct{} { return t.ended }

// Err returns what went wrong. It is final once Ended is closed.
func (t *Task) Err() error { return t.err }

// start runs work on its own goroutine and then finish on the owner's. Both may
// use t to report progress.
func (w *Workspace) start(title string, work func(ctx context.Context, t *Task) (finish func() error)) *Task {
	ctx, cancel := context.WithCancel(context.Background())
	t := &Task{Title: title, cancel: cancel, ended: make(chan struct{})}
	w.tasks = append(w.tasks, t)
	w.notify(TopicTasks)
	go func() {
		finish := work(ctx, t)
		w.post(func() {
			defer cancel()
			if finish != nil {
				t.err = finish()
			}
			w.tasks = slices.DeleteFunc(w.tasks, func(o *Task) bool { return o == t })
			close(t.ended)
			w.notify(TopicTasks)
		})
	}()
	return t
}

// report notes progress and tells the panels about it.
func (w *Workspace) report(t *Task, done, total int) {
	t.mu.Lock()
	t.done, t.total = done, total
	t.mu.Unlock()
	w.post(func() { w.notify(TopicTasks) })
}

// Queue is a Post for programs without a window: functions wait until the owner
// runs them.
type Queue struct{ ch chan func() }

// NewQueue returns an empty queue.
func NewQueue() *Queue { return &Queue{ch: make(chan func(), 64)} }

// Post puts f at the end of the queue. It may be called from any goroutine but
// the one that waits.
func (q *Queue) Post(f func()) { q.ch <- f }

// Wait runs what is posted until the task has ended, and returns its error.
func (q *Queue) Wait(t *Task) error {
	for {
		select {
		case f := <-q.ch:
			f()
		case <-t.Ended():
			return t.Err()
		}
	}
}

// Settle waits until the workspace has no slow work left, and returns the first
// error of what was going on.
func (q *Queue) Settle(w *Workspace) error {
	var first error
	for len(w.tasks) > 0 {
		if err := q.Wait(w.tasks[0]); err != nil && first == nil {
			first = err
		}
	}
	return first
}
