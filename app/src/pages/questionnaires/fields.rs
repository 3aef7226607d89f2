//! The fields of a questionnaire, section by section; and its answers, to be read.

use crate::{
    components::{Asked, AskedChoices, AskedNumber, AskedText, Prose},
    i18n::*,
    visit::{content_lang, locale},
};
use domain::questionnaire::{Answers, Asks, Definition, Given, Question, Section, field_of};
use leptos::prelude::*;

/// Every section with the fields of its questions; without scripts, too, each says when it is asked.
pub(super) fn fields(definition: &Definition) -> impl IntoView + use<> {
    definition.sections.iter().map(|section| section_of(definition, section)).collect_view()
}

fn section_of(definition: &Definition, section: &Section) -> impl IntoView + use<> {
    let id = format!("sezione-{}", section.key);
    let questions = section.questions.iter().map(|question| field(definition, question)).collect_view();
    let lead = (!section.lead.is_empty()).then(|| view! { <Prose source=section.lead.clone()/> });
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <h2 id=id.clone() lang=content_lang()>{section.title.clone()}</h2>
            {lead}
            {questions}
        </section>
    }
}

/// When a question is asked, in words.
pub(super) fn when(definition: &Definition, question: &Question) -> Option<String> {
    let wanted = question.shown_if?;
    let (number, on) = definition.question(wanted.question)?;
    let choice = on.asks.choices().into_iter().nth(wanted.choice as usize)?;
    Some(td_string!(locale(), questionnaire.only_if, number = number.to_string(), choice = choice))
}

fn field(definition: &Definition, question: &Question) -> AnyView {
    let l = locale();
    let number = definition.question(question.key).map_or(0, |(number, _)| number);
    let asked = Asked {
        name: field_of(question.key, None),
        words: format!("{number}. {}", question.text),
        hint: question.hint.clone(),
        when: when(definition, question),
        optional: !question.required,
    };
    let numbered = |words: &[String]| words.iter().enumerate().map(|(n, one)| (n.to_string(), one.clone())).collect();
    match &question.asks {
        Asks::Single { options } => view! { <AskedChoices asked options=numbered(options)/> }.into_any(),
        Asks::Several { options } => view! { <AskedChoices asked options=numbered(options) many=true/> }.into_any(),
        Asks::Scale { low, high, .. } => {
            let steps = question.asks.choices();
            let ends = (format!("{} ({low})", steps[0]), format!("{} ({high})", steps[steps.len() - 1]));
            let mut steps: Vec<(String, String)> = numbered(&steps);
            let last = steps.len() - 1;
            (steps[0].1, steps[last].1) = ends;
            view! { <AskedChoices asked options=steps/> }.into_any()
        }
        Asks::Matrix { rows, columns } => {
            let row = |(place, row): (usize, &String)| {
                let name = field_of(question.key, Some(place));
                let asked =
                    Asked { name, words: row.clone(), hint: String::new(), when: None, optional: !question.required };
                view! { <AskedChoices asked options=numbered(columns)/> }
            };
            let rows = rows.iter().enumerate().map(row).collect_view();
            let when = asked.when.map(|when| view! { <p class="form-text">{when}</p> });
            let hint =
                (!asked.hint.is_empty()).then(|| view! { <p class="form-text" lang=content_lang()>{asked.hint}</p> });
            view! {
                <fieldset class="choices matrix">
                    <legend lang=content_lang()>{asked.words}</legend>
                    {when}
                    {hint}
                    <div class="matrix-rows">{rows}</div>
                </fieldset>
            }
            .into_any()
        }
        Asks::Number { min, max } => {
            let bounds = td_string!(l, questionnaire.bounds, min = min.to_string(), max = max.to_string());
            let hint = if asked.hint.is_empty() { bounds } else { format!("{} {bounds}", asked.hint) };
            view! { <AskedNumber asked=Asked { hint, ..asked }/> }.into_any()
        }
        Asks::Text { max } => view! { <AskedText asked max=*max/> }.into_any(),
    }
}

/// What somebody answered, question by question.
pub(super) fn told(definition: &Definition, answers: &Answers) -> impl IntoView + use<> {
    let l = locale();
    let rows = definition
        .questions()
        .filter(|question| question.is_shown(answers))
        .map(|question| {
            let given = answers.0.get(&question.key).map(|given| given_words(&question.asks, given));
            let given = match given {
                Some(given) => given
                    .into_iter()
                    .map(|line| view! { <span class="d-block" lang=content_lang()>{line}</span> })
                    .collect_view()
                    .into_any(),
                None => td_string!(l, questionnaire.unanswered).into_any(),
            };
            view! { <div><dt lang=content_lang()>{question.text.clone()}</dt><dd>{given}</dd></div> }
        })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }
}

/// An answer in words, a line for each part.
fn given_words(asks: &Asks, given: &Given) -> Vec<String> {
    let choices = asks.choices();
    let named = |choice: &u32| choices.get(*choice as usize).cloned();
    match given {
        Given::One(one) => named(one).into_iter().collect(),
        Given::Many(many) => many.iter().filter_map(named).collect(),
        Given::Number(number) => vec![number.to_string()],
        Given::Text(text) => vec![text.clone()],
        Given::Rows(chosen) => {
            let Asks::Matrix { rows, columns } = asks else { return Vec::new() };
            let line = |(row, chosen): (&String, &Option<u32>)| {
                chosen.and_then(|column| columns.get(column as usize)).map(|column| format!("{row}: {column}"))
            };
            rows.iter().zip(chosen).filter_map(line).collect()
        }
    }
}
