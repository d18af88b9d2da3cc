//! Our tables of optimized integrations and the models of the services say the same of the same parameters.

use stack_core::services;
use stack_core::services::parameter::{Parameter, Value};
use stack_core::services::sdk::{self, Kind, Shape, Type};

/// What our tables of optimized integrations and the models say of the same parameters.
#[test]
fn the_optimized_integrations_agree_with_the_models() {
    let mut differences = Vec::new();
    for service in services::ALL {
        let name = sdk::service(service.name).map(|_| service.name).or_else(|| {
            sdk::table()
                .services()
                .map(|it| it.name)
                .find(|it| services::of_sdk(it).is_some_and(|ours| std::ptr::eq(ours, *service)))
        });
        let Some(model) = name.and_then(sdk::service) else { continue };
        for action in service.actions {
            if let Some(found) = model.action(action.name) {
                let path = format!("{}:{}", service.name, action.name);
                compare(action.parameters, found.structure(), &path, &mut differences);
            }
        }
    }
    expect_test::expect![[r#"
        bedrock:createModelCustomizationJob TrainingDataConfig InvocationLogsConfig RequestMetadataFilters AndAll Equals is not known
        bedrock:createModelCustomizationJob TrainingDataConfig InvocationLogsConfig RequestMetadataFilters Equals is not known
        bedrock:createModelCustomizationJob TrainingDataConfig InvocationLogsConfig RequestMetadataFilters OrAll Equals is not known"#]].assert_eq(&differences.join("\n"));
}

fn compare(ours: &[Parameter], model: sdk::Structure<'_>, path: &str, differences: &mut Vec<String>) {
    for parameter in ours {
        let path = format!("{path} {}", parameter.name);
        match model.parameter(parameter.name) {
            Some(found) => compare_value(parameter.value, found.shape, &path, differences),
            None => differences.push(format!("{path} is not known")),
        }
    }
}

fn compare_value(ours: Value, model: Shape<'_>, path: &str, differences: &mut Vec<String>) {
    match (ours, model.resolve()) {
        (Value::Any | Value::TextOrJson | Value::Attribute | Value::Map(Value::Any), _) => {}
        (Value::Text | Value::Form(_) | Value::Names(_), _) if model.kind == Kind::Text => {}
        (Value::Number, _) if model.kind == Kind::Number => {}
        (Value::Boolean, _) if model.kind == Kind::Boolean => {}
        (Value::Word(words), Type::Text(text)) if words.iter().all(|word| text.allows(word)) => {}
        (Value::List(Value::Any), _) if model.kind == Kind::List => {}
        (Value::List(item), Type::List { item: found, .. }) => compare_value(*item, found, path, differences),
        (Value::Map(value) | Value::Keyed(_, value), Type::Map { value: found, .. }) => {
            compare_value(*value, found, path, differences);
        }
        (Value::Object(members), Type::Structure(found)) => compare(members, found, path, differences),
        (ours, _) => differences.push(format!(
            "{path} is {:?}, not {}",
            model.kind,
            format!("{ours:?}").split('(').next().unwrap_or_default()
        )),
    }
}
