//! The workbench of a chapter on the page: those of its tools that are uncovered.

use leptos::{prelude::*, task::spawn_local};

use super::{CARDS, Front, Table};
use crate::{
    browser::dom,
    ui::{
        answers::{Gathered, answers, ask_bank, ask_order},
        ask::QuestionCard,
        bank,
        entry_link::Travels,
        learn::bench,
        live::{live, on, views},
        notebook::Notebook,
        order,
        page::{DiaryPage, refusals::Refusals},
        reader::Reader,
        session_status::PageState,
        time_machine::TimeMachine,
    },
};
use course::{Bench, Deed, Tool, lesson::Phase, today};
use examples::{
    bank::{Account, Bank},
    order::Order,
    questions,
};

/// The id of the place where the last refusal stands.
const REFUSAL: &str = "deeds-refusal";

impl Table {
    /// The workbench on the page. What would tell the answer is not in it before the commit.
    pub(in crate::ui::learn) fn view(self, committed: Memo<bool>) -> AnyView {
        let stage = &self.open.chapter.stage;
        let diaries = move || {
            let tools = stage.tools(committed.get());
            (!tools.is_empty()).then(|| match (self.front.get(), self.bank, self.order) {
                (Front::Bank, Some(bank), _) => self.bank_view(bank, tools),
                (_, _, Some(order)) => self.order_view(order, tools),
                _ => ().into_any(),
            })
        };
        let bench = move || {
            (committed.get() && stage.bench != Bench::None).then(|| {
                let pressed = move |name: &'static str| self.note(&Deed::Bench { name, words: "" });
                let next = move || stage.next_at_bench(&self.done.read());
                bench::view(
                    stage.bench,
                    Signal::derive(next),
                    Callback::new(pressed),
                    self.open.course.voice(),
                )
            })
        };
        view! { {self.choice()} {views(diaries)} {views(bench)} }.into_any()
    }

    /// The wish that was refused last, for the place where it was made.
    pub(in crate::ui::learn) fn refusal(self) -> AnyView {
        let shown = move || {
            let state = match (self.front.get(), self.bank, self.order) {
                (Front::Bank, Some(bank), _) => bank.page_state(),
                (_, _, Some(order)) => order.page_state(),
                _ => return ().into_any(),
            };
            if let Some(reader) = self.reader() {
                provide_context(reader);
            }
            Effect::new(move |_| {
                if !state.refusals.with(Vec::is_empty) {
                    dom::bring_into_view(REFUSAL);
                }
            });
            view! { <Refusals state /> }.into_any()
        };
        view! { <div id=REFUSAL>{views(shown)}</div> }.into_any()
    }

