mod telling;

use super::{results::partition, *};
use crate::pairs::every_pair;
use std::collections::BTreeMap;

fn question(key: u32, asks: Asks) -> Question {
    Question { key, text: format!("Domanda {key}"), hint: String::new(), required: true, asks, shown_if: None }
}

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|word| (*word).to_owned()).collect()
}

/// One question of each kind; the third is asked of who uses the counter.
fn every_kind() -> Definition {
    let where_from = question(1, Asks::Single { options: words(&["Sportello", "Telefono", "Sito"]) });
    let what = question(2, Asks::Several { options: words(&["Anagrafe", "Tributi", "Scuola"]) });
    let mut how = question(3, Asks::Scale { from: 1, to: 5, low: "Male".into(), high: "Bene".into() });
    how.shown_if = Some(Condition { question: 1, choice: 0 });
    let each = question(4, Asks::Matrix { rows: words(&["Orari", "Cortesia"]), columns: words(&["Poco", "Molto"]) });
    let age = question(5, Asks::Number { min: 14, max: 110 });
    let mut more = question(6, Asks::Text { max: 100 });
    more.required = false;
    let section = |key, questions| Section { key, title: "Sezione".into(), lead: String::new(), questions };
    Definition { sections: vec![section(10, vec![where_from, what, how]), section(11, vec![each, age, more])] }
}

fn sent(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

const WHOLE: [(&str, &str); 9] = [
    ("q1", "0"),
    ("q2", "2"),
    ("q2", "0"),
    ("q3", "4"),
    ("q4r0", "1"),
    ("q4r1", "0"),
    ("q5", "71"),
    ("q6", " Grazie "),
    ("altro", "x"),
];

#[test]
fn every_state_meets_every_step() {
    insta::assert_snapshot!(every_pair(QuestionnaireState::ALL, QuestionnaireStep::ALL, QuestionnaireState::after));
    assert!(QuestionnaireState::Draft.may_edit().is_ok());
    assert!(QuestionnaireState::Open.may_edit().is_err());
    assert!(QuestionnaireState::Closed.may_edit().is_err());
}

#[test]
fn the_last_day_closes() {
    let end: DateTime<Utc> = "2022-05-01T22:00:00Z".parse().unwrap();
    let before = end - chrono::TimeDelta::seconds(1);
    assert_eq!(QuestionnaireState::Open.at(Some(end), before), QuestionnaireState::Open);
    assert_eq!(QuestionnaireState::Open.at(Some(end), end), QuestionnaireState::Closed);
    assert_eq!(QuestionnaireState::Open.at(None, end), QuestionnaireState::Open);
    assert_eq!(QuestionnaireState::Draft.at(Some(end), end), QuestionnaireState::Draft);
}

#[test]
fn the_last_day_moves_on_alone() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let head = |closes_on| QuestionnaireHead {
        title: "Titolo".into(),
        lead: String::new(),
        audience: Audience::Anonymous,
        closes_on,
        publishes: true,
    };
    let today = day("2022-05-10");
    let fault = |before: Option<&str>, typed: &str| {
        head(before.map(day))
            .extended(typed, today)
            .map(|after| after.closes_on)
            .map_err(|errors| errors.of("closes_on").cloned())
    };
    assert_eq!(fault(Some("2022-05-20"), "2022-05-21"), Ok(Some(day("2022-05-21"))));
    assert_eq!(fault(Some("2022-05-20"), "2022-05-20"), Err(Some(Fault::Order)));
    assert_eq!(fault(Some("2022-05-01"), "2022-05-09"), Err(Some(Fault::Past)));
    assert_eq!(fault(None, "2022-05-10"), Ok(Some(today)));
    assert_eq!(fault(None, ""), Err(Some(Fault::Required)));
}

#[test]
fn answers_are_read_kind_by_kind() {
    let read = every_kind().read(&sent(&WHOLE)).unwrap();
    let expected = [
        (1, Given::One(0)),
        (2, Given::Many(vec![0, 2])),
        (3, Given::One(4)),
        (4, Given::Rows(vec![Some(1), Some(0)])),
        (5, Given::Number(71)),
        (6, Given::Text("Grazie".into())),
    ];
    assert_eq!(read, Answers(BTreeMap::from(expected)));
}

