//! From a stack's resources to its template, step by step.

use crate::error::Error;
use crate::kind::builder::{Builder, Check, Deferred};
use crate::kind::scope::Scope;
use crate::shared;
use crate::template::object::sub_text;
use crate::template::placeholders::{Filling, Known};
use crate::template::{Emitted, Template, limits, lists, overrides, placeholders, prerequisites, redrive};
use std::mem::take;

/// The template of a stack, whose resources `add_resources` adds. `own_vpc`: the user brings a network along.
pub(crate) fn template(
    own_vpc: bool,
    add_resources: fn(&mut Builder) -> Result<(), Error>,
) -> Result<Template, Error> {
    let mut builder = Builder { own_vpc, ..Builder::default() };
    add_resources(&mut builder)?;
    for Deferred(emit) in take(&mut builder.deferred) {
        emit(&mut builder)?;
    }
    override_properties(&mut builder)?;
    fill_in_placeholders(&mut builder)?;
    let mut parts = take(&mut builder.shared_parts);
    parts.extend(substitute_attributes(&mut builder));
    shared::emit(&mut Scope::new(&mut builder, "shared"), &parts);
    check(&mut builder)?;
    let mut document = builder.document;
    prerequisites::apply(&mut document.resources, &document.prerequisites);
    limits::check(&mut document)?;
    let template = Template::new(document);
    limits::check_size(&template)?;
    Ok(template)
}

/// Changes what the user wants changed.
fn override_properties(builder: &mut Builder) -> Result<(), Error> {
    for (name, overrides) in take(&mut builder.overrides) {
        let mut scope = Scope::new(builder, name);
        let mut values = Vec::new();
        for (id, path, value) in overrides {
            values.push((*id, *path, scope.value(value)));
        }
        overrides::apply(name, &mut builder.document.resources, values)?;
    }
    Ok(())
}

/// Fills in the placeholders in the texts of properties.
fn fill_in_placeholders(builder: &mut Builder) -> Result<(), Error> {
    for (owner, list) in take(&mut builder.placeholders) {
        let mut scope = Scope::new(builder, owner);
        let mut known = Vec::new();
        for (name, param) in list {
            let filling = param.map(|param| {
                let text = sub_text(&scope.id_of(&param), param.attribute);
                Filling { text, intrinsic: scope.param(&param) }
            });
            known.push(Known::new(name, filling));
        }
        placeholders::fill_in(owner, known, &mut builder.document, &builder.substitutions)?;
    }
    Ok(())
}

/// Puts what is known of resources that are not in the template where others refer to them. Gives the parts of what
/// the stack shares that these texts name.
fn substitute_attributes(builder: &mut Builder) -> Vec<&'static str> {
    let substitutions = take(&mut builder.substitutions);
    let document = &mut builder.document;
    for machine in &mut document.machines {
        for reference in &mut machine.references {
            let text = substitutions.get(&reference.logical_id, reference.param.attribute);
            reference.substitution = text.map(str::to_owned);
        }
    }
    let outputs = document.outputs.iter_mut().chain(&mut document.minor_outputs);
    substitutions.replace(&mut document.resources, outputs)
}

/// Runs the checks that kinds have added.
fn check(builder: &mut Builder) -> Result<(), Error> {
    let document = &builder.document;
    lists::check(&document.parameters, &document.resources, &document.outputs)?;
    redrive::check(&document.resources)?;
    let emitted = Emitted::new(document);
    take(&mut builder.checks).into_iter().try_for_each(|Check(check)| check(&emitted))
}
