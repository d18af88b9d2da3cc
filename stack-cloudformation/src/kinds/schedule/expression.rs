//! When a schedule runs: `rate(..)`, `cron(..)` and `at(..)`, checked in const code.
//!
//! Scheduler takes more than a rule of EventBridge does: `rate(1 minutes)`, a cron without a year, and a time
//! without seconds. What is refused here is what `CreateSchedule` was seen to refuse.

use crate::compile_time::message::{ConstText, fail};

/// A field of `cron(..)`.
struct Field {
    name: &'static str,
    least: u32,
    most: u32,
    /// Words for the numbers from the least on, three letters each.
    words: &'static [u8],
    /// What it takes, for messages.
    takes: &'static str,
}

const FIELDS: [Field; 6] = [
    Field { name: "minutes", least: 0, most: 59, words: b"", takes: "0 to 59" },
    Field { name: "hours", least: 0, most: 23, words: b"", takes: "0 to 23" },
    Field {
        name: "day-of-month",
        least: 1,
        most: 31,

        words: b"",
        takes: "1 to 31, or `?` alone, `L` for the last and `15W` for the weekday nearest to the 15th",
    },
    Field {
        name: "month",
        least: 1,
        most: 12,

        words: b"JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC",
        takes: "1 to 12 or JAN to DEC",
    },
    Field {
        name: "day-of-week",
        least: 1,
        most: 7,

        words: b"SUNMONTUEWEDTHUFRISAT",
        takes: "1 to 7 or SUN to SAT, or `?` alone, `6L` for the last Friday and `2#1` for the first Monday",
    },
    Field { name: "year", least: 1970, most: 2199, words: b"", takes: "1970 to 2199" },
];
const DAY_OF_MONTH: usize = 2;
const DAY_OF_WEEK: usize = 4;

/// Stops the compilation unless it is an expression of EventBridge Scheduler.
#[track_caller]
pub(super) const fn check(text: &str) {
    let mut scan = Scan(text.as_bytes());
    let (rated, repeated, once) = (scan.keyword(b"rate("), scan.keyword(b"cron("), scan.keyword(b"at("));
    match scan.0 {
        [value @ .., b')'] if rated => rate(text, value),
        [fields @ .., b')'] if repeated => cron(text, fields),
        [time @ .., b')'] if once => at(text, time),
        _ => fail(&[
            "schedule_rate is `rate(5 minutes)`, `cron(0 9 ? * MON-FRI *)` or `at(2030-01-31T09:00:00)`: `",
            text,
            "`",
        ]),
    }
}

/// A positive number and a unit, with a blank between or without.
#[track_caller]
const fn rate(text: &str, value: &[u8]) {
    let mut scan = Scan(value);
    let positive = matches!(scan.number(), Some(1..));
    while scan.eat(b' ') {}
    let unit = scan.keyword(b"minute") || scan.keyword(b"hour") || scan.keyword(b"day");
    if !positive || !unit || !matches!(scan.0, b"" | b"s" | b"S") {
        fail(&["a rate is a positive number of `minutes`, `hours` or `days`: `", text, "`"]);
    }
}

#[track_caller]
const fn cron(text: &str, fields: &[u8]) {
    let mut count = 0;
    let mut rest = fields;
    let mut open = [false; 2];
    while let Some(field) = next(&mut rest, b' ') {
        if count < FIELDS.len() {
            if matches!(field, b"?") && (count == DAY_OF_MONTH || count == DAY_OF_WEEK) {
                open[(count == DAY_OF_WEEK) as usize] = true;
            } else {
                check_field(text, count, field);
            }
        }
        count += 1;
    }
    // The year may be left out.
    if count != FIELDS.len() && count != FIELDS.len() - 1 {
        ConstText::new()
            .push("a cron expression has six fields, minutes hours day-of-month month day-of-week year, but this has ")
            .number(count)
            .push(": `")
            .push(text)
            .push("`")
            .fail()
    }
    if open[0] == open[1] {
        fail(&[
            "of day-of-month and day-of-week, the third and the fifth field, one is `?`: `",
            text,
            "`\nhelp: `cron(0 9 * * ? *)` is every day at nine, `cron(0 9 ? * MON *)` every Monday",
        ]);
    }
}

/// The text up to the next separator; `None` at the end. Blanks may be several.
const fn next<'a>(rest: &mut &'a [u8], separator: u8) -> Option<&'a [u8]> {
    while separator == b' '
        && let [b' ', more @ ..] = *rest
    {
        *rest = more;
    }
    if rest.is_empty() {
        return None;
    }
    let mut end = 0;
    while end < rest.len() && rest[end] != separator {
        end += 1;
    }
    let (found, more) = rest.split_at(end);
    *rest = match more {
        // A separator at the end has an empty text behind it, which no item is.
        [_] if separator == b',' => b",",
        [_, more @ ..] => more,
        [] => more,
    };
    Some(found)
}

