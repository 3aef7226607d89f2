//! Writing the agreement, inviting its parties, signing it.

#[cfg(feature = "ssr")]
use super::typed::seen;
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, error::AppError, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::{
    agreement::parse_text,
    digest::Digest,
    invalid::Fault,
    party::{NewParty, Signatory},
    reason::Reason,
    refusal::Blocker,
};
use leptos::prelude::*;

/// Stores the text of a path's agreement.
#[server(prefix = "/api", endpoint = "agreements/write")]
pub async fn write_agreement(
    slug: String,
    edition: String,
    text: String,
    #[server(default)] differs: Option<String>,
) -> Outcome<()> {
    let server = use_cases()?;
    let text = parse_text(&text)?;
    let renewed = server.write_agreement(slug.clone(), seen(&edition)?, text, differs.is_some()).await?;
    let notice = if renewed { Notice::AgreementRenewed } else { Notice::Saved };
    respond::redirect(&paths::path_agreement_work(&slug), notice);
    Ok(())
}

/// Invites a party to the agreement of a path.
#[server(prefix = "/api", endpoint = "agreements/invite")]
pub async fn invite_party(
    slug: String,
    organisation: String,
    kind: String,
    email: String,
    capacity: String,
    #[server(default)] language: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let new = NewParty::parse(&organisation, &kind, &email, &capacity, &language)?;
    server.invite_party(slug.clone(), new).await?;
    respond::redirect(&paths::path_agreement_work(&slug), Notice::PartyInvited);
    Ok(())
}

/// Mails a new link to a party.
#[server(prefix = "/api", endpoint = "agreements/send-link")]
pub async fn send_party_link(party: String, email: String) -> Outcome<()> {
    let server = use_cases()?;
    let email = domain::text::email(&email).map_err(|fault| AppError::invalid("email", fault))?;
    let path = server.send_link(party.parse()?, email).await?;
    respond::redirect(&paths::path_agreement_work(&path.slug), Notice::PartyLinkSent);
    Ok(())
}

/// Takes back the invitation of a party that has not signed.
#[server(prefix = "/api", endpoint = "agreements/remove")]
pub async fn remove_party(party: String, reason: String) -> Outcome<()> {
    let server = use_cases()?;
    let path = server.remove_party(party.parse()?, Reason::parse(&reason)?).await?;
    respond::redirect(&paths::path_agreement_work(&path.slug), Notice::PartyRemoved);
    Ok(())
}

/// Notes that the signed file of a party was checked.
#[server(prefix = "/api", endpoint = "agreements/confirm-file")]
pub async fn confirm_party_file(party: String) -> Outcome<()> {
    let path = use_cases()?.confirm_file(party.parse()?).await?;
    respond::redirect(&paths::path_agreement_work(&path.slug), Notice::PartyFileConfirmed);
    Ok(())
}

/// Signs the agreement on the platform, by the link that was mailed.
#[server(prefix = "/api", endpoint = "agreements/sign")]
pub async fn sign_agreement(token: String, seen: String, signer: String, capacity: String) -> Outcome<()> {
    let server = use_cases()?;
    let who = Signatory::parse(&signer, &capacity)?;
    server.sign_agreement(token.clone(), who, digest(&seen)?).await?;
    respond::redirect(&paths::signing(&token), Notice::AgreementSigned);
    Ok(())
}

/// Sends the signed file, by the link that was mailed; the form sends the field `file` too.
#[server(prefix = "/api", endpoint = "agreements/file")]
pub async fn send_signed_file(token: String, seen: String, signer: String, capacity: String) -> Outcome<()> {
    let server = use_cases()?;
    let file = respond::sent_file("file");
    let who = Signatory::parse(&signer, &capacity).map_err(|mut errors| {
        if file.bytes.is_empty() {
            errors.add("file", Fault::Required);
        }
        errors
    })?;
    server.send_signed_file(token.clone(), who, digest(&seen)?, file).await?;
    respond::redirect(&paths::signing(&token), Notice::AgreementFileReceived);
    Ok(())
}

/// Declines the agreement, by the link that was mailed.
#[server(prefix = "/api", endpoint = "agreements/decline")]
pub async fn decline_agreement(token: String) -> Outcome<()> {
    use_cases()?.decline_agreement(token.clone()).await?;
    respond::redirect(&paths::signing(&token), Notice::AgreementDeclined);
    Ok(())
}

/// What the form says was read; anything else than a digest is another text.
#[cfg(feature = "ssr")]
fn digest(seen: &str) -> Outcome<Digest> {
    seen.parse().map_err(|_| Blocker::TextMismatch.into())
}
