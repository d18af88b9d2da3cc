//! The names of resources inside a template.

/// The longest logical id, in characters.
pub(crate) const MAX_LENGTH: usize = 255;

/// The logical id of the part `child` of the stack's resource `resource`:
/// `bill_customer` and `Function` give `BillCustomerFunction`.
pub(crate) fn logical_id(resource: &str, child: &str) -> String {
    let mut id = String::with_capacity(resource.len() + child.len());
    for word in resource.split('_') {
        let mut characters = word.chars();
        id.extend(characters.next().map(|first| first.to_ascii_uppercase()));
        id.push_str(characters.as_str());
    }
    id.push_str(child);
    id
}

/// Whether CloudFormation takes it for a logical id.
pub(crate) fn is_valid(id: &str) -> bool {
    (1..=MAX_LENGTH).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_field_start_with_a_capital() {
        assert_eq!(logical_id("bill_customer", "Function"), "BillCustomerFunction");
        assert_eq!(logical_id("f2", "Role"), "F2Role");
        assert_eq!(logical_id("_hidden__one", "Url"), "HiddenOneUrl");
        assert_eq!(logical_id("sendMail", "Url"), "SendMailUrl");
    }

    #[test]
    fn ids_are_letters_and_digits() {
        assert!(is_valid("A1"));
        assert!(!is_valid(""));
        assert!(!is_valid("Größe"));
        assert!(!is_valid(&"A".repeat(256)));
    }
}
