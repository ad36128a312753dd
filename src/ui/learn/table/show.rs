//! The workbench of a chapter on the page: those of its tools that are uncovered.

use leptos::{prelude::*, task::spawn_local};

use super::{CARDS, Front, Table};
use crate::{
    browser::dom,
    ui::{
        answers::{Gathered, answers, ask},
        ask::Question,
        cards::cards,
        components::entry_link::Travels,
        diary_view::{DiaryPage, Kept, figures_now, refusals::Refusals},
        learn::demo,
        live::{effect, live, memo, on, views},
        reader::TimeTravel,
        session_signals::SessionSignals,
        session_status::DiaryViewState,
        time_machine::TimeMachine,
        worlds,
    },
};
use course::{Deed, Tool, lesson::Phase, today};
use examples::{
    Example,
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
        let demo = move || {
            stage.demo.filter(|_| committed.get()).map(|it| {
                let pressed = move |name: &'static str| self.note(&Deed::Demo { name, words: "" });
                let next = move || stage.next_at_demo(&self.done.read());
                demo::view(
                    it,
                    Signal::derive(next),
                    Callback::new(pressed),
                    self.open.course.voice(),
                )
            })
        };
        view! { {self.choice()} {views(diaries)} {views(demo)} }.into_any()
    }

    /// The command that was refused last, for the place where it was made.
    pub(in crate::ui::learn) fn refusal(self) -> AnyView {
        let shown = move || {
            let state = match (self.front.get(), self.bank, self.order) {
                (Front::Bank, Some(bank), _) => bank.diary_view_state(),
                (_, _, Some(order)) => order.diary_view_state(),
                _ => return ().into_any(),
            };
            if let Some(reader) = self.reader() {
                provide_context(reader);
            }
            effect(move |_| {
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

    fn bank_view(self, signals: SessionSignals<Bank>, tools: &'static [Tool]) -> AnyView {
        let deed = move |question| {
            let is_usual = untrack(|| signals.chosen()).unwrap_or_default() == Account::Everyday;
            is_usual.then_some(Deed::AskBank(question))
        };
        let asked = |deed: &Deed| match deed {
            Deed::AskBank(question) => Some(*question),
            _ => None,
        };
        self.worlds(signals, tools, self.questions(signals, deed, asked))
    }

    fn order_view(self, signals: SessionSignals<Order>, tools: &'static [Tool]) -> AnyView {
        let deed = |question| Some(Deed::AskOrder(question));
        let asked = |deed: &Deed| match deed {
            Deed::AskOrder(question) => Some(*question),
            _ => None,
        };
        self.worlds(signals, tools, self.questions(signals, deed, asked))
    }

    /// The tools that show both worlds of one diary.
    fn worlds<D: Example>(
        self,
        signals: SessionSignals<D>,
        tools: &'static [Tool],
        questions: impl Fn() -> AnyView,
    ) -> AnyView {
        show(self.marking(signals.reader), tools, signals.diary_view_state(), |tool| match tool {
            Tool::Snapshot => worlds::row(signals),
            Tool::Figures => worlds::now(signals),
            Tool::Ask => questions(),
            Tool::Lines | Tool::Machine => ().into_any(),
        })
    }

    /// The chapter's own questions to a diary, each noted as the deed that asking it is, and all others.
    fn questions<D: Example>(
        self,
        signals: SessionSignals<D>,
        deed: impl Fn(D::Question) -> Option<Deed> + Send + Sync + 'static,
        of: fn(&Deed) -> Option<D::Question>,
    ) -> impl Fn() -> AnyView {
        let gathered = Gathered::nothing();
        let ask = Callback::new(move |question: D::Question| {
            if let Some(deed) = deed(question.clone()) {
                self.note_later(deed);
            }
            ask(signals, gathered, question, today())
        });
        let to_any = Callback::new(move |(question, words): (Memo<Option<D::Question>>, _)| {
            let answer = move |()| question.get().map(|it| ask.run(it)).unwrap_or_default();
            answers(words, Callback::new(answer))
        });
        move || {
            let own = self.cards_of(|at, deed| {
                let question = of(deed)?;
                let words = D::question_words(question.clone(), None, today());
                self.card(at, words, Callback::new(move |()| ask.run(question.clone())))
            });
            asked(own, move || cards(signals, to_any, self.asking))
        }
    }

    /// The same reader, with the lines up to its moment marked that decide, once the answer is on show.
    fn marking(self, reader: TimeTravel) -> TimeTravel {
        let marked = memo(move |_| {
            let fields = self.open.chapter.question.fields.iter();
            let entries = fields.flat_map(|field| field.entries).copied();
            let version = if self.open.phase() >= Phase::Revealed { reader.version() } else { 0 };
            entries.filter(|entry| *entry <= version).collect::<Vec<_>>()
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
        let asking = self.asking;
        let id = CARDS.get(at).copied()?;
        let question = Signal::stored(words);
        let answers = Callback::new(move |words| self::answers(words, answers));
        Some(view! { <Question id question answers asking /> }.into_any())
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
    reader: TimeTravel,
    tools: &'static [Tool],
    state: DiaryViewState,
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
    let figures = shown(Tool::Figures).map(figures_now);
    let has_sum = figures.is_some();
    let lines = has(Tool::Lines).then(|| view! { <DiaryPage has_sum state /> }.into_any());
    let machine = has(Tool::Machine).then(|| view! { <TimeMachine /> }.into_any());
    let questions = shown(Tool::Ask).map(|questions| {
        view! {
            <section class="ask" aria-label="Ask">
                <h2>"Ask both worlds"</h2>
                {questions}
            </section>
        }
        .into_any()
    });
    view! {
        <div class="bench">
            {picture} {figures} {lines} {machine} {questions} <Kept state />
        </div>
    }
    .into_any()
}
