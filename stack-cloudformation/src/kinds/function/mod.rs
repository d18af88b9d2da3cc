//! A Lambda function with its role and its log group.

mod emit;
mod properties;
mod runtime;

use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{
    FunctionArn, FunctionName, FunctionUrl, LogGroupArn, LogGroupName, RoleArn, RoleName,
};

pub use properties::FunctionProperties;
pub(crate) use runtime::check_entry;

/// A Lambda function, with a role of its own and a log group.
///
/// ```ignore
/// #[resource(entryfile_path = "functions/bill.ts", memory = 512, environment = [("TABLE", orders.name)])]
/// bill: Function,
/// ```
///
/// The properties are on [`FunctionProperties`], the parameters that others can refer to on
/// [`FunctionReferences`]. Its role may write to its own log group and do what `iam_role_statements` says,
/// nothing else.
#[derive(Debug)]
pub struct Function {
    _private: (),
}

impl<S> BelongsTo<S> for Function {}

impl Kind for Function {
    type Properties = FunctionProperties;
    type References = FunctionReferences;
    const NEW: FunctionProperties = FunctionProperties::new();

    fn emit(properties: &FunctionProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        emit::emit(properties, scope)
    }
}

crate::references! {
    /// The parameters of a function that others can refer to.
    pub struct FunctionReferences {
        /// The function's ARN.
        arn: FunctionArn = GetAtt("Function", "Arn");
        /// The function's name.
        name: FunctionName = Ref("Function");
        /// The ARN of its log group.
        log_group_arn: LogGroupArn = GetAtt("LogGroup", "Arn");
        /// Its URL, if `url = true`.
        url: FunctionUrl = GetAtt("Url", "FunctionUrl");
        /// The function itself.
        lambda_function: struct LambdaFunctionReferences {
            /// Its ARN.
            arn: FunctionArn = GetAtt("Function", "Arn");
            /// Its name.
            name: FunctionName = Ref("Function");
        }
        /// The group that it logs to.
        lambda_log_group: struct LambdaLogGroupReferences {
            /// Its ARN, which ends in `:*`.
            arn: LogGroupArn = GetAtt("LogGroup", "Arn");
            /// Its name.
            name: LogGroupName = Ref("LogGroup");
        }
        /// The role that it runs with.
        lambda_role: struct LambdaRoleReferences {
            /// Its ARN.
            arn: RoleArn = GetAtt("Role", "Arn");
            /// Its name.
            name: RoleName = Ref("Role");
        }
        /// Its URL, if `url = true`.
        lambda_url: struct LambdaUrlReferences {
            /// The URL.
            url: FunctionUrl = GetAtt("Url", "FunctionUrl");
        }
    }
}
