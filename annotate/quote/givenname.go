package quote

import (
	"strings"
	"sync"
)

// Common given names that hardly ever belong to the other sex, collected by the
// authors; they only help to tell whom «he» and «she» mean.
const (
	maleNames = `aaron abdul abdullah abraham adam adrian ahmed aidan alan albert alejandro alexander alfred ali allan
alan andrew andreas andrei anthony antonio antony arthur ashok barack barry bashar ben benjamin bernard bernie bill bob boris
brad bradley brandon brendan brett brian bruce bryan byron carl carlos cathal charles charlie chris christopher chuck
cian ciarán ciaran clark claude clive colin colm conor craig curtis cyril damian damien dan daniel darragh darren dave david
dean declan denis dennis derek dermot desmond diarmuid dmitry dominic don donald douglas duncan dylan eamon éamon
eamonn earl ed eddie edgar eduardo edward edwin emmanuel enda enrique eoin eric erik ernest ethan eugene evan fergal
fergus fernando finn francis francisco franco frank fred frederick friedrich gabriel gareth garry gary gavin geoff
geoffrey george gerald gerard gerry giorgio glenn gordon graham grant greg gregory guillermo gustavo guy hamid hans
harold harry hassan hector henry herbert howard hugh hugo hussein ian ibrahim imran isaac ismail ivan jack jacob jacques
jake james jamie jan jared jason javier jay jean-claude jeb jeff jeffrey jeremy jerome jerry jim jimmy joachim joe joel
johan john johnny jon jonathan jorge josé jose joseph josh joshua juan julian julio justin karl keir keith kenneth
kevin khalid kieran klaus kurt kyle lars laurence lawrence lee leo leon leonard liam lionel lloyd logan louis
lucas luigi luis luke malachy malcolm manuel marc marco marcus mario mark martin matt matteo matthew maurice max mel michael
micheál miguel mike mikhail mitch mohammad mohammed muhammad nathan ned neil nicholas nick nicolas nigel noah noel
norman oisín oleg oliver olaf oscar otto owen pablo paddy padraig pádraig patrick paul paulo pedro peter phil philip
phillip pierre piers rafael rahul raj rajesh ralph ramon randy raúl raymond recep reginald reuben ricardo richard rick
rishi rob robert roberto rodney rodrigo roger roland ron ronald ronan rory ross roy russell ryan salman samuel
scott seamus séamus sean seán sebastian sergei sergey sergio shane simon stefan stephen steve steven stewart stuart
sunil ted terence terry theo theodore thomas tim timothy toby todd tom tommy tony trevor ulrich umar vernon victor
viktor vijay vincent vinod vladimir volodymyr walter wayne walt warren wayne wesley wilhelm will william wolfgang xavier yusuf
zachary emeka chidi olusegun tunde goodluck muhammadu kofi kwame narendra amit arvind sanjay suresh ramesh
takeshi hiroshi kenji shinzo jinping giovanni francesco lorenzo jürgen olivier guillaume françois nikolai igor yuri
anatoly dmytro oleksandr andriy serhiy petro jens lars mats anders henrik mikael pekka`
	femaleNames = `abigail ada adele agnes aisha alexandra alice alicia alison amanda amber amelia amina amy ana anastasia
 angela angelina anita ann anna anne annette annie antonia aoife arlene audrey barbara beatrice becky bernadette
beth bethany betty beverly brenda bridget brigid bríd caitlin camilla carly carmel carmen carol carole caroline
catherine cathy cecilia charlotte chelsea cheryl chloe christina christine ciara claire clara clare claudia colette
condoleezza constance cristina cynthia daisy dawn deborah debbie deirdre denise diana diane dolores donna dora doris
dorothy edith eileen elaine eleanor elena elise elizabeth ella ellen emer emily emma erin estelle esther ethel
eva evelyn faith fatima felicity fiona florence frances freya gabriela gabrielle georgia georgina geraldine gillian
gina ginni gladys glenys gloria grace greta gráinne gretchen hannah harriet hazel heather helen helena henrietta hilary
hillary holly huma ida imelda ingrid irene iris isabel isabella ivanka jacinda jacqueline jane janet janice
jasmine jayne jean jeanette jeanine jenna jennifer jenny jessica jill joan joanna joanne jocelyn josephine joy
joyce juanita judith judy julia julie june justine kamala karen kate katharine katherine kathleen kathryn kathy katie
katrina katy kayla kellyanne kirsten kirsty kristen kristina laura lauren leanne leona leah leila leonora
lilian lily linda lisa liz lorna lorraine louise lucia lucy lydia lynn lynne madeleine maeve mairead máiréad mairéad
marcia margaret margarita maria marian marie marilyn marina marion marissa marjorie marta martha mary matilda maureen
megan melania melanie melissa mercedes meredith mia michaela michelle mildred miriam moira mollie molly monica muriel
nadia nancy naomi natalia natalie natasha niamh nicola nicole nina noreen nora norma nuala olga olivia orla órla pamela
patricia paula pauline penelope penny phoebe phyllis polly priscilla priti priya rachel rebecca regina rhona rita
roberta róisín roisin rosa rose rosemary rosie roxanne ruth sally samantha sandra sara sarah sarita shannon sharon
sheila sheryl shirley siobhán siobhan sinéad sinead sonia sophia sophie stacey stella stephanie sue susan susana
suzanne svetlana sylvia tamara tanya tara tatiana teresa tessa theresa tiffany tina tracey tracy una ursula usha valerie
vanessa vera veronica victoria viktoria violet virginia vivian wendy whitney winifred yasmin yolanda yvette yvonne zoe
ngozi amaka chioma folake aminata sushma sonia indira smriti yuriko keiko yoko giulia chiara francesca ilaria
margrethe sigrid astrid annegret marine brigitte élisabeth valérie ségolène anne-marie mary-lou`
)

// genderOf returns male, female or 0 for a given name in lower case.
func genderOf(given string) lex { return givenNames()[given] }

var givenNames = sync.OnceValue(func() map[string]lex {
	m := make(map[string]lex, 1024)
	for _, n := range strings.Fields(maleNames) {
		m[n] = male
	}
	for _, n := range strings.Fields(femaleNames) {
		m[n] = female
	}
	return m
})