    /// Which of two diaries is in front, where there are two.
    fn choice(self) -> Option<AnyView> {
        let button = move |front: Front, words: &'static str| {
            let pressed = move || (self.front.get() == front).to_string();
            view! {
                <button
                    aria-pressed=live(pressed)
                    on:click=on(move |_| self.front.set(front))
                >
                    {words}
                </button>
            }
            .into_any()
        };
        self.bank.and(self.order).map(|_| {
            view! {
                <div class="wishes fronts" role="group" aria-label="Which diary">
                    {button(Front::Bank, "Bank")} {button(Front::Order, "Order")}
                </div>
            }
            .into_any()
        })
    }

    fn bank_view(self, notebook: Notebook<Bank>, tools: &'static [Tool]) -> AnyView {
        let gathered = Gathered::nothing();
        let ask = move |question: questions::bank::Question| {
            if untrack(|| notebook.chosen()) == Account::Everyday {
                self.note_later(Deed::AskBank(question));
            }
            ask_bank(notebook, gathered, question, today())
        };
        let ask = Callback::new(ask);
        let to_any = move |(question, words): (Memo<questions::bank::Question>, _)| {
            answers(words, Callback::new(move |()| ask.run(question.get())))
        };
        let cards = move || {
            let card = |at: usize, question: questions::bank::Question| {
                let words = question.words(today());
                self.card(at, words, Callback::new(move |()| ask.run(question)))
            };
            self.cards_of(|at, deed| match deed {
                Deed::AskBank(question) => card(at, *question),
                _ => None,
            })
        };
        show(self.marking(notebook.reader), tools, notebook.page_state(), |tool| match tool {
            Tool::Snapshot => view! { <bank::Row notebook /> }.into_any(),
            Tool::Figures => view! { <bank::Figures notebook /> }.into_any(),
            Tool::Ask => asked(cards(), move || {
                view! { <bank::questions::Questions notebook answers=Callback::new(to_any) first=None /> }
                    .into_any()
            }),
            Tool::Lines | Tool::Machine => ().into_any(),
        })
    }

    fn order_view(self, notebook: Notebook<Order>, tools: &'static [Tool]) -> AnyView {
        let gathered = Gathered::nothing();
        let ask = move |question: questions::order::Question| {
            self.note_later(Deed::AskOrder(question));
            ask_order(notebook, gathered, question)
        };
        let ask = Callback::new(ask);
        let to_any =
            move |(question, words)| answers(words, Callback::new(move |()| ask.run(question)));
        let cards = move || {
            let card = |at: usize, question: questions::order::Question| {
                let words = question.words().to_owned();
                self.card(at, words, Callback::new(move |()| ask.run(question)))
            };
            self.cards_of(|at, deed| match deed {
                Deed::AskOrder(question) => card(at, *question),
                _ => None,
            })
        };
        show(self.marking(notebook.reader), tools, notebook.page_state(), |tool| match tool {
            Tool::Snapshot => view! { <order::Row notebook /> }.into_any(),
            Tool::Figures => view! { <order::Figures notebook /> }.into_any(),
            Tool::Ask => asked(cards(), move || {
                view! { <order::Questions answers=Callback::new(to_any) first=None /> }.into_any()
            }),
            Tool::Lines | Tool::Machine => ().into_any(),
        })
    }

    /// The same reader, with the lines up to its moment marked that decide, once the answer is on show.
    fn marking(self, reader: Reader) -> Reader {
        let marked = Memo::new(move |_| {
            let fields = self.open.chapter.question.fields.iter();
            let entries = fields.flat_map(|field| field.entries).copied();
            let page = if self.open.phase() >= Phase::Revealed { reader.page() } else { 0 };
            entries.filter(|entry| *entry <= page).collect::<Vec<_>>()
        });
        let mut marking = reader;
        marking.marked = marked.into();
        marking
    }

    /// A question is asked while the page is drawn, and noted after that.
    fn note_later(self, deed: Deed) {
        spawn_local(async move { self.note(&deed) });
    }

    fn cards_of(self, card: impl Fn(usize, &'static Deed) -> Option<AnyView>) -> Vec<AnyView> {
        let actions = self.open.chapter.stage.actions.iter().enumerate();
        actions.filter_map(|(at, action)| card(at, &action.deed)).collect()
    }

    /// The card of a question that is one of the actions.
    fn card(
        self,
        at: usize,
        words: String,
        answers: Callback<(), Vec<questions::Answer>>,
    ) -> Option<AnyView> {
        let asking = self.cards.get(at).copied();
        let id = CARDS.get(at).copied()?;
        let question = Signal::stored(words);
        let answers = Callback::new(move |words| self::answers(words, answers));
        Some(view! { <QuestionCard id question answers asking /> }.into_any())
    }
}

/// The chapter's own questions, and behind them all others.
fn asked(cards: Vec<AnyView>, more: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let wanted = RwSignal::new(false);
    let press = move |_| wanted.update(|wanted| *wanted = !*wanted);
    let others = move || wanted.get().then(&more);
    view! {
        {cards}
        <button
            class="plain"
            aria-expanded=live(move || wanted.get().to_string())
            on:click=on(press)
        >
            "More questions"
        </button>
        {views(others)}
    }
    .into_any()
}

/// The tools that are uncovered, in their places.
fn show(
    reader: Reader,
    tools: &'static [Tool],
    state: PageState,
    tool: impl Fn(Tool) -> AnyView,
) -> AnyView {
    let has = |tool| tools.contains(&tool);
    let shown = |which: Tool| has(which).then(|| tool(which));
    // While the figures are covered, the lines have none, and neither has anything else.
    let mut covered = reader;
    covered.columns = if has(Tool::Figures) { reader.columns } else { 0 };
    provide_context(covered);
    provide_context(Travels(has(Tool::Machine)));
    let picture = shown(Tool::Snapshot).map(|picture| {
        view! { <section class="photo-side" aria-label="Snapshot only">{picture}</section> }
            .into_any()
    });
    let lines = has(Tool::Lines)
        .then(|| view! { <DiaryPage figures=shown(Tool::Figures) state /> }.into_any());
    let machine = has(Tool::Machine).then(|| view! { <TimeMachine /> }.into_any());
    let questions = shown(Tool::Ask).map(|questions| {
        view! {
            <section class="ask" aria-labelledby="ask-heading">
                <h2 id="ask-heading">"Ask"</h2>
                {questions}
            </section>
        }
        .into_any()
    });
    view! {
        <div class="bench">
            {picture} {lines} {machine} {questions}
        </div>
    }
    .into_any()
}
