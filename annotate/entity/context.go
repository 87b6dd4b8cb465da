package entity

// Words that say what a name beside them is, written by hand.
const (
	// suffixWords follow a name and a hyphen: US-led, London-based.
	suffixWords = "based born led backed style like wide held run owned controlled speaking made bound brokered linked " +
		"affiliated educated trained language sponsored funded occupied ruled built dominated listed era only " +
		"friendly appointed supported supplied mediated imposed registered flagged domiciled headquartered " +
		"inspired designed hit loving winning allied area related nominated aligned administered sized " +
		"produced"
	// shareWords make up a bar of links to share the page.
	shareWords = "share facebook twitter x whatsapp email print linkedin reddit pinterest copy link save tweet " +
		"comments comment messenger telegram bluesky threads instagram"
)

// notNames are capitals that name no body, parted by white space.
const notNames = `
TV CEO CEOs CFO COO PM MP MPs TD TDs MEP MEPs DNA HIV AIDS PCR GDP CPI VAT AI IT PR HR DJ DJs CV ID IDs UFO
UFOs ATM OK PhD MBA BA BSc MSc MA DVD CD CDs GP GPs SUV SUVs CCTV DUI IVF LGBT LGBTQ LGBTQ+ LGBTI IQ PTSD ADHD
PPE IPO IPOs ETF VIP VIPs QC KC SC JP DIY FAQ URL GPS USB WiFi LED EV EVs NGO NGOs AM FM RIP UV XL PS ER ICU
CT MRI A-level GCSE GCSEs EU-wide AD BC II III IV VI VII VIII IX XI XIV XVI ET PT GMT EST EDT PST PDT BST IST
CET UTC AFC-NFC RT LOL OMG WTF BTW DM AKA SAN OFR FYI ASAP RSVP RBI ERA TKO MVP US-born Q&A I'M I'LL DON'T NOT
AND THE ALL FOR BUT NEW TO OF IN IS IT'S ON BY AT AN OR NO SO UP WE HE ME MY DO GO IF PLUS MORE READ WATCH
LIVE VIDEO EXCLUSIVE BREAKING UPDATE PHOTO PHOTOS FILE
`
