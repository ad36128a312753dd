//! The glossary: everyday words beside those of the trade, and where each can be pressed.

use leptos::prelude::*;

use super::{
    marks::{self, MARKS},
    route::HEADING,
};
use crate::routes;
use course::{GLOSSARY, Term};

/// The id of the row of a word.
fn row_id(slug: &str) -> String {
    ["word-", slug].concat()
}

/// The id of what an address points at; none where there is no such word.
pub(super) fn id_of(at: &str) -> Option<String> {
    if at == routes::MARKS {
        return Some(MARKS.to_owned());
    }
    GLOSSARY.iter().any(|term| term.slug() == at).then(|| row_id(at))
}

/// A row for each pair, and the legend of the marks below. The word that is pointed at is marked.
pub(super) fn page(at: Option<&str>) -> AnyView {
    let row = |term: &'static Term| {
        let slug = term.slug();
        let also = (!term.also.is_empty()).then(|| {
            view! { <span class="aside">{format!("also: {}", term.also)}</span> }.into_any()
        });
        view! {
            <tr class:lit=at == Some(slug.as_str())>
                <th scope="row" id=row_id(&slug) tabindex="-1">
                    {term.everyday}
                </th>
                <td>
                    <b>{term.trade}</b>
                    " "
                    {also}
                </td>
                <td>{term.sentence}</td>
                <td>
                    <a href=term.link aria-label=format!("Show me: {}", term.everyday)>
                        "Show me"
                    </a>
                </td>
            </tr>
        }
        .into_any()
    };
    view! {
        <div class="see-also glossary">
            <h2 class="question" id=HEADING tabindex="-1">"Words"</h2>
            <p>
                "To keep every change as an entry is called event sourcing. Each thing in it has an everyday word and an \
                 engineers’ word. Press “Engineers’ words” to read the whole page in those."
            </p>
            <div class="wide">
                // Both words stand here, whichever are chosen.
                <table data-words="kept">
                    <thead>
                        <tr>
                            <th scope="col">"Here"</th>
                            <th scope="col">"Engineers say"</th>
                            <th scope="col">"What it is"</th>
                            <th scope="col">"Try it"</th>
                        </tr>
                    </thead>
                    <tbody>{GLOSSARY.iter().map(row).collect::<Vec<_>>()}</tbody>
                </table>
            </div>
        </div>
        {marks::section()}
    }
    .into_any()
}
