//! The properties of a state machine that say what its definition is, and how CloudFormation reads them.

use super::conditions::Case;
use stack_core::finding::{Edit, Findings, Suggestion};
use stack_core::json::{Json, Member, Node, Site};
use stack_core::language::MachineType;
use stack_core::rules::fields::{conflicting_fields, missing_alternative, unknown_word, wrong_type};
use stack_core::similar::nearest;

/// A type of resource that is a state machine.
#[derive(Debug)]
pub(super) struct Resource {
    /// Its name.
    name: &'static str,
    /// The property that says whether it is Standard or Express.
    kind: &'static str,
    /// The property that names its role.
    role: &'static str,
    /// The properties that give a definition; one of them has to be there.
    definitions: &'static [&'static str],
}

/// CloudFormation's own, and that of SAM.
const RESOURCES: [Resource; 2] = [
    Resource {
        name: "AWS::StepFunctions::StateMachine",
        kind: "StateMachineType",
        role: "RoleArn",
        definitions: &["Definition", "DefinitionString", "DefinitionS3Location"],
    },
    Resource {
        name: "AWS::Serverless::StateMachine",
        kind: "Type",
        role: "Role",
        definitions: &["Definition", "DefinitionUri"],
    },
];

/// What fills in placeholders of a definition.
pub(super) const SUBSTITUTIONS: &str = "DefinitionSubstitutions";

/// What every machine's type is, if it is one of these.
const TYPES: [&str; 2] = ["STANDARD", "EXPRESS"];

impl Resource {
    /// That type of a resource, if it is a state machine.
    pub(super) fn of(resource: &Node<'_>) -> Option<&'static Resource> {
        let name = resource.get("Type")?.as_str()?;
        RESOURCES.iter().find(|known| known.name == name)
    }

    /// Whether it is AWS SAM's.
    pub(super) fn is_sam(&self) -> bool {
        self.name == "AWS::Serverless::StateMachine"
    }

    /// Those of the properties on which it depends what a machine is.
    pub(super) fn relevant<'n, 'a>(&self, properties: &'n Node<'a>) -> Vec<&'n Node<'a>> {
        let definitions = RESOURCES.iter().flat_map(|resource| resource.definitions);
        let names = definitions.chain([&self.kind, &self.role, &SUBSTITUTIONS]);
        names.filter_map(|name| properties.get(name)).collect()
    }

    /// The machine's type, and a word that is none.
    pub(super) fn machine_type(&self, properties: &Node<'_>, case: &Case, out: &Findings) -> MachineType {
        let node = properties.get(self.kind).and_then(|node| case.value(node));
        let Some(Node { json: Json::String(word), site }) = node else { return MachineType::default() };
        let known = machine_type(&word);
        if !TYPES.contains(&word.as_ref()) && !word.contains("${") && !word.contains("{{resolve:") {
            let report = out.report(&unknown_word::RULE, site, format!("`{}` cannot be `{word}`", self.kind));
            match nearest(&word.to_uppercase(), TYPES) {
                Some(near) => {
                    let edit = Edit::whole(site, &word, near);
                    report.help(Suggestion::did_you_mean(near, edit, known.is_some()))
                }
                None => report.help("it takes `STANDARD`, `EXPRESS`"),
            };
        }
        known.unwrap_or_default()
    }

    /// The ARN of its role, if the template says it.
    pub(super) fn role(&self, properties: &Node<'_>, case: &Case) -> Option<String> {
        case.value(properties.get(self.role)?)?.as_str().map(str::to_owned)
    }

    /// The property that gives the definition, and its value. None, or several, are reported.
    pub(super) fn definition<'n, 'a>(
        &self,
        owner: Site,
        name: &str,
        properties: &'n Node<'a>,
        case: &Case,
        out: &Findings,
    ) -> Option<(&'n Member<'a>, Node<'a>)> {
        let members = properties.as_object()?;
        let mut given = self.given(members, case);
        if let [(first, _), others @ ..] = given.as_slice() {
            for (other, _) in others {
                let (other, first) = (&other.key, &first.key.value);
                let message = format!("`{}` cannot be used together with `{first}`", other.value);
                out.report(&conflicting_fields::RULE, other.site, message)
                    .help("CloudFormation takes exactly one definition");
            }
        } else if !members.iter().any(|member| member.key.value.starts_with("Fn::"))
            && !properties.is_partial()
        {
            let foreign = RESOURCES.iter().map(|resource| (resource, resource.given(members, case)));
            let foreign = foreign.into_iter().find(|(_, given)| !given.is_empty());
            let listed: Vec<String> = self.definitions.iter().map(|name| format!("`{name}`")).collect();
            let message = format!("`{name}` has no definition: it needs one of {}", listed.join(", "));
            let report = out.report(&missing_alternative::RULE, owner, message);
            if let Some((resource, others)) = foreign {
                if let [(member, _), ..] = others.as_slice() {
                    report.help(format!("`{}` belongs to `{}`", member.key.value, resource.name));
                }
                given = others;
            }
        }
        given.into_iter().next()
    }

    /// The properties of it that give a definition in this case, with their values.
    fn given<'n, 'a>(&self, members: &'n [Member<'a>], case: &Case) -> Vec<(&'n Member<'a>, Node<'a>)> {
        let own = members.iter().filter(|member| self.definitions.contains(&member.key.value.as_ref()));
        own.filter_map(|member| Some((member, case.value(&member.value)?))).collect()
    }
}

/// The type of that name, in any case.
pub(crate) fn machine_type(name: &str) -> Option<MachineType> {
    if name.eq_ignore_ascii_case("standard") {
        Some(MachineType::Standard)
    } else if name.eq_ignore_ascii_case("express") {
        Some(MachineType::Express)
    } else {
        None
    }
}

/// Reports a definition of the wrong type.
pub(super) fn report_no_text(site: Site, label: &str, out: &Findings) {
    out.report(&wrong_type::RULE, site, format!("`DefinitionString` takes a string, not {label}"))
        .help("an object goes in `Definition`");
}
