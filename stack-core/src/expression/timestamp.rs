//! RFC 3339 timestamps as AWS takes them: upper-case `T` and `Z`, and a day that exists.

/// An instant. Two timestamps that mean the same instant are equal, whatever their offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// Seconds since 1970-01-01T00:00:00Z, without leap seconds; negative before.
    pub seconds: i64,
    /// Nanoseconds after that second: 0 to 999,999,999. Further digits of a fraction are cut off.
    pub nanoseconds: u32,
}

/// The instant of a timestamp, or what is wrong with it, as the end of a sentence.
///
/// A leap second, `23:59:60`, is the first second of the next minute, as in POSIX. It is taken in every minute, because
/// where the last one of a day falls depends on the offset.
pub fn parse(text: &str) -> Result<Timestamp, &'static str> {
    let mut parser = Parser { rest: text.as_bytes() };
    let date = (|| Some((parser.number(4, b"-")?, parser.number(2, b"-")?, parser.number(2, b"")?)))();
    let (year, month, day) = date.ok_or("it does not start with a date such as `2030-01-31`")?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return Err("there is no such month"),
    };
    if day < 1 || day > days {
        return Err("the month has no such day");
    }
    if !parser.eat(b"T") {
        return Err("an upper-case `T` must follow the date");
    }
    let time = (|| Some((parser.number(2, b":")?, parser.number(2, b":")?, parser.number(2, b"")?)))();
    let (hour, minute, second) = time.ok_or("no time such as `23:59:59` follows the date")?;
    if hour > 23 || minute > 59 || second > 60 {
        return Err("there is no such time of day");
    }
    let fraction = if parser.eat(b".") { parser.fraction() } else { Some(0) };
    let nanoseconds = fraction.ok_or("no digits follow the point")?;
    let offset = parser.offset().filter(|_| parser.rest.is_empty());
    let offset = offset.ok_or("it does not end in `Z` or an offset such as `+01:00`")?;
    let of_day = i64::from(hour * 3600 + minute * 60 + second);
    Ok(Timestamp { seconds: days_since_1970(year, month, day) * 86_400 + of_day - offset, nanoseconds })
}

/// The days from 1970-01-01 to a day that exists, in the calendar of today for all years.
fn days_since_1970(year: u32, month: u32, day: u32) -> i64 {
    // Years that begin in March have their leap day at the end.
    let (year, month) =
        if month > 2 { (i64::from(year), month - 3) } else { (i64::from(year) - 1, month + 9) };
    // Months from March on have 31 30 31 30 31 days, over and over.
    let of_year = i64::from((153 * month + 2) / 5 + day) - 1;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    // From 0000-03-01 to 1970-01-01.
    year * 365 + leap_days + of_year - 719_468
}

struct Parser<'t> {
    rest: &'t [u8],
}

impl Parser<'_> {
    fn eat(&mut self, mark: &[u8]) -> bool {
        let rest = self.rest.strip_prefix(mark);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// So many digits and the mark after them.
    fn number(&mut self, length: usize, mark: &[u8]) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        let mut number = 0;
        for digit in digits {
            number = number * 10 + char::from(*digit).to_digit(10)?;
        }
        self.eat(mark).then_some(number)
    }

    /// Digits, at least one, as a part of a second in nanoseconds.
    fn fraction(&mut self) -> Option<u32> {
        let (mut length, mut nanoseconds) = (0, 0);
        while let [digit @ b'0'..=b'9', rest @ ..] = self.rest {
            if length < 9 {
                nanoseconds = nanoseconds * 10 + u32::from(digit - b'0');
            }
            length += 1;
            self.rest = rest;
        }
        for _ in length..9 {
            nanoseconds *= 10;
        }
        (length > 0).then_some(nanoseconds)
    }

    /// How many seconds the clock there is ahead of UTC.
    fn offset(&mut self) -> Option<i64> {
        if self.eat(b"Z") {
            return Some(0);
        }
        let sign = match (self.eat(b"+"), self.eat(b"-")) {
            (true, false) => 1,
            (false, true) => -1,
            _ => return None,
        };
        let (hours, minutes) = (self.number(2, b":")?, self.number(2, b"")?);
        (hours < 24 && minutes < 60).then(|| sign * i64::from(hours * 3600 + minutes * 60))
    }
}

#[cfg(test)]
mod tests {
    use super::{Timestamp, parse};
    use proptest::prelude::*;

