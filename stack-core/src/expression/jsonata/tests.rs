//! Every operator with what it binds, every code of a fault with its place, and what an expression uses.

use super::{Expression, FUNCTIONS, Id, List, NodeKind, TOO_DEEP, is_function, parse};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// An expression with all that is implied written out.
fn show(text: &str) -> String {
    let expression = parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
    node(&expression, expression.root())
}

fn list(it: &Expression<'_>, list: List) -> String {
    it.list(list).map(|id| node(it, id)).collect::<Vec<_>>().join(" ")
}

fn node(it: &Expression<'_>, id: Id) -> String {
    let mut text = match &it.node(id).kind {
        NodeKind::Name(name) => name.to_string(),
        NodeKind::String(string) => format!("{string:?}"),
        NodeKind::Number(number) => number.to_string(),
        NodeKind::Literal(value) => value.map_or("null".to_owned(), |value| value.to_string()),
        NodeKind::Regex(pattern, flags) => format!("/{pattern}/{flags}"),
        NodeKind::Variable(name) => format!("${name}"),
        NodeKind::Wildcard => "*".to_owned(),
        NodeKind::Descendant => "**".to_owned(),
        NodeKind::Parent => "%".to_owned(),
        NodeKind::Placeholder => "?".to_owned(),
        NodeKind::Path(steps) => format!("(. {})", list(it, *steps)),
        NodeKind::Sort(terms) => format!("(^ {})", list(it, *terms)),
        NodeKind::Ascending(term) => format!("<{}", node(it, *term)),
        NodeKind::Descending(term) => format!(">{}", node(it, *term)),
        NodeKind::Negate(value) => format!("(- {})", node(it, *value)),
        NodeKind::Array(items) => format!("[{}]", list(it, *items)),
        NodeKind::Object(pairs) => format!("{{{}}}", list(it, *pairs)),
        NodeKind::Block(parts) => format!("(; {})", list(it, *parts)),
        NodeKind::Binary(op, left, right) => {
            format!("({} {} {})", op.text(), node(it, *left), node(it, *right))
        }
        NodeKind::Bind(name, value) => format!("(:= ${name} {})", node(it, *value)),
        NodeKind::Condition(condition, then, otherwise) => {
            let otherwise = otherwise.map_or(String::new(), |otherwise| format!(" {}", node(it, otherwise)));
            format!("(? {} {}{otherwise})", node(it, *condition), node(it, *then))
        }
        NodeKind::Call(procedure, arguments) => {
            format!("(call {} {})", node(it, *procedure), list(it, *arguments))
        }
        NodeKind::Lambda { parameters, signature, body } => {
            format!("(fn{} [{}] {})", signature.unwrap_or_default(), list(it, *parameters), node(it, *body))
        }
        NodeKind::Transform(pattern, update, delete) => {
            let delete = delete.map_or(String::new(), |delete| format!(" {}", node(it, delete)));
            format!("(| {} {}{delete})", node(it, *pattern), node(it, *update))
        }
        NodeKind::Filter(value) => format!("[{}]", node(it, *value)),
        NodeKind::Group(pairs) => format!("{{{}}}", list(it, *pairs)),
        NodeKind::Focus(name) => format!("@${name}"),
        NodeKind::Index(name) => format!("#${name}"),
    };
    text.push_str(if it.node(id).keeps_array { "[]" } else { "" });
    text.extend(it.list(it.node(id).attached).map(|id| node(it, id)));
    text
}

