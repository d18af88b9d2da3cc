//! Each example prints exactly its golden template, twice the same. `UPDATE_EXPECT=1` writes them.

use std::process::Command;

fn example(name: &str) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--example", name])
        .current_dir(stack_tests::root())
        .output()
        .unwrap_or_else(|error| panic!("cargo run --example {name}: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {said}");
    assert!(!said.contains("warning: ") && !said.contains("note: "), "{name}: {said}");
    String::from_utf8(output.stdout).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn eshop() {
    let template = example("eshop");
    expect_test::expect_file!["templates/eshop.json"].assert_eq(&template);
    assert_eq!(template, example("eshop"), "two runs differ");
}

#[test]
fn report() {
    let template = example("report");
    expect_test::expect_file!["templates/report.json"].assert_eq(&template);
    let value: serde_json::Value = serde_json::from_str(&template).expect("the template is JSON");
    let resources = &value["Resources"];
    let definition = &resources["ReportProcessStateMachine"]["Properties"]["Definition"]["States"];
    assert_eq!(definition["generate"]["Parameters"]["JobDefinition"]["Ref"], "GenerateReportJobDefinition");
    assert_eq!(definition["generate"]["Parameters"]["JobQueue"]["Ref"], "SharedBatchOnDemandJobQueue");
    assert_eq!(definition["upload"]["Retry"][0]["ErrorEquals"][0], "States.ALL");
    // A role without `*` where the function is known.
    let role = resources["ReportProcessRole"].to_string();
    assert!(role.contains("lambda:InvokeFunction"), "{role}");
    let statements =
        resources["ReportProcessRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]
            .as_array()
            .expect("statements");
    for statement in statements {
        if statement["Action"].to_string().contains("lambda:InvokeFunction") {
            assert!(!statement["Resource"].to_string().contains("\"*\""), "{statement}");
        }
    }
}

#[test]
fn orders() {
    let template = example("orders");
    expect_test::expect_file!["templates/orders.json"].assert_eq(&template);
    let value: serde_json::Value = serde_json::from_str(&template).expect("the template is JSON");
    let resources = value["Resources"].as_object().expect("resources");
    // Who may do what: nothing is wider than what the tasks name.
    let mut allowed = String::new();
    for (name, resource) in resources {
        let properties = &resource["Properties"];
        let inline = properties["Policies"].as_array().into_iter().flatten().map(|it| &it["PolicyDocument"]);
        let documents = inline.chain(properties.get("PolicyDocument"));
        let statements = documents.filter_map(|document| document["Statement"].as_array()).flatten();
        for statement in statements {
            allowed += &format!("{name}: {} on {}\n", statement["Action"], statement["Resource"]);
        }
    }
    expect_test::expect![[r#"
        EveryNightRole: ["states:StartExecution"] on [{"Ref":"TakePartnerOrdersStateMachine"}]
        TakeOrderRole: ["dynamodb:PutItem"] on [{"Fn::GetAtt":["OrdersTable","Arn"]}]
        TakeOrderRole: ["events:PutEvents"] on [{"Fn::GetAtt":["ShopEventBus","Arn"]}]
        TakeOrderRole: ["sns:Publish"] on [{"Ref":"NewsTopic"}]
        TakeOrderRole: ["sqs:SendMessage"] on [{"Fn::GetAtt":["PackingQueue","Arn"]}]
        TakePartnerOrdersOwnPolicy: ["states:DescribeExecution","states:StopExecution"] on [{"Fn::Sub":"arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${TakePartnerOrdersStateMachine.Name}/*:*"},{"Fn::Sub":"arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${TakePartnerOrdersStateMachine.Name}:*"}]
        TakePartnerOrdersOwnPolicy: ["states:RedriveExecution"] on [{"Fn::Sub":"arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${TakePartnerOrdersStateMachine.Name}/*:*"}]
        TakePartnerOrdersOwnPolicy: ["states:StartExecution"] on [{"Ref":"TakePartnerOrdersStateMachine"}]
        TakePartnerOrdersRole: ["s3:AbortMultipartUpload","s3:GetObject","s3:ListMultipartUploadParts","s3:PutObject"] on [{"Fn::Sub":"${PartnerFilesBucket.Arn}/taken/*"}]
        TakePartnerOrdersRole: ["s3:GetObject"] on [{"Fn::Sub":"${PartnerFilesBucket.Arn}/orders/today.csv"}]
        TakePartnerOrdersRole: ["states:StartExecution"] on [{"Ref":"TakeOrderStateMachine"}]
    "#]].assert_eq(&allowed);
}
