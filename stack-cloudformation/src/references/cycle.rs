//! All resources of a stack and their uses of each other, looked up once, in const code.
//!
//! Every resource's check asks what is used of it, and the search for cycles follows every use. With
//! names alone each of these questions would compare names with names; a graph resolves every name
//! once, through a hash table, so that the checks are linear in the number of uses.

use crate::compile_time::compare::{hash, same};
use crate::compile_time::message::ConstText;
use crate::references::uses::{Edge, NONE, Use, User, Uses};

/// The longest cycle of which each use is named.
const MAX_REASONS: usize = 4;

const OF_A_MACHINE: &str = "\nhelp: a machine finds its own ARN in the context object: `$$.StateMachine.Id`, or in JSONata \
    `$states.context.StateMachine.Id`";
const OF_ITSELF: &str = "\nhelp: it would have to be there before it is created; a function finds its own name in the \
    environment variable `AWS_LAMBDA_FUNCTION_NAME`";
const OF_OTHERS: &str = "\nhelp: CloudFormation creates one after the other: let one of them get it at run time, in its \
    input or from an `SsmParameter`";

/// The uses of `N` resources, `E` in number.
#[derive(Clone, Copy, Debug)]
pub struct Graph<const N: usize, const E: usize> {
    users: &'static [User; N],
    /// The uses in the order of their users.
    edges: [Edge; E],
    /// For every resource its first use by another.
    first: [usize; N],
    /// For every resource the one that led to it in the search; [`NONE`] where the search began.
    parent: [usize; N],
    /// For every resource where a cycle closes, the last resource of it; otherwise [`NONE`].
    closes: [usize; N],
}

/// The number of uses of these resources.
pub const fn count(users: &[User]) -> usize {
    let (mut sum, mut i) = (0, 0);
    while i < users.len() {
        sum += users[i].count();
        i += 1;
    }
    sum
}

impl<const N: usize, const E: usize> Graph<N, E> {
    /// The graph of these resources; `E` is their [`count`].
    pub const fn new(users: &'static [User; N]) -> Self {
        let mut graph = Graph {
            users,
            edges: [Edge { to: NONE, param: "", acyclic: false, next: NONE }; E],
            first: [NONE; N],
            parent: [NONE; N],
            closes: [NONE; N],
        };
        graph.link();
        graph.search();
        graph
    }

    /// What is used of the resource at this position.
    pub const fn uses(&'static self, at: usize) -> Uses {
        Uses::linked(self.users[at].name, &self.edges, self.first[at])
    }

    /// Stops the compilation if resources need each other in a cycle that the search entered at
    /// this position: CloudFormation could not create them.
    #[track_caller]
    pub const fn refuse_cycle(&self, at: usize) {
        if self.closes[at] == NONE {
            return;
        }
        // The parents lead backwards from the last resource to the first: count, then read in order.
        let mut length = 1;
        let mut back = self.closes[at];
        while back != at {
            length += 1;
            back = self.parent[back];
        }
        let mut text = ConstText::new().push("resources need each other: ");
        let mut left = length;
        while left > 0 {
            text = text.push("`").push(self.users[self.member(at, left)].name).push("` -> ");
            left -= 1;
        }
        text = text.push("`").push(self.users[at].name).push("`");
        // A longer cycle is told without the reasons.
        left = if length <= MAX_REASONS { length } else { 0 };
        while left > 0 {
            let to = if left == 1 { at } else { self.member(at, left - 1) };
            text = self.reason(text, self.member(at, left), to);
            left -= 1;
        }
        let remedy = match (length, self.users[at].kind.is_empty()) {
            (1, false) => OF_A_MACHINE,
            (1, true) => OF_ITSELF,
            _ => OF_OTHERS,
        };
        text.push(remedy).fail()
    }

    /// The resource of the cycle that `left` uses lead from to its first one.
    const fn member(&self, first: usize, left: usize) -> usize {
        let (mut member, mut steps) = (self.closes[first], left - 1);
        while steps > 0 {
            member = self.parent[member];
            steps -= 1;
        }
        member
    }

    /// What a resource uses of the next one of a cycle, and where.
    const fn reason(&self, text: ConstText, from: usize, to: usize) -> ConstText {
        let (user, used) = (&self.users[from], self.users[to].name);
        let mut n = 0;
        while let Some(it) = user.nth(n) {
            n += 1;
            let Use { resource, param, property } = it;
            if !same(resource, used) || user.is_acyclic(it, &self.users[to]) {
                continue;
            }
            let text = text.push("\nhelp: `").push(user.name).push("` uses `").push(used);
            let text = if param.is_empty() { text } else { text.push(".").push(param) };
            return if property.is_empty() {
                text.push("` in its definition")
            } else {
                text.push("` in its `").push(property).push("`")
            };
        }
        text
    }

