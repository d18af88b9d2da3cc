//! Tags on their way into the template.

use crate::kind::scope::Scope;
use crate::references::value::Pairs;
use crate::template::object::Object;
use stack_core::json::Node;

/// Tags as a list of keys and values; none if there are none.
pub(crate) fn tags(scope: &mut Scope<'_>, tags: Pairs) -> Option<Node<'static>> {
    let mut list = Vec::new();
    for (key, value) in tags {
        list.push(Object::new().with("Key", *key).with("Value", scope.text(value)).node());
    }
    (!list.is_empty()).then(|| Node::array(list))
}

/// Tags as an object; none if there are none.
pub(crate) fn tag_map(scope: &mut Scope<'_>, tags: Pairs) -> Option<Node<'static>> {
    let mut map = Object::new();
    for (key, value) in tags {
        map.push(*key, scope.text(value));
    }
    map.filled()
}
