//! Every example.

use crate::Kind;

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

/// What an example is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Info {
    /// See [`Kind::KIND`].
    pub kind: &'static str,
    /// See [`Kind::TITLE`].
    pub title: &'static str,
}

macro_rules! infos {
    ($($folder:ident: $Example:ident,)*) => {
        &[$(Info {
            kind: <crate::$folder::$Example as Kind>::KIND,
            title: <crate::$folder::$Example as Kind>::TITLE,
        }),*]
    };
}

/// What they are called, in the same order.
pub const EXAMPLES: &[Info] = each_example!(infos);
