//! The expansion of
//! ```text
//! #[express] #[stack(crate = workflows)]
//! Holes in Reports {
//!     StartAt: generate,
//!     TimeoutSeconds: (LIMIT),
//!     States: {
//!         generate: Task {
//!             Resource: lambda:invoke,
//!             Parameters: {
//!                 FunctionName: upload.lambda_function.arn,
//!                 Payload: { queue: "$Param('SHARED_GLOBAL', 'BatchOnDemandJobQueue::Arn')", retries: (1 + 2), keyword: type.arn },
//!             },
//!             Next: upload,
//!         },
//!         upload: Task { Resource: "$ResourceParam('upload', 'arn')", End: true },
//!     },
//! }
//! ```

enum Holes {}
#[doc(hidden)]
const _: () = {
    type __Stack = Reports;
    const __RESOURCES: &<__Stack as workflows::__private::Stack>::Resources = &<__Stack as workflows::__private::Stack>::RESOURCES;
    const __TABLE: &[workflows::__private::ResourceParams] = <__Stack as workflows::__private::Stack>::TABLE;
    const __HOLES: [workflows::__private::Hole; 7] = [
        workflows::__private::Hole::expression(
            || workflows::__private::IntoJson::into_json(LIMIT),
            workflows::__private::core::file!(),
            workflows::__private::core::line!(),
        ),
        workflows::__private::Hole::Integration("lambda:invoke"),
        workflows::__private::Hole::param((*__RESOURCES).upload.lambda_function.arn),
        workflows::__private::Hole::param_by_name(
            workflows::__private::find(
                __TABLE,
                "SHARED_GLOBAL",
                "BatchOnDemandJobQueue::Arn",
            ),
        ),
        workflows::__private::Hole::expression(
            || workflows::__private::IntoJson::into_json(1 + 2),
            workflows::__private::core::file!(),
            workflows::__private::core::line!(),
        ),
        workflows::__private::Hole::param((*__RESOURCES).r#type.arn),
        workflows::__private::Hole::param_by_name(
            workflows::__private::find(__TABLE, "upload", "arn"),
        ),
    ];
    const _: () = workflows::__private::require_named(
        &__HOLES[2],
        "FunctionName",
        &[
            workflows::__private::Referent::NameOfFunction,
            workflows::__private::Referent::ArnOfFunction,
        ],
        __TABLE,
        "",
    );
    const _: () = workflows::__private::require(
        __TABLE,
        "SHARED_GLOBAL",
        "BatchOnDemandJobQueue::Arn",
        "",
    );
    const _: () = workflows::__private::require(__TABLE, "upload", "arn", "");
    const _: () = workflows::__private::require_runnable(&__HOLES[6], __TABLE, "");
    #[automatically_derived]
    impl workflows::__private::Machine for Holes {
        const NAME: &'static workflows::__private::core::primitive::str = "Holes";
        const TYPE: workflows::__private::MachineType = workflows::__private::MachineType::Express;
        const DEFINITION: workflows::__private::Definition = workflows::__private::Definition {
            text: "{\"StartAt\":\"generate\",\"TimeoutSeconds\":null,\"States\":{\"generate\":{\"Type\":\"Task\",\"Resource\":null,\"Parameters\":{\"FunctionName\":null,\"Payload\":{\"queue\":null,\"retries\":null,\"keyword\":null}},\"Next\":\"upload\"},\"upload\":{\"Type\":\"Task\",\"Resource\":null,\"End\":true}}}",
            places: "39:0 91:1 125:2 149:3 164:4 179:5 238:6",
            holes: &__HOLES,
        };
        const USES: &'static [workflows::__private::Use] = &workflows::__private::of_holes(
            &__HOLES,
        );
    }
    #[automatically_derived]
    impl workflows::__private::BelongsTo<__Stack> for Holes {}
    const _: () = {
        #[allow(non_camel_case_types, dead_code)]
        enum __States {
            generate,
            upload,
        }
        const _: &[__States] = &[__States::generate, __States::upload];
    };
};
