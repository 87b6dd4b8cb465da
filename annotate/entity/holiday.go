package entity

// quarter reads third quarter of 2024, Q3, fiscal 2024.
func (l *line) quarter(i int) hit {
	t, next := l.at(i), l.at(i+1)
	end := 0
	switch {
	case t.is&isOrdinal != 0 && next.low == "quarter" && among(l.at(i-1).low, "the in its"):
		end = i + 2
	case t.is&isOrdinal != 0 && next.word == "-" && l.at(i+2).low == "quarter":
		return hit{to: i + 3, label: Date, score: 0.85, reason: "a quarter"}
	case t.is&isOrdinal != 0 && next.low == "half" && (l.at(i+2).low == "of" && (l.isYear(i+3) || l.at(i+3).low == "the" && l.at(i+4).low == "year")):
		end = i + 2
	case len(t.word) == 2 && (t.word[0] == 'Q' || t.word[0] == 'H') && t.word[1] >= '1' && t.word[1] <= '4':
		end = i + 1
	case (t.low == "fiscal" || t.low == "financial") && (l.isYear(i+1) || next.low == "year" && l.isYear(i+2)):
		if !l.isYear(i + 1) {
			i++
		}
		return hit{to: i + 2, label: Date, score: 0.9, reason: "a financial year"}
	default:
		return hit{}
	}
	if l.at(end).low == "of" && l.at(end+1).low == "the" && l.at(end+2).low == "year" {
		end += 3
	}
	if l.at(end).low == "of" && (l.at(end+1).low == "this" || l.at(end+1).low == "last") && l.at(end+2).low == "year" {
		end += 3
	}
	return hit{to: l.withYear(end), label: Date, score: 0.88, reason: "a quarter"}
}

// holiday reads the names of holidays.
func (l *line) holiday(i int) hit {
	t := l.at(i)
	if !t.capital {
		return hit{}
	}
	found := func(n int) hit {
		return hit{to: l.withYear(i + n), label: Date, score: 0.9, reason: "a holiday"}
	}
	one, two, three := l.at(i+1).low, l.at(i+2).low, l.at(i+3).low
	switch t.low {
	case "christmas", "easter", "thanksgiving", "ramadan", "halloween", "diwali", "hanukkah", "passover", "lent", "eid", "pentecost", "yom", "rosh":
		if among(one, "day eve sunday monday week weekend al-fitr al-adha kippur hashanah") {
			return found(2)
		}
		if t.low == "yom" || t.low == "rosh" || l.at(i+1).capital && l.at(i+1).space {
			return hit{}
		}
		return found(1)
	case "good", "ash", "bank", "palm", "holy":
		if among(t.low+"-"+one, "good-friday ash-wednesday palm-sunday holy-week holy-thursday bank-holiday") {
			return found(2)
		}
	case "boxing", "labor", "labour", "memorial", "independence", "presidents", "veterans", "columbus", "canada",
		"australia", "anzac", "bastille", "victory", "workers", "republic", "democracy", "mothers", "fathers":
		if one == "day" && l.at(i+1).capital {
			return found(2)
		}
	case "new":
		if one == "year" && two == "'s" && (three == "day" || three == "eve") {
			return found(4)
		}
		if one == "year" && l.at(i+1).capital {
			return found(2)
		}
	case "st", "st.", "saint", "valentine", "mother", "father", "international":
		for k := i + 1; k < i+5; k++ {
			if l.at(k).low == "day" && l.at(k).capital && among(l.at(k-1).low, "'s valentines patricks") {
				return found(k - i + 1)
			}
		}
	}
	return hit{}
}
