//! What commands are given with: fields and buttons, as data. The page shows them, reads what stands in them,
//! and hands it back as [`Values`].

use crate::{Choice, Describe, Money};

/// The longest text that a problem repeats, in characters.
const REPEATED: usize = 20;

/// What stands in the fields of a form, with whatever else a command may be made of.
#[derive(Clone, Debug)]
pub struct Values<D: Describe> {
    /// The name of the diary: `order-2`.
    pub diary: String,
    /// What the figure is of that is chosen: an account.
    pub figure: Option<D::Figure>,
    texts: Vec<(&'static str, String)>,
}

impl<D: Describe> Values<D> {
    /// Before anything stands in a field.
    pub fn new(diary: String, figure: Option<D::Figure>) -> Self {
        Self { diary, figure, texts: Vec::new() }
    }

    /// With this text in the field of that id.
    pub fn put(&mut self, id: &'static str, text: String) {
        self.texts.push((id, text));
    }

    /// The text in a field; empty in one that isn't there.
    pub fn text(&self, id: &str) -> &str {
        self.texts.iter().find(|(of, _)| *of == id).map_or("", |(_, text)| text)
    }

    /// The amount in a field, if it is one.
    pub fn amount(&self, id: &str) -> Option<Money> {
        Money::parse(self.text(id)).ok()
    }

    /// The number of things in a field, if it is one.
    pub fn count(&self, id: &str) -> Option<u32> {
        count(self.text(id))
    }
}

fn count(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}

/// What is filled in in a field.
#[derive(Clone, Copy, Debug)]
pub enum Input<D: Describe + 'static> {
    /// An amount of money: `50.00`.
    Amount,
    /// So many things: `3`.
    Count,
    /// Words.
    Text {
        /// What can be typed there, in grey while nothing is; may be empty.
        hint: &'static str,
        /// Words that are offered.
        offers: &'static [&'static str],
    },
    /// Which of the figures: the one that is chosen is chosen everywhere. See [`Values::figure`].
    Figure,
    /// One of these, in a menu: its key is the text of the field. Without any the field is not there.
    Choice(fn(&D, &Values<D>) -> Vec<Choice>),
}

impl<D: Describe> Input<D> {
    /// What is wrong with a text in such a field, as a sentence.
    ///
    /// # Errors
    /// The sentence.
    pub fn check(&self, text: &str) -> Result<(), String> {
        match self {
            Self::Amount => Money::parse(text).map(|_| ()).map_err(|error| error.to_string()),
            Self::Count if count(text).is_none() => {
                let text: String = text.chars().take(REPEATED).collect();
                Err(format!("“{text}” is not a number of things. Use 1, 2, 3 …"))
            }
            _ => Ok(()),
        }
    }
}

/// A field.
pub struct Field<D: Describe + 'static> {
    /// Its id, given once in a form.
    pub id: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What is filled in.
    pub input: Input<D>,
    /// What stands in it until the reader sets it: as things stand, and after what stands in the fields before
    /// it.
    pub suggested: fn(&D, &Values<D>) -> String,
    /// The field that makes this one go back to its suggestion when something is typed there.
    pub follows: Option<&'static str>,
    /// Whether it is there, as things stand.
    pub is_there: fn(&D) -> bool,
}

impl<D: Describe> Field<D> {
    /// A field that is always there and begins with nothing.
    pub const fn new(id: &'static str, label: &'static str, input: Input<D>) -> Self {
        let suggested = |_: &D, _: &Values<D>| String::new();
        Self { id, label, input, suggested, follows: None, is_there: |_| true }
    }

    /// The same that begins with this.
    #[must_use]
    pub const fn suggesting(self, suggested: fn(&D, &Values<D>) -> String) -> Self {
        Self { suggested, ..self }
    }

    /// The same that goes back to its suggestion with another field.
    #[must_use]
    pub const fn following(self, id: &'static str) -> Self {
        Self { follows: Some(id), ..self }
    }

    /// The same, while this is so.
    #[must_use]
    pub const fn there_while(self, is_there: fn(&D) -> bool) -> Self {
        Self { is_there, ..self }
    }
}

/// How often a command is given, which is how much is made of its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is in sight, also on a phone.
    Often,
    /// On a phone it is there when it is asked for, or the next thing to do.
    Usual,
    /// The same, and its button has no box.
    Seldom,
}

