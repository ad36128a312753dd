//! Fields whose errors stand beside them, in words.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::labelled::{is_wrong, labelled, problem};
use crate::{
    browser::dom,
    ui::{
        live::{live, on},
        reader::reader,
        suggested::Suggested,
    },
};
use examples::Money;

/// What is in a field, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Field {
    id: StoredValue<String>,
    text: Suggested,
    /// What was told to be wrong with it.
    told: RwSignal<String>,
    /// What is wrong with it; empty when nothing is.
    problem: Signal<String>,
}

impl Field {
    /// A field with this id and this text in it.
    pub fn new(id: &str, text: &str) -> Self {
        Self::suggesting(id, Signal::stored(text.to_owned()))
    }

    /// A field whose text follows a suggestion until something is typed.
    pub fn suggesting(id: &str, suggestion: Signal<String>) -> Self {
        let (id, told) = (StoredValue::new(id.to_owned()), RwSignal::new(String::new()));
        Self { id, text: Suggested::following(suggestion), told, problem: told.into() }
    }

    /// Its id on the page.
    pub fn id(self) -> String {
        self.id.get_value()
    }

    /// Goes back to the suggestion.
    pub fn reset(self) {
        self.text.reset();
        self.told.set(String::new());
    }

    /// The reader sets it: a menu is no text field.
    pub fn set(self, text: String) {
        self.text.set(text);
    }

    /// The text in it, tracked.
    pub fn text(self) -> String {
        self.text.text()
    }

    /// The amount in it. What is no amount is told at the field, which is then where one types.
    pub fn amount(self) -> Option<Money> {
        self.accept(Money::parse(&untrack(|| self.text())).map_err(|error| error.to_string()))
    }

    /// Tells at the field what is wrong with it, and goes there.
    pub fn refuse(self, why: String) {
        self.told.set(why);
        self.id.with_value(|id| dom::focus(id));
    }

    /// What was read of it, if anything could be. What is wrong is told at the field, which is then
    /// where one types.
    pub fn accept<T>(self, read: Result<T, String>) -> Option<T> {
        self.told.set(read.as_ref().err().cloned().unwrap_or_default());
        if read.is_err() {
            self.id.with_value(|id| dom::focus(id));
        }
        read.ok()
    }
}

/// What Enter in a field does: it presses one of the buttons that take what stands in it. That is
/// the one that was pressed last, at first the one that stands first, and while the field has the
/// focus it is marked.
#[derive(Clone, Copy)]
pub struct Enter {
    /// The button's label and what it does.
    button: RwSignal<Option<(&'static str, Callback<()>)>>,
    is_near: RwSignal<bool>,
}

impl Enter {
    /// Without any button; they join in the order in which they stand.
    pub fn unset() -> Self {
        Self { button: RwSignal::new(None), is_near: RwSignal::new(false) }
    }

    /// What happens on a key in the field. One that is held down says nothing new, and Enter that
    /// chooses among suggested letters is not meant for us.
    fn press(self, event: &KeyboardEvent) {
        if event.key() == "Enter"
            && !event.repeat()
            && !event.is_composing()
            && let Some((_, press)) = self.button.get_untracked()
        {
            press.run(());
        }
    }

