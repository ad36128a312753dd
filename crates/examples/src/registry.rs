//! Every example.

/// Hands every example to a macro, in the order of the page's head: the name of its folder, and its type. A
/// further example adds one line here.
#[macro_export]
macro_rules! each_example {
    ($to:ident) => {
        $to! {
            bank: Bank,
            order: Order,
        }
    };
}
