//! A law that holds for every example, also for the next one: it is tried on all that are registered.

/// Tries a law on every example: `each!(law, cases)` makes a test `law::bank`, one `law::order`, and so on;
/// with a number before the cases that many of them are tried.
macro_rules! each {
    ($law:ident, $cases:expr) => {
        each!($law, 1_000, $cases);
    };
    ($law:ident, $times:expr, $cases:expr) => {
        mod $law {
            #[allow(unused_imports, reason = "cases may be written without any name")]
            use super::*;

            examples::each_example!(each_test, $law, $times, $cases);
        }
    };
}

macro_rules! each_test {
    ([$law:ident, $times:expr, $cases:expr] $($name:ident: $Example:ident,)*) => {
        $(
            #[test]
            fn $name() {
                crate::random::check_times(
                    $times,
                    $cases,
                    super::$law::<examples::$name::$Example>,
                );
            }
        )*
    };
}

/// Does something once for every example: `each_once!(law)` calls `law::<Bank>()` and the others.
macro_rules! each_once {
    ($law:ident) => {
        examples::each_example!(each_call, $law)
    };
}

macro_rules! each_call {
    ([$law:ident] $($name:ident: $Example:ident,)*) => {
        $($law::<examples::$name::$Example>();)*
    };
}
