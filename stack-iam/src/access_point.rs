//! Access points of S3, which parameters may name instead of a bucket, by their ARNs.
//!
//! IAM calls an object of one `{ARN}/object/{key}`. Those of Outposts and of Object Lambda belong to services of their
//! own, and Object Lambda knows no objects: what is allowed is the access point.

/// The part of an ARN that was put together as if it were a bucket's: a key, or what stands for several.
pub(crate) fn resource(arn: String) -> String {
    let Some(access_point) = AccessPoint::of(&arn) else { return arn };
    match access_point.rest {
        "" => arn,
        _ if access_point.service == OBJECT_LAMBDA => access_point.arn.to_owned(),
        // The source of a copy is written as the object's own ARN.
        rest if rest.starts_with("/object/") => arn,
        rest => format!("{}/object{rest}", access_point.arn),
    }
}

/// What IAM calls an action of S3 on that resource.
pub(crate) fn action(action: String, resource: &str) -> String {
    match (action.strip_prefix("s3:"), AccessPoint::of(resource)) {
        (Some(name), Some(access_point)) => format!("{}:{name}", access_point.service),
        _ => action,
    }
}

/// Whether it is an access point of Object Lambda, or begins with one.
pub(crate) fn is_of_object_lambda(resource: &str) -> bool {
    AccessPoint::of(resource).is_some_and(|it| it.service == OBJECT_LAMBDA)
}

/// What calls a function and an access point for a caller of Object Lambda.
pub(crate) const CALLER: &str = "s3-object-lambda.amazonaws.com";

const OBJECT_LAMBDA: &str = "s3-object-lambda";

struct AccessPoint<'a> {
    /// The service before IAM's actions.
    service: &'a str,
    /// The ARN of the access point itself.
    arn: &'a str,
    /// What follows it, with the slash.
    rest: &'a str,
}

impl<'a> AccessPoint<'a> {
    /// The access point that an ARN begins with.
    fn of(arn: &'a str) -> Option<Self> {
        // The partition may be a placeholder that has colons itself.
        let rest = arn.strip_prefix("arn:")?;
        let after = if rest.starts_with("${") { rest.find('}')? } else { 0 };
        let (_partition, rest) = rest.get(after..)?.split_once(':')?;
        let (service, rest) = rest.split_once(':')?;
        let start = match service {
            "s3" | OBJECT_LAMBDA => rest.find(":accesspoint/")? + ":accesspoint/".len(),
            "s3-outposts" => rest.find("/accesspoint/")? + "/accesspoint/".len(),
            _ => return None,
        };
        let name = rest.get(start..)?;
        let rest = name.find('/').map_or("", |end| &name[end..]);
        Some(AccessPoint { service, arn: arn.strip_suffix(rest)?, rest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_of_every_sort_of_access_point() {
        for (arn, expected) in [
            ("arn:aws:s3:::b/k", "arn:aws:s3:::b/k"),
            ("arn:aws:s3:::accesspoint/k", "arn:aws:s3:::accesspoint/k"),
            ("arn:aws:s3:r:1:accesspoint/ap", "arn:aws:s3:r:1:accesspoint/ap"),
            ("arn:aws:s3:r:1:accesspoint/ap/k/l", "arn:aws:s3:r:1:accesspoint/ap/object/k/l"),
            ("arn:aws:s3:r:1:accesspoint/ap/*", "arn:aws:s3:r:1:accesspoint/ap/object/*"),
            ("arn:aws:s3:r:1:accesspoint/ap/object/k", "arn:aws:s3:r:1:accesspoint/ap/object/k"),
            ("arn:aws:s3::1:accesspoint/alias.mrap/k", "arn:aws:s3::1:accesspoint/alias.mrap/object/k"),
            (
                "arn:${AWS::Partition}:s3:${AWS::Region}:${AWS::AccountId}:accesspoint/ap/${Key}",
                "arn:${AWS::Partition}:s3:${AWS::Region}:${AWS::AccountId}:accesspoint/ap/object/${Key}",
            ),
            ("arn:aws:s3-object-lambda:r:1:accesspoint/ol/k", "arn:aws:s3-object-lambda:r:1:accesspoint/ol"),
            (
                "arn:aws:s3-outposts:r:1:outpost/op-1/accesspoint/ap/k",
                "arn:aws:s3-outposts:r:1:outpost/op-1/accesspoint/ap/object/k",
            ),
            ("arn:${", "arn:${"),
        ] {
            assert_eq!(resource(arn.to_owned()), expected);
        }
    }

    #[test]
    fn actions_are_those_of_the_access_points_service() {
        let name = |arn| action("s3:GetObject".to_owned(), arn);
        assert_eq!(name("arn:aws:s3:r:1:accesspoint/ap"), "s3:GetObject");
        assert_eq!(name("arn:aws:s3:::b"), "s3:GetObject");
        assert_eq!(name("arn:aws:s3-object-lambda:r:1:accesspoint/ol"), "s3-object-lambda:GetObject");
        assert_eq!(name("arn:aws:s3-outposts:r:1:outpost/o/accesspoint/a"), "s3-outposts:GetObject");
        let kms = action("kms:Decrypt".to_owned(), "arn:aws:s3-outposts:r:1:outpost/o/accesspoint/a");
        assert_eq!(kms, "kms:Decrypt");
    }
}
