//! What a parameter of an integration may name, and what a parameter of a resource is: the same words, so that the two
//! can be compared.

/// Declares what is known; of each, what it is of, and what messages call it, with its article.
macro_rules! referents {
    ($($name:ident of $resource:ident = $label:literal,)*) => {
        /// Something that a text can name or be.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Referent {
            $(#[doc = concat!("It is ", $label, ".")] $name,)*
            /// It is some string, which may be what is wanted.
            Text,
            /// What it is was reported to be unknown: it fits everywhere.
            Anything,
            /// Of a kind that a user has added; the text is what messages call it.
            Own(&'static str),
            /// The ARN of something of a kind that a user has added.
            OwnArn(&'static str),
        }

        impl Referent {
            /// All but what users have added.
            pub const KNOWN: &[Referent] = &[$(Referent::$name,)* Referent::Text, Referent::Anything];

            /// What messages call it, with its article: `a queue's URL`. For people only: two of one label need not be the
            /// same.
            pub const fn label(self) -> &'static str {
                match self {
                    $(Referent::$name => $label,)*
                    Referent::Text => "a string",
                    Referent::Anything => "anything",
                    Referent::Own(label) | Referent::OwnArn(label) => label,
                }
            }

            /// Whether both are the same. What users have added is never what anything of AWS takes.
            pub const fn is(self, other: Referent) -> bool {
                match (self, other) {
                    $((Referent::$name, Referent::$name) => true,)*
                    (Referent::Text, Referent::Text) | (Referent::Anything, Referent::Anything) => true,
                    _ => false,
                }
            }

            /// What it is of; nothing if that is not known.
            const fn resource(self) -> Option<Resource> {
                match self {
                    $(Referent::$name => Some(Resource::$resource),)*
                    _ => None,
                }
            }
        }
    };
}

referents! {
    ArnOfActivity of Activity = "an activity's ARN",
    ArnOfBucket of Bucket = "a bucket's ARN",
    ArnOfCluster of Cluster = "an ECS cluster's ARN",
    ArnOfComputeEnvironment of ComputeEnvironment = "a compute environment's ARN",
    ArnOfConnection of Connection = "a connection's ARN",
    ArnOfEventBus of EventBus = "an event bus's ARN",
    ArnOfEventRule of EventRule = "an event rule's ARN",
    ArnOfFunction of Function = "a function's ARN",
    ArnOfHttpApi of HttpApi = "an API's ARN",
    ArnOfJobDefinition of JobDefinition = "a job definition's ARN",
    ArnOfJobQueue of JobQueue = "a job queue's ARN",
    ArnOfLogGroup of LogGroup = "a log group's ARN",
    ArnOfQueue of Queue = "a queue's ARN",
    ArnOfRole of Role = "a role's ARN",
    ArnOfSchedule of Schedule = "a schedule's ARN",
    ArnOfSecret of Secret = "a secret's ARN",
    ArnOfStateMachine of StateMachine = "a state machine's ARN",
    ArnOfStream of Stream = "a table's stream's ARN",
    ArnOfTable of Table = "a table's ARN",
    ArnOfTaskDefinition of TaskDefinition = "a task definition's ARN",
    ArnOfTopic of Topic = "a topic's ARN",
    IdOfHttpApi of HttpApi = "an API's id",
    IdOfSecurityGroup of SecurityGroup = "a security group's id",
    IdOfSubnet of Subnet = "a subnet's id",
    IdOfVpc of Vpc = "a VPC's id",
    NameOfBucket of Bucket = "a bucket's name",
    NameOfCluster of Cluster = "an ECS cluster's name",
    NameOfEventBus of EventBus = "an event bus's name",
    NameOfFunction of Function = "a function's name",
    NameOfLogGroup of LogGroup = "a log group's name",
    NameOfQueue of Queue = "a queue's name",
    NameOfRole of Role = "a role's name",
    NameOfSchedule of Schedule = "a schedule's name",
    NameOfStateMachine of StateMachine = "a state machine's name",
    NameOfTable of Table = "a table's name",
    NameOfTopic of Topic = "a topic's name",
    UrlOfFunction of Function = "a function's URL",
    UrlOfHttpApi of HttpApi = "an API's URL",
    UrlOfQueue of Queue = "a queue's URL",
}

/// What something is of: a queue has a URL, a name and an ARN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Resource {
    Activity,
    Bucket,
    Cluster,
    ComputeEnvironment,
    Connection,
    EventBus,
    EventRule,
    Function,
    HttpApi,
    JobDefinition,
    JobQueue,
    LogGroup,
    Queue,
    Role,
    Schedule,
    Secret,
    SecurityGroup,
    StateMachine,
    Stream,
    Subnet,
    Table,
    TaskDefinition,
    Topic,
    Vpc,
}

impl Referent {
    /// Whether it is one of those.
    pub const fn is_one_of(self, others: &[Referent]) -> bool {
        let mut rest = others;
        while let [first, others @ ..] = rest {
            if self.is(*first) {
                return true;
            }
            rest = others;
        }
        false
    }

    /// Whether both are of the same: a queue's URL and a queue's ARN.
    pub const fn is_of_the_same(self, other: Referent) -> bool {
        match (self.resource(), other.resource()) {
            (Some(own), Some(other)) => own as u8 == other as u8,
            _ => false,
        }
    }

    /// Whether it is an ARN.
    pub const fn is_arn(self) -> bool {
        use Referent::*;
        matches!(
            self,
            OwnArn(_)
                | ArnOfActivity
                | ArnOfBucket
                | ArnOfCluster
                | ArnOfComputeEnvironment
                | ArnOfConnection
                | ArnOfEventBus
                | ArnOfEventRule
                | ArnOfFunction
                | ArnOfHttpApi
                | ArnOfJobDefinition
                | ArnOfJobQueue
                | ArnOfLogGroup
                | ArnOfQueue
                | ArnOfRole
                | ArnOfSchedule
                | ArnOfSecret
                | ArnOfStateMachine
                | ArnOfStream
                | ArnOfTable
                | ArnOfTaskDefinition
                | ArnOfTopic
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_for_people_only() {
        // Each is itself and nothing else, whatever a user's kind is called.
        for (i, one) in Referent::KNOWN.iter().enumerate() {
            for (j, other) in Referent::KNOWN.iter().enumerate() {
                assert_eq!(one.is(*other), i == j);
                assert_eq!(one.is_one_of(&[*other]), i == j);
            }
            for own in [Referent::Own(one.label()), Referent::OwnArn(one.label())] {
                assert!(!one.is(own) && !own.is(*one) && !own.is(own) && !own.is_of_the_same(*one));
                assert_eq!(own.label(), one.label());
            }
        }
    }

    #[test]
    fn what_has_an_arn_says_so() {
        for one in Referent::KNOWN {
            assert_eq!(one.is_arn(), one.label().ends_with("ARN"), "{one:?}");
        }
        assert!(Referent::OwnArn("a mailbox").is_arn() && !Referent::Own("a mailbox's ARN").is_arn());
    }

    #[test]
    fn what_is_of_the_same_resource() {
        assert!(Referent::UrlOfQueue.is_of_the_same(Referent::ArnOfQueue));
        assert!(!Referent::ArnOfJobQueue.is_of_the_same(Referent::ArnOfQueue));
        assert!(!Referent::ArnOfStream.is_of_the_same(Referent::ArnOfTable));
        assert!(!Referent::Text.is_of_the_same(Referent::Text));
    }
}
