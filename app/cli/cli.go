// Package cli is the command line: the same work as the window's, for scripts.
// Results go to standard output, words to standard error; 0 is success, 1 says
// that the work failed, 2 that the command was used wrongly. Start with [Main].
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bluepencil/bluepencil/app/workspace"
)

// The exit codes.
const (
	ok     = 0
	failed = 1
	misuse = 2
)

// Desktop is what the command line needs of the window, which it does not know.
type Desktop struct {
	// Open shows the window on project and article files.
	Open func(args []string) error
	// Snapshot draws the window on an open workspace to a PNG file.
	Snapshot func(ws *workspace.Workspace, path string, width, height int, dark bool) error
	// Render draws the open article's page to a PNG file.
	Render func(ws *workspace.Workspace, path string, width int, dark bool) error
	// Samples are the sample articles, by name.
	Samples func() (names, texts []string)
}

// command is what all subcommands share.
type command struct {
	desktop Desktop
	in      io.Reader
	out     io.Writer
	err     io.Writer
}

// misused marks an error as the caller's wrong use.
type misused struct{ error }

func (m misused) Unwrap() error { return m.error }

// silent ends a command whose faults have been told one by one already.
type silent struct{}

func (silent) Error() string { return "some of the work failed" }

// Main runs the command line args (without the program's name) and returns the
// exit code.
func Main(version string, d Desktop, args []string, in io.Reader, out, errOut io.Writer) int {
	c := &command{desktop: d, in: in, out: out, err: errOut}
	root := c.root(version)
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	return c.exit(root.Execute())
}

func (c *command) exit(err error) int {
	var wrong misused
	switch {
	case err == nil:
		return ok
	case errors.Is(err, silent{}):
		return failed
	case errors.As(err, &wrong) || strings.HasPrefix(err.Error(), "unknown command"):
		c.complain(err)
		fmt.Fprintln(c.err, "hint: bluepencil --help lists the commands, bluepencil COMMAND --help explains one")
		return misuse
	}
	c.complain(err)
	if hint := workspace.Hint(err); hint != "" {
		fmt.Fprintln(c.err, "hint:", hint)
	}
	return failed
}

func (c *command) complain(err error) { fmt.Fprintln(c.err, "bluepencil:", err) }

func (c *command) root(version string) *cobra.Command {
	root := &cobra.Command{
		Use:   "bluepencil [PROJECT] [FILE…]",
		Short: "An annotation desk for newsrooms: who said what, and who is named",
		Long: "Without a command, bluepencil opens the desktop application on a project and on\n" +
			"article files. With one, it does its work without a window.",
		Example: "  bluepencil news.bluepencil story.html\n" +
			"  bluepencil suggest story.txt > story.jsonl\n" +
			"  bluepencil export news.bluepencil --format prodigy -o train.jsonl",
		Version:       version,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(_ *cobra.Command, args []string) error { return c.open(args) },
	}
	root.SetVersionTemplate("bluepencil {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return misused{err} })
	root.AddCommand(c.suggest(), c.train(), c.eval(), c.imports(), c.export(), c.check(), c.stats(), c.backup(), c.render(), c.demo())
	return root
}

// open refuses a word that is neither a command nor a file before the window
// would open on nothing.
func (c *command) open(args []string) error {
	for _, a := range args {
		if strings.EqualFold(filepath.Ext(a), ".bluepencil") {
			continue
		}
		if _, err := os.Stat(a); err != nil {
			return misused{fmt.Errorf("%q is no command, and no file that can be opened", a)}
		}
	}
	return c.desktop.Open(args)
}

// atLeast asks for a number of arguments, in words.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < n {
			return misused{fmt.Errorf("give %s", what)}
		}
		return nil
	}
}

// exactly asks for exactly n arguments, in words.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return misused{fmt.Errorf("give %s, and nothing else", what)}
		}
		return nil
	}
}

// oneOf refuses a flag's value that is not among the choices.
func oneOf(flag, value string, choices ...string) error {
	for _, c := range choices {
		if value == c {
			return nil
		}
	}
	return misused{fmt.Errorf("--%s %q is not one of %s", flag, value, strings.Join(choices, ", "))}
}

// reading opens a project for reading, runs f and closes it.
func reading(path string, f func(*workspace.Workspace) error) error {
	return using(path, (*workspace.Workspace).OpenReadOnly, f)
}

func using(path string, open func(*workspace.Workspace, string) error, f func(*workspace.Workspace) error) error {
	ws := workspace.New(workspace.Options{})
	if err := open(ws, path); err != nil {
		return err
	}
	return errors.Join(f(ws), ws.Close())
}
