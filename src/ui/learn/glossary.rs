//! The glossary: everyday words beside those of the trade, and where each can be pressed.

use leptos::prelude::*;

use super::route::HEADING;
use course::{GLOSSARY, Term};

/// A row for each pair.
pub(super) fn page() -> AnyView {
    let row = |term: &'static Term| {
        let also = (!term.also.is_empty()).then(|| {
            view! { <span class="aside">{format!("also: {}", term.also)}</span> }.into_any()
        });
        view! {
            <tr>
                <th scope="row">{term.everyday}</th>
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
                "Each thing has an everyday word here, and a word of the engineers. They stand side by side. The switch \
                 “Engineers’ words” says the whole page in the second ones."
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
    }
    .into_any()
}
