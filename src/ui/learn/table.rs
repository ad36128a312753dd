//! The workbench of a chapter: the real one, in memory, on the course's clock.

use chrono::DateTime;
use leptos::{prelude::*, task::spawn_local};

use super::{bench, lesson::Open};
use crate::{
    browser::clock::Clock,
    course::{
        Bench, COURSE_NOW, Deed, Tool,
        lesson::{Command, Phase},
        today,
    },
    domain::{bank::Account, bank::Bank, order::Order, questions},
    ui::{
        ask::{Asking, QuestionCard},
        bank,
        live::{live, on, views},
        notebook::Notebook,
        order,
        page::{DiaryPage, NoInk, PageState},
        reader::Reader,
        time_machine::TimeMachine,
    },
};

/// Ids of the question cards that the actions are about. No chapter has more actions than that.
const CARDS: [&str; 8] = ["do-0", "do-1", "do-2", "do-3", "do-4", "do-5", "do-6", "do-7"];

/// Which of the two diaries is in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Front {
    Bank,
    Order,
}

/// The workbench of a chapter, with what has been done at it.
#[derive(Clone, Copy)]
pub(super) struct Table {
    open: Open,
    bank: Option<Notebook<Bank>>,
    order: Option<Notebook<Order>>,
    front: RwSignal<Front>,
    done: RwSignal<Vec<usize>>,
    cards: [Asking; 8],
    /// The travels of the replay, which are not the learner's: as `travels` of the reader counts.
    replayed: StoredValue<usize>,
}

impl Table {
    /// Set up as the chapter says, and with what the learner has done before.
    pub(super) fn of(open: Open) -> Self {
        let now = DateTime::from_timestamp_millis(COURSE_NOW).unwrap_or_default();
        let (clock, speech) = (Clock::Standing(now), open.course.speech);
        let stage = &open.chapter.stage;
        let bank = stage.bank().map(|diary| Notebook::<Bank>::in_memory(clock, diary, speech));
        let order = stage.order().map(|diary| Notebook::<Order>::in_memory(clock, diary, speech));
        let front = RwSignal::new(if bank.is_some() { Front::Bank } else { Front::Order });
        let done = RwSignal::new(open.done());
        let cards = CARDS.map(Asking::new);
        let table = Self { open, bank, order, front, done, cards, replayed: StoredValue::new(0) };
        table.catch_up();
        table.watch();
        table
    }

    /// Makes the wishes again that were made before the page was reloaded.
    fn catch_up(self) {
        let mut done = self.done.get_untracked();
        done.sort_unstable();
        for at in done {
            match (self.open.chapter.stage.actions.get(at), self.bank, self.order) {
                (Some(Deed::Bank(wish)), Some(bank), _) => bank.send(wish.clone()),
                (Some(Deed::Order(wish)), _, Some(order)) => order.send(wish.clone()),
                _ => {}
            }
        }
    }

    fn watch(self) {
        if let Some(bank) = self.bank {
            bank.witness(Callback::new(move |wish| self.note(&Deed::Bank(wish))));
            self.watch_travels(bank.reader);
        }
        if let Some(order) = self.order {
            order.witness(Callback::new(move |wish| self.note(&Deed::Order(wish))));
            self.watch_travels(order.reader);
        }
    }

    fn watch_travels(self, reader: Reader) {
        Effect::new(move |_| {
            let travels = reader.travels.get();
            if travels > 0 && travels != self.replayed.get_value() {
                self.note(&Deed::Visit(untrack(|| reader.page())));
            }
        });
    }

    /// Notes in the learning diary what was done, if it is one of the chapter's actions.
    pub(super) fn note(self, deed: &Deed) {
        let done = self.done.get_untracked();
        let action = self.open.chapter.stage.action_of(deed, &done);
        if let Some(action) = action.filter(|_| untrack(|| self.is_committed())) {
            self.done.update(|done| done.push(action));
            let chapter = self.open.chapter.id.to_owned();
            self.open.course.send(Command::Act { chapter, action });
        }
    }

    fn is_committed(self) -> bool {
        self.open.phase() >= Phase::Committed
    }

    /// Whether an action, counted from 0, has been carried out.
    pub(super) fn is_done(self, action: usize) -> bool {
        self.done.with(|done| done.contains(&action))
    }

