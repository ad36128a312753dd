//! The forms of an example on the page: its fields, and what stands in them.

use leptos::prelude::*;

use super::{
    components::{
        field::{Enter, Field, TextField},
        select::{Offer, select},
    },
    live::{memo, views},
    session_signals::SessionSignals,
};
use crate::browser::focus;
use examples::{
    Choice, Example,
    form::{self, Input, Values},
};

/// Words of so many letters have room in a field of the usual width.
const SHORT: usize = 12;

/// Fields with what stands in them.
pub(super) struct Form<D: Example> {
    signals: SessionSignals<D>,
    /// Which figure is chosen.
    figure: RwSignal<usize>,
    fields: StoredValue<Vec<Filled<D>>>,
}

/// A field with what stands in it.
struct Filled<D: Example> {
    of: &'static form::Field<D>,
    field: Field,
    enter: Enter,
    is_there: Memo<bool>,
}

// Deriving would ask for a `D` that can be copied; only the signals around it are.
#[expect(clippy::expl_impl_clone_on_copy, reason = "deriving asks too much")]
impl<D: Example> Clone for Form<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Example> Copy for Form<D> {}

#[expect(clippy::expl_impl_clone_on_copy, reason = "deriving asks too much")]
impl<D: Example> Clone for Filled<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Example> Copy for Filled<D> {}

impl<D: Example> Form<D> {
    /// The form with these fields. Which figure it is about is chosen in `figure`; `before` stands before the ids
    /// of the fields, where the same form is on the page twice.
    pub(super) fn new(
        signals: SessionSignals<D>,
        fields: Vec<&'static form::Field<D>>,
        figure: RwSignal<usize>,
        before: &str,
    ) -> Self {
        let form = Self { signals, figure, fields: StoredValue::new(Vec::new()) };
        for (at, of) in fields.into_iter().enumerate() {
            let suggested = memo(move |_| {
                let values = form.values_before(at);
                signals.row(|row| (of.suggested)(row.today(), &values))
            });
            let is_there = memo(move |_| match of.input {
                Input::Choice(_) => !form.choices(at).is_empty(),
                _ => signals.row(|row| (of.is_there)(row.today())),
            });
            let field = Field::suggesting(&[before, of.id].concat(), suggested.into());
            let filled = Filled { of, field, enter: Enter::unset(), is_there };
            form.fields.update_value(|fields| fields.push(filled));
        }
        form
    }

    /// What stands in all fields, tracked.
    pub(super) fn values(self) -> Values<D> {
        self.values_before(usize::MAX)
    }

    /// What stands in the first so many fields.
    fn values_before(self, end: usize) -> Values<D> {
        let chosen = self.signals.figure_of(self.figure.get());
        let mut values = Values::new(self.signals.name(), chosen);
        for (at, filled) in self.all().into_iter().enumerate().take(end) {
            let text = match filled.of.input {
                Input::Choice(_) => self.shown(at),
                _ => filled.field.text(),
            };
            values.put(filled.of.id, text);
        }
        values
    }

    fn all(self) -> Vec<Filled<D>> {
        self.fields.get_value()
    }

    fn find(self, id: &str) -> Option<Filled<D>> {
        self.all().into_iter().find(|filled| filled.of.id == id)
    }

    /// What can be chosen in a field, tracked.
    fn choices(self, at: usize) -> Vec<Choice> {
        let Some(Filled { of: form::Field { input: Input::Choice(choices), .. }, .. }) =
            self.all().get(at).copied()
        else {
            return Vec::new();
        };
        let values = self.values_before(at);
        self.signals.row(|row| choices(row.today(), &values))
    }

    /// The choice that is shown: what was chosen or, where it can't be that, the first.
    fn shown(self, at: usize) -> String {
        let all = self.choices(at);
        let wanted = self.all().get(at).map(|filled| filled.field.text());
        let choice = all.iter().find(|it| Some(&it.key) == wanted.as_ref()).or(all.first());
        choice.map(|choice| choice.key.clone()).unwrap_or_default()
    }

