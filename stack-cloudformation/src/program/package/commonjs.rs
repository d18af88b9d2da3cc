//! What a CommonJS module exports, read off its text as esbuild prints it: without comments, in one style.

use super::exports::Exports;

/// The names in `exports.name = ..`, `module.exports = { name }` and their like. Where `exports` is used in another way,
/// as by `__exportStar(require("./x"), exports)`, others may be added when the module runs.
pub(super) fn exports(text: &str) -> Exports {
    let mut found = Exports::default();
    for (at, word) in text.match_indices("exports") {
        let (before, after) =
            (text.get(..at).unwrap_or_default(), text.get(at + word.len()..).unwrap_or_default());
        let module = before.strip_suffix("module.");
        if ends_in_word(module.unwrap_or(before)) || starts_word(after) {
            continue;
        }
        use_of(before, after, module.is_some(), &mut found);
    }
    found.names.sort();
    found.names.dedup();
    // `this` is the same object. That a class has such a property, too, is no matter.
    found.is_open |= text.contains("this.") && !text.contains("class ");
    found
}

/// One use of `exports`, between what stands before and behind it.
fn use_of(before: &str, after: &str, of_module: bool, found: &mut Exports) {
    if let Some((name, rest)) = member(after) {
        if is_assigned(rest) && name != "__esModule" {
            found.names.push(name.to_owned());
        }
    } else if let Some(value) = after.strip_prefix(" = ") {
        if let Some(members) =
            value.strip_prefix('{').filter(|_| of_module || value.contains("module.exports"))
        {
            object(members, found);
        } else if !["module.exports", "exports"].iter().any(|same| value.starts_with(same)) {
            match is_function(value) {
                true if of_module => found.names.push("default".to_owned()),
                _ => found.is_open |= of_module,
            }
        }
    } else if before.ends_with("Object.defineProperty(") || before.ends_with("Object.defineProperty(module.")
    {
        match after.strip_prefix(", ").and_then(quoted) {
            Some(("__esModule", _)) => {}
            Some((name, _)) => found.names.push(name.to_owned()),
            None => found.is_open = true,
        }
    } else {
        found.is_open = true;
    }
}

/// Whether a value is a function, in which Lambda would look for the handler.
fn is_function(value: &str) -> bool {
    let line = value.lines().next().unwrap_or_default();
    let parameters = line.split(" => ").next().filter(|start| start.len() < line.len());
    let is_arrow =
        parameters.is_some_and(|it| it.ends_with(')') && it.starts_with('(') || it.chars().all(is_word));
    ["async ", "function ", "function(", "function*", "class "].iter().any(|word| value.starts_with(word))
        || is_arrow
}

/// The name in `.name` or `["name"]`, and what follows.
fn member(text: &str) -> Option<(&str, &str)> {
    if let Some(rest) = text.strip_prefix('.') {
        let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        return (end > 0).then(|| rest.split_at(end));
    }
    let (name, rest) = quoted(text.strip_prefix('[')?)?;
    Some((name, rest.strip_prefix(']')?))
}

/// A string in double quotation marks without escapes, and what follows.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.strip_prefix('"')?.split_once('"')?;
    (!name.contains('\\')).then_some((name, rest))
}

/// Whether a member gets a value there.
fn is_assigned(rest: &str) -> bool {
    rest.starts_with(" = ")
}

/// The names of an object's members, from its first one on.
fn object(members: &str, found: &mut Exports) {
    let mut rest = members.trim_start();
    while !rest.starts_with('}') {
        let (name, behind) = match name_of(rest) {
            Some(named) => named,
            // A spread, a computed name, or the end of the text.
            None => {
                found.is_open = true;
                return;
            }
        };
        found.names.push(name.to_owned());
        rest = behind_value(behind);
        rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    }
}

/// The name of a member, and what follows.
fn name_of(text: &str) -> Option<(&str, &str)> {
    if let Some(quoted) = quoted(text) {
        return Some(quoted);
    }
    let end = text.find(|c: char| !is_word(c)).filter(|end| *end > 0)?;
    let (word, rest) = text.split_at(end);
    let is_modifier = matches!(word, "async" | "get" | "set" | "static");
    // `async run() {}`, but `async: 1` and `get() {}`.
    match rest.strip_prefix([' ', '*']).filter(|_| is_modifier) {
        Some(rest) => name_of(rest.trim_start_matches(['*', ' '])),
        None => Some((word, rest)),
    }
}

/// What follows a value: from the comma or brace behind it on.
fn behind_value(text: &str) -> &str {
    let (mut depth, mut characters) = (0_usize, text.char_indices());
    while let Some((at, character)) = characters.next() {
        match character {
            '(' | '[' | '{' => depth += 1,
            ',' | '}' if depth == 0 => return text.get(at..).unwrap_or_default(),
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            '"' | '\'' | '`' => {
                while let Some((_, inner)) = characters.next() {
                    match inner {
                        '\\' => drop(characters.next()),
                        _ if inner == character => break,
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    ""
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$')
}

fn ends_in_word(before: &str) -> bool {
    before.ends_with(|c: char| is_word(c) || c == '.')
}

fn starts_word(after: &str) -> bool {
    after.starts_with(is_word)
}

#[cfg(test)]
mod tests {
    use super::exports;

    fn names(text: &str) -> Option<String> {
        let found = exports(text);
        (!found.is_open).then(|| found.names.join(" "))
    }

    fn known(text: &str) -> String {
        names(text).unwrap_or_else(|| panic!("{text} is known"))
    }

    #[test]
    fn each_way_to_export_a_name_is_seen() {
        assert_eq!(known("exports.handler = async () => 1;"), "handler");
        assert_eq!(known("module.exports.main = main;\nexports[\"my-handler\"] = 1;"), "main my-handler");
        assert_eq!(known("module.exports = { handler };"), "handler");
        assert_eq!(
            known(
                "module.exports = {\n  a: { b: [1, 2], c },\n  \"d\": \"}\",\n  async e() {\n  },\n  get f() {\n  }\n};"
            ),
            "a d e f"
        );
        assert_eq!(known("exports = module.exports = { handler };"), "handler");
        assert_eq!(
            known(
                "\"use strict\";\nObject.defineProperty(exports, \"__esModule\", { value: true });\n\
                 exports.b = exports.a = void 0;\nconst a = 1;\nexports.a = a;\n\
                 Object.defineProperty(exports, \"c\", { get: function() {\n  return x.c;\n} });"
            ),
            "a b c"
        );
        assert_eq!(known("const x = 1;"), "");
        for function in ["async (event) => {\n};", "(a, b) => a;", "event => 1;", "function(event) {\n};"] {
            assert_eq!(known(&format!("module.exports = {function}")), "default");
        }
    }

    #[test]
    fn what_is_known_at_run_time_only_is_open() {
        for text in [
            "module.exports = require(\"./app\");",
            "module.exports = { ...require(\"./app\") };",
            "module.exports = { [name]: 1 };",
            "__exportStar(require(\"./app\"), exports);",
            "Object.assign(module.exports, { handler });",
            "Object.defineProperty(exports, name, {});",
            "this.handler = 1;",
            "for (const key in app) exports[key] = app[key];",
        ] {
            assert_eq!(names(text), None, "{text}");
        }
    }

    #[test]
    fn other_words_and_reads_are_none() {
        assert_eq!(known("myexports.a = 1; exportsOf.b = 2; x.exports.c = 3; exports.d(4);"), "");
    }
}
