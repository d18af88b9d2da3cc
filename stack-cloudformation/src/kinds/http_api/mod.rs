//! An HTTP API whose routes call functions and start state machines.

mod emit;
mod properties;
mod route;

use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{HttpApiArn, HttpApiId, HttpApiUrl, LogGroupArn, LogGroupName};

pub use properties::HttpApiProperties;

/// An API Gateway HTTP API whose routes call functions and start state machines.
///
/// ```ignore
/// #[resource(routes = [("POST /orders", buying.arn), ("GET /orders/{id}", get_order.arn)], cors)]
/// api: HttpApi,
/// ```
///
/// **It is public**: anyone who knows its URL can call it. A function may be called by its own routes alone, and
/// the role of the API may start the machines of its routes and nothing else. The properties are on
/// [`HttpApiProperties`], the parameters that others can refer to on [`HttpApiReferences`].
#[derive(Debug)]
pub struct HttpApi {
    _private: (),
}

impl<S> BelongsTo<S> for HttpApi {}

impl Kind for HttpApi {
    type Properties = HttpApiProperties;
    type References = HttpApiReferences;
    const NEW: HttpApiProperties = HttpApiProperties::new();
    // A function may know the API's URL although a route leads to it.
    const ACYCLIC_PROPERTIES: &'static [&'static str] = &["routes"];

    fn emit(properties: &HttpApiProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        let properties = *properties;
        emit::api(&properties, scope);
        scope.defer(move |scope| {
            emit::routes(&properties, scope);
            Ok(())
        });
        Ok(())
    }
}

crate::references! {
    /// The parameters of an HTTP API that others can refer to.
    pub struct HttpApiReferences {
        /// Its URL, without a slash at its end: `https://abcdefghij.execute-api.eu-west-1.amazonaws.com`.
        url: HttpApiUrl = GetAtt("Api", "ApiEndpoint");
        /// The ARN of all its routes, for `execute-api:Invoke`.
        arn: HttpApiArn = Ref("ApiArn");
        /// Its id.
        id: HttpApiId = Ref("Api");
        /// The ARN of its log group, if it logs.
        log_group_arn: LogGroupArn = GetAtt("LogGroup", "Arn");
        /// The group that it logs to, if it logs.
        log_group: struct HttpApiLogGroupReferences {
            /// Its ARN, which ends in `:*`.
            arn: LogGroupArn = GetAtt("LogGroup", "Arn");
            /// Its name.
            name: LogGroupName = Ref("LogGroup");
        }
    }
}
