//! What YAML says in JSON, where its keys and values are, and what is refused.

use super::read;
use stack_core::finding::Findings;
use stack_core::json::read::MAX_DEPTH;
use stack_core::json::write::compact;
use stack_core::language::MachineType;

/// Two tags have a meaning here.
fn tag(name: &str) -> Result<String, &'static str> {
    if name == "Sub" || name == "GetAtt" { Ok(format!("Fn::{name}")) } else { Err("leave it out") }
}

fn whole(text: &str) -> String {
    let out = Findings::new();
    let (node, _) = read(text, &tag, &out);
    let findings = out.finish();
    assert!(findings.is_empty(), "{findings:?}");
    compact(&node, &mut |_, _| {})
}

/// The id and the message of the only finding, and the text from its place on.
fn fault(text: &str) -> (&'static str, String, String) {
    let out = Findings::new();
    let (_, table) = read(text, &tag, &out);
    let findings = out.finish();
    assert_eq!(findings.len(), 1, "{findings:?}");
    let finding = &findings[0];
    let at = table[finding.site.0 as usize].start;
    (finding.rule.id, finding.message.clone(), text[at..].chars().take(10).collect())
}

#[test]
fn values_are_those_of_json() {
    assert_eq!(
        whole("a: 1\nb: [x, {c: ~}]\nd:\n- 'e'\n-\n"),
        r#"{"a":1,"b":["x",{"c":null}],"d":["e",null]}"#
    );
    assert_eq!(whole("\u{feff}{\"a\": \"\\u00e4\"}"), r#"{"a":"ä"}"#);
    assert_eq!(whole("a: |\n  x\n  y\nb: >-\n  x\n  y\n"), r#"{"a":"x\ny\n","b":"x y"}"#);
}

#[test]
fn tags_are_what_the_caller_says() {
    assert_eq!(
        whole("a: !GetAtt b.c\nd: !Sub\n- x\n- {y: !Sub z}\ne: !!str 1"),
        r#"{"a":{"Fn::GetAtt":"b.c"},"d":{"Fn::Sub":["x",{"y":{"Fn::Sub":"z"}}]},"e":"1"}"#
    );
    let unknown = |at: &str| ("yaml-syntax", "the tag `!Base64` has no meaning here".into(), at.into());
    assert_eq!(fault("a: !Base64 b"), unknown("!Base64 b"));
    assert_eq!(fault("a: !Base64\n- b"), unknown("!Base64\n- "));
    assert_eq!(fault("a: !Base64 {b: 1}"), unknown("!Base64 {b"));
}

#[test]
fn tags_of_the_core_schema_say_the_type() {
    assert_eq!(
        whole(
            "{\"a\": !!bool \"true\", \"b\": !!int '5', \"c\": !!float \"1.5\", \"d\": !!null \"null\", \"e\": !!str true}"
        ),
        r#"{"a":true,"b":5,"c":1.5,"d":null,"e":"true"}"#
    );
}

#[test]
fn aliases_and_merges_are_what_they_stand_for() {
    assert_eq!(
        whole("a: &x {b: 1}\nc: *x\nd:\n  b: 2\n  <<: *x\n  e: 3\n"),
        r#"{"a":{"b":1},"c":{"b":1},"d":{"b":2,"e":3}}"#
    );
    assert_eq!(
        whole("&k a: &x {b: 1, c: 2}\nd: {<<: [{b: 3}, *x, {c: 4, e: *k}]}\n"),
        r#"{"a":{"b":1,"c":2},"d":{"b":3,"c":2,"e":"a"}}"#
    );
}

#[test]
fn sites_grow_and_lead_to_tokens() {
    let text = "# ä\nStartAt: &x ä\nStates:\n  b: {Next: \"c\"}\n  d:\n    - *x\n";
    let out = Findings::new();
    let (node, table) = read(text, &tag, &out);
    assert!(out.finish().is_empty());
    let token = |site: stack_core::json::Site| &text[table[site.0 as usize].clone()];
    let states = node.member("States").unwrap();
    assert_eq!(token(states.key.site), "States");
    assert_eq!(text[table[states.value.site.0 as usize].start..].chars().next(), Some('b'));
    let b = states.value.get("b").unwrap();
    assert_eq!((token(b.site), token(b.get("Next").unwrap().site)), ("{", "\"c\""));
    let d = states.value.get("d").unwrap().as_array().unwrap();
    assert_eq!((token(d[0].site), d[0].as_str()), ("*x", Some("ä")));
    assert!(states.key.site < states.value.site && states.value.site < b.site && b.site < d[0].site);
}

#[test]
fn a_fault_is_reported_at_its_place_and_what_was_read_is_kept() {
    assert_eq!(
        fault("a: b\nc: d: e"),
        ("yaml-syntax", "mapping values are not allowed in this context".into(), ": e".into())
    );
    assert_eq!(fault("a: *x").1, "found unknown anchor");
    assert_eq!(fault("? [a]\n: b").1, "a key is a list, a mapping or an alias");
    assert_eq!(fault("a: 1\n---\nb: 2").1, "a second document follows the first");
    assert_eq!(fault("# nothing\n").1, "the file is empty");
    assert_eq!(fault("a: &x [*x]").1, "the alias is inside what it names");
    let out = Findings::new();
    let (node, _) = read("a: 1\nb: [2, *x", &tag, &out);
    assert!(node.is_partial() && node.get("a").is_some() && node.get("b").is_some_and(|b| b.is_partial()));
    assert_eq!(out.finish().len(), 1);
}

#[test]
fn a_line_that_is_indented_too_little_hides_what_was_before_it() {
    let out = Findings::new();
    let (node, _) = read("a:\n  b:\n    c: 1\n   d: 2\n", &tag, &out);
    let a = node.get("a").unwrap();
    assert!(a.is_partial() && a.get("b").is_some_and(|b| b.is_partial() && b.get("c").is_some()));
    assert_eq!(out.finish().len(), 1);
}

#[test]
fn a_fault_in_what_aliases_stand_for_is_reported_once() {
    let told = |text: &str| -> Vec<String> {
        let out = Findings::new();
        let (root, table) = read(text, &tag, &out);
        let found = stack_core::check(&root, MachineType::Standard, &[], out).findings;
        found
            .iter()
            .map(|it| format!("{} {}", it.rule.id, &text[table[it.site.0 as usize].clone()]))
            .collect()
    };
    let task = "Type: Task, Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:f'";
    let text = format!(
        "StartAt: a\nStates:\n  a: {{{task}, Retry: &r [{{ErrorEquals: [State.ALL]}}], Next: b}}\n\
        \x20 b: {{{task}, Retry: *r, Next: c}}\n  c: {{{task}, Retry: *r, End: true}}\n"
    );
    assert_eq!(told(&text), ["misspelt-reserved-error State.ALL"]);
    // So is a fault of the whole value, from its first place to its last.
    let text = format!(
        "StartAt: a\nStates: {{ a: {{{task}, Retry: &r 5, Next: b}}, b: {{{task}, Retry: *r, End: true}} }}\n"
    );
    assert_eq!(told(&text), ["wrong-type &r 5"]);
    // What is wrong with the copy only, and what is said of another field, is no repetition.
    let text = format!("StartAt: a\nStates: {{ a: {{{task}, Comment: &n b, Next: *n}} }}\n");
    assert_eq!(told(&text), ["unknown-target *n"]);
}

#[test]
fn bombs_are_refused() {
    let laughs: String =
        (1..30).map(|n| format!("a{n}: &a{n} [{}]\n", format!("*a{}, ", n - 1).repeat(9))).collect();
    assert_eq!(fault(&format!("a0: &a0 [x]\n{laughs}")).0, "too-many-aliases");
    let tower: String =
        (1..30).map(|n| format!("a{n}: &a{n} {}*a{}{}\n", "[".repeat(9), n - 1, "]".repeat(9))).collect();
    assert_eq!(fault(&format!("a0: &a0 [x]\n{tower}")).0, "too-deep");
    assert_eq!(fault(&"- ".repeat(100_000)).0, "too-deep");
    assert_eq!(fault(&"[".repeat(100_000)).0, "too-deep");
}

#[test]
fn aliases_are_bounded_as_a_whole() {
    // The list has a thousand values, which count once for the anchor and once for each alias.
    let copies =
        |aliases: usize| format!("[&a [{}], {}]", ["1"; 999].join(", "), vec!["*a"; aliases].join(", "));
    assert_eq!(whole(&copies(99)).matches('1').count(), 100 * 999);
    assert_eq!(fault(&copies(100)).0, "too-many-aliases");
}

#[test]
fn an_alias_is_as_deep_as_what_it_stands_for() {
    let found = |text: &str| -> Vec<&'static str> {
        let out = Findings::new();
        read(text, &tag, &out);
        out.finish().iter().map(|finding| finding.rule.id).collect()
    };
    let mut refused = 0;
    for depth in MAX_DEPTH - 4..MAX_DEPTH + 2 {
        let inside = |value: &str| format!("[&a [[1]], {}{value}{}]", "[".repeat(depth), "]".repeat(depth));
        let written_out = found(&inside("[[1]]"));
        assert_eq!(found(&inside("*a")), written_out, "{depth}");
        refused += written_out.len();
    }
    assert!((1..6).contains(&refused), "{refused}");
}

#[test]
fn examples_do_what_their_pages_say() {
    for rule in crate::rules::ALL {
        let page = rule.page();
        let mut examples = page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
        assert_eq!(examples.next().map(|text| fault(text).0), Some(rule.id));
        examples.for_each(|text| assert!(!whole(text).is_empty()));
    }
}

#[test]
fn a_mapping_that_wrong_indentation_ends_has_more() {
    let text = "States:\n  a:\n    Retry:\n      - MaxAttempts: 1\n   Next: b\n  b: {}\n";
    let out = Findings::new();
    let (node, _) = read(text, &tag, &out);
    assert_eq!(out.finish().len(), 1);
    let a = node.get("States").and_then(|states| states.get("a")).unwrap();
    let retry = a.get("Retry").unwrap();
    assert!(a.is_partial() && retry.is_partial() && retry.as_array().unwrap()[0].is_partial());
}

#[test]
fn old_booleans_are_those_of_templates() {
    let text = "{a: yes, b: 'no', c: On, d: OFF, e: !!str yes, f: &x no, g: *x, yes: y}";
    let old = |text| {
        let out = Findings::new();
        compact(&super::read_1_1(text, &tag, &out).0, &mut |_, _| {})
    };
    assert_eq!(
        old(text),
        r#"{"a":true,"b":"no","c":true,"d":false,"e":"yes","f":false,"g":false,"yes":"y"}"#
    );
    assert!(whole(text).starts_with(r#"{"a":"yes""#));
}

#[test]
fn closing_brackets_may_stand_at_the_left() {
    let text = "a:\n  b: !Sub [ # x\n    c,\n    {d: [\n   e # ä ]\n\n], f: '#'\n}\n]\n  g: 1\n";
    assert_eq!(whole(text), r##"{"a":{"b":{"Fn::Sub":["c",{"d":["e"],"f":"#"}]},"g":1}}"##);
    let out = Findings::new();
    let (node, table) = read(text, &tag, &out);
    let site = node.get("a").and_then(|a| a.member("g")).map(|member| member.key.site.0).unwrap();
    assert!(text[table[site as usize].start..].starts_with("g: 1"));
    // A block is not as lenient.
    assert_eq!(fault("a:\n  - b\n ]").0, "yaml-syntax");
    // One fault of the text, and each tag without a meaning once.
    let out = Findings::new();
    read("a:\n  b: !X 1\n  c: [\n]\n  d: ]", &tag, &out);
    let messages: Vec<String> = out.finish().into_iter().map(|it| it.message).collect();
    assert_eq!(messages.len(), 2, "{messages:?}");
}