#[test]
fn operators_bind_as_in_jsonata() {
    for (text, shown) in [
        ("1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)"),
        ("$a / 2 % 3", "(% (/ $a 2) 3)"),
        ("1 & 2 = '3' and true or false", "(or (and (= (& 1 2) \"3\") true) false)"),
        ("1 < 2 != (3 >= 4)", "(!= (< 1 2) (; (>= 3 4)))"),
        ("1 > 2 <= 3", "(<= (> 1 2) 3)"),
        ("1 in [1, 2 .. 3, []]", "(in 1 [1 (.. 2 3) []])"),
        ("-2 + -$x", "(+ -2 (- $x))"),
        ("-a.b", "(- (. a b))"),
        ("a.b.'c'.\"d\".`e f`", "(. a b c d e f)"),
        ("'a'.b", "(. a b)"),
        ("and.or.in", "(. and or in)"),
        ("a and and", "(and (. a) (. and))"),
        ("a[0].b[c=1][2]", "(. a[0] b[(= (. c) 1)][2])"),
        ("(a)[0]", "(; (. a))[0]"),
        ("a[].b[]", "(. a[] b[])"),
        ("(a.b)[]", "(; (. a b))[]"),
        ("$x[][0]", "$x[][0]"),
        ("a[0][]", "(. a[][0])"),
        ("a^(b)[].c", "(. a (^ <(. b))[] c)"),
        ("a{b: c}", "(. a){(. b) (. c)}"),
        ("{'a': 1, b: {}}", "{\"a\" 1 (. b) {}}"),
        ("a^(<b, >c, d)", "(. a (^ <(. b) >(. c) <(. d)))"),
        ("$x^(b)", "(. $x (^ <(. b)))"),
        ("a@$x.b#$i[0]", "(. a@$x b#$i[0])"),
        ("$x#$i", "(. $x#$i)"),
        ("a.%.b", "(. a % b)"),
        ("*.**", "(. * **)"),
        ("2 * *", "(* 2 *)"),
        ("$ ~> $f ~> $g(1)", "(~> (~> $ $f) (call $g 1))"),
        ("$$.a", "(. $$ a)"),
        ("$x := $y := 1", "(:= $x (:= $y 1))"),
        ("($x := 1; $x;)", "(; (:= $x 1) $x)"),
        ("()", "(; )"),
        ("a ? b : c ? d", "(? (. a) (. b) (? (. c) (. d)))"),
        ("a ?: b ?? c", "(?: (. a) (?? (. b) (. c)))"),
        ("$f(?, 1)(2)", "(call (call $f ? 1) 2)"),
        ("a.$f(b).c()", "(. a (call $f (. b)) (call (. c) ))"),
        ("function($x, $y){$x + $y}(1, 2)", "(call (fn [$x $y] (+ $x $y)) 1 2)"),
        ("λ(){1}", "(fn [] 1)"),
        ("function($s)<a<s>-(sn)?:s>{$s}", "(fn<a<s>-(sn)?:s> [$s] $s)"),
        ("function($s) <s : n> {$s}", "(fn<s : n> [$s] $s)"),
        ("|a.b|{'c': 1}, ['d']|", "(| (. a b) {\"c\" 1} [\"d\"])"),
        ("| $ | {} |", "(| $ {})"),
        ("$match(a, /[/]\\/(b)/im)", "(call $match (. a) /[/]\\/(b)/im)"),
        ("4 / 2 / 1", "(/ (/ 4 2) 1)"),
        ("/* c */ 1 /* d */ + /**/ 2", "(+ 1 2)"),
        ("0.5e+1 + 10E-1 + 0", "(+ (+ 5 1) 0)"),
        ("[1..2]", "[(.. 1 2)]"),
        (
            "'\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\ude00\\ud800'",
            "\"\\\"\\\\/\\u{8}\\u{c}\\n\\r\\tä😀\u{fffd}\"",
        ),
        ("ä.名前", "(. ä 名前)"),
        ("null", "null"),
    ] {
        assert_eq!(show(text), shown, "{text}");
    }
}

