//! How Step Functions calls the services, actions and parameters of the AWS SDK: as the Java SDK does.

/// The prefix of a service's error names, from the service id of its model: `API Gateway` is `ApiGateway`.
///
/// Its lower case is the name of the service in a `Resource`.
pub(crate) fn prefix(service_id: &str) -> String {
    let whole: String = words(service_id).iter().map(|word| capital(word)).collect();
    let name = whole.strip_prefix("Amazon").or_else(|| whole.strip_prefix("Aws")).unwrap_or(&whole);
    name.strip_suffix("Service").unwrap_or(name).to_owned()
}

/// The name of an action in a `Resource`: `DescribeDBInstances` is `describeDBInstances`.
pub(crate) fn action(operation: &str) -> String {
    uncapitalise(operation)
}

/// The name of a parameter: `DBInstanceIdentifier` is `DbInstanceIdentifier`, `bucket` is `Bucket`.
pub(crate) fn parameter(member: &str) -> String {
    let name = uncapitalise(member);
    let mut letters = name.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let name = first + letters.as_str();
    // In Java, `equals` is taken.
    if name == "Equals" { "EqualsValue".into() } else { name }
}

/// The name of an error, after the prefix: `NoSuchKey` is `NoSuchKeyException`, `DBClusterNotFoundFault`
/// `DbClusterNotFoundException`.
pub(crate) fn error(shape: &str) -> String {
    let name = parameter(shape);
    if name.ends_with("Exception") {
        return name;
    }
    format!("{}Exception", name.strip_suffix("Fault").unwrap_or(&name))
}

/// Lower-cases the first letter, and capitals after it as long as no new word begins with them.
fn uncapitalise(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let lower_at = |at: usize| letters.get(at).is_some_and(char::is_ascii_lowercase);
    let capitals = letters.iter().take_while(|letter| letter.is_ascii_uppercase()).count();
    let acronym = (1..capitals).take_while(|&at| !lower_at(at + 1)).count() + 1;
    letters.iter().enumerate().map(|(at, c)| if at < acronym { c.to_ascii_lowercase() } else { *c }).collect()
}

/// The words of a service id.
fn words(service_id: &str) -> Vec<String> {
    let letters: Vec<char> = service_id.chars().collect();
    let letters = with_spaces(&with_spaces(&letters, begins_version), begins_word);
    let text: String = letters.into_iter().collect();
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The letters with a space before each at which something begins.
fn with_spaces(letters: &[char], begins: fn(&[char], usize) -> bool) -> Vec<char> {
    let spaced = letters.iter().enumerate();
    spaced.flat_map(|(at, &letter)| begins(letters, at).then_some(' ').into_iter().chain([letter])).collect()
}

/// Whether there is a letter of that class.
fn is(letters: &[char], at: Option<usize>, class: fn(&char) -> bool) -> bool {
    at.and_then(|at| letters.get(at)).is_some_and(class)
}

/// `SESv2` and `TestV2` have a version.
fn begins_version(letters: &[char], at: usize) -> bool {
    let same_case: fn(&char) -> bool = match letters.get(at) {
        Some('v') => char::is_ascii_lowercase,
        Some('V') => char::is_ascii_uppercase,
        _ => return false,
    };
    is(letters, Some(at + 1), char::is_ascii_digit)
        && at >= 2
        && !is(letters, Some(at - 1), same_case)
        && !is(letters, Some(at - 2), same_case)
}

/// `acmSuccess` is two words, and so are `ACMSuccess` and `s3ec2`.
fn begins_word(letters: &[char], at: usize) -> bool {
    let (last, this, next) = (at.checked_sub(1), Some(at), Some(at + 1));
    let camel = is(letters, last, char::is_ascii_lowercase) && is(letters, next, char::is_ascii_alphanumeric);
    let acronym = is(letters, last, char::is_ascii_uppercase) && is(letters, next, char::is_ascii_lowercase);
    let number = is(letters, last, char::is_ascii_digit) && is(letters, this, char::is_ascii_alphabetic);
    (is(letters, this, char::is_ascii_uppercase) && (camel || acronym)) || number
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{action, parameter, prefix};

    #[test]
    fn services() {
        for (id, expected) in [
            ("DynamoDB", "DynamoDb"),
            ("ACM PCA", "AcmPca"),
            ("SFN", "Sfn"),
            ("CloudWatch Logs", "CloudWatchLogs"),
            ("SESv2", "SesV2"),
            ("WAFV2", "Wafv2"),
            ("FSx", "FSx"),
            ("MTurk", "MTurk"),
            ("XRay", "XRay"),
            ("IoT", "Iot"),
            ("IoT Wireless", "IotWireless"),
            ("IoTSecureTunneling", "IoTSecureTunneling"),
            ("SageMaker A2I Runtime", "SageMakerA2IRuntime"),
            ("CloudHSM V2", "CloudHsmV2"),
            ("Lex Runtime Service", "LexRuntime"),
            ("b2bi", "B2Bi"),
        ] {
            assert_eq!(prefix(id), expected, "{id}");
        }
    }

    #[test]
    fn actions_and_parameters() {
        assert_eq!(action("DescribeDBInstances"), "describeDBInstances");
        assert_eq!(action("ListObjectsV2"), "listObjectsV2");
        for (member, expected) in [
            ("stateMachineArn", "StateMachineArn"),
            ("DBInstanceIdentifier", "DbInstanceIdentifier"),
            ("SSEKMSKeyId", "SsekmsKeyId"),
            ("ACL", "Acl"),
            ("ARN", "Arn"),
            ("ETag", "ETag"),
            ("MultiAZ", "MultiAZ"),
            ("SSECustomerKeyMD5", "SseCustomerKeyMD5"),
            ("equals", "EqualsValue"),
        ] {
            assert_eq!(parameter(member), expected);
        }
    }
}
