//! ## What it checks
//! Something fills in each `${name}` where a `state_machine!` names something: in a `Resource`, in an ARN, in the name of a
//! state. Elsewhere that is the rule `unfilled-placeholder`, which says what a placeholder can be.
//!
//! ## Why
//! No function is called `${BillArn}`. Where definitions come from a project of AWS SAM or Terraform, the tool fills such
//! names in; here the machine declares what they stand for.
//!
//! ## Example
//! ```text
//! state_machine! { Buying in Eshop = "buying.asl.json" }       // with "Resource": "${BillArn}"
//! ```
//! Instead:
//! ```text
//! state_machine! { #[substitutions(BillArn = bill_customer.arn)] Buying in Eshop = "buying.asl.json" }
//! ```
//!
//! ## Source
//! `CreateStateMachine` refuses such a definition: `The value for the field 'Resource' must be a valid ARN`.

use crate::finding::{Rule, Severity};

pub static RULE: Rule = Rule {
    id: "unknown-placeholder",
    severity: Severity::Error,
    source: include_str!("unknown_placeholder.rs"),
};

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::finding::Findings;
    use crate::json::Site;
    use crate::json::interpolation::Notation;
    use crate::rules::documents::unfilled_placeholder::{Declared, report};

    #[test]
    fn a_function_that_nobody_names() {
        let (out, text) = (Findings::new(), "${BillArn}");
        let open: Vec<_> = Notation::Sub.holes(text).collect();
        report(&RULE, Site(0), text, &open, Declared { names: &[], has_arns: true }, &out);
        let found = out.finish();
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].text(),
            "[unknown-placeholder] nothing fills in `${BillArn}`\n\
             help: say above the machine what it stands for: `#[substitutions(BillArn = resource.arn)]`\n\
             help: in `${BillArn}`\n          ^^^^^^^^^^"
        );
    }
}
