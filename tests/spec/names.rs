//! Names inside a sentence: whatever they are, the sentence around them stays what it is.

use examples::{Describe, Money, order, shown};

#[test]
fn plain_names_are_shown_as_they_are() {
    for name in ["Ana", "mug no. 2 (blue)", "<b>tea</b>", "=1+1"] {
        assert_eq!(shown(name), name);
    }
}

#[test]
fn names_in_other_letters_are_set_apart() {
    assert_eq!(shown("مصباح"), "\u{2068}مصباح\u{2069}");
    assert_eq!(shown("Zoë 🙂"), "\u{2068}Zoë 🙂\u{2069}");
}

#[test]
fn letters_that_act_are_written_out() {
    assert_eq!(shown("a\u{202e}b"), "\u{2068}a[U+202E]b\u{2069}");
    assert_eq!(shown("a\nb\0\u{7f}"), "\u{2068}a[U+000A]b[U+0000][U+007F]\u{2069}");
    assert_eq!(shown("\u{2069}\u{2066}"), "\u{2068}[U+2069][U+2066]\u{2069}");
}

#[test]
fn a_line_keeps_its_price_whatever_the_name() {
    let (name, price) = ("\u{202e}lamp".into(), Money::cents(39_00));
    let line = order::Order::line(&order::Event::ItemAdded { name, price, quantity: 1 });
    assert_eq!(line, "Item added: \u{2068}[U+202E]lamp\u{2069}, 39.00");
}
