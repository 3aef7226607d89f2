//! Entering and leaving the organs of a path.

#[cfg(feature = "ssr")]
use super::typed::{chosen, seen};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::{
    organ::{MemberStep, NewCandidature, NewMember, NewOrgan, OrganRules, Rewriting, reason_for},
    remark::NewRemark,
};
use leptos::prelude::*;

/// Sets up an organ.
#[server(prefix = "/api", endpoint = "organs/constitute")]
pub async fn constitute_organ(
    slug: String,
    kind: String,
    constituted_on: String,
    rules: String,
    #[server(default)] comment_days: String,
    #[server(default)] quorum: String,
    #[server(default)] admission: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let rules = OrganRules::parse(&rules, &comment_days, &quorum, &admission);
    server.constitute_organ(slug.clone(), NewOrgan::parse(&kind, &constituted_on, rules)?).await?;
    respond::redirect(&paths::organs_work(&slug), Notice::OrganConstituted);
    Ok(())
}

/// Writes the rules of an organ again.
#[server(prefix = "/api", endpoint = "organs/rules")]
pub async fn rewrite_rules(
    organ: String,
    version: String,
    rules: String,
    comment_days: String,
    quorum: String,
    admission: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let rules = OrganRules::parse(&rules, &comment_days, &quorum, &admission)?;
    let (slug, what) = server.rewrite_rules(organ.parse()?, seen(&version)?, rules).await?;
    let notice = match what {
        Rewriting::Corrected => Notice::Saved,
        Rewriting::Superseded => Notice::RulesSuperseded,
    };
    respond::redirect(&paths::organs_work(&slug), notice);
    Ok(())
}

/// Invites an organisation.
#[server(prefix = "/api", endpoint = "organs/invite")]
pub async fn invite_member(
    organ: String,
    organisation: String,
    kind: String,
    category: String,
    delegate: String,
    email: String,
    #[server(default)] votes: Option<String>,
) -> Outcome<()> {
    let server = use_cases()?;
    let new = NewMember::parse(&organisation, &kind, &category, &delegate, &email)?;
    let slug = server.invite_member(organ.parse()?, new, votes.is_some()).await?;
    respond::redirect(&paths::organs_work(&slug), Notice::MemberInvited);
    Ok(())
}

/// Proposes the organisation for which the person speaks.
#[server(prefix = "/api", endpoint = "organs/apply")]
pub async fn apply_to_organ(
    organ: String,
    organisation: String,
    kind: String,
    category: String,
    why: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let new = NewCandidature::parse(&organisation, &kind, &category, &why)?;
    let slug = server.apply_to_organ(organ.parse()?, new).await?;
    respond::redirect(&paths::who_does_what(&slug), Notice::CandidatureSent);
    Ok(())
}

/// Files a remark or an opinion of the guarantee committee.
#[server(prefix = "/api", endpoint = "organs/remark")]
pub async fn file_remark(
    member: String,
    #[server(default)] kind: String,
    #[server(default)] title: String,
    #[server(default)] text: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let slug = server.file_remark(member.parse()?, NewRemark::parse(&kind, &title, &text)?).await?;
    respond::redirect(&paths::remarks(&slug), Notice::RemarkFiled);
    Ok(())
}

/// Moves a member one step; `back` is the page to return to.
#[server(prefix = "/api", endpoint = "organs/move")]
pub async fn move_member(
    member: String,
    step: String,
    #[server(default)] reason: String,
    #[server(default)] back: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let step: MemberStep = chosen("step", &step)?;
    let slug = server.move_member(member.parse()?, step, reason_for(step, &reason)?).await?;
    let to = if back == "work" { paths::organs_work(&slug) } else { paths::who_does_what(&slug) };
    let notice = match step {
        MemberStep::Accept | MemberStep::Activate => Notice::MemberAccepted,
        MemberStep::Decline => Notice::MemberDeclined,
        MemberStep::Refuse => Notice::MemberRefused,
        MemberStep::TakeBack => Notice::MemberTakenBack,
        MemberStep::Leave => Notice::MemberLeft,
        MemberStep::Invite => Notice::MemberInvited,
        MemberStep::Apply => Notice::CandidatureSent,
    };
    respond::redirect(&to, notice);
    Ok(())
}
