package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// changedGlobals lists the places where functions of a package change one of
// its variables, or hand out its address. What a call does with a variable's
// value is out of its sight.
func changedGlobals(set *token.FileSet, name string, files []*ast.File) []string {
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{
		Importer: noImports{},
		Error:    func(error) {}, // without its imports no package is free of faults
	}
	pkg, _ := config.Check(name, set, files, info)
	var out []string
	report := func(e ast.Expr, what string) {
		id := root(e)
		if id == nil {
			return
		}
		if v, ok := info.Uses[id].(*types.Var); ok && v.Parent() == pkg.Scope() {
			out = append(out, fmt.Sprintf("%s: %s the package variable %s", set.Position(id.Pos()), what, id.Name))
		}
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, e := range n.Lhs {
					report(e, "sets")
				}
			case *ast.IncDecStmt:
				report(n.X, "counts")
			case *ast.RangeStmt:
				report(n.Key, "sets")
				report(n.Value, "sets")
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					report(n.X, "hands out")
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && len(n.Args) > 0 && (f.Name == "delete" || f.Name == "clear" || f.Name == "copy") {
					report(n.Args[0], "empties or overwrites")
				}
			}
			return true
		})
	}
	return out
}

// root is the variable that a change of the expression changes.
func root(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.IndexExpr:
		return root(e.X)
	case *ast.SelectorExpr:
		return root(e.X)
	case *ast.SliceExpr:
		return root(e.X)
	case *ast.StarExpr:
		return root(e.X)
	case *ast.ParenExpr:
		return root(e.X)
	}
	return nil
}

type noImports struct{}

func (noImports) Import(string) (*types.Package, error) {
	return nil, errors.New("imports are not followed")
}

func TestChangedGlobals_seesEveryWayOfChangingOne(t *testing.T) {
	const text = `package p
import "sort"
var table = map[string]int{"a": 1}
var list, n = []int{1}, 0
var set struct{ open bool }
func reads() (int, int) { table := map[string]int{}; table["b"] = 2; return table["a"], list[0] }
func local() { n := 0; n++; sort.Ints([]int{n}) }
func f() {
	table["b"] = 2
	list = append(list, 3)
	n++
	set.open = true
	for n = range list {}
	delete(table, "a")
	_ = &set
}`
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, "p.go", text, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"p.go:9:2: sets the package variable table",
		"p.go:10:2: sets the package variable list",
		"p.go:11:2: counts the package variable n",
		"p.go:12:2: sets the package variable set",
		"p.go:13:6: sets the package variable n",
		"p.go:14:9: empties or overwrites the package variable table",
		"p.go:15:7: hands out the package variable set",
	}
	if diff := cmp.Diff(want, changedGlobals(set, "p", []*ast.File{f})); diff != "" {
		t.Error(diff)
	}
}
