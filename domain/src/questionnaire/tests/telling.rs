//! What is published tells no small count: every small questionnaire is tried, and of all those that publish the same
//! none of the counts from one to four may be alike.

use super::{super::*, question, words};
use std::collections::BTreeMap;

/// The counts of one questionnaire, by name.
type Counts = Vec<(String, u64)>;

/// Every way to divide `people` over `kinds`.
fn every_division(people: u64, kinds: usize) -> Vec<Vec<u64>> {
    if kinds == 1 {
        return vec![vec![people]];
    }
    let with = |first: u64| {
        every_division(people - first, kinds - 1).into_iter().map(move |rest| [vec![first], rest].concat())
    };
    (0..=people).flat_map(with).collect()
}

/// Tries every division of `people` over `sheets`.
fn nothing_is_told(all: &Definition, sheets: &[Answers], people: impl Iterator<Item = u64>) {
    for people in people {
        let mut seen: BTreeMap<String, Vec<Counts>> = BTreeMap::new();
        for division in every_division(people, sheets.len()) {
            let each = sheets.iter().zip(&division).flat_map(|(sheet, count)| vec![sheet.clone(); *count as usize]);
            let each: Vec<Answers> = each.collect();
            let said = results(all, &each).expect("enough answered");
            said.iter().for_each(|one| shows_enough(&one.result));
            seen.entry(format!("{said:?}")).or_default().push(counts(all, &each));
        }
        for (said, alike) in seen {
            for (place, (name, count)) in alike[0].iter().enumerate() {
                let told = alike.iter().all(|counts| counts[place].1 == *count);
                assert!(!told || !(1..LEAST).contains(count), "of {people}, {name} can only be {count}: {said}");
            }
        }
    }
}

fn shows_enough(result: &QuestionResult) {
    let (QuestionResult::One(partition) | QuestionResult::Many(partition)) = result else { panic!("choices") };
    let shown = partition.counts.iter().chain([&partition.unanswered]).flatten();
    assert!(shown.into_iter().all(|count| *count == 0 || *count >= LEAST), "{partition:?}");
}

/// Who was asked, who chose what, who did not, and who gave no answer, question by question.
fn counts(all: &Definition, each: &[Answers]) -> Counts {
    let mut counts = Counts::new();
    for question in all.questions() {
        let key = question.key;
        let asked: Vec<&Answers> = each.iter().filter(|answers| question.is_shown(answers)).collect();
        counts.push((format!("asked {key}"), asked.len() as u64));
        let gave = asked.iter().filter(|answers| answers.0.contains_key(&key)).count();
        counts.push((format!("no answer to {key}"), (asked.len() - gave) as u64));
        for choice in 0..question.asks.choices().len() {
            let chose = |answers: &&&Answers| answers.0.get(&key).is_some_and(|given| given.holds(choice as u32));
            let chose = asked.iter().filter(chose).count();
            counts.push((format!("{choice} of {key}"), chose as u64));
            counts.push((format!("not {choice} of {key}"), (asked.len() - chose) as u64));
        }
    }
    counts
}

fn of(questions: Vec<Question>) -> Definition {
    Definition { sections: vec![Section { key: 10, title: "Sezione".into(), lead: String::new(), questions }] }
}

fn sheet(given: &[(u32, Given)]) -> Answers {
    Answers(given.iter().cloned().collect())
}

/// Every set of `choices` ticks; ticking nothing is no answer.
fn every_ticking(choices: u32) -> Vec<Answers> {
    let ticked = |set: u32| (0..choices).filter(|choice| set & (1 << choice) != 0).collect::<Vec<_>>();
    (0..1 << choices)
        .map(|set| if set == 0 { Answers::default() } else { sheet(&[(1, Given::Many(ticked(set)))]) })
        .collect()
}

#[test]
fn ticks_tell_no_small_count() {
    let several = |options: &[&str]| of(vec![question(1, Asks::Several { options: words(options) })]);
    nothing_is_told(&several(&["A", "B"]), &every_ticking(2), 5..=20);
    nothing_is_told(&several(&["A", "B", "C"]), &every_ticking(3), 5..=9);
}

#[test]
fn a_question_that_depends_on_another_tells_no_small_count() {
    let single = || Asks::Single { options: words(&["Sì", "No"]) };
    let mut child = question(2, single());
    child.shown_if = Some(Condition { question: 1, choice: 0 });
    let all = of(vec![question(1, single()), child.clone()]);
    let (yes, no) = (Given::One(0), Given::One(1));
    let sheets = [
        sheet(&[(1, no.clone())]),
        sheet(&[(1, yes.clone())]),
        sheet(&[(1, yes.clone()), (2, yes.clone())]),
        sheet(&[(1, yes.clone()), (2, no.clone())]),
        sheet(&[]),
    ];
    nothing_is_told(&all, &sheets[..4], 5..=14);
    nothing_is_told(&all, &sheets, 5..=11);
    // Ticks on which another depends, and one that depends on that.
    let several = Asks::Several { options: words(&["A", "B"]) };
    let all = of(vec![question(1, several), child]);
    let mut sheets = every_ticking(2);
    let asked: Vec<Answers> = sheets.iter().filter(|one| all.questions().all(|it| it.is_shown(one))).cloned().collect();
    for given in [yes, no] {
        sheets.extend(asked.iter().cloned().map(|mut one| {
            one.0.insert(2, given.clone());
            one
        }));
    }
    nothing_is_told(&all, &sheets, 5..=8);
}

#[test]
fn a_condition_follows_its_choice() {
    let typed = |options: &str| {
        let typed = TypedQuestion {
            text: "Domanda 1".into(),
            kind: "single".into(),
            options: options.into(),
            ..TypedQuestion::default()
        };
        NewQuestion::parse(&typed).unwrap()
    };
    let mut child = question(2, Asks::Text { max: 100 });
    child.shown_if = Some(Condition { question: 1, choice: 1 });
    let all = of(vec![question(1, Asks::Single { options: words(&["Sì", "No"]) }), child]);
    let depends = |after: &Definition| after.question(2).and_then(|(_, question)| question.shown_if);
    let on = |choice| Some(Condition { question: 1, choice });
    assert_eq!(
        depends(&all.with_question(10, Some(1), typed("Sì\nForse\nNo")).unwrap()),
        on(2),
        "one put in before it"
    );
    assert_eq!(depends(&all.with_question(10, Some(1), typed("No\nSì")).unwrap()), on(0), "moved");
    assert_eq!(depends(&all.with_question(10, Some(1), typed("Sì\nNo\nForse")).unwrap()), on(1), "one put in after it");
    let gone = all.with_question(10, Some(1), typed("Sì\nForse"));
    assert_eq!(gone, Err(Blocker::ConditionBroken { number: 2 }.into()), "taken away");
}
