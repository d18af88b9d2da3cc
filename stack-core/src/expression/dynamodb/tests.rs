//! What is read, and what is refused where.

use super::{Grammar, parse};

fn words(text: &str, grammar: Grammar) -> String {
    let expression = parse(text, grammar).unwrap_or_else(|fault| panic!("{text}: {fault:?}")).unwrap();
    let lists = [expression.names, expression.values, expression.reserved];
    lists.map(|list| list.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")).join("|")
}

#[test]
fn conditions_are_read() {
    for (text, expected) in [
        ("a = :a", "|:a|"),
        ("#n.pieces[0].#p <> :p AND NOT (x >= y)", "#n #p|:p|"),
        ("attribute_not_exists(id) or size ( tags ) > :n", "|:n|"),
        ("(a = :a OR b = :b) AND ((c < :c) OR d IN (:d, :e))", "|:a :b :c :d :e|"),
        ("price between :low and :high", "|:low :high|"),
        ("contains(name, :v) AND begins_with(#s, :w) AND attribute_type(x, :t)", "#s|:v :w :t|name"),
        ("(a) = (:a)", "|:a|"),
        ("status = :s", "|:s|status"),
        ("NOT NOT a = :a", "|:a|"),
        ("a_1\n=\t:a_1", "|:a_1|"),
    ] {
        assert_eq!(words(text, Grammar::Condition), expected, "{text}");
    }
    assert_eq!(words("pk = :p AND sk BETWEEN :a AND :b", Grammar::KeyCondition), "|:p :a :b|");
    assert_eq!(words("(pk = :p) AND begins_with(#k, :k)", Grammar::KeyCondition), "#k|:p :k|");
}

#[test]
fn projections_and_updates_are_read() {
    assert_eq!(words("a, b.c[3], #d", Grammar::Projection), "#d||");
    for (text, expected) in [
        ("SET a = :a", "|:a|"),
        ("set a = a + :n, #b = if_not_exists(#b, :zero) - :m", "#b #b|:n :zero :m|"),
        (
            "SET l = list_append(if_not_exists(l, :e), :i) REMOVE x, y[1] ADD n :n DELETE s :s",
            "|:e :i :n :s|",
        ),
        ("ADD clicks :one SET name = (:n)", "|:one :n|name"),
        ("SET a = (b + :c)", "|:c|"),
    ] {
        assert_eq!(words(text, Grammar::Update), expected, "{text}");
    }
}

#[test]
fn faults_are_on_the_token() {
    use Grammar::{Condition, KeyCondition, Projection, Update};
    for (text, grammar, piece, message) in [
        ("", Condition, "", "it is empty"),
        ("a == :a", Condition, "==", "a comparison must stand before `==`"),
        ("a != :a", Condition, "!=", "a comparison must stand before `!=`"),
        ("a = :a && b = :b", Condition, "&&", "the expression ends before `&&`"),
        (
            "a = 5",
            Condition,
            "5",
            "an attribute or a value must stand before `5`: a value stands in `ExpressionAttributeValues`, and here its name, such as `:value`",
        ),
        (
            "a = 'x'",
            Condition,
            "'",
            "an attribute or a value must stand before `'`: a value stands in `ExpressionAttributeValues`, and here its name, such as `:value`",
        ),
        ("a", Condition, "", "a comparison must stand before its end"),
        ("size(a)", Condition, "", "a comparison must stand before its end"),
        ("(a = :a", Condition, "", "`)` must stand before its end"),
        ("((a = :a))", Condition, "(", "the parentheses are doubled, which DynamoDB refuses"),
        (
            "a = attribute_exists(b)",
            Condition,
            "attribute_exists",
            "`attribute_exists` is true or false, and cannot be compared",
        ),
        (
            "attribute_exist(a)",
            Condition,
            "attribute_exist",
            "there is no function `attribute_exist` here, only `attribute_exists`, `attribute_not_exists`, `attribute_type`, `begins_with`, `contains`, `size`",
        ),
        ("attribute_exists(:a)", Condition, ":a", "`attribute_exists` takes an attribute first, not `:a`"),
        ("begins_with(a)", Condition, "begins_with", "`begins_with` takes two operands, not 1"),
        ("a = :a AND", Condition, "", "an attribute or a value must stand before its end"),
        (
            "a BETWEEN :a OR :b",
            Condition,
            "OR",
            "`BETWEEN` needs `AND` before `OR`: for an attribute of that name, use `ExpressionAttributeNames`",
        ),
        ("a-b = :x", Condition, "-", "a comparison must stand before `-`"),
        ("a = #", Condition, "#", "a name must follow the `#`"),
        ("a = é", Condition, "é", "an attribute or a value must stand before `é`"),
        ("pk = :p OR sk = :s", KeyCondition, "OR", "`OR` cannot stand in a condition on keys"),
        ("pk <> :p", KeyCondition, "<>", "`<>` cannot stand in a condition on keys"),
        (
            "contains(pk, :p)",
            KeyCondition,
            "contains",
            "there is no function `contains` here, only `begins_with`",
        ),
        ("a b", Projection, "b", "the expression ends before `b`"),
        ("a, ", Projection, "", "an attribute must stand before its end"),
        ("a[b]", Projection, "b", "the number of an item must stand before `b`"),
        ("a = :a", Update, "a", "`SET`, `REMOVE`, `ADD` or `DELETE` must stand before `a`"),
        ("SET a = :a SET b = :b", Update, "SET", "there is a section `SET` already: put both in one"),
        ("SET a = :a b = :b", Update, "b", "a comma, another section or the end must stand before `b`"),
        (
            "SET a = 1",
            Update,
            "1",
            "an attribute or a value must stand before `1`: a value stands in `ExpressionAttributeValues`, and here its name, such as `:value`",
        ),
        ("SET a :a", Update, ":a", "`=` must stand before `:a`"),
        ("ADD a b", Update, "b", "a value such as `:value` must stand before `b`"),
        ("SET a = b + :c + :d", Update, "+", "a comma, another section or the end must stand before `+`"),
    ] {
        let fault = parse(text, grammar).unwrap_err();
        let signs = [("==", Some("=")), ("!=", Some("<>")), ("&&", Some("AND"))];
        let meant = signs.iter().find(|(sign, _)| *sign == piece).and_then(|(_, meant)| *meant);
        let meant = meant.or((piece == "attribute_exist").then_some("attribute_exists"));
        assert_eq!(fault.meant, meant, "{text}");
        assert_eq!((text.get(fault.bytes.clone()), fault.message.as_str()), (Some(piece), message), "{text}");
    }
}

#[test]
fn deep_expressions_are_not_judged() {
    let deep = format!("{}a = :a{}", "(NOT (".repeat(500), "))".repeat(500));
    assert_eq!(parse(&deep, Grammar::Condition), Ok(None));
    let negated = format!("{}a = :a", "NOT ".repeat(500));
    assert!(parse(&negated, Grammar::Condition).is_ok_and(|expression| expression.is_some()));
}
