//! The operators and marks of JSONata, with the powers by which they bind.

macro_rules! jsonata_operators {
    ($($(#[$doc:meta])* $name:ident $text:literal $power:literal,)*) => {
        /// An operator or a mark.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Op {
            $($(#[$doc])* $name,)*
        }

        impl Op {
            /// How it is written.
            pub fn text(self) -> &'static str {
                match self { $(Op::$name => $text,)* }
            }

            /// How strongly it binds what stands before it; zero where nothing may.
            pub(super) fn power(self) -> u8 {
                match self { $(Op::$name => $power,)* }
            }
        }
    };
}

jsonata_operators! {
    /// A step of a path.
    Dot "." 75,
    /// A range of integers in an array.
    Range ".." 0,
    /// A predicate, an index, or an array.
    Bracket "[" 80,
    /// The end of those.
    BracketEnd "]" 0,
    /// A grouping or an object.
    Brace "{" 70,
    /// The end of those.
    BraceEnd "}" 0,
    /// A call or a block.
    Paren "(" 80,
    /// The end of those.
    ParenEnd ")" 0,
    /// Between items.
    Comma "," 0,
    /// Between the expressions of a block.
    Semicolon ";" 0,
    /// Between a key and its value, or before the other branch of a condition.
    Colon ":" 0,
    /// Names the current item.
    Focus "@" 80,
    /// Names the position of the current item.
    Index "#" 80,
    /// A condition, or an argument that is still open.
    Question "?" 20,
    /// The first value if it is true, or the second; not in AWS's version.
    Default "?:" 40,
    /// The first value if it exists, or the second; not in AWS's version.
    Coalesce "??" 40,
    /// Addition.
    Plus "+" 50,
    /// Subtraction or negation.
    Minus "-" 50,
    /// Multiplication, or every field.
    Star "*" 60,
    /// All descendants.
    StarStar "**" 0,
    /// Division.
    Slash "/" 60,
    /// The remainder, or the parent.
    Percent "%" 60,
    /// The frame of a transform.
    Pipe "|" 0,
    /// Equality.
    Equal "=" 40,
    /// Inequality.
    NotEqual "!=" 40,
    /// Less than; also an ascending term.
    Less "<" 40,
    /// Greater than; also a descending term.
    Greater ">" 40,
    /// At most.
    LessEqual "<=" 40,
    /// At least.
    GreaterEqual ">=" 40,
    /// Sorting.
    Sort "^" 40,
    /// Gives a value to a function.
    Apply "~>" 40,
    /// Gives a value to a variable.
    Bind ":=" 10,
    /// Both.
    And "and" 30,
    /// Either.
    Or "or" 25,
    /// Membership.
    In "in" 40,
    /// Joins strings.
    Concatenate "&" 50,
}
