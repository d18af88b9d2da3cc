//! Functions that Lambda would not find in their files: `package` refuses each, and says what there is.

use stack::prelude::*;

#[derive(Stack)]
struct Refused {
    #[resource(entryfile_path = "refused/main.ts")]
    main: Function,

    #[resource(entryfile_path = "refused/default.mjs")]
    default_export: Function,

    #[resource(entryfile_path = "refused/exports.cjs")]
    exports: Function,

    #[resource(entryfile_path = "refused/object.js")]
    object: Function,

    #[resource(entryfile_path = "refused/tutorial.py")]
    tutorial: Function,
}

fn main() -> stack::Result {
    Refused::run()
}
