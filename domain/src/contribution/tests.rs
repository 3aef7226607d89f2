use super::*;
use crate::pairs::every_pair;

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_moderation_state_meets_every_step() {
    insta::assert_snapshot!(every_pair(ModerationState::ALL, ModerationStep::ALL, ModerationState::after));
}

#[test]
fn a_contribution_is_read_whole() {
    let table = TableId::fresh();
    let read = NewContribution::parse(" Wi-Fi in biblioteca ", "Serve **a tutti**.", &table.to_string(), " ").unwrap();
    assert_eq!((read.title.as_str(), read.table, read.place), ("Wi-Fi in biblioteca", table, None));
}

#[test]
fn every_faulty_field_is_named() {
    let errors = NewContribution::parse(&"a".repeat(121), "", "scuole", &"b".repeat(121)).unwrap_err();
    assert_eq!(errors.of("title"), Some(&Fault::TooLong { max: 120 }));
    assert_eq!(errors.of("body"), Some(&Fault::Required));
    assert_eq!(errors.of("table"), Some(&Fault::Choice));
    assert_eq!(errors.of("place"), Some(&Fault::TooLong { max: 120 }));
    assert!(NewContribution::parse("a", &"b".repeat(8_001), &TableId::fresh().to_string(), "").is_err());
    assert!(NewComment::parse(&"a".repeat(2_000)).is_ok());
    assert!(NewComment::parse(&"a".repeat(2_001)).is_err());
}

#[test]
fn hiding_needs_ground_and_reason() {
    assert!(HideReason::parse("offensive", "Insulta una persona").is_ok());
    let errors = HideReason::parse("dislike", " ").unwrap_err();
    assert_eq!(errors.of("ground"), Some(&Fault::Choice));
    assert_eq!(errors.of("reason"), Some(&Fault::Required));
    assert_eq!(HideReason::parse("", "Insulta"), Err(FieldErrors::one("ground", Fault::Required)));
}

/// Scenario 8: the cycle closes on 31/03/2023 at 24:00 in Rome, which is 22:00 UTC.
#[test]
fn the_closing_instant_is_already_too_late() {
    let at = instant("2023-03-31T22:00:00Z");
    let window = ContributionWindow { phase_open: true, closes_at: Some(at) };
    assert_eq!(may_contribute(window, instant("2023-03-31T21:59:59Z")), Ok(()));
    for late in [at, instant("2023-03-31T22:00:01Z")] {
        assert_eq!(may_contribute(window, late), Err(Blocker::ContributionsClosed { at }.into()));
    }
    let shut = ContributionWindow { phase_open: false, closes_at: None };
    assert_eq!(may_contribute(shut, at), Err(Blocker::ContributionsNotOpen.into()));
}

#[test]
fn age_counts_full_years() {
    let today = day("2022-11-02");
    assert_eq!(old_enough(day("2008-11-02"), today, 14), Ok(()));
    assert_eq!(old_enough(day("2008-11-03"), today, 14), Err(Fault::TooYoung { min: 14 }));
    assert!(old_enough(day("2008-02-29"), day("2022-02-28"), 14).is_err());
    assert!(old_enough(day("2008-02-29"), day("2022-03-01"), 14).is_ok());
    assert_eq!(birth_date("2022-11-03", today), Err(Fault::Future));
}

#[test]
fn who_declared_an_age_is_asked_again_only_for_a_higher_one() {
    assert!(!age_known(None, 14));
    assert!(age_known(Some(14), 14));
    assert!(age_known(Some(18), 14));
    assert!(!age_known(Some(14), 16));
}

/// The age is a value of each pack: thirteen years are too few under all that are known.
#[test]
fn every_pack_names_its_youngest_age() {
    let today = day("2022-09-10");
    for pack in crate::pack::catalogue() {
        let min_age = u32::from(pack.min_age.contribute);
        let thirteen = old_enough(day("2009-06-01"), today, min_age);
        assert_eq!(thirteen, Err(Fault::TooYoung { min: min_age }), "{}", pack.key);
    }
}

#[test]
fn the_window_is_that_of_the_phase() {
    let pack = crate::pack::latest("er-lr15-2018", day("2022-02-01")).unwrap();
    let last = Some(day("2022-09-23"));
    for &stage in Stage::ALL {
        let window = ContributionWindow::of(stage, pack, last);
        assert_eq!(may_contribute(window, instant("2022-09-23T21:59:59Z")).is_ok(), stage == Stage::Opening, "{stage}");
        assert!(may_contribute(window, instant("2022-09-23T22:00:00Z")).is_err(), "{stage}");
    }
}

#[test]
fn words_are_replaced_until_somebody_stands_behind_them() {
    use crate::evaluation::{Assessment, Evaluation};
    let mut text = String::new();
    for &state in ModerationState::ALL {
        for supports in [0, 1] {
            for &evaluation in Evaluation::ALL {
                for answered in [false, true] {
                    let may = revision(state, Assessment { evaluation, answered }, supports);
                    let may = may.map_or("nothing", Revision::code);
                    text += &format!("{state}, {supports} supports, {evaluation}, answered {answered} -> {may}\n");
                }
            }
        }
    }
    assert_eq!(text.matches("-> replace").count(), 2, "published and restored ones that nobody touched");
    insta::assert_snapshot!(text);
}

#[test]
fn every_faulty_field_of_a_revision_is_named() {
    let errors = Revised::parse(" ", "", &"b".repeat(121)).unwrap_err();
    assert_eq!(errors.of("title"), Some(&Fault::Required));
    assert_eq!(errors.of("body"), Some(&Fault::Required));
    assert_eq!(errors.of("place"), Some(&Fault::TooLong { max: 120 }));
    assert!(Revised::parse("a", "b", "").is_ok());
}

#[test]
fn what_staff_writes_down_says_how_it_came_and_was_agreed() {
    let read = || NewContribution::parse("Panchine", "All’ombra.", &TableId::fresh().to_string(), "");
    for &channel in ContributionChannel::ALL {
        let assisted = NewAssisted::parse(read(), channel.code(), "Festa di maggio", "si");
        assert_eq!(assisted.is_ok(), ContributionChannel::ASSISTED.contains(&channel));
    }
    let errors = NewAssisted::parse(NewContribution::parse("", "a", "x", ""), "online", " ", "").unwrap_err();
    for (field, fault) in [
        ("title", Fault::Required),
        ("table", Fault::Choice),
        ("channel", Fault::Choice),
        ("source", Fault::Required),
        ("agreed", Fault::Required),
    ] {
        assert_eq!(errors.of(field), Some(&fault), "{field}");
    }
}
