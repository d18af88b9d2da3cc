//! Of a file with very many findings the first ones are shown, errors before warnings, and the rest is counted.

/// So many findings of a file are shown.
pub(crate) const MAX_FINDINGS: usize = 500;

/// Findings that are counted, but not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LeftOut {
    /// How many errors.
    pub(crate) errors: usize,
    /// How many warnings.
    pub(crate) warnings: usize,
}

impl LeftOut {
    /// Takes out of a list what is beyond the limit, and counts it. What is left stays in its order.
    pub(crate) fn take<T>(&mut self, list: &mut Vec<T>, limit: usize, is_error: impl Fn(&T) -> bool) {
        if list.len() <= limit {
            return;
        }
        let mut errors = limit;
        let mut warnings = limit.saturating_sub(list.iter().filter(|it| is_error(it)).count());
        list.retain(|it| {
            let (room, left) = match is_error(it) {
                true => (&mut errors, &mut self.errors),
                false => (&mut warnings, &mut self.warnings),
            };
            let has_room = *room > 0;
            *room -= usize::from(has_room);
            *left += usize::from(!has_room);
            has_room
        });
    }

    /// How many of both.
    pub(crate) fn count(self) -> usize {
        self.errors + self.warnings
    }

    /// What is said of them; none if there are none.
    pub(crate) fn text(self) -> Option<String> {
        let count = |number: usize, singular: &str| match number {
            0 => None,
            1 => Some(format!("1 more {singular}")),
            _ => Some(format!("{number} more {singular}s")),
        };
        let counts: Vec<String> =
            [count(self.errors, "error"), count(self.warnings, "warning")].into_iter().flatten().collect();
        let verb = if self.count() == 1 { "is" } else { "are" };
        (!counts.is_empty()).then(|| format!("{} {verb} not shown", counts.join(" and ")))
    }
}

#[cfg(test)]
mod tests {
    use super::LeftOut;

    fn taken(list: &str, limit: usize) -> (String, LeftOut) {
        let (mut list, mut left): (Vec<char>, _) = (list.chars().collect(), LeftOut::default());
        left.take(&mut list, limit, char::is_ascii_uppercase);
        (list.into_iter().collect(), left)
    }

    #[test]
    fn errors_come_before_warnings_and_the_order_stays() {
        assert_eq!(taken("abC", 3), ("abC".into(), LeftOut::default()));
        assert_eq!(taken("abC", 2), ("aC".into(), LeftOut { errors: 0, warnings: 1 }));
        assert_eq!(taken("aBcDE", 2), ("BD".into(), LeftOut { errors: 1, warnings: 2 }));
    }

    #[test]
    fn what_is_left_out_is_said() {
        let text = |errors, warnings| LeftOut { errors, warnings }.text();
        assert_eq!(text(0, 0), None);
        assert_eq!(text(1, 0).unwrap(), "1 more error is not shown");
        assert_eq!(text(200, 1).unwrap(), "200 more errors and 1 more warning are not shown");
    }
}
