//! The macro that declares what a kind of resource gives to others.

/// Declares what a kind of resource gives to others: `arn`, and the attributes of its underlying
/// CloudFormation resources.
///
/// ```
/// use stack_cloudformation::{references, param::{RoleArn, Text}};
/// references! {
///     /// What a mailbox gives to others.
///     pub struct MailboxReferences {
///         /// The mailbox's address.
///         address: Text = GetAtt("Mailbox", "Address");
///         /// The role that reads it.
///         role: struct MailboxRole {
///             /// Its ARN.
///             arn: RoleArn = GetAtt("Role", "Arn");
///         }
///     }
/// }
/// const INBOX: MailboxReferences = MailboxReferences::of("inbox");
/// assert_eq!(INBOX.role.arn.any().name, "role.arn");
/// assert_eq!(INBOX.list().len(), 2);
/// ```
#[macro_export]
macro_rules! references {
    ($(#[$doc:meta])* $vis:vis struct $name:ident { $($body:tt)* }) => {
        $crate::references! { @split [$(#[$doc])* $vis $name] [] [] $($body)* }
    };
    // One parameter of the resource itself.
    (@split $head:tt [$($own:tt)*] $nested:tt
        $(#[$doc:meta])* $field:ident : $kind:ty = $how:ident($($at:literal),*); $($rest:tt)*) => {
        $crate::references! { @split $head [$($own)* { [$(#[$doc])*] $field $kind, $how $($at)* }] $nested $($rest)* }
    };
    // One underlying resource.
    (@split $head:tt $own:tt [$($nested:tt)*]
        $(#[$doc:meta])* $field:ident : struct $type:ident {
            $($(#[$inner_doc:meta])* $inner:ident : $kind:ty = $how:ident($($at:literal),*);)*
        } $($rest:tt)*) => {
        $crate::references! { @split $head $own
            [$($nested)* { [$(#[$doc])*] $field $type $({ [$(#[$inner_doc])*] $inner $kind, $how $($at)* })* }] $($rest)* }
    };
    (@split [$(#[$doc:meta])* $vis:vis $name:ident]
        [$({ [$(#[$own_doc:meta])*] $own:ident $own_kind:ty, $own_how:ident $($own_at:literal)* })*]
        [$({ [$(#[$nest_doc:meta])*] $nest:ident $nest_type:ident
            $({ [$(#[$inner_doc:meta])*] $inner:ident $inner_kind:ty, $inner_how:ident $($inner_at:literal)* })* })*]) => {
        $(#[$doc])*
        $vis struct $name {
            $($(#[$own_doc])* pub $own: $crate::param::Param<$own_kind>,)*
            $($(#[$nest_doc])* pub $nest: $nest_type,)*
        }
        $(
            $(#[$nest_doc])*
            $vis struct $nest_type {
                $($(#[$inner_doc])* pub $inner: $crate::param::Param<$inner_kind>,)*
            }
            $crate::references! { @copied $nest_type }
        )*
        $crate::references! { @copied $name }
        impl $name {
            /// How many parameters there are.
            pub const COUNT: usize = [$(stringify!($own),)* $($(stringify!($inner),)*)*].len();
            /// The parameters of the stack's resource of that name.
            pub const fn of(resource: &'static str) -> Self {
                $name {
                    $($own: $crate::references!(@param resource, stringify!($own), $own_how $($own_at)*),)*
                    $($nest: $nest_type {
                        $($inner: $crate::references!(@param resource,
                            concat!(stringify!($nest), ".", stringify!($inner)), $inner_how $($inner_at)*),)*
                    },)*
                }
            }
            /// All parameters, for references by name.
            pub const fn list(self) -> [$crate::param::AnyParam; Self::COUNT] {
                [$(self.$own.any(),)* $($(self.$nest.$inner.any(),)*)*]
            }
        }
    };
    // Derived, these would name the kinds again, and rustc would speak twice of one that there is not.
    (@copied $name:ident) => {
        #[automatically_derived]
        impl ::core::clone::Clone for $name {
            fn clone(&self) -> Self {
                *self
            }
        }
        #[automatically_derived]
        impl ::core::marker::Copy for $name {}
        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    };
    (@param $resource:ident, $name:expr, Ref $child:literal) => {
        $crate::param::Param::new($resource, $name, $child, $crate::param::Attribute::Ref)
    };
    (@param $resource:ident, $name:expr, GetAtt $child:literal $attribute:literal) => {
        $crate::param::Param::new($resource, $name, $child, $crate::param::Attribute::GetAtt($attribute))
    };
}