    #[test]
    fn a_timestamp_is_its_instant() {
        // Seconds as `date -u -d .. +%s` gives them.
        for (text, seconds, nanoseconds) in [
            ("1970-01-01T00:00:00Z", 0, 0),
            ("1969-12-31T23:59:59.25Z", -1, 250_000_000),
            ("2030-01-31T23:59:59Z", 1_896_134_399, 0),
            ("2024-02-29T00:00:00.123456789+14:00", 1_709_114_400, 123_456_789),
            ("2000-02-29T10:00:00-00:30", 951_820_200, 0),
            ("2000-03-01T00:00:00Z", 951_868_800, 0),
            ("2023-03-01T00:00:00.0000000019Z", 1_677_628_800, 1),
            ("2016-12-31T23:59:60Z", 1_483_228_800, 0),
            ("2017-01-01T00:59:60+01:00", 1_483_228_800, 0),
            ("0000-01-01T00:00:00Z", -62_167_219_200, 0),
            ("0000-03-01T00:00:00Z", -62_162_035_200, 0),
            ("9999-12-31T23:59:59.999999999-23:59", 253_402_387_139, 999_999_999),
        ] {
            assert_eq!(parse(text), Ok(Timestamp { seconds, nanoseconds }), "{text}");
        }
    }

    #[test]
    fn instants_are_ordered_whatever_their_offsets() {
        let instant = |text| parse(text).unwrap();
        assert!(instant("2030-01-01T00:00:00+01:00") < instant("2029-12-31T23:30:00Z"));
        assert!(instant("2030-01-01T00:00:00.1Z") < instant("2030-01-01T00:00:00.11Z"));
        assert!(instant("1969-12-31T23:59:59.9Z") < instant("1970-01-01T00:00:00Z"));
        assert_eq!(instant("2030-01-01T01:00:00+01:00"), instant("2030-01-01T00:00:00.000-00:00"));
    }

    #[test]
    fn every_day_of_four_hundred_years_is_one_after_the_day_before() {
        let mut before = parse("1899-12-31T00:00:00Z").unwrap().seconds;
        for year in 1900..2300 {
            for month in 1..=12 {
                for day in 1..=31 {
                    if let Ok(at) = parse(&format!("{year}-{month:02}-{day:02}T00:00:00Z")) {
                        assert_eq!(at.seconds, before + 86_400, "{year}-{month}-{day}");
                        before = at.seconds;
                    }
                }
            }
        }
    }

    #[test]
    fn each_fault_has_its_reason() {
        let date = "it does not start with a date such as `2030-01-31`";
        let time = "no time such as `23:59:59` follows the date";
        let zone = "it does not end in `Z` or an offset such as `+01:00`";
        for (text, fault) in [
            ("", date),
            ("2030", date),
            ("05-12-2016T21:29:29Z", date),
            ("２030-01-31T00:00:00Z", date),
            ("2030-01-31", "an upper-case `T` must follow the date"),
            ("2030-01-31 23:59:59Z", "an upper-case `T` must follow the date"),
            ("2030-01-31t23:59:59Z", "an upper-case `T` must follow the date"),
            ("2030-01-31T23:59Z", time),
            ("2030-01-31T23:59:59", zone),
            ("2030-01-31T23:59:59z", zone),
            ("2030-01-31T00:00:00+0100", zone),
            ("2030-01-31T00:00:00+24:00", zone),
            ("2030-01-31T00:00:00-01:60", zone),
            ("2030-01-31T00:00:00+-01:00", zone),
            ("2030-01-31T00:00:00Z ", zone),
            ("2030-13-01T00:00:00Z", "there is no such month"),
            ("2030-00-01T00:00:00Z", "there is no such month"),
            ("2030-04-31T00:00:00Z", "the month has no such day"),
            ("1900-02-29T00:00:00Z", "the month has no such day"),
            ("2030-01-00T00:00:00Z", "the month has no such day"),
            ("2030-01-31T24:00:00Z", "there is no such time of day"),
            ("2030-01-31T00:60:00Z", "there is no such time of day"),
            ("2030-01-31T23:59:61Z", "there is no such time of day"),
            ("2030-01-31T00:00:00.Z", "no digits follow the point"),
        ] {
            assert_eq!(parse(text), Err(fault), "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_offset_moves_the_instant_and_any_text_is_read(hours in 0..24_i64, text in r"[-+:.TZ0-9ä]{0,30}") {
            let at = |zone: String| parse(&format!("2030-06-15T12:00:00{zone}")).unwrap().seconds;
            prop_assert_eq!(at(format!("+{hours:02}:00")) + hours * 3600, at("Z".into()));
            prop_assert_eq!(at(format!("-{hours:02}:00")) - hours * 3600, at("Z".into()));
            let _ = parse(&text);
        }
    }
}
