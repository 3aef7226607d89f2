//! Proposing, supporting, following, commenting, answering.

use crate::{contract::contributions::Supports, error::Outcome};
#[cfg(feature = "ssr")]
use crate::{
    contract::{contributions::Sent, use_cases},
    draft,
    notice::Notice,
    paths, respond,
};
#[cfg(feature = "ssr")]
use domain::{
    contribution::{NewAddition, NewComment, NewContribution, Revised},
    invalid::{Fault, FieldErrors},
};
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use leptos::server_fn::ServerFn;

/// Publishes a proposal; the form sends the field `file` too, and `born` from who declares an age. Where others may say
/// the same they are shown first, unless `although` is `si`.
#[server(prefix = "/api", endpoint = "contributions/propose")]
pub async fn propose(
    title: String,
    body: String,
    table: String,
    place: String,
    #[server(default)] born: String,
    #[server(default)] although: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let file = Some(respond::sent_file("file")).filter(|file| !file.name.is_empty() || !file.bytes.is_empty());
    let new = NewContribution::parse(&title, &body, &table, &place).map_err(|errors| with_age(errors, &born))?;
    match server.propose(new, &born, file, although == "si").await? {
        Sent::Published(id) => respond::redirect(&paths::contribution(id), Notice::Proposed),
        Sent::Held(id) => respond::redirect(&paths::contribution(id), Notice::ProposalHeld),
        Sent::Before(id) => respond::redirect(&paths::contribution(id), Notice::ProposedBefore),
        Sent::Similar => {
            // What was written waits on the page that shows the others.
            if let Some(form) = draft::name_of(Propose::PATH, "", paths::PROPOSE_SIMILAR) {
                let fields = draft::worth_keeping(&form, respond::sent_fields()).unwrap_or_default();
                server.keep_draft(form, fields).await?;
            }
            respond::redirect_silently(paths::PROPOSE_SIMILAR);
        }
    }
    Ok(())
}

/// Adds the support of the person who asks (`on` is `si`), or takes it back; `born` comes from who declares an age.
#[server(prefix = "/api", endpoint = "contributions/support")]
pub async fn support(id: String, on: String, #[server(default)] born: String) -> Outcome<Supports> {
    let server = use_cases()?;
    let id = id.parse()?;
    let on = on == "si";
    let supports = server.support(id, on, &born).await?;
    respond::redirect(&paths::contribution(id), if on { Notice::Supported } else { Notice::SupportWithdrawn });
    Ok(supports)
}

/// Follows a proposal (`on` is `si`), or no longer.
#[server(prefix = "/api", endpoint = "contributions/follow")]
pub async fn follow(id: String, on: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    let on = on == "si";
    server.follow(id, on).await?;
    respond::redirect(&paths::contribution(id), if on { Notice::Following } else { Notice::Unfollowed });
    Ok(())
}

/// Publishes a comment, or with `answered` an answer to one; `born` comes from who declares an age.
#[server(prefix = "/api", endpoint = "contributions/comment")]
pub async fn comment(
    id: String,
    body: String,
    #[server(default)] answered: String,
    #[server(default)] born: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    let answered = if answered.is_empty() { None } else { Some(answered.parse()?) };
    let new = NewComment::parse(&body).map_err(|errors| with_age(errors, &born))?;
    let said = server.comment(id, answered, new, &born).await?;
    let notice = if said.held { Notice::CommentHeld } else { Notice::Commented };
    respond::redirect(&paths::comment(id, said.id, said.far), notice);
    Ok(())
}

/// Replaces the words of an own proposal.
#[server(prefix = "/api", endpoint = "contributions/revise")]
pub async fn revise(id: String, version: u32, title: String, body: String, place: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    server.revise(id, version, Revised::parse(&title, &body, &place)?).await?;
    respond::redirect(&paths::contribution(id), Notice::ProposalRevised);
    Ok(())
}

/// Adds words below an own proposal.
#[server(prefix = "/api", endpoint = "contributions/add")]
pub async fn add_words(id: String, body: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    server.add_words(id, NewAddition::parse(&body)?).await?;
    respond::redirect(&paths::contribution(id), Notice::WordsAdded);
    Ok(())
}

/// Answers a proposal; `back` is the part of the desk from which it is answered.
#[server(prefix = "/api", endpoint = "contributions/answer")]
pub async fn answer(id: String, evaluation: String, reason: String, #[server(default)] back: String) -> Outcome<()> {
    let server = use_cases()?;
    let answer = domain::evaluation::Answer::parse(&evaluation, &reason)?;
    let desk = paths::answers_work(&server.answer(id.parse()?, answer).await?);
    let back = if back.starts_with(&format!("{desk}?")) { back } else { desk };
    respond::redirect(&back, Notice::Answered);
    Ok(())
}

/// Answers the proposals of a path that were ticked, all of them or none.
#[server(prefix = "/api", endpoint = "contributions/answer-together")]
pub async fn answer_together(
    process: String,
    #[server(default)] ids: Vec<String>,
    evaluation: String,
    reason: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let answer = domain::evaluation::Answer::parse(&evaluation, &reason)?;
    server.answer_together(process.clone(), domain::evaluation::ticked(&ids)?, answer).await?;
    respond::redirect(&paths::answers_work(&process), Notice::AnsweredTogether);
    Ok(())
}

/// Names a missing date of birth beside the other faults, where the form asked for it.
#[cfg(feature = "ssr")]
fn with_age(mut errors: FieldErrors, born: &str) -> FieldErrors {
    if born.trim().is_empty() && respond::sent_fields().iter().any(|(name, _)| name == "born") {
        errors.add("born", Fault::Required);
    }
    errors
}
