//! The way of a proposal from its author to the decision, as a vertical line.

use crate::{
    components::{
        Prose,
        contribution_words::{decision_words, evaluation_words},
        words::role_words,
    },
    contract::{
        combining::Lineage,
        contributions::{Story, StoryPlace, StoryStep, StoryWhat},
    },
    format::date,
    i18n::*,
    paths,
    visit::{content_lang, locale},
    wording::action::situation_words,
};
use domain::evaluation::Combining;
use leptos::prelude::*;

/// The steps in order; what is still to come is grey.
pub(super) fn story(story: Story) -> impl IntoView {
    let l = locale();
    view! {
        <section aria-labelledby="storia" class="section">
            <h2 id="storia">{td_string!(l, contribution.story).to_string()}</h2>
            <ol class="story">{story.steps.into_iter().map(step).collect_view()}</ol>
        </section>
    }
}

fn step(step: StoryStep) -> impl IntoView {
    let l = locale();
    let class = match step.place {
        StoryPlace::Done => "is-done",
        StoryPlace::Now => "is-now",
        StoryPlace::Next => "is-next",
    };
    let told = matches!(step.what, StoryWhat::Decided { .. });
    let when = match (step.place, step.on) {
        (StoryPlace::Done, Some(day)) if told => td_string!(l, contribution.story_communicated, day = date(day)),
        (StoryPlace::Done, Some(day)) => date(day),
        (StoryPlace::Done, None) => String::new(),
        (StoryPlace::Now, None) => td_string!(l, contribution.story_now).to_string(),
        (StoryPlace::Next, None) => td_string!(l, contribution.story_later).to_string(),
        (_, Some(day)) => td_string!(l, contribution.story_expected, day = date(day)),
    };
    let others = lineage(l, &step.what);
    let words = words(l, step.what, step.place == StoryPlace::Done);
    let words = match step.href {
        Some(href) => view! { <a href=href>{words}</a> }.into_any(),
        None => words.into_any(),
    };
    view! {
        <li class=class aria-current=(step.place == StoryPlace::Now).then_some("step")>
            <p class="story-what">{words}</p>
            {others}
            <p class="story-when">{when}</p>
            {step.why.map(|why| view! { <div class="story-why"><Prose source=why/></div> })}
        </li>
    }
}

fn words(l: Locale, what: StoryWhat, done: bool) -> String {
    match what {
        StoryWhat::Proposed => td_string!(l, contribution.story_proposed).to_string(),
        StoryWhat::Born(of) => born_words(l, &of),
        StoryWhat::Became(into) => became_words(l, &into),
        StoryWhat::Returned { kind, titles, .. } => returned_words(l, kind, &titles),
        StoryWhat::InSynthesis { table, title } if done => {
            td_string!(l, contribution.story_synthesis, table = table, title = title)
        }
        StoryWhat::InSynthesis { table, .. } => td_string!(l, contribution.story_synthesis_next, table = table),
        StoryWhat::InDocument { number, title } if done => {
            td_string!(l, contribution.story_document, number = number, title = title)
        }
        StoryWhat::InDocument { .. } => td_string!(l, contribution.story_document_next).to_string(),
        StoryWhat::Decided { decision } if done => {
            td_string!(l, contribution.story_decided, decision = decision_words(l, decision))
        }
        StoryWhat::Decided { .. } => td_string!(l, contribution.story_decided_next).to_string(),
        StoryWhat::Answered { evaluation } if done => {
            td_string!(l, contribution.story_answered, result = evaluation_words(l, evaluation))
        }
        StoryWhat::Answered { .. } => td_string!(l, contribution.story_answered_next).to_string(),
        StoryWhat::Action { number, title, situation: Some(situation) } => {
            let situation = situation_words(l, situation);
            td_string!(l, contribution.story_action, number = number, title = title, situation = situation)
        }
        StoryWhat::Action { situation: None, .. } => td_string!(l, contribution.story_action_next).to_string(),
    }
}

fn born_words(l: Locale, of: &Lineage) -> String {
    match of.kind {
        Combining::Merge => td_string!(l, combine.born_merge),
        Combining::Split => td_string!(l, combine.born_split),
    }
    .to_string()
}

fn became_words(l: Locale, into: &Lineage) -> String {
    match into.kind {
        Combining::Merge => td_string!(l, combine.became_merge),
        Combining::Split => td_string!(l, combine.became_split),
    }
    .to_string()
}

fn returned_words(l: Locale, kind: Combining, titles: &[String]) -> String {
    let titles = titles.iter().map(|title| format!("«{title}»")).collect::<Vec<_>>().join(", ");
    match kind {
        Combining::Merge => td_string!(l, combine.returned_merge, titles = titles),
        Combining::Split => td_string!(l, combine.returned_split, titles = titles),
    }
}

/// The proposals that a step names, each with its page, and the office that did it.
fn lineage(l: Locale, what: &StoryWhat) -> Option<AnyView> {
    let by = |office| td_string!(l, combine.by, office = role_words(l, office));
    if let StoryWhat::Returned { by: office, .. } = what {
        return Some(view! { <p class="story-when">{by(*office)}</p> }.into_any());
    }
    let (StoryWhat::Born(kin) | StoryWhat::Became(kin)) = what else { return None };
    let one = |(id, title): &(_, String)| {
        view! { <li><a href=paths::contribution(*id) lang=content_lang()>{title.clone()}</a></li> }
    };
    let none =
        kin.others.is_empty().then(|| view! { <li class="muted">{td_string!(l, combine.none_shown).to_string()}</li> });
    let others = kin.others.iter().map(one).collect_view();
    Some(view! { <ul>{others}{none}</ul><p class="story-when">{by(kin.by)}</p> }.into_any())
}
