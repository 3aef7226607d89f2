use super::*;
use crate::evaluation::Answer;

#[test]
fn every_stage_and_what_is_taken() {
    let mut text = String::new();
    for &stage in Stage::ALL {
        let open = may_combine(stage, [(ModerationState::Published, Assessment::START)]).is_ok();
        text += &format!("{stage} -> {}\n", if open { "yes" } else { "no" });
        for &state in ModerationState::ALL {
            for &evaluation in Evaluation::ALL {
                for answered in [false, true] {
                    let one = (state, Assessment { evaluation, answered });
                    let may = may_combine(stage, [one]).is_ok();
                    assert_eq!(may, open && all_answerable([one]).is_ok(), "{stage} {state} {evaluation}");
                }
            }
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn every_number_of_originals_and_results() {
    let mut text = String::new();
    for &kind in Combining::ALL {
        for taken in 0..=TOGETHER_MAX + 1 {
            let made: Vec<_> = (0..=PARTS_MAX + 1).filter(|made| suits(kind, taken, *made)).collect();
            if !made.is_empty() {
                text += &format!("{kind}: {taken} -> {made:?}\n");
            }
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn every_way_in_which_somebody_stands_behind_what_was_composed() {
    let mut text = String::new();
    for &stage in Stage::ALL {
        for &moderation in ModerationState::ALL {
            for answered in [false, true] {
                for touched in [false, true] {
                    let one = Standing { moderation, answered, touched };
                    if may_take_back(stage, [one]).is_ok() {
                        text += &format!("{stage}, {moderation}, answered {answered}, touched {touched} -> yes\n");
                    }
                }
            }
        }
    }
    let free = Standing { moderation: ModerationState::Published, answered: false, touched: false };
    let mixed = may_take_back(Stage::Opening, [free, Standing { touched: true, ..free }]);
    assert_eq!(mixed, Err(Blocker::ComposedUntouched.into()), "all parts or none");
    insta::assert_snapshot!(text);
}

#[test]
fn what_it_was_composed_from_is_answered_with_it() {
    for &kind in Combining::ALL {
        let answer = Answer { evaluation: kind.evaluation(), reason: "Chiedono lo stesso".into() };
        for evaluation in [Evaluation::Unassessed, Evaluation::InSynthesis] {
            let given = answer.give(Assessment { evaluation, answered: false }).unwrap();
            assert_eq!(given, Assessment { evaluation: kind.evaluation(), answered: true });
        }
        assert!(answer.give(Assessment::START.decided(Evaluation::Accepted)).is_err());
    }
}

fn fields(all: &[(&str, &str)]) -> BTreeMap<String, String> {
    all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn two_parts_are_asked_for_and_blank_ones_after_them_left_out() {
    let (titles, bodies) = (fields(&[("1", "Uno"), ("2", "Due"), ("5", "Tre")]), fields(&[("1", "a"), ("2", "b")]));
    let errors = Divided::parse(&titles, &bodies, "").unwrap_err();
    let named: Vec<_> = errors.iter().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(named, ["bodies[5]", "reason"], "what is begun is finished");
    let bodies = fields(&[("1", "a"), ("2", "b"), ("5", "c"), ("6", " ")]);
    let divided = Divided::parse(&titles, &bodies, "Chiede tre cose").unwrap();
    assert_eq!(divided.parts.iter().map(|part| part.title.as_str()).collect::<Vec<_>>(), ["Uno", "Due", "Tre"]);
    let one = Divided::parse(&fields(&[("1", "Uno")]), &fields(&[("1", "a")]), "Perché").unwrap_err();
    assert!(one.of("titles[2]").is_some() && one.of("bodies[2]").is_some());
    let far = Divided::parse(&fields(&[("1", "Uno"), ("2", "Due"), ("7", "x")]), &bodies, "Perché").unwrap_err();
    assert!(far.of("titles[5]").is_some() && far.of("titles[7]").is_none());
}

#[test]
fn a_merged_text_begins_with_all_that_was_said() {
    let text = quoted(&[("Panchine", "All’ombra.\n\nE vicino."), ("Sedute", "Comode")]);
    assert_eq!(text, "**Panchine**\n\n> All’ombra.\n>\n> E vicino.\n\n**Sedute**\n\n> Comode");
    let long = "a".repeat(BODY_MAX as usize);
    assert_eq!(quoted(&[("Panchine", &long), ("Sedute", "Comode")]), "- Panchine\n- Sedute");
    assert!(Merged::parse("Sedute", &text, &crate::id::TableId::fresh().to_string(), "", "Lo stesso").is_ok());
    let errors = Merged::parse("", "", "", "", "").unwrap_err();
    assert_eq!(errors.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["body", "reason", "table", "title"]);
}
