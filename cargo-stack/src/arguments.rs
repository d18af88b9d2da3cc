//! Values on the command line that several commands take.

use crate::rules;
use clap::builder::{EnumValueParser, PossibleValue, StringValueParser, TypedValueParser};
use clap::error::Error;
use clap::{Arg, Args, Command, ValueEnum};
use stack_core::finding::Rule;
use stack_core::finding::Severity;
use stack_core::language::MachineType;
use std::ffi::OsStr;

/// The option `--type`.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct DefinitionType {
    /// The type of definitions outside templates
    #[arg(
        long = "type",
        value_name = "TYPE",
        default_value = "standard",
        ignore_case = true,
        value_parser = EnumValueParser::<Type>::new().map(MachineType::from)
    )]
    pub(crate) machine_type: MachineType,
}

/// The values of `--type`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Type {
    /// Runs for up to a year, each state exactly once
    Standard,
    /// Runs for up to five minutes, many at a time
    Express,
}

impl From<Type> for MachineType {
    fn from(value: Type) -> Self {
        match value {
            Type::Standard => MachineType::Standard,
            Type::Express => MachineType::Express,
        }
    }
}

/// Reads the id of a rule. Shells complete it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RuleParser {
    /// Any rule.
    Any,
    /// A rule that can be allowed: an error cannot.
    Allowable,
}

impl RuleParser {
    fn find(self, id: &str) -> Result<&'static Rule, String> {
        let rule = rules::find(id)?;
        if self.accepts(rule) {
            Ok(rule)
        } else {
            Err(format!("`{id}` is an error, which cannot be allowed"))
        }
    }

    fn accepts(self, rule: &Rule) -> bool {
        match self {
            RuleParser::Any => true,
            RuleParser::Allowable => rule.severity != Severity::Error,
        }
    }
}

impl TypedValueParser for RuleParser {
    type Value = &'static Rule;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Self::Value, Error> {
        let parser = *self;
        StringValueParser::new().try_map(move |id| parser.find(&id)).parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let rules = rules::all().into_iter().filter(|rule| self.accepts(rule));
        Some(Box::new(rules.map(|rule| PossibleValue::new(rule.id))))
    }
}
