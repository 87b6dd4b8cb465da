package annotate

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestDefaultLabels_areThoseOfTheContract(t *testing.T) {
	want := strings.Fields(`QUOTE SPEAKER CUE PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART
		LAW LANGUAGE DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL`)
	labels := DefaultLabels()
	if len(labels) != len(want) {
		t.Fatalf("%d labels, want %d", len(labels), len(want))
	}
	for i, l := range labels {
		if l.Name != want[i] {
			t.Errorf("label %d is %s, want %s", i, l.Name, want[i])
		}
		if l.Group == "" || len(l.Guideline) < 15 {
			t.Errorf("%s lacks a group or a guideline", l.Name)
		}
	}
	kinds := map[string]LabelKind{Quote: KindQuote, Speaker: KindSpeaker, Cue: KindCue, Person: KindEntity, Org: KindEntity, "DATE": KindValue}
	for name, kind := range kinds {
		if l, ok := labels.Find(name); !ok || l.Kind != kind {
			t.Errorf("%s is of kind %q, want %q", name, l.Kind, kind)
		}
	}
}

func TestDefaultLabels_haveKeysThatNoVerbUses(t *testing.T) {
	seen := map[string]string{}
	for _, l := range DefaultLabels() {
		if len(l.Key) != 1 || strings.Contains("XSP[]{}?123456789", l.Key) || l.Key != strings.ToUpper(l.Key) {
			t.Errorf("%s has the key %q", l.Name, l.Key)
		}
		if other, ok := seen[l.Key]; ok {
			t.Errorf("%s and %s share the key %s", other, l.Name, l.Key)
		}
		seen[l.Key] = l.Name
	}
	for name, key := range map[string]string{Quote: "Q", Cue: "U", Speaker: "A"} {
		if l, _ := DefaultLabels().Find(name); l.Key != key {
			t.Errorf("%s has the key %q, want %q", name, l.Key, key)
		}
	}
}

// rgb is a color in linear light.
type rgb [3]float64

func parseColor(t *testing.T, s string) rgb {
	t.Helper()
	if !regexp.MustCompile(`^#[0-9a-f]{6}$`).MatchString(s) {
		t.Fatalf("%q is not #rrggbb", s)
	}
	var c rgb
	for i := range c {
		n, _ := strconv.ParseUint(s[1+2*i:3+2*i], 16, 8)
		v := float64(n) / 255
		if c[i] = v / 12.92; v > 0.04045 {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return c
}

func (c rgb) through(m [3]rgb) rgb {
	var out rgb
	for i, row := range m {
		for k := range row {
			out[i] += row[k] * c[k]
		}
	}
	return out
}

// lab returns c in CIELAB for a D65 white.
func (c rgb) lab() rgb {
	xyz := c.through([3]rgb{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}})
	f := func(v float64) float64 {
		if v > 0.008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16.0/116
	}
	x, y, z := f(xyz[0]/0.9505), f(xyz[1]), f(xyz[2]/1.089)
	return rgb{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b rgb) float64 {
	a, b = a.lab(), b.lab()
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

func TestDefaultLabels_haveColorsThatAreReadOnWhite(t *testing.T) {
	for _, l := range DefaultLabels() {
		c := parseColor(t, l.Color)
		luminance := 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
		if contrast := 1.05 / (luminance + 0.05); contrast < 4.5 { // WCAG 2.2, 1.4.3
			t.Errorf("%s: contrast %.2f of %s", l.Name, contrast, l.Color)
		}
	}
}

func TestDefaultLabels_haveColorsThatStayApart(t *testing.T) {
	// Machado, Oliveira and Fernandes 2009, table 1, severity 1.0.
	eyes := map[string][3]rgb{
		"common":      {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"protanope":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
		"deuteranope": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	}
	labels := DefaultLabels()
	frequent := map[string]bool{Quote: true, Speaker: true, Cue: true, Person: true, Org: true, "GPE": true, "DATE": true}
	for i, a := range labels {
		for _, b := range labels[i+1:] {
			for eye, m := range eyes {
				least := 0.0
				if eye == "common" {
					least = 5
				}
				if frequent[a.Name] && frequent[b.Name] {
					least = 10
				}
				d := distance(parseColor(t, a.Color).through(m), parseColor(t, b.Color).through(m))
				if d < least {
					t.Errorf("%s %s and %s %s: %.1f apart for a %s eye, want %.0f", a.Name, a.Color, b.Name, b.Color, d, eye, least)
				}
			}
		}
	}
}

func TestLabelSet_findsByNameAndKey(t *testing.T) {
	set := LabelSet{{Name: "NO_KEY"}, {Name: "PERSON", Key: "N"}, {Name: "ÉTAT", Key: "É"}}
	for _, c := range []struct{ name, key, want string }{
		{"a capital", "N", "PERSON"},
		{"a small letter", "n", "PERSON"},
		{"a small letter with an accent", "é", "ÉTAT"},
		{"an unused key", "Z", ""},
		{"no key, which no label answers to", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if l, ok := set.ByKey(c.key); l.Name != c.want || ok != (c.want != "") {
				t.Errorf("ByKey(%q) = %q, %v", c.key, l.Name, ok)
			}
		})
	}
	if l, ok := set.Find("PERSON"); !ok || l.Key != "N" {
		t.Errorf("Find(PERSON) = %+v, %v", l, ok)
	}
	if _, ok := set.Find("person"); ok {
		t.Error("Find ignores case")
	}
}
