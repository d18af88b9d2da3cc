//! Every field of every object with a value of each JSON type that it does not take: one finding, at the value.

mod checking;

use stack_core::language::spec::{Field, Shape, Spec};
use stack_core::language::states::{StateKind, choice, container, error, map, task};
use stack_core::language::{MachineType, QueryLanguage};
use std::fmt::Write;

type Members = Vec<(&'static str, &'static str)>;

/// An object of the language, and a definition around it that is right.
struct Case {
    spec: &'static Spec,
    /// The definition, with `#` for the object and `@` for the machine's language.
    frame: String,
    /// The fields that make the object right in a language.
    members: fn(QueryLanguage) -> Members,
}

const LAMBDA: &str = r#""arn:aws:lambda:us-east-1:123456789012:function:f""#;
const END: &str = r#"{ "I": { "Type": "Pass", "End": true } }"#;
/// What a Map needs to have all its fields.
const DISTRIBUTED: &str = r#"{ "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
    "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } }"#;

/// A machine of one state.
fn of(state: &str) -> String {
    format!(
        r#"{{ "QueryLanguage": @, "StartAt": "A", "States": {{ "A": {state}, "B": {{ "Type": "Succeed" }} }} }}"#
    )
}

/// A distributed Map with a field more.
fn map_with(field: &str) -> String {
    of(&format!(
        r#"{{ "Type": "Map", "Next": "B", "ItemProcessor": {{ "StartAt": "I", "States": {END},
            "ProcessorConfig": {{ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }} }}, {field} }}"#
    ))
}