/// A button that gives a command.
pub struct Button<D: Describe + 'static> {
    /// The command, in the imperative.
    pub label: &'static str,
    /// The fields that it reads. What is wrong in one of them is told there, and no command is given.
    pub takes: &'static [&'static str],
    /// How often it is given.
    pub used: Use,
    /// Whether it is the next thing to do.
    pub is_next: fn(&D) -> bool,
    /// The command, as things stand: its rules may refuse it. None where a field that it needs isn't filled in.
    pub command: fn(&D, &Values<D>) -> Option<D::Command>,
    /// The figure that the command brings along, which is chosen once it is there.
    pub brings: fn(&D::Command) -> Option<D::Figure>,
    /// Whether *What if* offers it in the place of an entry.
    pub in_a_copy: bool,
}

impl<D: Describe> Button<D> {
    /// A button for a command that can also be given in a copy.
    pub const fn new(
        label: &'static str,
        takes: &'static [&'static str],
        command: fn(&D, &Values<D>) -> Option<D::Command>,
    ) -> Self {
        let is_next = |_: &D| false;
        Self { label, takes, used: Use::Usual, is_next, command, brings: |_| None, in_a_copy: true }
    }

    /// The same, given so often.
    #[must_use]
    pub const fn used(self, used: Use) -> Self {
        Self { used, ..self }
    }

    /// The same, which is the next thing to do while this is so.
    #[must_use]
    pub const fn next_while(self, is_next: fn(&D) -> bool) -> Self {
        Self { is_next, ..self }
    }

    /// The same, which begins something and makes no sense in the place of an entry.
    #[must_use]
    pub const fn beginning(self) -> Self {
        Self { in_a_copy: false, ..self }
    }

    /// The same with the figure that its command brings along.
    #[must_use]
    pub const fn bringing(self, brings: fn(&D::Command) -> Option<D::Figure>) -> Self {
        Self { brings, ..self }
    }
}

/// A part of a form, in the place where it stands.
pub enum Control<D: Describe + 'static> {
    /// A field.
    Field(Field<D>),
    /// A button.
    Button(Button<D>),
    /// Parts that stay beside each other.
    Together(&'static [Control<D>]),
}

/// The fields of a form, in their order.
pub fn fields<D: Describe>(controls: &'static [Control<D>]) -> Vec<&'static Field<D>> {
    controls
        .iter()
        .flat_map(|control| match control {
            Control::Field(field) => vec![field],
            Control::Button(_) => Vec::new(),
            Control::Together(parts) => fields(parts),
        })
        .collect()
}

/// The buttons of a form, in their order.
pub fn buttons<D: Describe>(controls: &'static [Control<D>]) -> Vec<&'static Button<D>> {
    controls
        .iter()
        .flat_map(|control| match control {
            Control::Field(_) => Vec::new(),
            Control::Button(button) => vec![button],
            Control::Together(parts) => buttons(parts),
        })
        .collect()
}

/// The usual next request as things stand: of the first button that is the next thing to do, with what is suggested in
/// the fields. None where nothing comes next.
pub fn next_request<D: Describe>(
    controls: &'static [Control<D>],
    state: &D,
    mut values: Values<D>,
) -> Option<D::Command> {
    let button = buttons(controls).into_iter().find(|button| (button.is_next)(state))?;
    for field in fields(controls) {
        let text = match field.input {
            Input::Choice(choices) => choices(state, &values)
                .into_iter()
                .next()
                .map(|first| first.key)
                .unwrap_or_default(),
            _ => (field.suggested)(state, &values),
        };
        values.put(field.id, text);
    }
    (button.command)(state, &values)
}

/// An entry that comes late: its fields, and the command that they make about a figure.
pub struct Late<D: Describe + 'static> {
    /// What is filled in, beside the day on which it is true.
    pub fields: &'static [Field<D>],
    /// The command.
    pub command: fn(&D, &Values<D>) -> Option<D::Command>,
}

/// The button that begins another diary of the same kind, once this one has come to its end.
pub struct Another<D> {
    /// What stands on it.
    pub label: &'static str,
    /// Whether it is time for that.
    pub is_over: fn(&D) -> bool,
}
