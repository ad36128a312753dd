//! What commands are given with, for every example: the fields are there, what stands in them at first can be read, and
//! the next thing to do can be done.

use chrono::{DateTime, Utc};
use diary::replay;
use examples::{
    Example,
    form::{Field, Input, Values, buttons, fields},
    story::{Dates, NOW},
};

/// What stands in the fields before anybody types.
fn suggested<D: Example>(state: &D) -> Values<D> {
    let mut values = Values::new(format!("{}-7", D::KIND), state.figures().first().cloned());
    for field in fields(D::COMMANDS) {
        let text = match field.input {
            Input::Choice(choices) => {
                choices(state, &values).first().map_or_else(String::new, |it| it.key.clone())
            }
            _ => (field.suggested)(state, &values),
        };
        values.put(field.id, text);
    }
    values
}

/// Every state that the story goes through, the blank page first.
fn states<D: Example>() -> Vec<D> {
    let now = DateTime::<Utc>::from_timestamp_millis(NOW).unwrap();
    let story = D::story(&Dates { now, zone: &Utc });
    let events = || story.entries().iter().map(|entry| &entry.event);
    (0..=story.len()).map(|version| replay::<D>(events().take(version))).collect()
}

fn lead_on<D: Example>() {
    let all = fields(D::COMMANDS);
    let ids: Vec<_> = all.iter().map(|field| field.id).collect();
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "the field {id} is there twice");
    }
    for button in buttons(D::COMMANDS) {
        for id in button.takes {
            assert!(ids.contains(id), "{} takes {id}, which is no field", button.label);
        }
    }
    for field in &all {
        if let Some(before) = field.follows {
            let place = |id| ids.iter().position(|it| *it == id);
            assert!(place(before) < place(field.id), "{} follows what comes later", field.id);
        }
    }
    let mut next = 0;
    for state in states::<D>() {
        let values = suggested(&state);
        let is_filled_in = |field: &&Field<D>| {
            (field.is_there)(&state) && !matches!(field.input, Input::Choice(_) | Input::Figure)
        };
        for field in all.iter().copied().filter(|field| is_filled_in(field)) {
            let text = values.text(field.id);
            assert_eq!(field.input.check(text), Ok(()), "{}: “{text}”", field.label);
        }
        for button in buttons(D::COMMANDS).into_iter().filter(|it| (it.is_next)(&state)) {
            next += 1;
            let command = (button.command)(&state, &values).expect(button.label);
            let decided = state.decide(&command).map_err(|why| why.to_string());
            let refused = decided.as_ref().err();
            assert!(refused.is_none(), "{} is the next thing, and {refused:?}", button.label);
        }
    }
    assert!(next > 0, "nothing leads on");
}

#[test]
fn the_forms_of_every_example_lead_on() {
    each_once!(lead_on);
}

#[test]
fn what_is_wrong_in_a_field_is_said_there() {
    type Any = Input<examples::bank::Bank>;
    assert!(Any::Amount.check("50.00").is_ok());
    assert!(Any::Amount.check("a lot").is_err());
    assert!(Any::Count.check(" 3 ").is_ok());
    let why = Any::Count.check("three of them and then some more").unwrap_err();
    assert_eq!(why, "“three of them and th” is not a number of things. Use 1, 2, 3 …");
    assert!(Any::Text { hint: "", offers: &[] }.check("").is_ok(), "the rules say what is missing");
}
