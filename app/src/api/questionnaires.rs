//! Questionnaires: building them, answering them, writing down what came on paper.

#[cfg(feature = "ssr")]
use super::typed::{chosen, seen};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{
    contract::{questionnaires::TypedHead, use_cases},
    notice::Notice,
    paths, respond,
};
#[cfg(feature = "ssr")]
use domain::{
    id::AnswerId,
    questionnaire::{Arrangement, NewPaper, NewQuestion, NewSection, QuestionnaireStep, TypedQuestion},
};
use leptos::prelude::*;

/// Adds a draft to a path.
#[server(prefix = "/api", endpoint = "questionnaires/create")]
pub async fn create_questionnaire(
    slug: String,
    title: String,
    #[server(default)] lead: String,
    audience: String,
    #[server(default)] closes_on: String,
    #[server(default)] publishes: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let typed = TypedHead { title, lead, audience, closes_on, publishes: !publishes.is_empty() };
    let id = server.create_questionnaire(slug, typed).await?;
    respond::redirect(&paths::questionnaire_work(id), Notice::QuestionnaireCreated);
    Ok(())
}

/// Changes what a draft says about itself.
#[server(prefix = "/api", endpoint = "questionnaires/edit")]
pub async fn edit_questionnaire(
    questionnaire: String,
    version: String,
    title: String,
    #[server(default)] lead: String,
    audience: String,
    #[server(default)] closes_on: String,
    #[server(default)] publishes: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = questionnaire.parse()?;
    let typed = TypedHead { title, lead, audience, closes_on, publishes: !publishes.is_empty() };
    server.edit_questionnaire(id, seen(&version)?, typed).await?;
    respond::redirect(&paths::questionnaire_work(id), Notice::Saved);
    Ok(())
}

/// Takes a draft away.
#[server(prefix = "/api", endpoint = "questionnaires/remove")]
pub async fn remove_questionnaire(questionnaire: String, version: String) -> Outcome<()> {
    let server = use_cases()?;
    let slug = server.remove_questionnaire(questionnaire.parse()?, seen(&version)?).await?;
    respond::redirect(&paths::questionnaires_work(&slug), Notice::QuestionnaireRemoved);
    Ok(())
}

/// Adds a section to a draft, or changes the one with this `key`.
#[server(prefix = "/api", endpoint = "questionnaires/section")]
pub async fn keep_section(
    questionnaire: String,
    version: String,
    #[server(default)] key: String,
    title: String,
    #[server(default)] lead: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = questionnaire.parse()?;
    let key = if key.is_empty() { None } else { Some(seen(&key)?) };
    server.keep_section(id, seen(&version)?, key, NewSection::parse(&title, &lead)?).await?;
    respond::redirect(&paths::questionnaire_work(id), Notice::Saved);
    Ok(())
}

/// Adds a question to a section of a draft, or changes the one with this `key`.
#[server(prefix = "/api", endpoint = "questionnaires/question")]
pub async fn keep_question(
    questionnaire: String,
    version: String,
    section: String,
    #[server(default)] key: String,
    text: String,
    #[server(default)] hint: String,
    kind: String,
    #[server(default)] required: String,
    #[server(default)] options: String,
    #[server(default)] rows: String,
    #[server(default)] min: String,
    #[server(default)] max: String,
    #[server(default)] low: String,
    #[server(default)] high: String,
    #[server(default)] shown_if: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = questionnaire.parse()?;
    let key = if key.is_empty() { None } else { Some(seen(&key)?) };
    let required = !required.is_empty();
    let typed = TypedQuestion { text, hint, kind, required, options, rows, min, max, low, high, shown_if };
    let new = NewQuestion::parse(&typed)?;
    server.keep_question(id, seen(&version)?, (seen(&section)?, key), new).await?;
    respond::redirect(&paths::questionnaire_work(id), Notice::Saved);
    Ok(())
}

/// Moves or removes a part of a draft.
#[server(prefix = "/api", endpoint = "questionnaires/arrange")]
pub async fn arrange_questionnaire(questionnaire: String, version: String, part: String, how: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = questionnaire.parse()?;
    let change = Arrangement { part: chosen("part", &part)?, how: chosen("how", &how)? };
    server.arrange_questionnaire(id, seen(&version)?, change).await?;
    respond::redirect(&format!("{}#domande", paths::questionnaire_work(id)), Notice::Saved);
    Ok(())
}

/// Opens a draft, or closes what is open.
#[server(prefix = "/api", endpoint = "questionnaires/step")]
pub async fn step_questionnaire(questionnaire: String, version: String, step: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = questionnaire.parse()?;
    let step: QuestionnaireStep = chosen("step", &step)?;
    server.step_questionnaire(id, seen(&version)?, step).await?;
    let said = match step {
        QuestionnaireStep::Open => Notice::QuestionnaireOpened,
        QuestionnaireStep::Close => Notice::QuestionnaireClosed,
    };
    respond::redirect(&paths::questionnaire_work(id), said);
    Ok(())
}

/// Moves the last day of what is open on.
#[server(prefix = "/api", endpoint = "questionnaires/extend")]
pub async fn extend_questionnaire(questionnaire: String, closes_on: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = questionnaire.parse()?;
    server.extend_questionnaire(id, closes_on).await?;
    respond::redirect(&paths::questionnaire_work(id), Notice::Saved);
    Ok(())
}

/// Makes a draft that corrects what is closed.
#[server(prefix = "/api", endpoint = "questionnaires/correct")]
pub async fn correct_questionnaire(questionnaire: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = server.correct_questionnaire(questionnaire.parse()?).await?;
    respond::redirect(&paths::questionnaire_work(id), Notice::QuestionnaireCreated);
    Ok(())
}

/// Sends a link to each of these addresses.
#[server(prefix = "/api", endpoint = "questionnaires/invite")]
pub async fn invite_to_questionnaire(questionnaire: String, addresses: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = questionnaire.parse()?;
    server.invite_to_questionnaire(id, addresses).await?;
    respond::redirect(&paths::questionnaire_work(id), Notice::QuestionnaireInvited);
    Ok(())
}

/// Keeps the answers of the person who asks: the fields of the questions stand beside these.
#[server(prefix = "/api", endpoint = "questionnaires/answer")]
pub async fn answer_questionnaire(
    questionnaire: String,
    once: String,
    #[server(default)] invitation: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = questionnaire.parse()?;
    let (once, key): (AnswerId, _) = (once.parse()?, Some(invitation).filter(|key| !key.is_empty()));
    let kept = server.answer_questionnaire(id, key, once, respond::sent_fields()).await?;
    respond::redirect(&paths::answer_receipt(kept), Notice::QuestionnaireAnswered);
    Ok(())
}

/// Keeps answers that came on paper: the fields of the questions stand beside these.
#[server(prefix = "/api", endpoint = "questionnaires/enter")]
pub async fn enter_answers(
    questionnaire: String,
    once: String,
    number: String,
    #[server(default)] invitation: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = questionnaire.parse()?;
    let (once, paper) = (once.parse()?, NewPaper::parse(&number)?);
    server.enter_answers(id, once, paper, invitation, respond::sent_fields()).await?;
    respond::redirect(&paths::questionnaire_paper(id), Notice::AnswersEntered);
    Ok(())
}
