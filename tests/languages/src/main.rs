//! A function of every form that code can have, run one after the other: each adds its name to a list.

use stack::prelude::*;

#[derive(Stack)]
struct Languages {
    #[resource(entryfile_path = "typescript.ts")]
    typescript: Function,

    #[resource(entryfile_path = "commonjs/exports.cjs")]
    commonjs: Function,

    #[resource(entryfile_path = "commonjs/object.js")]
    object: Function,

    #[resource(entryfile_path = "commonjs/assigned.cts")]
    assigned: Function,

    #[resource(entryfile_path = "python/add.py", handler = "add_name")]
    python: Function,

    #[resource(artifact_path = "folder", runtime = "python3.13", handler = "app.handler")]
    folder: Function,

    // Made by tests/e2e/languages.py.
    #[resource(
        artifact_path = "../../target/languages/code.zip",
        runtime = "nodejs24.x",
        handler = "index.handler"
    )]
    zip: Function,

    #[resource(artifact_path = "program", runtime = "provided.al2023", handler = "bootstrap")]
    program: Function,

    chain: StateMachine<Chain>,
    pasted: StateMachine<Pasted>,
}

state_machine! {
    Chain in Languages {
        QueryLanguage: JSONata,
        StartAt: typescript,
        States: {
            typescript: Task { Resource: typescript.arn, Next: commonjs },
            commonjs: Task { Resource: commonjs.arn, Next: object },
            object: Task { Resource: object.arn, Next: assigned },
            assigned: Task { Resource: assigned.arn, Next: python },
            python: Task { Resource: python.arn, Next: folder },
            folder: Task { Resource: folder.arn, Next: zip },
            zip: Task { Resource: zip.arn, Next: program },
            program: Task {
                Resource: program.arn,
                Output: "{% $states.result ~> $append($states.input[0]) %}",
                End: true,
            },
        },
    }
}

state_machine! {
    #[substitutions(TypescriptArn = typescript.arn, PythonArn = python.arn, Stage = "test")]
    Pasted in Languages = "pasted.asl.json"
}

fn main() -> stack::Result {
    Languages::run()
}
