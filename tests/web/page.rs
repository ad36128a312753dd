//! The page as a story sees it: what can be done on it, and what it says.

use std::{any::Any, cell::RefCell};

use event_diary::ui::{App, AppProps, Found};
use examples::Money;
use leptos::{
    mount::mount_to,
    prelude::{document, window},
    task::tick,
};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, StorageEvent, StorageEventInit};

use crate::{
    dom::Part,
    row::Row,
    stage,
    wait::{next_frame, until},
};

thread_local! {
    /// The app that is mounted, and where. It is kept here and not in [`Page`], because a test
    /// that panics drops nothing.
    static MOUNTED: RefCell<Option<(Box<dyn Any>, HtmlElement)>> = const { RefCell::new(None) };
}

/// The page, open in the browser.
pub(crate) struct Page(Part);

/// Takes the page away, if there is one.
pub(crate) fn clear() {
    if let Some((app, place)) = MOUNTED.take() {
        drop(app);
        place.remove();
    }
}

/// Goes to a place in the address.
pub(crate) fn go_to(hash: &str) {
    window().location().set_hash(hash).unwrap();
}

/// What the page says, if there is one.
pub(crate) fn says() -> Option<String> {
    let place = MOUNTED.with_borrow(|mounted| mounted.as_ref().map(|(_, place)| place.clone()));
    place.map(|place| Part(place.into()).text())
}

impl Page {
    /// Gives the page a sign that somebody is there.
    pub(crate) async fn touch(&self) {
        window().dispatch_event(&Event::new("pointerdown").unwrap()).unwrap();
        self.settle().await;
    }

