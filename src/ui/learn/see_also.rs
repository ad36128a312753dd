//! See also: ideas from the same conversations, and where each can be seen in this very app.

use leptos::prelude::*;

use super::route::HEADING;
use crate::routes::{Place, Route};
use course::{Neighbour, SEE_ALSO};
use english::counted::spelled;

/// A paragraph for each.
pub(super) fn page() -> AnyView {
    let paragraph = |neighbour: &'static Neighbour| {
        view! {
            <section class="card">
                <h3>{neighbour.term}</h3>
                <p>{neighbour.text}</p>
                <p class="aside">
                    <a href=neighbour.link>{seen_at(neighbour)}</a>
                    ", and in the code: "
                    <code translate="no">{neighbour.file}</code>
                </p>
            </section>
        }
        .into_any()
    };
    view! {
        <div class="see-also">
            <h2 class="question" id=HEADING tabindex="-1">"See also"</h2>
            <p>
                {format!(
                    "When people talk about event sourcing, they soon talk about these {} too. You have met all of them here.",
                    spelled(SEE_ALSO.len()),
                )}
            </p>
            <div class="spread">{SEE_ALSO.iter().map(paragraph).collect::<Vec<_>>()}</div>
        </div>
    }
    .into_any()
}

/// Where its link leads.
fn seen_at(neighbour: &Neighbour) -> String {
    let place = match Route::parse(neighbour.link).place() {
        demo @ Place::Workbench(_) => format!("in the {}", demo.name().to_lowercase()),
        Place::Diaries => "in Diaries".to_owned(),
        Place::Learn => "in the course".to_owned(),
    };
    [neighbour.term, " ", &place].concat()
}
