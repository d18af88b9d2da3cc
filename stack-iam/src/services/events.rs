//! EventBridge: events for a bus.

use super::service::Service;
use crate::grant::{Grant, Target};

pub(super) static SERVICE: Service = Service {
    name: "events",
    actions: &[("putEvents", &[Grant::new(&["events:PutEvents"], &[on_resource!(BUS)])])],
};

const BUS: &str = arn!("events", "event-bus/{Entries[].EventBusName|default}");
