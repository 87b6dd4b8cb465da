package textlay

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
)

// System finds fonts of the system for characters that a page's own fonts lack.
// It works in the background, since the first scan may take seconds: what is
// not known yet is drawn as a box, and drawn again when onFound is called.
type System struct {
	dir     string
	onFound func()

	mu      sync.Mutex
	idle    *sync.Cond // signaled when the queue is empty
	known   map[request]*font.Face
	queue   []request
	running bool
	fonts   *fontscan.FontMap
	failed  bool
}

// request asks for one character. Runes of one script mostly share a face.
type request struct {
	char rune
	bold bool
}

// NewSystem returns a finder that keeps its index of the system's fonts in
// cacheDir; "" is a folder of the user's cache. onFound, which may be nil, is
// called on another goroutine whenever characters have been looked up.
func NewSystem(cacheDir string, onFound func()) *System {
	s := &System{dir: cacheDir, onFound: onFound, known: map[request]*font.Face{}}
	s.idle = sync.NewCond(&s.mu)
	return s
}

// find returns the system's face for a character, nil where there is none.
// known is false while the answer is being looked for.
func (s *System) find(r rune, bold bool) (face *font.Face, known bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	req := request{r, bold}
	if face, ok := s.known[req]; ok {
		return face, true
	}
	if s.failed {
		return nil, true
	}
	s.queue = append(s.queue, req)
	if !s.running {
		s.running = true
		go s.work()
	}
	return nil, false
}

// Wait returns when every character asked for so far has been looked up.
func (s *System) Wait() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.running {
		s.idle.Wait()
	}
}

func (s *System) work() {
	for {
		s.mu.Lock()
		batch := s.queue
		s.queue = nil
		if len(batch) == 0 {
			s.running = false
			s.idle.Broadcast()
			s.mu.Unlock()
			return
		}
		s.mu.Unlock()
		s.resolve(batch)
		if s.onFound != nil {
			s.onFound()
		}
	}
}

// resolve looks a batch up. The font map is this goroutine's own.
func (s *System) resolve(batch []request) {
	if s.fonts == nil {
		fonts, err := openSystem(s.dir)
		if err != nil {
			s.mu.Lock()
			s.failed = true
			s.mu.Unlock()
			return
		}
		s.fonts = fonts
	}
	for _, req := range batch {
		s.mu.Lock()
		_, done := s.known[req]
		s.mu.Unlock()
		if done {
			continue
		}
		face := lookUp(s.fonts, req)
		s.mu.Lock()
		s.known[req] = face
		s.mu.Unlock()
	}
}

func lookUp(fonts *fontscan.FontMap, req request) *font.Face {
	aspect := font.Aspect{Weight: font.WeightNormal}
	if req.bold {
		aspect.Weight = font.WeightBold
	}
	fonts.SetQuery(fontscan.Query{Families: []string{fontscan.Serif, fontscan.SansSerif}, Aspect: aspect})
	face := fonts.ResolveFace(req.char)
	if face == nil || face.Upem() == 0 {
		return nil
	}
	if _, ok := face.NominalGlyph(req.char); !ok {
		return nil
	}
	return face
}

// quiet drops the messages of the font scan: a broken font of the system is no
// news to an editor.
type quiet struct{}

func (quiet) Printf(string, ...any) {}

func openSystem(dir string) (*fontscan.FontMap, error) {
	if dir == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			cache = os.TempDir()
		}
		dir = filepath.Join(cache, "bluepencil", "fonts")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("font index: %w", err)
	}
	fonts := fontscan.NewFontMap(quiet{})
	if err := fonts.UseSystemFonts(dir); err != nil {
		return nil, fmt.Errorf("font index: %w", err)
	}
	return fonts, nil
}