#[test]
fn each_fault_has_its_code_and_its_place() {
    for (text, code, at) in [
        ("a & 'b", "S0101", 4),
        ("1e999", "S0102", 0),
        ("'a\\x'", "S0103", 2),
        ("'\\", "S0103", 1),
        ("'\\u12g4'", "S0104", 1),
        ("a.`b", "S0105", 2),
        ("1 /* 2 *", "S0106", 2),
        ("1 2", "S0201", 2),
        ("a; b", "S0201", 1),
        ("a)", "S0201", 1),
        ("[1, 2)", "S0202", 5),
        ("$f('a', 'b'c)", "S0202", 11),
        ("{'a' 1}", "S0202", 5),
        ("a^b", "S0202", 2),
        ("function($x) $x", "S0202", 13),
        ("|a|{} b", "S0202", 6),
        ("$f(1", "S0203", 4),
        ("(", "S0203", 1),
        ("2 ** 3", "S0201", 2),
        ("a ! b", "S0204", 2),
        ("a ~ b", "S0204", 2),
        ("", "S0207", 0),
        (" ", "S0207", 1),
        ("1 + ", "S0207", 4),
        ("function(x){1}", "S0208", 9),
        ("function(?){1}", "S0208", 9),
        ("$x{'a': 1}[0]", "S0209", 10),
        ("a{b: 1}{c: 2}", "S0210", 7),
        ("= 1", "S0211", 0),
        ("[1,]", "S0211", 3),
        ("x := 1", "S0212", 0),
        ("$x.y := 1", "S0212", 0),
        ("$.7", "S0213", 2),
        ("1.a", "S0213", 0),
        ("a.true", "S0213", 2),
        ("a@b", "S0214", 2),
        ("a#$x.b#c", "S0214", 7),
        ("a[0]@$x", "S0215", 4),
        ("a^(b)@$x", "S0216", 5),
        ("%", "S0217", 0),
        ("a.%.%.b", "S0217", 0),
        ("$x.%", "S0217", 3),
        ("$x[%.a = 1]", "S0217", 3),
        ("$f(//)", "S0301", 3),
        ("$f(/a(/)", "S0302", 3),
        ("function($x)<n<n>>{1}", "S0401", 12),
        ("function($x)<(a<n>)>{1}", "S0402", 12),
        ("function($x)<n{1}", "S0202", 14),
        ("function($x)<n", "S0203", 14),
    ] {
        let error = parse(text).expect_err(text);
        assert_eq!((error.code, error.offset), (code, at), "{text}: {}", error.message);
        assert!(!error.message.ends_with('.') && !error.message.starts_with(char::is_uppercase), "{error:?}");
    }
}

#[test]
fn a_parent_knows_the_step_whose_input_it_is() {
    // Each `%` with the word at the step that it found.
    let ancestors = |text: &'static str| {
        let it = parse(text).unwrap();
        let parents = (0..).map(Id).take(it.nodes.len()).filter(|&id| it.node(id).kind == NodeKind::Parent);
        let shown: Vec<_> = parents
            .map(|id| {
                let step = it.node(it.ancestor(id).unwrap());
                assert!(step.is_ancestor);
                format!("{}:{}@{}", it.node(id).offset, &text[step.offset..=step.offset], step.offset)
            })
            .collect();
        shown.join(" ")
    };
    for (text, shown) in [
        ("a.b.%.c", "4:b@2"),
        ("a.b.c.%.%.d", "6:c@4 8:b@2"),
        ("a.b[%.c = 1]", "4:b@2"),
        ("a.b.c[%.%.d = 1]", "6:c@4 8:b@2"),
        ("a.(b.c).%.d", "8:c@5"),
        ("a.b.(%.c)", "5:b@2"),
        ("a.b.{'x': %.c}", "10:b@2"),
        ("a.b^(%.c)", "5:b@2"),
        ("a.*.(%.x ? %.y : -%.z)", "5:*@2 11:*@2 18:*@2"),
        ("a.b@$x.c@$y.%.d", "12:b@2"),
    ] {
        assert_eq!(ancestors(text), shown, "{text}");
    }
    let it = parse("a.(b.c).d.%.%.e").unwrap();
    let marked = it.nodes.iter().filter(|node| node.is_ancestor).map(|node| node.offset);
    // The block, the path in it, and the two steps that were found.
    assert_eq!(marked.collect::<Vec<_>>(), [2, 3, 5, 8]);
    assert_eq!(it.ancestor(it.root()), None);
}

#[test]
fn parents_that_can_be_told_are_accepted() {
    for text in [
        "a.b.%.c",
        "a.b.c.%.%.d",
        "a.b[%.c = 1]",
        "a.b.c[%.%.d = 1]",
        "a.(b).%.c",
        "a.b.(%.c)",
        "a.b.{'x': %.c}",
        "a.b.[%.c]",
        "a.b^(%.c)",
        "a.b@$x.c@$y.%.d",
        "a.*.(%.x ? %.y : -%.z)",
    ] {
        assert!(parse(text).is_ok(), "{text}: {:?}", parse(text));
    }
}

#[test]
fn newer_operators_are_found_at_the_first() {
    assert_eq!(parse("(a ?? b) ?: c").unwrap().newer_operator(), Some(3));
    assert_eq!(parse("a ? b : c").unwrap().newer_operator(), None);
}