#[test]
fn what_is_not_asked_counts_for_nothing() {
    let mut typed = sent(&WHOLE);
    typed[0].1 = "2".into();
    let read = every_kind().read(&typed).unwrap();
    assert!(!read.0.contains_key(&3), "who does not use the counter is not asked about it");
    typed.retain(|(name, _)| name != "q3");
    assert_eq!(every_kind().read(&typed).unwrap(), read, "and need not answer");
}

#[test]
fn each_fault_stands_at_its_field() {
    let faulty = [("q1", "0"), ("q2", "3"), ("q3", "5"), ("q4r0", "7"), ("q5", "12"), ("q6", "\u{7}")];
    let errors = every_kind().read(&sent(&faulty)).unwrap_err();
    assert_eq!(errors.of("q2"), Some(&Fault::Choice));
    assert_eq!(errors.of("q3"), Some(&Fault::Choice));
    assert_eq!(errors.of("q4r0"), Some(&Fault::Choice));
    assert_eq!(errors.of("q4r1"), Some(&Fault::Required));
    assert_eq!(errors.of("q5"), Some(&Fault::Number { min: 14, max: 110 }));
    assert_eq!(errors.of("q6"), Some(&Fault::Form));
    let mut free = every_kind();
    free.sections.iter_mut().flat_map(|section| &mut section.questions).for_each(|one| one.required = false);
    assert_eq!(free.read(&[]).unwrap_err(), FieldErrors::one("q1", Fault::Required), "an empty sheet is no answer");
}

#[test]
fn a_question_follows_the_answer_on_which_it_depends() {
    let all = every_kind();
    assert!(all.may_open().is_ok());
    assert_eq!(Definition::default().may_open(), Err(Blocker::QuestionsMissing.into()));
    let arranged = |part, how| all.arranged(Arrangement { part, how });
    assert_eq!(arranged(Part::Question(1), How::Remove), Err(Blocker::ConditionBroken { number: 2 }.into()));
    assert!(arranged(Part::Question(1), How::Up).is_ok_and(|after| after == all), "the first stays the first");
    let once = arranged(Part::Question(1), How::Down).unwrap();
    let twice = once.arranged(Arrangement { part: Part::Question(1), how: How::Down });
    assert_eq!(twice, Err(Blocker::ConditionBroken { number: 2 }.into()));
    let over = arranged(Part::Question(3), How::Down).unwrap();
    assert_eq!(over.sections[1].questions[0].key, 3, "over the end of its section");
    assert_eq!(over.arranged(Arrangement { part: Part::Question(3), how: How::Up }).unwrap(), all);
    assert_eq!(arranged(Part::Section(10), How::Remove), Err(Blocker::SectionNotEmpty.into()));
    assert_eq!(arranged(Part::Section(10), How::Down).unwrap().sections[0].key, 11);
    assert_eq!(arranged(Part::Question(99), How::Up), Err(Blocker::WrongState.into()));
    let fewer = TypedQuestion {
        text: "Come".into(),
        kind: "number".into(),
        min: "0".into(),
        max: "9".into(),
        ..TypedQuestion::default()
    };
    let fewer = NewQuestion::parse(&fewer).unwrap();
    assert!(all.with_question(10, Some(1), fewer.clone()).is_err(), "the answer on which another depends is gone");
    assert_eq!(all.with_question(11, None, fewer).unwrap().question(12).map(|(number, _)| number), Some(7));
}