    /// The values, if these fields are filled in as they have to be. What is wrong is told at the fields, and the
    /// first of them is then where one types.
    pub(super) fn read(self, ids: &[&str]) -> Option<Values<D>> {
        let mut is_right = true;
        // The last one that is wrong is told first, so that the focus ends at the first.
        for Filled { of, field, is_there, .. } in ids.iter().rev().filter_map(|id| self.find(id)) {
            if is_there.get_untracked() {
                let checked = of.input.check(&untrack(|| field.text()));
                is_right &= field.accept(checked).is_some();
            }
        }
        is_right.then(|| untrack(|| self.values()))
    }

    /// What Enter does in these fields. Where a word is chosen from a list, Enter chooses it.
    pub(super) fn enters(self, ids: &[&str]) -> Vec<Enter> {
        let fields = ids.iter().filter_map(|id| self.find(id));
        let typed = fields.filter(|filled| match filled.of.input {
            Input::Text { offers, .. } => offers.is_empty(),
            Input::Amount | Input::Count => true,
            Input::Figure | Input::Choice(_) => false,
        });
        typed.map(|filled| filled.enter).collect()
    }

    /// The first field that is there and typed into; none when the form is gone.
    fn first_typed(self) -> Option<Field> {
        let typed = |filled: &&Filled<D>| {
            matches!(filled.of.input, Input::Amount | Input::Count | Input::Text { .. })
                && filled.is_there.try_get_untracked() == Some(true)
        };
        self.fields
            .try_with_value(|all| all.iter().find(typed).map(|filled| filled.field))
            .flatten()
    }

    /// Puts the suggestions back into these fields.
    pub(super) fn reset(self, ids: &[&str]) {
        for filled in ids.iter().filter_map(|id| self.find(id)) {
            filled.field.reset();
        }
    }

    /// A field on the page, while it is there.
    pub(super) fn view(self, id: &str) -> AnyView {
        let all = self.all();
        let Some(at) = all.iter().position(|filled| filled.of.id == id) else {
            return ().into_any();
        };
        let Some(Filled { of, field, enter, is_there }) = all.get(at).copied() else {
            return ().into_any();
        };
        let label = of.label;
        let follow = Callback::new(move |()| {
            let all = self.all().into_iter();
            for follower in all.filter(|filled| filled.of.follows == Some(of.id)) {
                follower.field.reset();
            }
        });
        let typed = Some(follow);
        let shown = move || {
            // Who gives a command by Enter in a field that goes with it, goes on in the next that is typed into.
            on_cleanup(move || {
                if let Some(heir) = self.first_typed() {
                    focus::hand_on_now(Some(heir.id()));
                }
            });
            is_there.get().then(|| match of.input {
                Input::Amount => {
                    view! { <TextField label field enter on_typed=typed /> }.into_any()
                }
                Input::Count => view! {
                    <TextField label field enter class="tiny amount" inputmode="numeric" on_typed=typed />
                }
                .into_any(),
                Input::Text { hint, offers } => {
                    let enter = if offers.is_empty() { enter } else { Enter::unset() };
                    let is_long = offers.iter().any(|offer| offer.len() > SHORT);
                    let class = if is_long { "name long" } else { "name" };
                    view! { <TextField label field enter class inputmode="text" hint offers on_typed=typed /> }
                    .into_any()
                }
                Input::Figure => self.figures(field.id(), label),
                Input::Choice(_) => self.menu(at, field, label),
            })
        };
        views(shown).into_any()
    }

    /// The menu of figures. The one that is chosen is in it, however many there are.
    fn figures(self, id: String, label: &'static str) -> AnyView {
        let Self { signals, figure, .. } = self;
        let offer = memo(move |_| {
            let (mut offered, at) = (signals.offered_figures(), figure.get());
            if !offered.iter().any(|(place, _)| *place == at) {
                offered.extend(signals.figure_of(at).map(|of| (at, of)));
            }
            let more = signals.reader.versions().figures().saturating_sub(offered.len());
            let named = offered.iter().map(|(place, of)| (*place, D::figure_name(of)));
            Offer { more, ..Offer::numbered(named, at) }
        });
        let choose = move |key: String| figure.set(key.parse().unwrap_or(0));
        select(id, label, offer, Callback::new(choose))
    }

    fn menu(self, at: usize, field: Field, label: &'static str) -> AnyView {
        let offer = memo(move |_| Offer::of(self.choices(at), self.shown(at)));
        select(field.id(), label, offer, Callback::new(move |key| field.set(key)))
    }
}