    fn marks(self, label: &'static str) -> bool {
        self.is_near.get() && self.button.get().is_some_and(|(of, _)| of == label)
    }
}

/// A labelled field. What is wrong with it is beside it.
#[component]
pub fn TextField(
    /// What the field is called.
    label: &'static str,
    /// What is in it.
    field: Field,
    /// How wide it is and how it is set, as a class.
    #[prop(default = "short amount")]
    class: &'static str,
    /// An input's type: `text`, `date` or `month`.
    #[prop(default = "text")]
    kind: &'static str,
    /// The last day that can be chosen, in a field for a day.
    #[prop(optional)]
    last: Option<Signal<String>>,
    /// The keyboard to show on a phone.
    #[prop(default = "decimal")]
    inputmode: &'static str,
    /// What can be typed there, in grey while nothing is.
    #[prop(default = "")]
    hint: &'static str,
    /// Words to choose from.
    #[prop(default = &[])]
    offers: &'static [&'static str],
    /// What else happens when something is typed.
    #[prop(optional_no_strip)]
    on_typed: Option<Callback<()>>,
    /// What Enter does.
    #[prop(optional)]
    enter: Option<Enter>,
) -> impl IntoView {
    let Field { id, text, told, problem: wrong } = field;
    let id = id.get_value();
    let press = move |event: KeyboardEvent| {
        if let Some(enter) = enter {
            enter.press(&event);
        }
    };
    let near = move |is_near| {
        if let Some(enter) = enter {
            enter.is_near.set(is_near);
        }
    };
    let take = move |event| {
        text.set(event_target_value(&event));
        // What was wrong is being put right.
        told.set(String::new());
        if let Some(then) = on_typed {
            then.run(());
        }
    };
    let (first, end) = match kind {
        "month" => (Some("1970-01"), Some("9999-12")),
        "date" => (Some("1970-01-01"), Some("9999-12-31")),
        _ => (None, None),
    };
    let last = move || last.map(|last| last.get()).or(end.map(str::to_owned));
    let put = end.map(|_| text.put());
    let put = move || put.as_ref().map_or_else(|| text.text(), |put| put());
    let problem_id = format!("{id}-problem");
    let list = (!offers.is_empty()).then(|| format!("{id}-offers"));
    let offered = list.clone().map(|list| {
        let option = |name: &&'static str| view! { <option value=*name></option> }.into_any();
        let options = offers.iter().map(option).collect::<Vec<_>>();
        view! { <datalist id=list>{options}</datalist> }.into_any()
    });
    let control = view! {
        <input
            class=class
            id=id.clone()
            type=kind
            min=first
            max=live(last)
            inputmode=(!inputmode.is_empty()).then_some(inputmode)
            placeholder=(!hint.is_empty()).then_some(hint)
            list=list
            autocomplete="off"
            maxlength="200"
            aria-invalid=is_wrong(wrong)
            aria-describedby=problem_id.clone()
            prop:value=live(put)
            on:input=on(take)
            on:keydown=on(press)
            on:focus=on(move |_| near(true))
            on:blur=on(move |_| near(false))
        />
        {offered}
        {problem(problem_id, wrong)}
    };
    labelled("field", id, label, control.into_any())
}

/// A labelled field in a question. Whatever stands in it, it says at once what is wrong with that.
#[component]
pub fn CheckedField(
    /// Its id.
    id: &'static str,
    /// What the field is called.
    label: &'static str,
    /// An input's type: `date`, `month`, `text` for an amount, or `name` for words.
    kind: &'static str,
    /// What stands in it.
    text: Suggested,
    /// What is wrong with it, as a sentence; empty when nothing is.
    #[prop(into)]
    problem: Callback<(), String>,
) -> impl IntoView {
    let (kind, class, inputmode) = match kind {
        "text" => ("text", "short amount", "decimal"),
        "name" => ("text", "name", ""),
        kind => (kind, "", ""),
    };
    let (id, told) = (StoredValue::new(id.to_owned()), RwSignal::new(String::new()));
    let field = Field { id, text, told, problem: Signal::derive(move || problem.run(())) };
    view! { <TextField label field class kind inputmode /> }
}

/// A button that makes a command. In the past it stays where it is and explains itself when pressed.
#[component]
pub fn CommandButton(
    /// The command, in the imperative.
    label: &'static str,
    /// Whether it is the next thing to do. It is dark where nothing else is: in an empty diary.
    #[prop(optional, into)]
    lead: Signal<bool>,
    /// Whether it has no box.
    #[prop(optional)]
    quiet: bool,
    /// Makes the command.
    #[prop(into)]
    on_press: Callback<()>,
    /// What Enter does in the fields that it takes: it may press this.
    #[prop(optional)]
    enters: Vec<Enter>,
) -> impl IntoView {
    let reader = reader();
    let on_press = Callback::new(move |()| {
        reader.presses();
        on_press.run(());
    });
    for enter in &enters {
        if enter.button.with_untracked(Option::is_none) {
            enter.button.set(Some((label, on_press)));
        }
    }
    let enters = StoredValue::new(enters);
    let press = move |_| {
        for enter in enters.get_value() {
            enter.button.set(Some((label, on_press)));
        }
        on_press.run(());
    };
    let is_on_enter =
        move || enters.with_value(|enters| enters.iter().any(|enter| enter.marks(label)));
    let disabled = move || reader.in_past().then_some("true");
    let title = move || reader.in_past().then_some("The past can be read but not written");
    view! {
        <button
            class:lead=live(move || lead.get() && reader.last() == 0)
            class:next=live(move || lead.get() && reader.last() > 0)
            class:quiet=quiet
            aria-disabled=live(disabled)
            title=live(title)
            class:on-enter=live(is_on_enter)
            on:click=on(press)
        >
            {label}
        </button>
    }
}
