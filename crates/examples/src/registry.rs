//! Every example.

/// Hands every example to a macro, in the order of the page's head: the name of its folder, and its type. A
/// further example adds one line here. What else the macro is to know stands before them, in brackets.
#[macro_export]
macro_rules! each_example {
    ($to:ident $(, $($with:tt)*)?) => {
        $to! {
            $([$($with)*])?
            bank: Bank,
            order: Order,
            parcel: Parcel,
        }
    };
}
