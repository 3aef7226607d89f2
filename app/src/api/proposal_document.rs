//! Writing the proposal document, giving it to the table and to the guarantor, sending it.

#[cfg(feature = "ssr")]
use super::typed::{chosen, seen};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{
    contract::{proposal_document::TypedFields, use_cases},
    notice::Notice,
    paths, respond,
};
#[cfg(feature = "ssr")]
use domain::{
    digest::Digest,
    proposal_document::{PersonalDataAnswer, ProposalDocumentStep, TableOpinion},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Saves the texts of the sections as a new version.
#[server(prefix = "/api", endpoint = "proposal-document/sections")]
pub async fn save_sections(
    slug: String,
    version: String,
    #[server(default)] sections: BTreeMap<String, String>,
) -> Outcome<()> {
    let server = use_cases()?;
    server.save_sections(slug.clone(), seen(&version)?, sections).await?;
    respond::redirect(&paths::document_editor(&slug), Notice::DocumentSaved);
    Ok(())
}

/// Saves one proposal as a new version of the document.
#[server(prefix = "/api", endpoint = "proposal-document/proposal")]
pub async fn save_proposal(
    slug: String,
    version: String,
    number: String,
    title: String,
    text: String,
    competence: String,
    feasibility: String,
    cost: String,
    #[server(default)] origins: Vec<String>,
) -> Outcome<()> {
    let server = use_cases()?;
    let number = if number.is_empty() { None } else { Some(seen(&number)?) };
    let typed = TypedFields { title, text, competence, feasibility, cost, origins };
    server.save_proposal(slug.clone(), seen(&version)?, number, typed).await?;
    respond::redirect(&paths::document_editor(&slug), Notice::ProposalSaved);
    Ok(())
}

/// Takes a proposal out of the document.
#[server(prefix = "/api", endpoint = "proposal-document/remove-proposal")]
pub async fn remove_proposal(slug: String, version: String, number: String) -> Outcome<()> {
    let server = use_cases()?;
    server.remove_proposal(slug.clone(), seen(&version)?, seen(&number)?).await?;
    respond::redirect(&paths::document_editor(&slug), Notice::ProposalRemoved);
    Ok(())
}

/// Gives the document to the table, takes it back to write, or publishes it.
#[server(prefix = "/api", endpoint = "proposal-document/move")]
pub async fn move_document(slug: String, version: String, step: String) -> Outcome<()> {
    let server = use_cases()?;
    let step = chosen::<ProposalDocumentStep>("", &step)?;
    server.move_document(slug.clone(), seen(&version)?, step).await?;
    let notice = match step {
        ProposalDocumentStep::Publish => Notice::DocumentPublished,
        ProposalDocumentStep::Rewrite => Notice::DocumentReopened,
        _ => Notice::DocumentAtTable,
    };
    respond::redirect(&paths::document_editor(&slug), notice);
    Ok(())
}

/// Records the opinion of the negotiation table.
#[server(prefix = "/api", endpoint = "proposal-document/opinion")]
pub async fn record_table_opinion(
    slug: String,
    version: String,
    verdict: String,
    on: String,
    notes: String,
) -> Outcome<()> {
    let server = use_cases()?;
    server.record_table_opinion(slug.clone(), seen(&version)?, TableOpinion::parse(&verdict, &on, &notes)?).await?;
    respond::redirect(&paths::document_editor(&slug), Notice::OpinionRecorded);
    Ok(())
}

/// Says of what looks like personal data in exactly one content whether it may be published.
#[server(prefix = "/api", endpoint = "proposal-document/assess-personal-data")]
pub async fn assess_personal_data(slug: String, content: String, answer: String, reason: String) -> Outcome<()> {
    let server = use_cases()?;
    let content = seen::<Digest>(&content)?;
    let (answer, reason) = PersonalDataAnswer::parse(&answer, &reason)?;
    server.assess_personal_data(slug.clone(), content, answer, reason).await?;
    let said = match answer {
        PersonalDataAnswer::Publish => Notice::PersonalDataCleared,
        PersonalDataAnswer::TakeOut => Notice::PersonalDataUpheld,
    };
    respond::redirect(&paths::document_editor(&slug), said);
    Ok(())
}

/// Asks the privacy officer about what looks like personal data in exactly one content.
#[server(prefix = "/api", endpoint = "proposal-document/ask-privacy-officer")]
pub async fn ask_privacy_officer(slug: String, content: String) -> Outcome<()> {
    let server = use_cases()?;
    server.ask_privacy_officer(slug.clone(), seen::<Digest>(&content)?).await?;
    respond::redirect(&paths::document_editor(&slug), Notice::PrivacyOfficerAsked);
    Ok(())
}

/// Freezes the document and submits it to the guarantor.
#[server(prefix = "/api", endpoint = "proposal-document/submit")]
pub async fn submit_document(slug: String, version: String) -> Outcome<()> {
    let server = use_cases()?;
    server.submit_document(slug.clone(), seen(&version)?).await?;
    respond::redirect(&paths::document_editor(&slug), Notice::SubmittedToGuarantor);
    Ok(())
}

/// Sends the file with this fingerprint to the decision body.
#[server(prefix = "/api", endpoint = "proposal-document/send")]
pub async fn send_document(slug: String, file: String) -> Outcome<()> {
    let server = use_cases()?;
    let file = seen::<Digest>(&file)?;
    server.send_document(slug.clone(), file).await?;
    respond::redirect(&paths::document_editor(&slug), Notice::SentToBody);
    Ok(())
}