    /// Carries out one of the chapter's actions, which are all wishes, travels or questions but for
    /// those that are done at the bench.
    pub(super) fn carry_out(self, action: usize) {
        match (self.open.chapter.stage.actions.get(action), self.bank, self.order) {
            (Some(Deed::Bank(wish)), Some(bank), _) => {
                self.bring(Front::Bank);
                bank.send(wish.clone());
            }
            (Some(Deed::Order(wish)), _, Some(order)) => {
                self.bring(Front::Order);
                order.send(wish.clone());
            }
            (Some(Deed::Visit(page)), ..) => {
                if let Some(reader) = self.reader() {
                    reader.visit(*page);
                }
            }
            (Some(Deed::AskBank(_) | Deed::AskOrder(_)), ..) => {
                if let Some(card) = self.cards.get(action) {
                    card.ask();
                }
            }
            _ => {}
        }
    }

    /// Brings a diary to the front, at now, where wishes are made.
    fn bring(self, front: Front) {
        self.front.set(front);
        if let Some(reader) = untrack(|| self.reader()).filter(|it| untrack(|| it.in_past())) {
            self.travel_with(reader, usize::MAX);
        }
    }

    /// The reader of the diary that is in front.
    pub(super) fn reader(self) -> Option<Reader> {
        let bank = self.bank.map(|bank| bank.reader);
        let order = self.order.map(|order| order.reader);
        match self.front.get() {
            Front::Bank => bank.or(order),
            Front::Order => order.or(bank),
        }
    }

    /// Goes to a moment, which is not an action of the learner.
    pub(super) fn travel(self, page: usize) {
        if let Some(reader) = untrack(|| self.reader()) {
            self.travel_with(reader, page);
        }
    }

    fn travel_with(self, reader: Reader, page: usize) {
        self.replayed.set_value(reader.travels.get_untracked() + 1);
        reader.travel(page);
    }

    /// Whether the answer waits for lines that the learner will write.
    pub(super) fn waits(self) -> bool {
        let stage = &self.open.chapter.stage;
        stage.bench == Bench::None
            && stage.actions.iter().any(|deed| matches!(deed, Deed::Bank(_)))
            && stage.bank().is_some_and(|diary| diary.len() < self.furthest())
    }

    /// Whether those lines are there.
    pub(super) fn has_come(self) -> bool {
        self.bank.is_some_and(|bank| bank.reader.last() >= self.furthest())
    }

    fn furthest(self) -> usize {
        self.open.chapter.question.fields.iter().map(|field| field.page).max().unwrap_or_default()
    }

    /// The workbench on the page. What would tell the answer is not in it before the commit.
    pub(super) fn view(self, committed: Memo<bool>) -> AnyView {
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
                bench::view(stage.bench, Callback::new(pressed), self.open.course.voice())
            })
        };
        view! { {self.choice()} {views(diaries)} {views(bench)} }.into_any()
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
        let ask = move |question: questions::bank::Question| {
            if untrack(|| notebook.reader.figure.get()) == Account::Everyday as usize {
                self.note_later(Deed::AskBank(question));
            }
            bank::asking(notebook).run(question)
        };
        let ask = Callback::new(ask);
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
            Tool::Commands => view! { <bank::Commands notebook /> }.into_any(),
            Tool::Snapshot => view! { <bank::Row notebook /> }.into_any(),
            Tool::Figures => view! { <bank::Figures notebook /> }.into_any(),
            Tool::Ask => asked(cards(), move || {
                view! { <bank::Questions notebook ask first=None /> }.into_any()
            }),
            Tool::Lines | Tool::Machine => ().into_any(),
        })
    }

    fn order_view(self, notebook: Notebook<Order>, tools: &'static [Tool]) -> AnyView {
        let ask = move |question: questions::order::Question| {
            self.note_later(Deed::AskOrder(question));
            order::asking(notebook).run(question)
        };
        let ask = Callback::new(ask);
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
            Tool::Commands => view! { <order::Commands notebook /> }.into_any(),
            Tool::Snapshot => view! { <order::Row notebook /> }.into_any(),
            Tool::Figures => view! { <order::Figures notebook /> }.into_any(),
            Tool::Ask => {
                asked(cards(), move || view! { <order::Questions ask first=None /> }.into_any())
            }
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
        actions.filter_map(|(at, deed)| card(at, deed)).collect()
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
    covered.figures = if has(Tool::Figures) { reader.figures } else { &[] };
    provide_context(covered);
    let commands = shown(Tool::Commands).map(|commands| {
        view! { <section class="commands" aria-label="Commands">{commands}</section> }.into_any()
    });
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
            {commands} {picture} {lines} <NoInk refusal=state.refusal /> {machine} {questions}
        </div>
    }
    .into_any()
}
