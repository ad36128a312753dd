//! The questions of an example, written once for all examples.

use crate::ui::live::memo;
use leptos::prelude::*;

use super::{
    answers::Answering,
    ask::{Asking, Question},
    components::{
        day_field::{day_problem, order_problem},
        field::CheckedField,
    },
    session_signals::SessionSignals,
    suggested::Suggested,
};
use examples::{
    Kind, Money,
    questions::{Card, FieldKind, Questions},
};

/// The questions, in their order. One of them is open at a time.
pub fn cards<D: Kind + Questions>(
    signals: SessionSignals<D>,
    answering: Answering<D>,
    asking: Asking,
) -> AnyView {
    D::CARDS.iter().map(|of| card(signals, of, answering, asking)).collect::<Vec<_>>().into_any()
}

fn card<D: Kind + Questions>(
    signals: SessionSignals<D>,
    Card { id, fields }: &'static Card,
    answering: Answering<D>,
    asking: Asking,
) -> AnyView {
    let today = signals.reader.today();
    let texts = fields.iter().map(|field| Suggested::on(today, field.suggested));
    let texts = StoredValue::new(texts.collect::<Vec<_>>());
    // While something is being typed, the question before stays.
    let question = memo(move |before: Option<&Option<D::Question>>| {
        let texts = texts.get_value().into_iter().map(Suggested::text);
        D::question(id, &texts.collect::<Vec<_>>()).or_else(|| before.cloned().flatten())
    });
    let words = Signal::derive(move || {
        let about = signals.chosen();
        let words = |question| D::question_words(question, about.as_ref(), today.get());
        question.get().map(words).unwrap_or_default()
    });
    let answers = Callback::new(move |words| answering.run((question, words)));
    let fields = fields.iter().zip(texts.get_value()).scan(None, |before, (field, text)| {
        let first = before.replace(text).filter(|_| field.kind == FieldKind::LastDay);
        let problem = move |()| problem(field.kind, first, text);
        let (id, label, kind) = (field.id, field.label, input_type(field.kind));
        Some(view! { <CheckedField id label kind text problem /> }.into_any())
    });
    let choices = Some(fields.collect::<Vec<_>>().into_any());
    view! { <Question id question=words answers choices asking /> }.into_any()
}

/// What [`CheckedField`] takes for it.
fn input_type(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Day | FieldKind::LastDay => "date",
        FieldKind::Month => "month",
        FieldKind::Amount => "text",
        FieldKind::Name => "name",
    }
}

/// What is wrong with what stands in a field, after the field before; empty when nothing is.
fn problem(kind: FieldKind, first: Option<Suggested>, text: Suggested) -> String {
    let text = text.text();
    let problem = match kind {
        FieldKind::Amount => Money::parse(&text).err().map(|error| error.to_string()),
        FieldKind::Name => text.trim().is_empty().then(|| "Type a name first.".into()),
        _ => Some(day_problem(input_type(kind), &text)),
    };
    let problem = problem.unwrap_or_default();
    match first {
        Some(first) if problem.is_empty() => order_problem(&first.text(), &text),
        _ => problem,
    }
}
