//! Fields that should not be there: unknown, of another object, or of the other query language.

use super::*;
use crate::finding::names;
use crate::language::states::{choice, container, error, map};
use crate::language::{spec::Field, state_field};

/// The objects that are alike: a field of one is easily written in another.
fn kin(spec: &'static Spec) -> Vec<&'static Spec> {
    let mut states = Vec::with_capacity(StateKind::ALL.len());
    for kind in StateKind::ALL {
        states.push(kind.spec());
    }
    let families: [&[&'static Spec]; 4] = [
        &states,
        &[&container::MACHINE, &container::BRANCH, &container::PROCESSOR],
        &[&error::RETRIER, &error::CATCHER],
        &[&choice::RULE, &choice::NESTED_RULE],
    ];
    for family in &families {
        for kin in *family {
            if std::ptr::eq(*kin, spec) {
                return family.to_vec();
            }
        }
    }
    Vec::new()
}

impl Walk<'_> {
    /// Reports a field that the table does not have; the field that was probably meant.
    pub(super) fn unknown_field(
        &self,
        spec: &'static Spec,
        language: Language,
        member: &Member<'_>,
        members: &[Member<'_>],
    ) -> Option<&'static str> {
        let name = member.key.value.as_ref();
        let site = member.key.site;
        let mut owners = Vec::new();
        for kin in kin(spec) {
            if kin.field(name).is_some() {
                owners.push(kin.label);
            }
        }
        if let Some((last, others)) = owners.split_last() {
            let message = format!("{} has no `{name}`", spec.label);
            let report = self.out.report(&unsupported_field::RULE, site, message);
            let mut types = Vec::new();
            for label in &owners {
                types.extend(label.strip_prefix("a ").and_then(|label| label.strip_suffix(" state")));
            }
            match types.len() == owners.len() {
                true => report.help(format!("these types of state have it: {}", names(types))),
                false if others.is_empty() => report.help(format!("only {last} has it")),
                false => report.help(format!("only {} or {last} has it", others.join(", "))),
            };
            // Where it belongs, it would be the one of a group: here none of the group is missing then.
            for kin in kin(spec) {
                for group in kin.groups {
                    if group.required && group.fields.contains(&name) {
                        for name in group.fields {
                            if spec.field(name).is_some() {
                                return Some(name);
                            }
                        }
                    }
                }
            }
            return None;
        }
        let fields = |fitting: bool| {
            let fits = move |field: &&Field| language.allows(field.language) == fitting;
            near(name, spec.fields.iter().filter(fits).map(|field| field.name))
        };
        // The first half of a name is often taken for the whole: `Timeout` for `TimeoutSeconds`.
        let begun = |field: &&Field| {
            name.len() > 3 && language.allows(field.language) && field.name.starts_with(name)
        };
        let begun = spec.fields.iter().find(begun).map(|field| Near { name: field.name, is_certain: false });
        // A field of the other language would be another fault.
        let other = || fields(false).map(|near| Near { is_certain: false, ..near });
        let near = fields(true).or(begun).or_else(other);
        // What AWS makes of the name may be unknown, but not what it makes of an object without the right one.
        let refused = spec.closed || near.is_some_and(|near| spec.lacks(near.name, members));
        let rule = confirmed(refused, &unknown_field::RULE);
        let report = self.out.report(rule, site, format!("{} has no field `{name}`", spec.label));
        if let Some(near) = near {
            report.help(renamed(Some(spec), member, near, members));
        } else if spec.fields.len() <= 10 {
            report.help(format!("its fields are {}", names(spec.fields.iter().map(|field| field.name))));
        }
        near.map(|near| near.name)
    }

    /// The same for a state whose type is not known.
    pub(super) fn unknown_state_field(
        &self,
        member: &Member<'_>,
        members: &[Member<'_>],
    ) -> Option<&'static str> {
        let name = member.key.value.as_ref();
        if state_field(name).is_some() {
            return None;
        }
        let mut fields = Vec::new();
        for kind in StateKind::ALL {
            for field in kind.spec().fields {
                fields.push(field.name);
            }
        }
        let near = near(name, fields);
        let message = format!("no state has a field `{name}`");
        let report = self.out.report(&unknown_field::RULE, member.key.site, message);
        if let Some(near) = near {
            report.help(renamed(None, member, near, members));
        }
        near.map(|near| near.name)
    }

    /// Reports a field that only the other query language has.
    pub(super) fn wrong_language(
        &self,
        spec: &Spec,
        owner: Owner<'_>,
        field: &Field,
        member: &Member<'_>,
        members: &[Member<'_>],
    ) {
        // A JSONPath rule in a JSONata state is one fault, not one for its `Variable` and one for its comparison.
        let comparison = choice::OPERATORS.contains(&field.name);
        if comparison && members.iter().any(|member| member.key.value == "Variable") {
            return;
        }
        let (here, there) = match owner.language.is {
            QueryLanguage::JsonPath => ("JSONPath", "JSONata"),
            QueryLanguage::Jsonata => ("JSONata", "JSONPath"),
        };
        let message = format!("`{}` belongs to {there}, but {} uses {here}", field.name, owner.subject(spec));
        // AWS wants a writer's `Arguments` in JSONata: its `Parameters` do not stand in for them.
        let writer = std::ptr::eq(spec, &map::RESULT_WRITER) && owner.language.is == QueryLanguage::Jsonata;
        let rule =
            confirmed(spec.closed || writer && field.name == "Parameters", &wrong_query_language::RULE);
        let report = self.out.report(rule, member.key.site, message);
        let help = counterpart(spec, field.name);
        let other = help.strip_prefix('`').and_then(|help| help.strip_suffix('`'));
        let use_it = format!("in {here}, use {help}");
        let report = match other {
            // Its value means something else there.
            Some(other) if spec.field(other).is_some() => {
                let edit = Edit::whole(member.key.site, &member.key.value, other);
                report.help(Suggestion::possible(use_it, edit))
            }
            _ if help.is_empty() => report,
            _ => report.help(use_it),
        };
        if owner.language.is == QueryLanguage::JsonPath {
            report.help("or set the state's `QueryLanguage` to `JSONata`");
        }
    }
}

/// The member's key becomes a known one. That it, or what excludes it, is there already leaves a choice, and so does a
/// value that the field cannot have.
fn renamed(
    spec: Option<&Spec>,
    member: &Member<'_>,
    Near { name, is_certain }: Near<'_>,
    members: &[Member<'_>],
) -> Suggestion {
    let groups = spec.map_or(&[][..], |spec| spec.groups).iter();
    let mut excluding = groups.filter(|group| group.exclusive && group.fields.contains(&name));
    let is_there = |known: &str| members.iter().any(|member| member.key.value == known);
    let is_taken = is_there(name) || excluding.any(|group| group.fields.iter().any(|field| is_there(field)));
    let field = spec.map_or_else(|| state_field(name), |spec| spec.field(name));
    let fits = field.is_none_or(|field| field.shape.may_be(&member.value));
    let edit = Edit::whole(member.key.site, &member.key.value, name);
    Suggestion::did_you_mean(name, edit, is_certain && !is_taken && fits)
}

/// What to use in the other language.
fn counterpart(spec: &Spec, name: &str) -> String {
    let has = |name: &str| spec.field(name).is_some();
    let fixed = match name {
        "Parameters" if has("Arguments") => "`Arguments`",
        "Parameters" if has("ItemSelector") => "`ItemSelector`",
        "Parameters" | "Result" | "OutputPath" => "`Output`",
        "ResultSelector" | "ResultPath" => "`Output` or `Assign`",
        "InputPath" if has("Arguments") => "`Arguments` and `$states.input`",
        "InputPath" => "`$states.input` where the input is needed",
        "ItemsPath" => "`Items`",
        "Variable" | "And" | "Or" | "Not" => "`Condition`",
        "RoleArn.$" => "`RoleArn` with `{% .. %}`",
        "Arguments" => "`Parameters`",
        "Output" if has("ResultSelector") => "`ResultSelector`, `ResultPath` or `OutputPath`",
        "Output" if has("Parameters") => "`Parameters`, `ResultPath` or `OutputPath`",
        "Output" if has("OutputPath") => "`OutputPath`",
        "Output" => "`ResultPath`",
        "Items" => "`ItemsPath`",
        "Condition" => "`Variable` with a comparison",
        _ if choice::OPERATORS.contains(&name) => "`Condition`",
        _ => "",
    };
    match name.strip_suffix("Path") {
        Some(plain) if fixed.is_empty() && has(plain) => format!("`{plain}` with `{{% .. %}}`"),
        _ => fixed.to_owned(),
    }
}