/// What an expression uses, in one line.
fn uses(text: &str) -> String {
    let expression = parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
    let uses = expression.uses();
    let mut words: Vec<String> = uses.names_at_top.iter().map(|it| it.word.to_owned()).collect();
    words.extend(uses.contexts_at_top.iter().map(|_| "$".to_owned()));
    words.extend(uses.inputs.iter().map(|_| "$$".to_owned()));
    for place in &uses.variables {
        assert!(text[place.offset..].starts_with(&format!("${}", place.word)), "{text}: {place:?}");
        words.push(format!("${}", place.word));
    }
    for call in &uses.calls {
        assert!(
            text[call.function.offset..].starts_with(&format!("${}", call.function.word)),
            "{text}: {call:?}"
        );
        words.push(format!("${}/{}", call.function.word, call.arguments));
    }
    for (offset, fields) in &uses.states {
        assert!(text[*offset..].starts_with("$states"), "{text}");
        for field in fields {
            assert!(
                text[field.offset..].trim_start_matches(['`', '"']).starts_with(field.word),
                "{text}: {field:?}"
            );
        }
        words.push(fields.iter().fold("states".to_owned(), |path, field| path + "." + field.word));
    }
    words.join(" ")
}

#[test]
fn only_the_first_step_of_a_path_is_at_the_top() {
    assert_eq!(uses("phone"), "phone");
    assert_eq!(uses("phone.number[type = 'x'].y"), "phone");
    assert_eq!(uses("$.phone"), "$");
    assert_eq!(uses("$$.phone"), "$$");
    assert_eq!(uses("$x[$$.a = $.b]"), "$$ $x");
    assert_eq!(uses("$x^(>a, b){c: $sum(d)}"), "$x $sum/1");
    assert_eq!(uses("$x.(a; $f(b))"), "$x $f/1");
    assert_eq!(uses("{ 'a': b, c: [d, -e] }"), "b c d e");
    assert_eq!(uses("a ? b : c & d"), "a b c d");
    assert_eq!(uses("$map([1], function($i){ phone })"), "phone $map/2");
    assert_eq!(uses("$x.$map(y, function($i){ phone })"), "$x $map/2");
    assert_eq!(uses("$x ~> |a|{'b': c}, d|"), "$x");
    assert_eq!(uses("(a).b"), "a");
    assert_eq!(uses("'a'.b"), "a");
    assert_eq!(uses("f(1)"), "f");
    assert_eq!(uses("$x.$"), "$x");
}

#[test]
fn variables_that_the_expression_binds_are_its_own() {
    assert_eq!(uses("$a + $b"), "$a $b");
    assert_eq!(uses("($a := $a + 1; $a)"), "$a");
    assert_eq!(uses("($a := 1; $b) + $a"), "$b $a");
    assert_eq!(uses("function($x, $y){ $x + $y + $z }"), "$z");
    assert_eq!(uses("$map($l, function($x){ $x }) + $x"), "$l $x $map/2");
    assert_eq!(uses("($f := function($n){ $n < 1 ? 1 : $f($n - 1) }; $f(3))"), "");
    assert_eq!(uses("($f := λ(){ $g() }; $g := λ(){ $f() }; $f())"), "");
    assert_eq!(uses("($g(); $g := λ(){ 1 })"), "$g/0");
    assert_eq!(uses("$l@$x.m#$i[$x.a = $i]{ 'k': $x } & $x & $i"), "$l $x $i");
    assert_eq!(uses("$l.($y := 1; $y) & $y"), "$l $y");
    assert_eq!(uses("$map($x, $uppercase)"), "$x $uppercase $map/2");
    assert_eq!(uses("($states := 1; $states.x)"), "");
}

#[test]
fn calls_have_their_number_of_arguments() {
    assert_eq!(uses("$uuid() & $f(1, 2)"), "$uuid/0 $f/2");
    assert_eq!(uses("$a ~> $f ~> $g(1)"), "$a $f/1 $g/2");
    assert_eq!(uses("$f(?, $g(1))"), "$f/2 $g/1");
    assert_eq!(uses("$f(1)(2)[$g()]"), "$f/1 $g/0");
    assert_eq!(uses("$x.f[0].$string()"), "$x $string/0");
}