    /// Resolves the names of the uses, and links the uses of each resource.
    const fn link(&mut self) {
        let mut heads = [NONE; N];
        let mut more = [NONE; N];
        let mut i = 0;
        while i < N {
            let bucket = hash(self.users[i].name) % N;
            more[i] = heads[bucket];
            heads[bucket] = i;
            i += 1;
        }
        let (mut edge, mut i) = (0, 0);
        while i < N {
            let mut n = 0;
            while let Some(used) = self.users[i].nth(n) {
                let mut to = heads[hash(used.resource) % N];
                while to != NONE && !same(self.users[to].name, used.resource) {
                    to = more[to];
                }
                let acyclic = to != NONE && self.users[i].is_acyclic(used, &self.users[to]);
                self.edges[edge] = Edge { to, param: used.param, acyclic, next: NONE };
                if to != NONE {
                    self.edges[edge].next = self.first[to];
                    self.first[to] = edge;
                }
                edge += 1;
                n += 1;
            }
            i += 1;
        }
    }

    /// A depth-first search with an explicit stack, the parents: const code must not recurse deep.
    const fn search(&mut self) {
        let mut state = [NEW; N];
        // The next use to follow, and the end of its user's uses.
        let (mut next, mut end) = ([0; N], [0; N]);
        let (mut edge, mut i) = (0, 0);
        while i < N {
            next[i] = edge;
            edge += self.users[i].count();
            end[i] = edge;
            i += 1;
        }
        let mut start = 0;
        while start < N {
            let mut at = if state[start] == NEW { start } else { NONE };
            while at != NONE {
                state[at] = OPEN;
                if next[at] == end[at] {
                    state[at] = DONE;
                    at = self.parent[at];
                    continue;
                }
                let Edge { to, acyclic, .. } = self.edges[next[at]];
                next[at] += 1;
                if to == NONE || acyclic {
                    continue;
                }
                if state[to] == OPEN {
                    self.closes[to] = at;
                } else if state[to] == NEW {
                    self.parent[to] = at;
                    at = to;
                }
            }
            start += 1;
        }
    }
}

/// States of a resource in the search: not visited yet, on the path from the start, or finished.
const NEW: u8 = 0;
const OPEN: u8 = 1;
const DONE: u8 = 2;

#[cfg(test)]
mod tests {
    use super::{Graph, OF_A_MACHINE, OF_ITSELF, OF_OTHERS, count};
    use crate::references::uses::{Use, User};

    const fn user(name: &'static str, properties: &'static [Use], kind: &'static [Use]) -> User {
        User { name, properties, kind, acyclic_properties: &["routes"] }
    }

    const fn arn(resource: &'static str) -> Use {
        Use { resource, param: "arn", property: "environment" }
    }

    const fn in_definition(resource: &'static str) -> Use {
        Use { resource, param: "arn", property: "" }
    }

    /// What the compiler would say of the resources, one text for each that stops it.
    fn messages<const N: usize, const E: usize>(graph: &Graph<N, E>) -> Vec<String> {
        let said = (0..N).filter_map(|at| std::panic::catch_unwind(|| graph.refuse_cycle(at)).err());
        let said = said.map(|said| said.downcast_ref::<String>().cloned().unwrap_or_default());
        said.map(|said| said.replace(OF_OTHERS, "").replace(OF_ITSELF, "")).collect()
    }

    #[test]
    fn a_machine_finds_its_own_arn_elsewhere() {
        static USERS: [User; 1] = [user("buying", &[], &[in_definition("buying")])];
        static GRAPH: Graph<1, 1> = Graph::new(&USERS);
        let expected = "resources need each other: `buying` -> `buying`\n\
                        help: `buying` uses `buying.arn` in its definition";
        assert_eq!(messages(&GRAPH), [format!("{expected}{OF_A_MACHINE}")]);
    }

    #[test]
    fn every_use_is_found_by_the_name_of_its_resource() {
        static USERS: [User; 3] = [
            user("hold", &[arn("bill"), Use { resource: "bill", param: "url", property: "" }], &[]),
            user("bill", &[], &[arn("shared")]),
            user("notify", &[arn("bill")], &[Use { resource: "hold", param: "name", property: "" }]),
        ];
        static GRAPH: Graph<3, { count(&USERS) }> = Graph::new(&USERS);
        assert!(GRAPH.uses(1).has("arn") && GRAPH.uses(1).has("url") && !GRAPH.uses(1).has("name"));
        assert!(GRAPH.uses(0).has("name") && !GRAPH.uses(0).has("arn"));
        assert!(!GRAPH.uses(2).has("arn"));
        assert_eq!(GRAPH.uses(2).name(), "notify");
        assert_eq!(messages(&GRAPH), [""; 0]);
    }

