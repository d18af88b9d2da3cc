//! The names of the errors that services throw: a prefix of the service's, a dot, and a name of its model.

use super::sdk::{self, Service};
use crate::similar::near;

/// What is known of the errors that begin with a prefix.
#[derive(Clone, Copy)]
pub(crate) struct ServiceErrors {
    service: Service<'static>,
    /// Optimized integrations begin theirs so, too.
    is_optimized: bool,
}

/// A name that was probably meant.
pub(crate) struct NearError {
    pub(crate) name: String,
    /// No other can be meant.
    pub(crate) is_certain: bool,
}

/// Errors of Lambda that its model does not have. AWS's own samples retry them.
const LAMBDA: [&str; 4] =
    ["AWSLambdaException", "ClientExecutionTimeoutException", "ServiceException", "TooManyRequestsException"];

/// What every client of the SDK throws besides the errors of its service.
const CLIENT: [&str; 5] = [
    "AbortedException",
    "ApiCallAttemptTimeoutException",
    "ApiCallTimeoutException",
    "Crc32MismatchException",
    "Unknown",
];

/// Whether it is one of the errors of Lambda that most workflows name, which is seen at once.
pub(crate) fn is_common(prefix: &str, name: &str) -> bool {
    prefix == "Lambda" && (name == "SdkClientException" || LAMBDA.contains(&name))
}

/// The service whose errors begin so, as an optimized integration (`DynamoDB`) or in the SDK (`DynamoDb`).
pub(crate) fn by_prefix(prefix: &str) -> Option<ServiceErrors> {
    let optimized = super::ALL.iter().find(|service| service.errors.contains(&prefix));
    let service = match optimized {
        Some(service) => sdk::service(super::sdk_name(service.name))?,
        None => {
            sdk::service(&prefix.to_ascii_lowercase()).filter(|found| found.exception_prefix == prefix)?
        }
    };
    Some(ServiceErrors { service, is_optimized: optimized.is_some() })
}

impl ServiceErrors {
    /// Of a service of the SDK.
    pub(crate) fn of(service: Service<'static>) -> Self {
        ServiceErrors { service, is_optimized: false }
    }

    /// Whether there may be an error of that name, after the prefix.
    pub(crate) fn has(self, name: &str) -> bool {
        // What has no name in the model is called after the service, and in older clients after Amazon.
        let is_general = || {
            let own = name.strip_suffix("Exception").unwrap_or(name);
            let of_service = own.eq_ignore_ascii_case(self.service.exception_prefix);
            let of_client = ["Amazon", "AWS", "Sdk"].iter().any(|start| own.starts_with(start));
            of_service || of_client && !name.ends_with("Exceptions")
        };
        (self.service.name == "lambda" && LAMBDA.contains(&name))
            || CLIENT.contains(&name)
            || self.service.error(name).is_some()
            || is_general()
            // Which of the two names it has in an optimized integration is not documented.
            || (self.is_optimized && self.service.error(&format!("{name}Exception")) == Some(false))
    }

    /// The error whose name is most like one that there is not.
    pub(crate) fn nearest(self, name: &str) -> Option<NearError> {
        // What all names end in would make them all alike.
        let stem = |name: &str| name.strip_suffix("Exception").unwrap_or(name).to_owned();
        let mut stems = Vec::new();
        for error in self.service.errors() {
            stems.push(stem(&error.to_string()));
        }
        if self.service.name == "lambda" {
            stems.extend(LAMBDA.iter().map(|name| stem(name)));
        }
        stems.push("SdkClient".into());
        if let Some(found) = near(name, ["Unknown"]) {
            return Some(NearError { name: found.name.to_owned(), is_certain: found.is_certain });
        }
        let word = name.strip_suffix('s').filter(|rest| rest.ends_with("Exception")).unwrap_or(name);
        let found = near(&stem(word), stems.iter().map(String::as_str))?;
        Some(NearError { name: format!("{}Exception", found.name), is_certain: found.is_certain })
    }
}

/// The prefix that is most like a word, of a service that has an error of that name; whether no other can be meant.
pub(crate) fn nearest_prefix(word: &str, name: &str) -> Option<NearError> {
    let mut prefixes: Vec<&str> = Vec::new();
    for service in super::ALL {
        prefixes.extend(service.errors);
    }
    for service in sdk::table().services() {
        prefixes.push(service.exception_prefix);
    }
    let found = near(word, prefixes.iter().copied())?;
    let is_known = by_prefix(found.name).is_some_and(|errors| errors.has(name));
    is_known.then(|| NearError { name: found.name.to_owned(), is_certain: found.is_certain })
}

#[cfg(test)]
mod tests {
    use super::{by_prefix, nearest_prefix};

    #[test]
    fn names_of_models_and_of_clients() {
        for (prefix, name) in [
            ("DynamoDB", "ConditionalCheckFailedException"),
            ("DynamoDb", "ConditionalCheckFailedException"),
            ("DynamoDb", "DynamoDbException"),
            ("DynamoDB", "AmazonDynamoDBException"),
            ("Lambda", "ServiceException"),
            ("Lambda", "AWSLambdaException"),
            ("Lambda", "SdkClientException"),
            ("Lambda", "Unknown"),
            ("ECS", "ClusterNotFoundException"),
            ("S3", "NoSuchKeyException"),
            ("StepFunctions", "ExecutionAlreadyExistsException"),
            ("Sfn", "ExecutionAlreadyExistsException"),
            ("StepFunctions", "ExecutionLimitExceeded"),
        ] {
            assert!(by_prefix(prefix).unwrap().has(name), "{prefix}.{name}");
        }
        assert!(!by_prefix("Sfn").unwrap().has("ExecutionLimitExceeded"));
        assert!(by_prefix("Dynamodb").is_none() && by_prefix("Order").is_none());
    }

    #[test]
    fn near_misses() {
        for (prefix, name, right) in [
            ("DynamoDb", "ConditionalChekFailedException", "ConditionalCheckFailedException"),
            ("DynamoDB", "ProvisionedThroughputExceeded", "ProvisionedThroughputExceededException"),
            ("Lambda", "ServiceExceptions", "ServiceException"),
            ("Lambda", "TooManyRequestException", "TooManyRequestsException"),
            ("Lambda", "AwsLambdaException", "AWSLambdaException"),
            ("S3", "NoSuchKeysException", "NoSuchKeyException"),
            ("Lambda", "SdkClientExceptions", "SdkClientException"),
            ("Lambda", "AWSLambdaExceptions", "AWSLambdaException"),
            ("Lambda", "Unknow", "Unknown"),
        ] {
            let errors = by_prefix(prefix).unwrap();
            assert!(!errors.has(name), "{prefix}.{name}");
            assert_eq!(errors.nearest(name).map(|near| near.name).as_deref(), Some(right));
        }
        assert!(by_prefix("DynamoDb").unwrap().nearest("OutOfStockException").is_none());
    }

    #[test]
    fn prefixes() {
        let near = |word, name| nearest_prefix(word, name).map(|near| near.name);
        assert_eq!(near("Lamda", "ServiceException").as_deref(), Some("Lambda"));
        assert_eq!(near("lambda", "TooManyRequestsException").as_deref(), Some("Lambda"));
        assert_eq!(near("Lamda", "OutOfStockException"), None);
        assert_eq!(near("Order", "ServiceException"), None);
    }
}