#[test]
fn questions_are_read_kind_by_kind() {
    let typed = |kind: &str| TypedQuestion { kind: kind.into(), ..TypedQuestion::default() };
    let faults = |typed: &TypedQuestion| -> Vec<String> {
        let errors = NewQuestion::parse(typed).unwrap_err();
        errors.iter().map(|(field, _)| field.to_owned()).collect()
    };
    assert_eq!(faults(&typed("")), ["kind", "text"]);
    assert_eq!(faults(&typed("single")), ["options", "text"]);
    assert_eq!(faults(&typed("scale")), ["high", "low", "max", "min", "text"]);
    assert_eq!(faults(&typed("matrix")), ["options", "rows", "text"]);
    assert_eq!(faults(&typed("number")), ["max", "min", "text"]);
    assert_eq!(faults(&typed("text")), ["text"]);
    let twice = TypedQuestion { text: "Quale?".into(), options: "Uno\n\n Uno \n".into(), ..typed("several") };
    assert_eq!(NewQuestion::parse(&twice), Err(FieldErrors::one("options", Fault::Repeated)));
    let odd = TypedQuestion { text: "Quale?".into(), shown_if: "1".into(), ..typed("text") };
    assert_eq!(faults(&odd), ["shown_if"]);
    let many: String = (0..21).map(|n| format!("{n}\n")).collect();
    let many = TypedQuestion { text: "Quale?".into(), options: many, ..typed("single") };
    assert_eq!(NewQuestion::parse(&many), Err(FieldErrors::one("options", Fault::Lines { min: 2, max: 20 })));
}

/// Every row of `cells` counts up to `most`.
fn every_row(cells: usize, most: u64) -> Vec<Vec<u64>> {
    (0..cells).fold(vec![Vec::new()], |rows, _| {
        rows.iter().flat_map(|row| (0..=most).map(|count| [row.clone(), vec![count]].concat())).collect()
    })
}

#[test]
fn no_small_count_is_shown_or_can_be_told_from_the_total() {
    for (cells, most) in [(2, 40), (3, 14), (4, 9), (5, 6)] {
        let mut seen: BTreeMap<String, Vec<Vec<u64>>> = BTreeMap::new();
        for row in every_row(cells, most).into_iter().filter(|row| row.iter().sum::<u64>() >= LEAST) {
            let said = partition(&row[..cells - 1], row[cells - 1]);
            for shown in said.counts.iter().chain([&said.unanswered]).flatten() {
                assert!(*shown == 0 || *shown >= LEAST, "{row:?}");
            }
            seen.entry(format!("{} {said:?}", row.iter().sum::<u64>())).or_default().push(row);
        }
        for (said, rows) in seen {
            let told = |cell: usize| rows.iter().all(|row| row[cell] == rows[0][cell]);
            let small = (0..cells).filter(|cell| rows.iter().any(|row| (1..LEAST).contains(&row[*cell])));
            for cell in small.filter(|cell| told(*cell)) {
                // At the edge of what is tried, rows that say the same with greater counts are missing.
                assert!(rows[0].contains(&most), "{said}: the count {} can only be {}", cell + 1, rows[0][cell]);
            }
        }
    }
}

#[test]
fn results_show_what_is_of_enough_people() {
    let all = every_kind();
    let one = all.read(&sent(&WHOLE)).unwrap();
    assert_eq!(results(&all, &vec![one.clone(); 4]), None, "four are too few for anything");
    let six = results(&all, &vec![one.clone(); 6]).unwrap();
    assert_eq!(
        six[0].result,
        QuestionResult::One(Partition { counts: vec![Some(6), Some(0), Some(0)], unanswered: Some(0) })
    );
    let QuestionResult::Number { mean, classes, .. } = &six[4].result else { panic!("a number") };
    assert_eq!((*mean, classes[0], classes.len()), (Some(710), (14, 33), 5));
    let mut other = sent(&WHOLE);
    other[0].1 = "1".into();
    let other = all.read(&other).unwrap();
    let mixed = results(&all, &[vec![one; 9], vec![other; 2]].concat()).unwrap();
    let hidden = Partition { counts: vec![None, None, None], unanswered: None };
    assert_eq!(mixed[0].result, QuestionResult::One(hidden), "the two, and the nine that would give them away");
    let QuestionResult::One(scale) = &mixed[2].result else { panic!("a scale") };
    assert_eq!((scale.counts[4], scale.unanswered), (None, None), "nor does who was not asked tell them");
}
