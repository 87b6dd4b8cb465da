package suggest

import (
	"strings"
	"testing"
)

func TestOtherLanguagesAreLeftAlone(t *testing.T) {
	for name, c := range map[string]struct {
		text    string
		english bool
	}{
		"a few words":   {"Ana Roy, Lima", true},
		"nothing":       {"", true},
		"English":       {strings.Repeat("The council said on Monday that it would not sell the old mill to anyone. ", 4), true},
		"in capitals":   {strings.Repeat("THE COUNCIL SAID ON MONDAY THAT IT WOULD NOT SELL THE OLD MILL. ", 4), true},
		"a result list": {strings.Repeat("Rovers 2 Harford 1 at the Moorside. Ashby 0 Norton 0 at the Dell. ", 6), true},
		"German":        {strings.Repeat("Der Rat sagte am Montag, dass er die alte Mühle an niemanden verkaufen will. ", 5), false},
		"French":        {strings.Repeat("Le conseil a dit lundi qu’il ne vendrait le vieux moulin à personne, « jamais ». ", 5), false},
		"Spanish":       {strings.Repeat("El consejo dijo el lunes que no vendería el viejo molino a nadie de la villa. ", 5), false},
		"Irish":         {strings.Repeat("Dúirt an chomhairle Dé Luain nach ndíolfadh sí an seanmhuileann le duine ar bith. ", 5), false},
		"Chinese":       {strings.Repeat("市议会星期一表示不会把旧磨坊卖给任何人。", 8), false},
		"Arabic":        {strings.Repeat("قال المجلس يوم الاثنين إنه لن يبيع الطاحونة القديمة لأي شخص. ", 6), false},
		"Russian":       {strings.Repeat("Совет сообщил в понедельник, что не продаст старую мельницу никому. ", 6), false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := English(c.text); got != c.english {
				t.Errorf("English = %v", got)
			}
			if m := Article(c.text); !c.english && len(m.Spans) > 0 {
				t.Errorf("%d suggestions", len(m.Spans))
			}
		})
	}
}
