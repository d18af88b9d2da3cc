//! SNS: messages to a topic, a device or a phone.

use super::service::Service;
use crate::grant::{Grant, Target, When};

pub(super) static SERVICE: Service = Service {
    name: "sns",
    actions: &[(
        "publish",
        &[
            Grant::new(PUBLISH, &[on_resource!(arn!("sns", "{TopicArn}"))]),
            Grant::new(PUBLISH, &[on_resource!(arn!("sns", "{TargetArn}"))]),
            // A telephone has no ARN.
            Grant::new(PUBLISH, &[on_arn!("*")]).when(When::With("PhoneNumber")),
        ],
    )],
};

const PUBLISH: &[&str] = &["sns:Publish"];
