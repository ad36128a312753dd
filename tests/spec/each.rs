//! A law that holds for every example, also for the next one: it is tried on all that are registered.

/// Tries a law on every example: `each!(law, cases)` makes a test `law::bank`, one `law::order`, and so on.
macro_rules! each {
    ($law:ident, $cases:expr) => {
        mod $law {
            use super::*;

            examples::each_example!(each_test, $law, $cases);
        }
    };
}

macro_rules! each_test {
    ([$law:ident, $cases:expr] $($name:ident: $Example:ident,)*) => {
        $(
            #[test]
            fn $name() {
                check($cases, super::$law::<examples::$name::$Example>);
            }
        )*
    };
}
