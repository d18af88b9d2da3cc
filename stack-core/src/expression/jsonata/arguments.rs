//! Calls of JSONata's functions that always fail because of what their arguments are.

use super::functions::Function;
use super::op::Op;
use super::operands::Failure;
use super::tree::{Id, List, NodeKind};
use super::types::Types;
use super::value_type::Type;

/// The algorithms of `$hash`.
const ALGORITHMS: [&str; 5] = ["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"];

/// A parameter: the letters of the types that it takes, as in [`Function::takes`].
#[derive(Clone, Copy)]
struct Parameter {
    letters: &'static str,
    /// What the items of its array are, if that matters.
    items: &'static str,
    /// The context may stand for it.
    context: bool,
    /// It may be left out.
    optional: bool,
}

/// The parameters that a table's text says.
fn parameters(mut takes: &'static str) -> Vec<Parameter> {
    let mut found = Vec::new();
    while !takes.is_empty() {
        let (letters, mut rest) = match takes.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            Some(choice) => choice,
            None => takes.split_at(1),
        };
        let mut items = "";
        if let Some((of, after)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            (items, rest) = (of, after);
        }
        let (context, optional) = (rest.starts_with('-'), rest.starts_with('?'));
        takes = rest.get(usize::from(context || optional)..).unwrap_or_default();
        found.push(Parameter { letters, items, context, optional });
    }
    found
}

fn is_of(letters: &str, of: Type) -> bool {
    let letter = match of {
        Type::String => 's',
        Type::Number => 'n',
        Type::Boolean => 'b',
        Type::Null => 'l',
        Type::Array => 'a',
        Type::Object => 'o',
        Type::Function => 'f',
    };
    // An array is what anything else becomes where one is wanted.
    letters == "x" || letters == "a" || letters.contains(letter)
}

/// What the letters say, in words.
fn words(letters: &str) -> &'static str {
    match letters {
        "s" => "a string",
        "n" => "a number",
        "b" => "a boolean",
        "o" => "an object",
        "f" => "a function",
        "sf" => "a string or a regular expression",
        "nsb" => "a number, a string or a boolean",
        "oa" => "an object or an array",
        _ => "any value",
    }
}

/// The same of the items of an array.
fn items_in_words(letters: &str) -> &'static str {
    match letters {
        "s" => "strings",
        "n" => "numbers",
        _ => "objects",
    }
}