#[test]
fn members_of_states_are_followed_as_far_as_they_are_fixed() {
    assert_eq!(uses("$states"), "states");
    assert_eq!(uses("$states.input.x[0].y + 1"), "states.input.x");
    assert_eq!(uses("$states.`errorOutput`.\"Error\""), "states.errorOutput.Error");
    assert_eq!(uses("$states.context.Execution.Id"), "states.context.Execution.Id");
    assert_eq!(uses("$states.*.a"), "states");
    assert_eq!(uses("$states.input[$states.result.n]"), "states.input states.result.n");
    assert_eq!(uses("$merge([$states.input, {'a': $states.result}])"), "$merge/1 states.input states.result");
    assert_eq!(uses("($s := $states; $s.input)"), "states");
}

#[test]
fn the_functions_are_sorted_and_have_awss_changes() {
    assert!(FUNCTIONS.is_sorted_by_key(|function| function.name));
    for name in ["partition", "range", "hash", "random", "uuid", "parse", "sum", "now"] {
        assert!(is_function(name), "{name}");
    }
    assert!(!is_function("eval") && !is_function("Sum") && !is_function(""));
}

/// Reads a text and looks at it. The limit is far above what a slow machine needs, and far below
/// what time that grows with the square of the length would need.
fn quick(text: &str) {
    let start = Instant::now();
    if let Ok(expression) = parse(text) {
        let uses = expression.uses();
        assert!(uses.states.iter().all(|(offset, _)| *offset < text.len()));
    }
    let took = start.elapsed();
    assert!(took < Duration::from_secs(60), "{}..: {took:?}", text.get(..12).unwrap_or_default());
}

#[test]
fn a_megabyte_is_quick() {
    for piece in
        ["(", "[", "{", "\"", "/", "`", "/*", "a.", "%.", "1+", "-", "a[0]", "$f()", "$x@$y", "\\", "ä"]
    {
        quick(&piece.repeat(1_000_000 / piece.len()));
    }
}

#[test]
fn repetition_of_anything_is_quick() {
    for piece in [
        "$f(",
        "a[",
        "a{",
        "|",
        "?",
        "a?",
        "a??",
        "a?b:",
        "a.%.",
        "a.a.%.%.",
        "(%.",
        "\"\\",
        "/\\",
        "$x:=",
        "a#$i",
        "^(",
        "()",
        "function(){",
        "~>",
        "1,",
        "1..",
        "((a).%)",
        "a[%.b]",
        "$x^(%)",
        "}",
        "1 ~> ",
        "%+",
        "a^(b)",
        "'a'.",
        "$x:=1;",
        "$x;",
        "($x:=$y);",
        "λ($x){$y},",
        "$states.input.a,",
    ] {
        let long = piece.repeat(50_000 / piece.len());
        for text in
            [format!("{long}a"), format!("[{long}1]"), format!("({long}a)"), format!("function($x)<{long}")]
        {
            quick(&text);
        }
    }
}

#[test]
fn values_may_stand_inside_each_other_up_to_a_limit() {
    assert!(parse(&format!("{}1{}", "(".repeat(199), ")".repeat(199))).is_ok());
    assert_eq!(parse(&format!("{}1{}", "(".repeat(200), ")".repeat(200))).unwrap_err().code, TOO_DEEP);
    assert!(parse(&format!("{}0", "$x = 1 ? 2 : ".repeat(190))).is_ok());
    assert!(parse(&format!("1{}", " + 1".repeat(100_000))).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused_within_it(text: String) {
        match parse(&text) {
            Ok(expression) => drop(expression.uses()),
            Err(error) => prop_assert!(text.is_char_boundary(error.offset), "{error:?}"),
        }
    }

    #[test]
    fn text_like_jsonata_is_read_or_refused_within_it(text in r#"([a-c1.$%@#^(){}<>|,;:?=*/\\"'` \[\]+-]|\$x|function\(\$x\)|:=|~>|\?\?|\$states\.|ä){0,40}"#) {
        match parse(&text) {
            Ok(expression) => drop(expression.uses()),
            Err(error) => prop_assert!(text.is_char_boundary(error.offset), "{error:?}"),
        }
    }
}
