//! The network of batch jobs: a small VPC of the stack's own, or the user's by parameters.

use crate::kind::own_network;
use crate::kind::scope::Scope;
use crate::template::object::{Object, get_att, reference};
use stack_core::json::Node;

/// The parts of the network that others may refer to.
const PARTS: [&str; 4] = ["Vpc", "Subnet1", "Subnet2", "SecurityGroup"];
/// The subnets, each in an availability zone of its own.
const SUBNETS: [(&str, &str, &str); 2] =
    [("Subnet1", "Subnet1Route", "10.0.0.0/20"), ("Subnet2", "Subnet2Route", "10.0.16.0/20")];

/// The ids of the subnets, for a compute environment.
pub(crate) fn subnets(scope: &Scope<'_>) -> Node<'static> {
    if scope.own_vpc() {
        return reference("SubnetIds");
    }
    Node::array(SUBNETS.iter().map(|(subnet, ..)| reference(scope.id(subnet))))
}

/// The ids of the security groups, for a compute environment.
pub(crate) fn security_groups(scope: &Scope<'_>) -> Node<'static> {
    Node::array([get_att(scope.id("SecurityGroup"), "GroupId")])
}

/// The route to the internet, if the network is the stack's own: what runs in it has to be gone
/// before the route goes.
pub(crate) fn route(scope: &Scope<'_>) -> Option<String> {
    (!scope.own_vpc()).then(|| scope.id("Route"))
}

/// Adds the network. `needed` says whether a part is needed.
pub(crate) fn emit(scope: &mut Scope<'_>, needed: &dyn Fn(&str) -> bool) {
    if !PARTS.iter().any(|part| needed(part)) {
        return;
    }
    if scope.own_vpc() {
        parameters(scope, needed);
    } else {
        vpc(scope);
    }
    if !scope.own_vpc() || needed("SecurityGroup") {
        security_group(scope);
    }
}

fn parameters(scope: &mut Scope<'_>, needed: &dyn Fn(&str) -> bool) {
    let parameter = |kind, description| Object::new().with("Type", kind).with("Description", description);
    if needed("Vpc") || needed("SecurityGroup") {
        let vpc = parameter("AWS::EC2::VPC::Id", "The VPC that batch jobs run in");
        scope.declare("VpcId".to_owned(), vpc);
    }
    if needed("Subnet1") || needed("Subnet2") {
        let text = "Two or more subnets of the VPC with a way to the internet, for batch jobs";
        let subnets = parameter("List<AWS::EC2::Subnet::Id>", text);
        scope.declare("SubnetIds".to_owned(), subnets);
    }
}

/// A VPC with two public subnets and a way to the internet: nothing in it costs money by itself.
fn vpc(scope: &mut Scope<'_>) {
    let vpc = reference(scope.id("Vpc"));
    let properties = Object::new()
        .with("CidrBlock", "10.0.0.0/16")
        .with("EnableDnsSupport", true)
        .with("EnableDnsHostnames", true)
        .with("Tags", name_tag());
    scope.resource("Vpc", "AWS::EC2::VPC", properties);
    let gateway = reference(scope.id("InternetGateway"));
    scope.resource("InternetGateway", "AWS::EC2::InternetGateway", Object::new().with("Tags", name_tag()));
    let attachment = Object::new().with("VpcId", vpc.clone()).with("InternetGatewayId", gateway.clone());
    scope.resource("GatewayAttachment", "AWS::EC2::VPCGatewayAttachment", attachment);
    let table = reference(scope.id("RouteTable"));
    let properties = Object::new().with("VpcId", vpc.clone()).with("Tags", name_tag());
    scope.resource("RouteTable", "AWS::EC2::RouteTable", properties);
    let route = Object::new()
        .with("RouteTableId", table.clone())
        .with("DestinationCidrBlock", "0.0.0.0/0")
        .with("GatewayId", gateway);
    let attachment = scope.id("GatewayAttachment");
    scope.resource("Route", "AWS::EC2::Route", route).depends_on(attachment);
    for (index, (subnet, association, block)) in SUBNETS.into_iter().enumerate() {
        let zones = Object::new().with("Fn::GetAZs", "");
        let zone = Object::new().with("Fn::Select", Node::array([(index as i64).into(), zones.node()]));
        let properties = Object::new()
            .with("VpcId", vpc.clone())
            .with("CidrBlock", block)
            .with("AvailabilityZone", zone)
            .with("MapPublicIpOnLaunch", true)
            .with("Tags", name_tag());
        let id = reference(scope.id(subnet));
        scope.resource(subnet, "AWS::EC2::Subnet", properties);
        let properties = Object::new().with("SubnetId", id).with("RouteTableId", table.clone());
        scope.resource(association, "AWS::EC2::SubnetRouteTableAssociation", properties);
    }
}

/// Lets everything out and nothing in.
fn security_group(scope: &mut Scope<'_>) {
    let vpc = own_network::intrinsic("Vpc")
        .filter(|_| scope.own_vpc())
        .unwrap_or_else(|| reference(scope.id("Vpc")));
    let group = Object::new()
        .with("GroupDescription", "Batch jobs: everything out, nothing in")
        .with("VpcId", vpc)
        .with("Tags", name_tag());
    scope.resource("SecurityGroup", "AWS::EC2::SecurityGroup", group);
}

/// The stack's name, for people who look at a list of networks.
fn name_tag() -> Node<'static> {
    Node::array([Object::new().with("Key", "Name").with("Value", reference("AWS::StackName"))])
}