    #[test]
    fn a_cycle_is_told_in_the_order_of_the_needs() {
        static USERS: [User; 4] = [
            user("first", &[arn("hold")], &[]),
            user("hold", &[arn("bill")], &[]),
            user("bill", &[], &[in_definition("process")]),
            user("process", &[arn("hold")], &[]),
        ];
        static GRAPH: Graph<4, 4> = Graph::new(&USERS);
        assert_eq!(
            messages(&GRAPH),
            ["resources need each other: `hold` -> `bill` -> `process` -> `hold`\n\
              help: `hold` uses `bill.arn` in its `environment`\n\
              help: `bill` uses `process.arn` in its definition\n\
              help: `process` uses `hold.arn` in its `environment`"]
        );
    }

    #[test]
    fn every_cycle_is_told_once() {
        static USERS: [User; 4] = [
            user("self", &[arn("self"), arn("self")], &[]),
            user("ping", &[arn("pong")], &[]),
            user("pong", &[arn("ping")], &[]),
            user("none", &[arn("pong"), arn("unknown")], &[]),
        ];
        static GRAPH: Graph<4, 6> = Graph::new(&USERS);
        assert_eq!(
            messages(&GRAPH),
            [
                "resources need each other: `self` -> `self`\nhelp: `self` uses `self.arn` in its `environment`",
                "resources need each other: `ping` -> `pong` -> `ping`\n\
                 help: `ping` uses `pong.arn` in its `environment`\n\
                 help: `pong` uses `ping.arn` in its `environment`"
            ]
        );
    }

    #[test]
    fn a_diamond_is_no_cycle() {
        static USERS: [User; 4] = [
            user("top", &[arn("left"), arn("right")], &[]),
            user("left", &[arn("bottom")], &[]),
            user("right", &[arn("bottom")], &[]),
            user("bottom", &[], &[]),
        ];
        static GRAPH: Graph<4, 4> = Graph::new(&USERS);
        assert_eq!(messages(&GRAPH), [""; 0]);
    }

    #[test]
    fn what_an_acyclic_property_uses_is_not_cyclic() {
        const ROUTE: Use = Use { resource: "hold", param: "arn", property: "routes" };
        static USERS: [User; 2] = [user("api", &[ROUTE], &[]), user("hold", &[arn("api")], &[])];
        static GRAPH: Graph<2, 2> = Graph::new(&USERS);
        assert_eq!(messages(&GRAPH), [""; 0]);
        assert!(GRAPH.uses(1).has("arn"));
    }

    #[test]
    fn what_answers_the_machine_that_calls_it_is_not_cyclic() {
        const ANSWERS: Use = Use { resource: "process", param: "", property: "connect_to" };
        const KNOWS: Use = Use { resource: "process", param: "arn", property: "environment" };
        const CALLS: Use = Use { resource: "approve", param: "arn", property: "" };
        static USERS: [User; 2] = [user("approve", &[ANSWERS], &[]), user("process", &[], &[CALLS])];
        static GRAPH: Graph<2, 2> = Graph::new(&USERS);
        assert_eq!(messages(&GRAPH), [""; 0]);
        static MORE: [User; 2] = [user("approve", &[ANSWERS, KNOWS], &[]), user("process", &[], &[CALLS])];
        static CYCLE: Graph<2, 3> = Graph::new(&MORE);
        assert_eq!(
            messages(&CYCLE),
            ["resources need each other: `approve` -> `process` -> `approve`\n\
              help: `approve` uses `process.arn` in its `environment`\n\
              help: `process` uses `approve.arn` in its definition"]
        );
        // Another that calls nobody is cyclic as ever.
        static OTHERS: [User; 2] =
            [user("approve", &[ANSWERS], &[]), user("process", &[arn("approve")], &[])];
        static OTHER: Graph<2, 2> = Graph::new(&OTHERS);
        assert_eq!(messages(&OTHER).len(), 1);
    }

    #[test]
    fn a_stack_without_resources_has_a_graph() {
        static USERS: [User; 0] = [];
        static GRAPH: Graph<0, 0> = Graph::new(&USERS);
        assert_eq!(messages(&GRAPH), [""; 0]);
    }
}
