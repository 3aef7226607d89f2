use super::*;
use crate::{action::Action, grid, pack};

const ER: Bounds = Bounds {
    rules: Levels { contribute: Assurance::Low, vote: Assurance::Substantial, binding: Assurance::Substantial },
    offered: Assurance::High,
    contribute_age: 14,
    vote_age: 16,
};

fn typed(levels: [&str; 3], ages: [&str; 2]) -> TypedNeeds {
    let [contribute, vote, binding] = levels.map(Into::into);
    let [contribute_age, vote_age] = ages.map(Into::into);
    TypedNeeds { contribute, vote, binding, contribute_age, vote_age }
}

fn faults(typed: &TypedNeeds, within: &Bounds) -> Vec<(String, Fault)> {
    let errors = Needs::parse(typed, within).unwrap_err();
    errors.iter().map(|(field, fault)| (field.to_owned(), fault.clone())).collect()
}

#[test]
fn every_action_is_of_one_activity() {
    insta::assert_snapshot!(grid::marks(Action::ALL, Activity::ALL, |action, activity| {
        Activity::of(action) == activity
    }));
}

#[test]
fn every_activity_meets_every_level() {
    for &needed in Assurance::ALL {
        let needs = Needs { levels: Levels::all(needed), ..Needs::default() };
        for &known in Assurance::ALL {
            assert_eq!(needs.met(Activity::Read, known), Ok(()), "reading is free");
            for activity in Activity::ASKED {
                assert_eq!(needs.met(activity, known).is_ok(), known >= needed, "{activity} {needed} {known}");
            }
        }
    }
    let levels = Levels { vote: Assurance::High, ..Levels::default() };
    let refused = Needs { levels, ..Needs::default() }.met(Activity::Vote, Assurance::Substantial);
    assert_eq!(refused, Err(Blocker::KnownTooLittle { needed: Assurance::High }.into()));
    assert_eq!(levels.highest(), Assurance::High);
}

#[test]
fn needs_are_read_and_typed_back() {
    let asked = typed(["low", "substantial", "high"], ["16", "18"]);
    let read = Needs::parse(&asked, &ER).unwrap();
    assert_eq!((read.levels.binding, read.contribute_age, read.vote_age), (Assurance::High, 16, 18));
    assert_eq!(TypedNeeds::from(&read), asked);
    assert_eq!(TypedNeeds::from(&Needs::default()).vote_age, "");
}

#[test]
fn nothing_is_asked_that_nobody_can_prove_nor_less_than_the_rules_want() {
    let weak = typed(["address", "address", "address"], ["", ""]);
    let below = |field: &str| (field.to_owned(), Fault::BelowRules);
    assert_eq!(faults(&weak, &ER), [below("binding"), below("contribute"), below("vote")]);
    let strong = typed(["low", "high", "high"], ["", ""]);
    let none = |field: &str| (field.to_owned(), Fault::NoProvider);
    assert_eq!(faults(&strong, &Bounds { offered: Assurance::Substantial, ..ER }), [none("binding"), none("vote")]);
    // Without a provider the rules wait for one.
    let alone = Bounds { offered: Assurance::Address, ..ER };
    assert_eq!(Needs::parse(&weak, &alone), Ok(Needs::default()));
    for activity in Activity::ASKED {
        assert_eq!(alone.levels(activity).collect::<Vec<_>>(), [Assurance::Address]);
    }
    assert_eq!(ER.levels(Activity::Vote).collect::<Vec<_>>(), [Assurance::Substantial, Assurance::High]);
}

#[test]
fn an_age_is_none_below_the_rules() {
    let bad = typed(["low", "substantial", "5"], ["13", "19"]);
    let found: Vec<_> = faults(&bad, &ER).into_iter().map(|(field, _)| field).collect();
    assert_eq!(found, ["binding", "contribute_age", "vote_age"]);
}

#[test]
fn what_the_packs_want_is_what_they_say() {
    let wanted = pack::catalogue().iter().map(|pack| {
        let Levels { contribute, vote, binding } = pack.identity;
        format!("{}: {contribute}, {vote}, {binding}", pack.cite())
    });
    insta::assert_snapshot!(wanted.collect::<Vec<_>>().join("\n"));
}
