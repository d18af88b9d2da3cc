//! RFC 3339 timestamps as AWS takes them: upper-case `T` and `Z`, and a day that exists.

/// What is wrong with a timestamp, as the end of a sentence.
pub(crate) fn check(text: &str) -> Result<(), &'static str> {
    let mut reader = Reader { rest: text.as_bytes() };
    let date = (|| Some((reader.number(4, b"-")?, reader.number(2, b"-")?, reader.number(2, b"")?)))();
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
    if !reader.eat(b"T") {
        return Err("an upper-case `T` must follow the date");
    }
    let time = (|| Some((reader.number(2, b":")?, reader.number(2, b":")?, reader.number(2, b"")?)))();
    let (hour, minute, second) = time.ok_or("no time such as `23:59:59` follows the date")?;
    // The sixtieth second is a leap second's.
    if hour > 23 || minute > 59 || second > 60 {
        return Err("there is no such time of day");
    }
    if reader.eat(b".") && !reader.digits() {
        return Err("no digits follow the point");
    }
    let zone = if reader.eat(b"Z") {
        true
    } else if reader.eat(b"+") || reader.eat(b"-") {
        let offset = (|| Some((reader.number(2, b":")?, reader.number(2, b"")?)))();
        offset.is_some_and(|(hours, minutes)| hours < 24 && minutes < 60)
    } else {
        false
    };
    if zone && reader.rest.is_empty() {
        Ok(())
    } else {
        Err("it does not end in `Z` or an offset such as `+01:00`")
    }
}

struct Reader<'t> {
    rest: &'t [u8],
}

impl Reader<'_> {
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

    /// Digits, at least one.
    fn digits(&mut self) -> bool {
        let length = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.rest = self.rest.get(length..).unwrap_or_default();
        length > 0
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn real_moments_pass() {
        for text in
            ["2030-01-31T23:59:59Z", "2024-02-29T00:00:00.123456789+14:00", "2000-02-29T10:00:00-00:30"]
        {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn all_else_is_refused() {
        for text in [
            "",
            "2030",
            "2030-01-31",
            "2030-01-31T23:59Z",
            "2030-01-31T23:59:59",
            "2030-01-31 23:59:59Z",
            "2030-01-31t23:59:59Z",
            "2030-01-31T23:59:59z",
            "2030-13-01T00:00:00Z",
            "2030-04-31T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2030-01-00T00:00:00Z",
            "2030-01-31T24:00:00Z",
            "2030-01-31T00:60:00Z",
            "2030-01-31T00:00:00.Z",
            "2030-01-31T00:00:00+0100",
            "2030-01-31T00:00:00Z ",
            "05-12-2016T21:29:29Z",
            "２030-01-31T00:00:00Z",
        ] {
            assert!(check(text).is_err(), "{text}");
        }
    }
}
