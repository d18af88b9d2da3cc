//! The expansion, as text.

use expect_test::{Expect, expect, expect_file};
use quote::quote;

/// The expansion as rustfmt would print it.
fn expand(input: proc_macro2::TokenStream) -> String {
    let tokens = super::expand(input);
    let file = syn::parse2(tokens.clone()).unwrap_or_else(|error| panic!("{error}: {tokens}"));
    prettyplease::unparse(&file)
}

/// The texts of the faults.
fn faults(input: proc_macro2::TokenStream, expected: Expect) {
    let text = expand(input);
    let faults = text.split("compile_error!").skip(1).filter_map(|rest| {
        let start = rest.find('"')?;
        let literal: syn::LitStr = syn::parse_str(rest.get(start..=closing(rest, start)?)?).ok()?;
        Some(literal.value() + "\n")
    });
    expected.assert_eq(&faults.collect::<String>());
}

/// The place of the quotation mark that closes a literal.
fn closing(text: &str, start: usize) -> Option<usize> {
    let mut escaped = false;
    let marks = text.char_indices().skip(start + 1);
    marks.into_iter().find_map(|(at, letter)| {
        let closes = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        closes.then_some(at)
    })
}

#[test]
fn a_stack_with_references() {
    let text = expand(quote! {
        pub(crate) struct Eshop {
            #[resource(memory = 512, url, environment = [("STAGE", "dev"), ("NEXT", notify.lambda_function.arn)])]
            r#type: Function,
            #[resource(layers = ["a", "b"], policy = allow(shared, [1, 2][0]), connect_to = [r#type, process])]
            notify: Function,
            process: StateMachine<BuyingProcess>,
        }
    });
    expect_file!["snapshots/references.rs"]
        .assert_eq(&format!("//! The expansion of a stack whose resources refer to others.\n\n{text}"));
}

#[test]
fn a_stack_under_another_name() {
    let text = expand(quote! {
        #[stack(crate = workflows::inner, vpc = parameters)]
        struct Eshop {
            bill: Function,
        }
    });
    assert!(!text.contains("::stack"), "the library's own name is in the expansion: {text}");
    expect_file!["snapshots/renamed.rs"]
        .assert_eq(&format!("//! The expansion of a stack that names the library anew.\n\n{text}"));
}

#[test]
fn a_faulty_resource_is_left_out_and_stays_defined() {
    let text = expand(quote! {
        struct Eshop {
            #[resource(memory: 512)]
            bill: Function,
        }
    });
    expect_file!["snapshots/faulty.rs"]
        .assert_eq(&format!("//! The expansion of a stack with a faulty resource.\n\n{text}"));
}

#[test]
fn faults_are_reported_in_the_order_of_the_source() {
    faults(
        quote! {
            #[resource(memory = 512)]
            #[stack(vcp = parameters, crate)]
            struct Eshop {
                #[resource(memory 512, "timeout" = 3)]
                shared: Function,
                #[resource(entryfile_path = "src/derive/modd.rs", memory = 512 timeout = 3, memory = )]
                a_b: Function,
                #[resource(memory = 1, memory = 2)]
                aB: Function,
            }
        },
        expect![[r#"
            `#[resource(..)]` belongs to a field: the struct takes `#[stack(..)]`
            `#[stack(..)]` has no `vcp`: did you mean `vpc`?
            help: it takes `crate = path` and `vpc = parameters`
            the path of the crate is missing: write `crate = path`
            `memory` is set with `=`: write `memory = 512`
            the name of a property is missing: write `name = value`
            `shared` is taken: it is what the stack shares, such as job queues
            help: give the resource another name
            a comma is missing before `timeout`
            `memory` has no value: write `memory = ..`, or only `memory` for `true`
            there is no file `src/derive/modd.rs` in the folder of Cargo.toml
            help: did you mean `src/derive/mod.rs`?
            `memory` is set twice
            `aB` and `a_b` have the same logical id, `AB`
            help: rename one of them
        "#]],
    );
}

#[test]
fn values_keep_their_shape() {
    let text = expand(quote! {
        struct Eshop {
            #[resource(
                nested = [["a"], ["b", "c"]],
                repeated = [0; 4],
                borrowed = &["a"],
                pairs = [("a", 1 + 2), ("b", ["x", "y"]), (1,),],
                indexed = TABLE[0],
                generic = list::<u8, 2>([1, 2]),
                block = { let bill = 3; bill },
                constant = CONFIG.memory,
                misspelt = bil.arn,
                method = bill.arn.any(),
                path = bill::arn,
                macro_call = concat!("a", "b"),
            )]
            bill: Function,
        }
    });
    let setters = text.split("__properties = __properties.").skip(1);
    let values: String = setters
        .map(|rest| rest.split("__properties.check").next().unwrap_or_default())
        .map(|setter| setter.split_whitespace().collect::<Vec<_>>().join(" ") + "\n")
        .collect();
    expect![[r#"
        nested(&[&["a"], &["b", "c"]]);
        repeated(&[0; 4]);
        borrowed(&["a"]); __properties = __properties .pairs( &[ ("a", ::stack::__private::Arg(1 + 2).value()), ("b", ::stack::__private::list(&["x", "y"])), (1,), ], );
        indexed(TABLE[0]);
        generic(list::<u8, 2>([1, 2])); __properties = { const bill: <::stack::__private::If< __bill_is_kind, > as ::stack::__private::Choose<__Kind1>>::References = <<::stack::__private::If< __bill_is_kind, > as ::stack::__private::Choose<__Kind1>>::References>::of("bill"); __properties .block({ let bill = 3; bill }) };
        constant(CONFIG.memory);
        misspelt(__REFERENCES.bil.arn);
        method(__REFERENCES.bill.arn.any());
        path(bill::arn);
        macro_call(concat!("a", "b"));
    "#]]
    .assert_eq(&values);
    // Only the block needs the name as a constant, in the whole and alone: a reference to itself is told as a cycle.
    assert_eq!(text.matches("const bill:").count(), 2, "{text}");
}

#[test]
fn what_a_macro_was_given_is_read_like_what_it_wrote() {
    use proc_macro2::{Delimiter, Group, TokenTree};
    let given = |tokens| TokenTree::Group(Group::new(Delimiter::None, tokens));
    let (path, list) = (given(quote!("src/derive/modd.rs")), given(quote!(["a", "b"])));
    let text = expand(quote! {
        struct Eshop {
            #[resource(layers = #list)]
            bill: Function,
        }
    });
    assert!(text.contains(r#".layers(&["a", "b"])"#), "{text}");
    faults(
        quote! {
            struct Eshop {
                #[resource(entryfile_path = #path)]
                bill: Function,
            }
        },
        expect![[r#"
            there is no file `src/derive/modd.rs` in the folder of Cargo.toml
            help: did you mean `src/derive/mod.rs`?
        "#]],
    );
}