#[track_caller]
const fn check_field(text: &str, index: usize, field: &[u8]) {
    let mut rest = field;
    while let Some(item) = next(&mut rest, b',') {
        if !is_item(item, index) {
            let (field, found) = (&FIELDS[index], as_text(item));
            fail(&[
                "`",
                found,
                "` is not a value for ",
                field.name,
                " of a cron: `",
                text,
                "`\nhelp: it is ",
                field.takes,
            ]);
        }
    }
}

const fn as_text(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// A number, a range, `*`, or one of the special days; all but these with a step.
const fn is_item(item: &[u8], index: usize) -> bool {
    let field = &FIELDS[index];
    let mut scan = Scan(item);
    if index == DAY_OF_MONTH && scan.eat_word(b'L') {
        return scan.eat_word(b'W') && scan.0.is_empty() || scan.is_end_or_offset();
    }
    if index == DAY_OF_WEEK && matches!(scan.0, b"L" | b"l") {
        return true;
    }
    if !scan.eat(b'*') {
        if !scan.value(field) {
            return false;
        }
        if index == DAY_OF_MONTH && scan.eat_word(b'W') || index == DAY_OF_WEEK && scan.eat_word(b'L') {
            return scan.0.is_empty();
        }
        if index == DAY_OF_WEEK && scan.eat(b'#') {
            return matches!(scan.0, [b'1'..=b'5']);
        }
        if scan.eat(b'-') && !scan.value(field) {
            return false;
        }
    }
    if scan.eat(b'/') {
        return match scan.number() {
            Some(step) => step > 0 && scan.0.is_empty(),
            None => false,
        };
    }
    scan.0.is_empty()
}

/// What is still to be read.
struct Scan<'a>(&'a [u8]);