impl Types<'_> {
    /// The calls of JSONata's own functions that always fail because of an argument, in the order of the text as far as it
    /// is known. How many arguments there are is not looked at.
    pub fn failing_calls(&self) -> Vec<Failure> {
        let mut found = Vec::new();
        for part in self.tree.ids() {
            match self.tree.node(part).kind {
                NodeKind::Call(called, arguments) => self.call(part, called, None, arguments, &mut found),
                NodeKind::Binary(Op::Apply, left, right) => match self.tree.node(right).kind {
                    NodeKind::Call(called, arguments) => {
                        // As a call of its own it would lack the first argument.
                        found.retain(|it: &Failure| it.part != right);
                        self.call(part, called, Some(left), arguments, &mut found);
                    }
                    // Two functions become one.
                    NodeKind::Variable(_) if self.of(left) == Some(Type::Function) => {}
                    NodeKind::Variable(_) => self.call(part, right, Some(left), List::default(), &mut found),
                    _ => {}
                },
                _ => {}
            }
        }
        found
    }

    fn call(&self, part: Id, called: Id, first: Option<Id>, arguments: List, found: &mut Vec<Failure>) {
        let node = self.tree.node(called);
        let NodeKind::Variable(name) = node.kind else { return };
        if node.attached != List::default() {
            return;
        }
        let Some(function) = self.function(name) else { return };
        let mut given = Vec::new();
        given.extend(first);
        for argument in self.tree.list(arguments) {
            // What is still open is called later.
            if self.tree.node(argument).kind == NodeKind::Placeholder {
                return;
            }
            given.push(argument);
        }
        if given.len() < function.least || function.most.is_some_and(|most| given.len() > most) {
            return;
        }
        let failure = match self.wrong_type(function, &given) {
            Some(failure) => Some(failure),
            None => self.wrong_value(name, &given).or_else(|| self.nothing(part, name, &given)),
        };
        if let Some((culprit, code, message, is_sure)) = failure {
            found.push(Failure { part, culprit, code, message: format!("`${name}` {message}"), is_sure });
        }
    }

    /// The first argument of a type that the function does not take.
    fn wrong_type(&self, function: &Function, given: &[Id]) -> Option<(Id, &'static str, String, bool)> {
        let parameters = parameters(function.takes);
        let wrong = self.mismatch(&parameters, given)?;
        // Without the first parameter, for which the context stands, they may fit.
        let needed = parameters.iter().skip(1).filter(|it| !it.optional).count();
        if let Some((first, others)) = parameters.split_first()
            && first.context
            && (needed..=others.len()).contains(&given.len())
            && self.mismatch(others, given).is_none()
        {
            return None;
        }
        Some(wrong)
    }

    fn mismatch(&self, parameters: &[Parameter], given: &[Id]) -> Option<(Id, &'static str, String, bool)> {
        for (parameter, &argument) in parameters.iter().zip(given) {
            let Some(of) = self.of(argument) else { continue };
            if parameter.items.is_empty() {
                if !is_of(parameter.letters, of) {
                    let message = format!("takes {} here, not {}", words(parameter.letters), of.label());
                    return Some((argument, "T0410", message, self.is_value(argument)));
                }
                continue;
            }
            let wanted = items_in_words(parameter.items);
            match self.tree.node(argument).kind {
                _ if of != Type::Array && !is_of(parameter.items, of) => {
                    let message = format!("takes an array of {wanted}, not {}", of.label());
                    return Some((argument, "T0412", message, self.is_value(argument)));
                }
                NodeKind::Array(items) => {
                    for item in self.tree.list(items) {
                        // What is computed may be an array that becomes a part of this one.
                        let of = self.of(item).filter(|of| *of != Type::Array);
                        if let Some(of) = of.filter(|of| !is_of(parameter.items, *of)) {
                            let message = format!("takes an array of {wanted}, and this is {}", of.label());
                            return Some((item, "T0412", message, self.is_value(item)));
                        }
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// An argument that the function does not take though its type is right.
    fn wrong_value(&self, name: &str, given: &[Id]) -> Option<(Id, &'static str, String, bool)> {
        let argument = |at: usize| given.get(at).copied();
        let number = |at: usize| Some((argument(at)?, self.number(argument(at)?)?));
        let below = |at: usize, least: f64| number(at).filter(|(_, number)| *number < least);
        let sure = |id: Id, code, message: &str| Some((id, code, message.to_owned(), true));
        match name {
            "sqrt" => sure(below(0, 0.0)?.0, "D3060", "takes no negative number"),
            "power" => {
                let (_, base) = below(0, 0.0)?;
                let (id, exponent) = number(1).filter(|(_, exponent)| exponent.fract() != 0.0)?;
                let message = format!("has no value of {base} to the power of {exponent}");
                Some((id, "D3061", message, true))
            }
            "replace" if self.text(argument(1)?) == Some("") => {
                sure(argument(1)?, "D3010", "replaces no empty string")
            }
            "replace" => sure(below(3, 0.0)?.0, "D3011", "takes no negative limit"),
            "split" => sure(below(2, 0.0)?.0, "D3020", "takes no negative limit"),
            "match" => sure(below(2, 0.0)?.0, "D3040", "takes no negative limit"),
            "formatBase" => {
                let (id, _) = number(1).filter(|(_, base)| !(1.5..36.5).contains(base))?;
                sure(id, "D3100", "takes a base of 2 to 36")
            }
            "number" if !is_number(self.text(argument(0)?)?) => {
                sure(argument(0)?, "D3030", "cannot read this as a number")
            }
            "toMillis" if given.len() == 1 => {
                let text = self.text(argument(0)?)?.as_bytes();
                let year = text.len() >= 4 && text.iter().take(4).all(u8::is_ascii_digit);
                if year {
                    None
                } else {
                    sure(argument(0)?, "D3110", "takes a timestamp such as `2030-01-31T23:59:59Z`")
                }
            }
            "reduce" => match self.tree.node(argument(1)?).kind {
                NodeKind::Lambda { parameters, .. } if self.tree.list(parameters).count() < 2 => {
                    sure(argument(1)?, "D3050", "takes a function of at least two parameters")
                }
                _ => None,
            },
            "sort" if given.len() == 1 => self.unsortable(argument(0)?),
            "hash" => {
                let algorithm = self.text(argument(1)?)?;
                let message = format!("has no algorithm `{algorithm}`: it takes {}", ALGORITHMS.join(", "));
                (!ALGORITHMS.contains(&algorithm)).then_some((argument(1)?, "", message, true))
            }
            "partition" => match self.of(argument(0)?) {
                Some(of) if of != Type::Array => {
                    let message = format!("takes an array, not {}", of.label());
                    Some((argument(0)?, "", message, self.is_value(argument(0)?)))
                }
                _ => sure(below(1, 0.0)?.0, "", "makes parts of at least one item"),
            },
            _ => None,
        }
    }

    /// An argument with which the function gives nothing, which fails if that is all that the expression gives.
    fn nothing(&self, part: Id, name: &str, given: &[Id]) -> Option<(Id, &'static str, String, bool)> {
        let is_all = part == self.tree.root();
        let number = |at: usize| self.number(*given.get(at)?);
        let (culprit, message) = match name {
            "max" | "min" => match self.tree.node(*given.first()?).kind {
                NodeKind::Array(items) if items == List::default() => (0, "gives nothing for an empty array"),
                _ => return None,
            },
            "partition" if number(1)? == 0.0 => (1, "gives nothing for parts of no items"),
            "range" => {
                let (start, end, step) = (number(0)?, number(1)?, number(2)?);
                let away = start < end && step < 0.0 || start > end && step > 0.0;
                if !away && step != 0.0 {
                    return None;
                }
                (2, "gives nothing: the step does not lead to the end")
            }
            _ => return None,
        };
        Some((*given.get(culprit)?, "", message.to_owned(), is_all))
    }

    /// Items of a literal array that `$sort` cannot put in order by itself.
    fn unsortable(&self, array: Id) -> Option<(Id, &'static str, String, bool)> {
        let NodeKind::Array(items) = self.tree.node(array).kind else { return None };
        let mut items = self.tree.list(items);
        let first = self.of(items.next()?)?;
        let mut found = None;
        for item in items {
            let (of, is_value) = (self.of(item)?, self.is_value(item));
            if !is_value {
                return None;
            }
            if found.is_none() && (of != first || !matches!(of, Type::String | Type::Number)) {
                let message =
                    "sorts only numbers or only strings without a function that compares".to_owned();
                found = Some((item, "D3070", message, true));
            }
        }
        found.filter(|_| first != Type::Array)
    }

    /// A string that stands there as such.
    fn text(&self, id: Id) -> Option<&str> {
        let node = self.tree.node(id);
        match &node.kind {
            NodeKind::String(text) if node.attached == List::default() => Some(text),
            _ => None,
        }
    }
}

/// Whether `$number` reads a string; in doubt it does: other bases are newer than AWS's version.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.parse::<f64>().is_ok_and(f64::is_finite);
    plain && digits.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte))
        || text.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::super::functions::FUNCTIONS;
    use super::parameters;
    use crate::expression::jsonata::parse;

    #[test]
    fn the_table_says_the_same_twice() {
        for function in FUNCTIONS.iter().filter(|function| !function.takes.is_empty()) {
            let parameters = parameters(function.takes);
            assert!(function.most.is_none_or(|most| most == parameters.len()), "{}", function.name);
            let least = parameters.iter().filter(|it| !it.optional && !it.context).count();
            assert_eq!(function.least, least, "{}", function.name);
        }
    }

    fn failures(text: &str) -> String {
        let tree = parse(text).unwrap();
        let show = |it: super::Failure| {
            let code = if it.code.is_empty() { "own" } else { it.code };
            format!("{code}{}", if it.is_sure { "" } else { "?" })
        };
        tree.types().failing_calls().into_iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn arguments_that_always_fail() {
        for (text, codes) in [
            ("$sum('a')", "T0412"),
            ("$sum(['a'])", "T0412"),
            ("$sum([1, $trim($x)])", "T0412?"),
            ("$join([1])", "T0412"),
            ("$merge([1])", "T0412"),
            ("$uppercase(5)", "T0410"),
            ("$uppercase(['a'])", "T0410"),
            ("$length(5)", "T0410"),
            ("$length($x ~> $count())", "T0410?"),
            ("'a' ~> $abs", "T0410"),
            ("5 ~> $substring(1, 2)", "T0410"),
            ("$substring('a', 'b')", "T0410"),
            ("$map([1], 'x')", "T0410"),
            ("$match($x, 'a')", "T0410"),
            ("$number(null)", "T0410"),
            ("$each([1], $f)", "T0410"),
            ("$lookup($x, 1)", "T0410"),
            ("$sqrt(-1)", "D3060"),
            ("$power(-1, 0.5)", "D3061"),
            ("$replace($x, '', $y)", "D3010"),
            ("$replace($x, 'a', 'b', -1)", "D3011"),
            ("$split($x, ',', -1)", "D3020"),
            ("$formatBase(5, 37)", "D3100"),
            ("$number('five')", "D3030"),
            ("$toMillis('tomorrow')", "D3110"),
            ("$reduce($x, function($a) { $a })", "D3050"),
            ("$sort([1, 'a'])", "D3070"),
            ("$hash($x, 'sha-256')", "own"),
            ("$partition('a', 1)", "own"),
            ("$partition($x, -1)", "own"),
            ("$max([])", "own"),
            ("[$min([])]", "own?"),
            ("$partition($x, 0)", "own"),
            ("$range(1, 5, -1)", "own"),
            ("[$range(5, 1, 1)]", "own?"),
        ] {
            assert_eq!(failures(text), codes, "{text}");
        }
    }

    #[test]
    fn arguments_that_may_be_right() {
        for text in [
            "$sum([1, 2])",
            "$sum(1)",
            "$sum([])",
            "$sum($x)",
            "$sum([$x, 1])",
            "$sum([$x.a[0]])",
            "$join('a')",
            "$join(['a'], ',')",
            "$merge({'a': 1})",
            "$merge([{'a': 1}, $x])",
            "$substring(1, 2)",
            "$substring('a', 1)",
            "$uppercase($x)",
            "$uppercase($trim($x))",
            "$string(5)",
            "$string(null)",
            "$count('a')",
            "$append(1, 'a')",
            "$trim ~> $uppercase",
            "$map('a', $uppercase)",
            "$map([1], function($i) { $i })",
            "$match($x, /a/)",
            "$contains('a', 'b')",
            "$replace('a', /b/, $f)",
            "$split('a', '')",
            "$number('1.5e3')",
            "$number('0x1F')",
            "$number(true)",
            "$sqrt(2)",
            "$power(-2, 2)",
            "$sort([3, 1])",
            "$sort([1, 'a'], $f)",
            "$sort(['b', 'a'])",
            "$sort([[1], 2])",
            "$toMillis('2030-01-31')",
            "$toMillis('31.1.2030', '[D].[M].[Y]')",
            "$hash('a', 'SHA-256')",
            "$partition([1], 2)",
            "$partition($x, 1)",
            "$reduce($x, function($a, $b) { $a + $b })",
            "$substring(?, 1)",
            "($sum := function($x) { $x }; $sum('a'))",
            "$formatBase(255, 16)",
            "'a' ~> $uppercase",
            "'a' ~> $replace('a', 'b')",
            "$lookup({'a': 1}, 'a')",
            "$error('x')",
            "$assert(false, 'x')",
            "$each($x, $f)",
            "$sum([1..3])",
            "$range(1, 5, 2)",
        ] {
            assert_eq!(failures(text), "", "{text}");
        }
    }
}