fn task_with(field: &str) -> String {
    of(&format!(r#"{{ "Type": "Task", "Resource": {LAMBDA}, "Next": "B", {field} }}"#))
}

fn state(kind: StateKind) -> Case {
    let members = match kind {
        StateKind::Task => |_| vec![("Type", r#""Task""#), ("Resource", LAMBDA), ("Next", r#""B""#)],
        StateKind::Pass => |_| vec![("Type", r#""Pass""#), ("Next", r#""B""#)],
        StateKind::Wait => |_| vec![("Type", r#""Wait""#), ("Seconds", "1"), ("Next", r#""B""#)],
        StateKind::Succeed => |_| vec![("Type", r#""Succeed""#)],
        StateKind::Fail => |_| vec![("Type", r#""Fail""#)],
        StateKind::Parallel => |_| {
            let branches = r#"[{ "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } }]"#;
            vec![("Type", r#""Parallel""#), ("Branches", branches), ("Next", r#""B""#)]
        },
        StateKind::Map => |_| vec![("Type", r#""Map""#), ("ItemProcessor", DISTRIBUTED), ("Next", r#""B""#)],
        StateKind::Choice => |language| {
            let choices = match language {
                QueryLanguage::JsonPath => r#"[{ "Variable": "$.x", "IsNull": true, "Next": "B" }]"#,
                QueryLanguage::Jsonata => r#"[{ "Condition": true, "Next": "B" }]"#,
            };
            vec![("Type", r#""Choice""#), ("Choices", choices), ("Default", r#""A""#)]
        },
    };
    let ends = matches!(kind, StateKind::Succeed | StateKind::Fail);
    // Nothing may be left without a transition to it.
    let frame = if ends {
        r##"{ "QueryLanguage": @, "StartAt": "A", "States": { "A": # } }"##.into()
    } else {
        of("#")
    };
    Case { spec: kind.spec(), frame, members }
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = StateKind::ALL.iter().map(|&kind| state(kind)).collect();
    let mut add = |spec, frame: String, members| cases.push(Case { spec, frame, members });
    let container: fn(QueryLanguage) -> Members = |_| vec![("StartAt", r#""I""#), ("States", END)];
    add(&container::MACHINE, "#".into(), |language| {
        let name = match language {
            QueryLanguage::JsonPath => r#""JSONPath""#,
            QueryLanguage::Jsonata => r#""JSONata""#,
        };
        vec![("QueryLanguage", name), ("StartAt", r#""I""#), ("States", END)]
    });
    add(&container::BRANCH, of(r#"{ "Type": "Parallel", "Branches": [#], "Next": "B" }"#), container);
    add(&container::PROCESSOR, of(r#"{ "Type": "Map", "ItemProcessor": #, "Next": "B" }"#), container);
    add(&container::PROCESSOR, of(r#"{ "Type": "Map", "Iterator": #, "Next": "B" }"#), container);
    let config = format!(
        r#"{{ "Type": "Map", "Next": "B", "ItemProcessor":
            {{ "ProcessorConfig": #, "StartAt": "I", "States": {END} }} }}"#
    );
    add(&container::PROCESSOR_CONFIG, of(&config), |_| {
        vec![("Mode", r#""DISTRIBUTED""#), ("ExecutionType", r#""EXPRESS""#)]
    });
    add(&error::RETRIER, task_with(r#""Retry": [#]"#), |_| vec![("ErrorEquals", r#"["E"]"#)]);
    add(&error::CATCHER, task_with(r#""Catch": [#]"#), |_| {
        vec![("ErrorEquals", r#"["E"]"#), ("Next", r#""B""#)]
    });
    add(&task::CREDENTIALS, task_with(r#""Credentials": #"#), |_| {
        vec![("RoleArn", r#""arn:aws:iam::111122223333:role/r""#)]
    });
    add(&choice::RULE, of(r#"{ "Type": "Choice", "Choices": [#], "Default": "A" }"#), |language| {
        match language {
            QueryLanguage::JsonPath => vec![("Variable", r#""$.x""#), ("IsNull", "true"), ("Next", r#""B""#)],
            QueryLanguage::Jsonata => vec![("Condition", "true"), ("Next", r#""B""#)],
        }
    });
    for nested in [r#""And": [#]"#, r#""Or": [#]"#, r#""Not": #"#, r#""Not": { "Not": # }"#] {
        // JSONata has no nested rules: all their fields are of JSONPath.
        let frame = of(&format!(
            r#"{{ "Type": "Choice", "Choices": [{{ {nested}, "Next": "B" }}], "Default": "A" }}"#
        ));
        let frame = frame.replace('@', r#""JSONPath""#);
        add(&choice::NESTED_RULE, frame, |_| vec![("Variable", r#""$.x""#), ("IsNull", "true")]);
    }
    add(&map::ITEM_READER, map_with(r#""ItemReader": #"#), |language| {
        let file = match language {
            QueryLanguage::JsonPath => "Parameters",
            QueryLanguage::Jsonata => "Arguments",
        };
        vec![("Resource", r#""arn:aws:states:::s3:getObject""#), (file, r#"{ "Bucket": "b", "Key": "k" }"#)]
    });
    let config = r#""ItemReader": { "Resource": "arn:aws:states:::s3:getObject",
        "?": { "Bucket": "b", "Key": "k" }, "ReaderConfig": # }"#;
    add(&map::READER_CONFIG, map_with(config), |_| {
        vec![("InputType", r#""CSV""#), ("CSVHeaderLocation", r#""GIVEN""#), ("CSVHeaders", r#"["a"]"#)]
    });
    add(&map::ITEM_BATCHER, map_with(r#""ItemBatcher": #"#), |_| vec![("MaxItemsPerBatch", "1")]);
    add(&map::RESULT_WRITER, map_with(r#""ResultWriter": #"#), |_| {
        vec![("WriterConfig", r#"{ "Transformation": "NONE", "OutputType": "JSON" }"#)]
    });
    add(&map::WRITER_CONFIG, map_with(r#""ResultWriter": { "WriterConfig": # }"#), |_| {
        vec![("Transformation", r#""NONE""#), ("OutputType", r#""JSON""#)]
    });
    cases
}

/// Values of the JSON types that a field does not take.
fn wrong(field: &Field) -> Vec<&'static str> {
    let own = match field.shape {
        Shape::Payload => return Vec::new(),
        // An object is for a distributed Map, which is a rule's own business.
        Shape::Items => return vec!["null", "true", "1", r#""x y""#],
        Shape::Bool => "true",
        Shape::Integer(..) | Shape::Number(..) => "1",
        Shape::ErrorNames | Shape::StringList | Shape::List(_) | Shape::PossiblyEmptyList(_) => "[1]",
        Shape::Template | Shape::States | Shape::Object(_) => r#"{ "x": 1 }"#,
        _ => r#""x y""#,
    };
    let all = ["null", "true", "1", r#""x y""#, "[1]", r#"{ "x": 1 }"#];
    all.into_iter().filter(|&value| value != own && !(value == "null" && field.nullable)).collect()
}

/// The object's members with a field replaced, up to that field.
fn without<'m>(
    case: &Case,
    members: &'m Members,
    name: &str,
) -> impl Iterator<Item = &'m (&'static str, &'static str)> {
    let groups = case.spec.groups;
    let rivals = move |other: &str, name: &str| {
        let both = |fields: &[&str]| fields.contains(&name) && fields.contains(&other);
        // A comparison is of no use beside them, but no group of theirs.
        let combines = matches!(name, "And" | "Or" | "Not") && choice::OPERATORS.contains(&other);
        name == other || combines || groups.iter().any(|group| group.exclusive && both(group.fields))
    };
    let name = name.to_owned();
    members.iter().filter(move |(other, _)| !rivals(other, &name))
}

/// The definition with the object's text in it, and where the object starts.
fn framed(case: &Case, language: QueryLanguage, object: &str) -> (String, usize) {
    let (name, parameters) = match language {
        QueryLanguage::JsonPath => (r#""JSONPath""#, "Parameters"),
        QueryLanguage::Jsonata => (r#""JSONata""#, "Arguments"),
    };
    let frame = case.frame.replace('@', name).replace('?', parameters);
    let at = frame.find('#').expect("a frame has a place for the object");
    (frame.replace('#', object), at)
}

/// Every object in every language that has it.
fn each(mut visit: impl FnMut(&Case, QueryLanguage)) {
    for case in cases() {
        visit(&case, QueryLanguage::JsonPath);
        if !std::ptr::eq(case.spec, &choice::NESTED_RULE) {
            visit(&case, QueryLanguage::Jsonata);
        }
    }
}

/// Notes what else than one finding at the place there is.
fn expect_one(text: &str, at: usize, label: &str, faults: &mut String) {
    let findings = checking::findings(text, MachineType::Standard);
    if !matches!(findings.as_slice(), [one] if one.site.0 as usize == at) {
        let texts: Vec<_> = findings.iter().map(|it| (it.rule.id, it.site.0, &it.message)).collect();
        let _ = writeln!(faults, "{label}\n    {text}\n    wanted at {at}: {texts:?}");
    }
}

#[test]
fn the_objects_are_right() {
    each(|case, language| {
        let members = (case.members)(language);
        let fields: Vec<_> = members.iter().map(|(name, text)| format!(r#""{name}": {text}"#)).collect();
        let (text, _) = framed(case, language, &format!("{{ {} }}", fields.join(", ")));
        let findings = checking::findings(&text, MachineType::Standard);
        assert!(findings.is_empty(), "{}: {findings:?}", case.spec.label);
    });
}

#[test]
fn a_value_of_a_wrong_type_is_one_finding_at_the_value() {
    let mut faults = String::new();
    let mut tried = 0;
    each(|case, language| {
        let members = (case.members)(language);
        for field in
            case.spec.fields.iter().filter(|field| field.language.is_none_or(|only| only == language))
        {
            let mut object = String::from("{ ");
            for (name, text) in without(case, &members, field.name) {
                let _ = write!(object, r#""{name}": {text}, "#);
            }
            let _ = write!(object, r#""{}": "#, field.name);
            for value in wrong(field) {
                // Those of a function may be any primitive value.
                if field.name == "Parameters" && !value.starts_with(['[', 'n']) {
                    continue;
                }
                let (text, at) = framed(case, language, &format!("{object}{value} }}"));
                let label = format!("{language:?} {} {}", case.spec.label, field.name);
                expect_one(&text, at + object.len(), &label, &mut faults);
                tried += 1;
            }
        }
    });
    assert!(faults.is_empty(), "{faults}");
    assert!(tried > 1500, "only {tried} values were tried");
}

#[test]
fn a_misspelt_field_is_one_finding_at_its_name() {
    let mut faults = String::new();
    each(|case, language| {
        let members = (case.members)(language);
        for (misspelt, _) in &members {
            let mut object = String::from("{ ");
            let mut place = 0;
            for (name, text) in &members {
                let wrong = format!("{name}{}", &name[name.len() - 1..]);
                let name = if name == misspelt { wrong.as_str() } else { name };
                place = if name == wrong { object.len() } else { place };
                let _ = write!(object, r#""{name}": {text}, "#);
            }
            let (text, at) = framed(case, language, &format!("{} }}", object.trim_end_matches(", ")));
            let label = format!("{language:?} {} {misspelt}", case.spec.label);
            expect_one(&text, at + place, &label, &mut faults);
        }
    });
    assert!(faults.is_empty(), "{faults}");
}
