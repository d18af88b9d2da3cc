// Compares what stack derives for a machine with what the CDK grants to the role of the same machine.
//
// The CDK writes a template for each machine of machines.mjs; `cargo stack iam` reads the definition in it. The role
// may do nothing that the CDK's may not, and lack nothing that the CDK's may, but for what differences.json explains.
// Usage: node compare.mjs CARGO_STACK, in a copy of this folder in which `npm ci` was run.

import { App, Stack, aws_stepfunctions as sfn } from "aws-cdk-lib";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { arn, here, machines } from "./machines.mjs";

const program = process.argv[2];
if (!program) throw new Error("usage: node compare.mjs CARGO_STACK");

/** The text that a value of a policy has once it is deployed; what only the deployment knows is `<its name>`. */
function text(value, resources) {
  if (typeof value === "string") return value;
  const pseudo = { "AWS::Partition": "aws", "AWS::Region": here.region, "AWS::AccountId": here.account, "AWS::URLSuffix": "amazonaws.com" };
  const named = (name) => {
    const { Type, Properties } = resources[name] ?? {};
    if (Type === "AWS::StepFunctions::StateMachine") return arn("states", `stateMachine:<${name}.Name>`);
    if (Type === "AWS::ECS::TaskDefinition") return arn("ecs", `task-definition/${Properties.Family}:1`);
    return pseudo[name] ?? `<${name}>`;
  };
  if (value.Ref) return named(value.Ref);
  if (value["Fn::GetAtt"]) return `<${value["Fn::GetAtt"].join(".")}>`;
  if (value["Fn::Join"]) {
    const [sign, parts] = value["Fn::Join"];
    return parts.map((part) => text(part, resources)).join(sign);
  }
  if (value["Fn::Select"]) {
    const [place, { "Fn::Split": [sign, whole] }] = value["Fn::Select"];
    return text(whole, resources).split(sign)[place];
  }
  if (value["Fn::Sub"]) {
    const [pattern, names] = [value["Fn::Sub"], {}].flat();
    const known = (_, name) => (names[name] ? text(names[name], resources) : named(name));
    return pattern.replace(/\$\{([^!}][^}]*)\}/g, known).replaceAll("${!", "${");
  }
  throw new Error(`what is ${JSON.stringify(value)}?`);
}

/** Each action on each resource: {action, resource}. */
function permissions(statements, resources) {
  return statements.flatMap((statement) =>
    [statement.Action].flat().flatMap((action) =>
      [statement.Resource].flat().map((resource) => ({
        // IAM does not tell capitals from small letters in actions.
        action: action.toLowerCase(), resource: text(resource, resources),
      }))));
}

/** Whether all that the pattern `inner` fits, `outer` fits too. */
function covers(outer, inner) {
  const pattern = outer.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${pattern}$`, "s").test(inner);
}

const allowed = (all, one) => all.some((it) => covers(it.action, one.action) && covers(it.resource, one.resource));
/** Whether a part of that permission is allowed. */
const partly = (all, one) => all.some((it) => covers(it.action, one.action) && covers(one.resource, it.resource));
const say = ({ action, resource }) => `${action} on ${resource}`;

function compare({ name, make }) {
  const stack = new Stack(new App({ analyticsReporting: false }), "Stack", { env: here });
  new sfn.StateMachine(stack, "Machine", { definitionBody: sfn.DefinitionBody.fromChainable(make(stack)) });
  const template = JSON.parse(JSON.stringify(stack.node.root.synth().getStackByName("Stack").template));
  const file = join(mkdtempSync(join(tmpdir(), "cdk-")), "template.json");
  writeFileSync(file, JSON.stringify(template));
  const [role] = JSON.parse(execFileSync(program, ["stack", "iam", "--format", "json", file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  const ours = permissions(role.policy.Statement, template.Resources);
  const policies = Object.values(template.Resources).filter((it) => it.Type === "AWS::IAM::Policy");
  const theirs = permissions(
    policies.flatMap((it) => it.Properties.PolicyDocument.Statement), template.Resources);
  return [
    ...ours.filter((one) => !allowed(theirs, one)).map((one) => ({ machine: name, broader: say(one) })),
    ...theirs.filter((one) => !allowed(ours, one)).map((one) => ({
      machine: name, [partly(ours, one) ? "narrower" : "missing"]: say(one),
    })),
  ];
}

const differences = JSON.parse(readFileSync(new URL("differences.json", import.meta.url)));
const used = new Set();
const kindOf = (one) => ["broader", "narrower", "missing"].find((kind) => kind in one);
/** Whether a difference is explained: one of the same kind, with patterns for machines and permissions. */
const explained = (found) => differences.some((known, index) => {
  const kind = kindOf(found);
  const fits = kind in known && covers(known.machine, found.machine) && [known[kind]].flat().some((it) => covers(it, found[kind]));
  if (fits) used.add(index);
  return fits;
});

const found = machines.flatMap(compare);
const unexplained = found.filter((one) => !explained(one));
const stale = differences.filter((_, index) => !used.has(index));
for (const one of unexplained) console.error(`not explained: ${JSON.stringify(one)}`);
for (const one of stale) console.error(`not a difference any more: ${JSON.stringify(one)}`);
console.log(`${machines.length} machines compared, ${found.length} differences, ${unexplained.length} not explained`);
process.exit(unexplained.length + stale.length > 0 ? 1 : 0);
