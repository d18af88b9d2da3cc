//! What a resource has of a parameter that names it in another way: the words after a colon in a template.

use std::borrow::Cow;

/// What is extracted from a parameter's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extract {
    /// `s3`: a bucket and a key, `bucket/key`, of `s3://bucket/key` or of S3's own URL.
    BucketAndKey,
    /// `bucket`: the bucket alone.
    Bucket,
    /// `api`: the API in the name of its host.
    Api,
    /// `region`: the region in such a name.
    Region,
    /// `path`: all but the slash in front.
    Path,
    /// `name`: a name, or the end of an ARN.
    Name,
    /// `bus`: what the bus of a rule adds to the rule's ARN, where the default one is left out.
    Bus,
    /// `index`: what an index adds to the ARN of its table.
    Index,
    /// `lower`: all in lower case, as in SageMaker's ARNs.
    Lowercase,
}

impl Extract {
    /// The one of that word.
    pub(crate) const fn of(word: &[u8]) -> Option<Self> {
        Some(match word {
            b"s3" => Extract::BucketAndKey,
            b"bucket" => Extract::Bucket,
            b"api" => Extract::Api,
            b"region" => Extract::Region,
            b"path" => Extract::Path,
            b"name" => Extract::Name,
            b"bus" => Extract::Bus,
            b"index" => Extract::Index,
            b"lower" => Extract::Lowercase,
            _ => return None,
        })
    }

    /// What it is of a text; none if the text does not have it as far as it is known.
    pub(crate) fn from(self, text: &str) -> Option<Cow<'_, str>> {
        let known = |part| Some(part).filter(|part: &&str| !part.contains(['$', '*']));
        match self {
            Extract::BucketAndKey => {
                Some(match text.strip_prefix("https://").and_then(|rest| rest.split_once('/')) {
                    Some((host, key)) if host.starts_with("s3.") || host.starts_with("s3-") => key.into(),
                    Some((host, key)) => match host.split_once(".s3") {
                        Some((bucket, _)) => format!("{bucket}/{key}").into(),
                        None => text.into(),
                    },
                    None => text.strip_prefix("s3://").unwrap_or(text).into(),
                })
            }
            Extract::Bucket => text.strip_prefix("s3://")?.split('/').next().map(Cow::Borrowed),
            // One behind an endpoint of a VPC has that one's id after its own. A domain of one's own does not tell.
            Extract::Api => {
                let (api, _) = text.split_once(".execute-api.")?;
                Some(api.split_once("-vpce-").map_or(api, |(api, _)| api).into())
            }
            Extract::Region => {
                let region = text.split_once(".execute-api.").and_then(|(_, rest)| rest.split('.').next());
                Some(region.unwrap_or("${AWS::Region}").into())
            }
            Extract::Path => Some(text.strip_prefix('/').unwrap_or(text).into()),
            Extract::Name => text.rsplit('/').next().and_then(known).map(Cow::Borrowed),
            Extract::Bus => Some(match text.rsplit('/').next().and_then(known)? {
                "default" => "".into(),
                name => format!("/{name}").into(),
            }),
            Extract::Index => Some(format!("/index/{text}").into()),
            Extract::Lowercase if text.contains("${") => Some(text.into()),
            Extract::Lowercase => Some(text.to_ascii_lowercase().into()),
        }
    }
}
