//! What holds for the findings of every check.

use stack_core::finding::Finding;
use stack_core::json::Node;
use stack_core::language::MachineType;

/// The rules that findings of the reader break: behind such a place nothing is read.
const OF_READERS: &[&str] = &["json-syntax", "yaml-syntax", "too-deep", "too-many-aliases"];

/// Checks a definition that was read, of either type, and twice: what is found is the same, in order, and in words.
pub fn check(root: &Node<'_>, read: &[Finding]) -> Vec<Finding> {
    let mut all = Vec::new();
    for kind in [MachineType::Standard, MachineType::Express] {
        let check = || {
            let out = stack_core::finding::Findings::new();
            for finding in read {
                out.report(finding.rule, finding.site, &*finding.message);
            }
            stack_core::check(root, kind, &[], out).findings
        };
        let findings = check();
        assert!(findings.is_sorted_by_key(|finding| finding.site));
        assert!(texts(&findings).eq(texts(&check())), "{findings:?}");
        for finding in &findings {
            let rule = stack_core::rules::find(finding.rule.id);
            assert!(rule.is_some() || OF_READERS.contains(&finding.rule.id), "{}", finding.rule.id);
            assert!(!finding.message.is_empty() && !finding.message.ends_with('.'), "{}", finding.message);
            assert!(finding.help().all(|line| !line.is_empty()), "{finding:?}");
        }
        all.extend(findings);
    }
    all
}

/// What the findings say, without their places.
pub fn texts(findings: &[Finding]) -> impl Iterator<Item = String> + '_ {
    findings.iter().map(Finding::text)
}