impl Scan<'_> {
    const fn eat(&mut self, byte: u8) -> bool {
        match self.0 {
            [first, rest @ ..] if *first == byte => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// The keyword, in any case.
    const fn keyword(&mut self, keyword: &[u8]) -> bool {
        let (mut rest, mut left) = (self.0, keyword);
        while let ([a, rest_of_a @ ..], [b, rest_of_b @ ..]) = (rest, left) {
            if !a.eq_ignore_ascii_case(b) {
                return false;
            }
            (rest, left) = (rest_of_a, rest_of_b);
        }
        if left.is_empty() {
            self.0 = rest;
        }
        left.is_empty()
    }

    /// The letter in either case.
    const fn eat_word(&mut self, letter: u8) -> bool {
        self.eat(letter) || self.eat(letter.to_ascii_lowercase())
    }

    /// A number of up to nine digits.
    const fn number(&mut self) -> Option<u32> {
        let (mut number, mut digits) = (0, 0);
        while let [digit @ b'0'..=b'9', rest @ ..] = self.0 {
            if digits == 9 {
                return None;
            }
            number = number * 10 + (*digit - b'0') as u32;
            digits += 1;
            self.0 = rest;
        }
        if digits > 0 { Some(number) } else { None }
    }

    /// A number in the field's range, or one of its words.
    const fn value(&mut self, field: &Field) -> bool {
        if let [b'0'..=b'9', ..] = self.0 {
            return match self.number() {
                Some(number) => field.least <= number && number <= field.most,
                None => false,
            };
        }
        let [a, b, c, rest @ ..] = self.0 else { return false };
        let mut words = field.words;
        while let [x, y, z, others @ ..] = words {
            if a.eq_ignore_ascii_case(x) && b.eq_ignore_ascii_case(y) && c.eq_ignore_ascii_case(z) {
                self.0 = rest;
                return true;
            }
            words = others;
        }
        false
    }

    /// The end, or `-3` and the end: so many days before the last of the month.
    const fn is_end_or_offset(&mut self) -> bool {
        if self.eat(b'-') {
            return match self.number() {
                Some(days) => days <= 30 && self.0.is_empty(),
                None => false,
            };
        }
        self.0.is_empty()
    }
}

/// A date and a time, `yyyy-mm-ddThh:mm:ss`; the seconds may be left out.
#[track_caller]
const fn at(text: &str, time: &[u8]) {
    let mut scan = Scan(time);
    // The separator before each number, its digits, and its range.
    let parts: [(u8, usize, u32, u32); 6] = [
        (0, 4, 0, 9999),
        (b'-', 2, 1, 12),
        (b'-', 2, 1, 31),
        (b'T', 2, 0, 23),
        (b':', 2, 0, 59),
        (b':', 2, 0, 59),
    ];
    let mut found = [0; 6];
    let mut good = true;
    let mut i = 0;
    while i < parts.len() && !(i == 5 && scan.0.is_empty()) {
        let (separator, digits, least, most) = parts[i];
        good = good && (separator == 0 || scan.eat(separator));
        let before = scan.0.len();
        found[i] = match scan.number() {
            Some(number) => number,
            None => u32::MAX,
        };
        good = good && before - scan.0.len() == digits && least <= found[i] && found[i] <= most;
        i += 1;
    }
    let (year, leap) = (found[0], found[0].is_multiple_of(4));
    let days = match found[1] {
        4 | 6 | 9 | 11 => 30,
        2 if leap && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    };
    if !good || !scan.0.is_empty() || found[2] > days {
        fail(&["a time is `at(yyyy-mm-ddThh:mm:ss)`, without a zone, on a date that exists: `", text, "`"]);
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    /// What the compiler would say of the expression.
    fn fault(text: &str) -> Option<String> {
        let said = std::panic::catch_unwind(|| check(text)).err()?;
        Some(said.downcast_ref::<String>().cloned().unwrap_or_default())
    }

    #[test]
    fn expressions_of_the_documentation_are_accepted() {
        for text in [
            "rate(1 minute)",
            "rate(1 minutes)",
            "rate(5minute)",
            "Rate(5 HOURS)",
            "rate(12 hours)",
            "rate(365 days)",
            "cron(0 10 * * ? *)",
            "cron(15 12 * * ? *)",
            "cron(0 18 ? * MON-FRI *)",
            "cron(0 8 1 * ? *)",
            "cron(0/15 * * * ? *)",
            "cron(0/10 * ? * mon-fri *)",
            "cron(0/5 8-17 ? * MON-FRI *)",
            "cron(0-15/1 8-8 ? * 2,3,4,5,6,7 *)",
            "cron(15 10 ? * 6L 2022-2025)",
            "cron(0 9 ? * 2#1 *)",
            "cron(0 9 ? * FRI#5 *)",
            "cron(0 9 ? * L *)",
            "cron(0 9 L * ? *)",
            "cron(0 9 L-3 * ? *)",
            "cron(0 9 LW JAN,JUL ? 2030/2)",
            "cron(0  9 15W * ? *)",
            "cron(*/60 22-2 ? 1-12/3 1,SAT *)",
            "cron(0 9 ? * MON)",
            "at(2030-01-31T09:00:00)",
            "at(2028-02-29T23:59:59)",
            "at(2030-01-31T09:00)",
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
    }

    #[test]
    fn what_the_scheduler_refuses_is_a_fault() {
        for (text, said) in [
            ("every 5 minutes", "schedule_rate is `rate(5 minutes)`"),
            ("rate(minutes)", "a rate is a positive number"),
            ("rate(5 minutess)", "a rate is a positive number"),
            ("rate(0 days)", "a rate is a positive number"),
            ("rate(5 weeks)", "a rate is a positive number"),
            ("rate(-5 days)", "a rate is a positive number"),
            ("cron(0 9 * *)", "but this has 4: `cron(0 9 * *)`"),
            ("cron(0 9 * * *)", "one is `?`"),
            ("cron()", "but this has 0"),
            ("cron(0 9 * * ? * *)", "but this has 7"),
            ("cron(0 9 * * * *)", "one is `?`"),
            ("cron(0 9 ? * ? *)", "one is `?`"),
            ("cron(*/0 * * * ? *)", "`*/0` is not a value for minutes"),
            ("cron(60 * * * ? *)", "`60` is not a value for minutes"),
            ("cron(0 24 * * ? *)", "`24` is not a value for hours"),
            ("cron(0 9 32 * ? *)", "`32` is not a value for day-of-month"),
            ("cron(0 9 ? 0 MON *)", "`0` is not a value for month"),
            ("cron(0 9 ? * MON-FRY *)", "`MON-FRY` is not a value for day-of-week"),
            ("cron(0 9 ? * 0 *)", "`0` is not a value for day-of-week"),
            ("cron(0 9 ? * 2#6 *)", "`2#6` is not a value for day-of-week"),
            ("cron(? 9 ? * 2 *)", "`?` is not a value for minutes"),
            ("cron(0,, 9 ? * 2 *)", "`` is not a value for minutes"),
            ("cron(0, 9 ? * 2 *)", "`` is not a value for minutes"),
            ("cron(0 9 ? * 2 1969)", "`1969` is not a value for year"),
            ("at(2030-01-31 09:00:00)", "a time is"),
            ("at(2030-02-29T09:00:00)", "a time is"),
            ("at(2030-01-31T09:00:00Z)", "a time is"),
            ("at(2030-01-31T24:00:00)", "a time is"),
            ("at(2030-1-31T09:00:00)", "a time is"),
            ("at()", "a time is"),
        ] {
            let fault = fault(text).unwrap_or_default();
            assert!(fault.contains(said), "{text}: {fault}");
        }
    }
}