    /// Opens the page at the place in the address.
    pub(crate) async fn open() -> Self {
        clear();
        let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&place).unwrap();
        let found = Found::find().await;
        let app = mount_to(place.clone(), move || App(AppProps { found }));
        MOUNTED.set(Some((Box::new(app), place.clone())));
        let page = Self(Part(place.into()));
        page.fetched().await;
        page
    }

    /// Opens the page as a reader does who has never been here.
    pub(crate) async fn first_visit() -> Self {
        stage::set().await;
        Self::open().await
    }

    /// Opens the page as a reader does who has never been here, in a browser without a database.
    pub(crate) async fn first_visit_alone() -> Self {
        stage::set_alone().await;
        Self::open().await
    }

    /// Opens the page on an empty bank diary; the story's is beside it.
    pub(crate) async fn blank() -> Self {
        Self::first_visit().await.emptied().await
    }

    /// The same in a browser without a database.
    pub(crate) async fn blank_alone() -> Self {
        Self::first_visit_alone().await.emptied().await
    }

    async fn emptied(self) -> Self {
        let page = self;
        page.go("Diaries").await;
        page.start("Bank", "Start empty").await;
        until("the blank page is open", || page.has_region("Commands") && page.entries() == 0)
            .await;
        page
    }

    /// Closes the page and opens it anew.
    pub(crate) async fn reload(self) -> Self {
        self.settle().await;
        Self::open().await
    }

    /// Lets the page do what it has begun, and makes sure that nothing broke.
    pub(crate) async fn settle(&self) {
        tick().await;
        next_frame().await;
        next_frame().await;
        assert_eq!(stage::uncaught(), "", "something broke on the page");
    }

    /// Lets the page open what it had not opened before.
    async fn fetched(&self) {
        self.settle().await;
        until("the place is open", || self.0.all(".fetching").is_empty()).await;
        self.settle().await;
    }

    /// Goes to a place by its link.
    pub(crate) async fn go(&self, place: &str) {
        let link = self.region("Places").link(place);
        link.press();
        until(place, || link.attribute("aria-current").as_deref() == Some("page")).await;
        self.fetched().await;
    }

    /// In Diaries, begins a new diary of a kind and confirms it.
    pub(crate) async fn start(&self, kind: &str, label: &str) {
        self.region(kind).button(label).press();
        self.dialog().button(label).press();
        self.settle().await;
    }

    /// Tells the page that another tab has changed the text under a key.
    pub(crate) async fn hear_of(&self, key: Option<&str>) {
        let init = StorageEventInit::new();
        init.set_key(key);
        let event = StorageEvent::new_with_event_init_dict("storage", &init).unwrap();
        window().dispatch_event(&event).unwrap();
        self.settle().await;
    }

    /// Presses a button among the commands.
    #[track_caller]
    pub(crate) fn press(&self, command: &str) {
        self.region("Commands").button(command).press();
    }

    /// Puts a text into a field among the commands.
    #[track_caller]
    pub(crate) fn fill(&self, label: &str, text: &str) {
        self.region("Commands").field(label).fill(text);
    }

    /// Makes a command with an amount, and waits until it is written as the entry with this number.
    pub(crate) async fn command(&self, command: &str, amount: &str, entry: usize) {
        self.fill("Amount", amount);
        self.press(command);
        self.written(entry).await;
    }

    /// Waits until the entry with this number is the last.
    pub(crate) async fn written(&self, entry: usize) {
        until(&format!("entry {entry} is written"), || self.entries() == entry).await;
        self.settle().await;
    }

    /// Presses a button among the commands and waits for the refusal, which is told.
    pub(crate) async fn refused(&self, command: &str) -> String {
        self.press(command);
        // An older refusal may stand there until this one is decided.
        self.settle().await;
        self.refusal_of(command).await
    }

    /// Waits for the refusal of a command, and tells it.
    pub(crate) async fn refusal_of(&self, command: &str) -> String {
        let verb = command.split(' ').next().unwrap_or_default();
        until(&format!("“{command}” is refused"), || {
            self.refusal().is_some_and(|refusal| refusal.starts_with(verb))
        })
        .await;
        self.settle().await;
        self.refusal().unwrap()
    }

    /// The newest refusal that stands on the page.
    pub(crate) fn refusal(&self) -> Option<String> {
        self.tests("refusal").last().map(Part::text)
    }

    /// Dismisses the refusals that stay until their reader has seen them.
    pub(crate) async fn see_refusals(&self) {
        while let Some(button) = self.0.all("[data-testid=refusal] button.seen").first() {
            button.press();
            self.settle().await;
        }
    }

    /// What the page must tell about keeping, beside that a browser without a database has none.
    pub(crate) fn notice(&self) -> Option<String> {
        let notices = self.tests("storage-notice");
        let words = notices.first()?.all("p").iter().map(Part::text).collect::<Vec<_>>();
        let is_news = |words: &&String| {
            !words.starts_with("The browser’s database can’t be used")
                && !words.starts_with("Diaries:")
        };
        let words: Vec<_> = words.iter().filter(is_news).cloned().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// How many entries the diary has, as the page says.
    #[track_caller]
    pub(crate) fn entries(&self) -> usize {
        self.test("entry-count").text().parse().unwrap()
    }

    /// A text on the page by its `data-testid`.
    #[track_caller]
    pub(crate) fn says(&self, id: &str) -> String {
        self.test(id).text()
    }

    /// Both worlds' balance of the Everyday account: snapshot and diary.
    #[track_caller]
    pub(crate) fn balances(&self) -> (String, String) {
        (self.says("snapshot-balance"), self.says("diary-balance"))
    }

    /// Both worlds' balance of the Savings account: snapshot and diary.
    #[track_caller]
    pub(crate) fn savings(&self) -> (String, String) {
        (self.region("Snapshot only").term("Savings"), self.says("diary-savings"))
    }

    /// Both worlds' status of the order: snapshot and diary.
    #[track_caller]
    pub(crate) fn statuses(&self) -> (String, String) {
        (self.says("snapshot-status"), self.says("diary-status"))
    }

    /// The rows of the diary's table.
    #[track_caller]
    pub(crate) fn rows(&self) -> Vec<Row> {
        let rows = self.region("Diary").table("Diary entries").all("tbody tr");
        rows.iter().map(Row::of).collect()
    }

    /// The last row of the diary's table.
    #[track_caller]
    pub(crate) fn last_row(&self) -> Row {
        self.rows().pop().expect("there is a row")
    }

    /// The slider.
    #[track_caller]
    pub(crate) fn slider(&self) -> Part {
        let slider = self.region("Time machine").field("Time travel");
        assert_eq!(slider.attribute("type").as_deref(), Some("range"));
        slider
    }

    /// Drags the slider to a page.
    pub(crate) async fn travel(&self, page: usize) {
        self.slider().fill(&page.to_string());
        self.settle().await;
    }

    /// Presses a button of the time machine.
    pub(crate) async fn turn(&self, button: &str) {
        self.region("Time machine").button(button).press();
        self.settle().await;
    }

    /// The sum: the number that it explains, and its terms.
    #[track_caller]
    pub(crate) fn sum(&self) -> Option<(Money, Vec<Money>)> {
        let text = self.region("Diary").all("[aria-label='The sum']").remove(0).text();
        let (number, terms) = text.split_once(" = ")?;
        let amount = |text: &str| Money::parse(text).unwrap_or_else(|why| panic!("{text}: {why}"));
        let number = amount(number.split(' ').next_back()?);
        let mut words = terms.split(' ');
        // What is brought forward is the first of them.
        let mut amounts = vec![amount(words.next()?)];
        while let Some(word) = words.next() {
            match word {
                "+" => amounts.push(amount(words.next()?)),
                "−" => amounts.push(-amount(words.next()?)),
                // “after entry 8” stands behind what is brought forward.
                _ => {}
            }
        }
        Some((number, amounts))
    }
}

impl std::ops::Deref for Page {
    type Target = Part;

    fn deref(&self) -> &Part {
        &self.0
    }
}
