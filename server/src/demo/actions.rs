//! The actions that decided proposals became, moved as the files tell.

use super::{
    Fault, Load,
    data::{MeritData, ProcessFile},
    noon, results,
};
use crate::store::{
    action_sheets::{self, ActionSheet},
    agendas::{self, Agenda},
    processes::Process,
};
use domain::{
    action_sheet::{ActionSituation, ActionText, Making, code},
    agenda::AgendaKind,
    id::ActionSheetId,
    role::Role,
};

/// Whether the decision made an action: at once, or because the files say how it moved.
#[must_use]
pub fn is_made(own: &MeritData) -> bool {
    match Making::of(own.outcome) {
        Making::AtOnce => true,
        Making::OnRequest => !own.action.is_empty(),
        Making::Never => false,
    }
}

/// Writes the agenda of a tenant whose decisions are published.
pub(super) async fn load(load: &Load<'_>, process: &Process, file: &ProcessFile) -> Result<(), Fault> {
    let (Some(document), Some(outcome)) = (&file.docpp, &file.outcome) else { return Ok(()) };
    let made: Vec<&MeritData> = outcome.decision.iter().filter(|own| is_made(own)).collect();
    let Some(on) = outcome.communicated_on.filter(|_| !made.is_empty()) else { return Ok(()) };
    let at = noon(on);
    let agenda = Agenda::draft(AgendaKind::of(load.scope.place().template), at);
    agendas::insert(&load.tx, &load.scope, &agenda).await?;
    for (count, own) in (1..).zip(made) {
        let Some(proposal) = document.proposal.iter().find(|one| one.number == own.proposal) else { continue };
        let proposal = results::proposal(load, proposal)?;
        let mut sheet = ActionSheet {
            id: ActionSheetId::fresh(),
            agenda: agenda.id,
            code: code(count),
            words: ActionText { title: proposal.title, text: proposal.text },
            situation: ActionSituation::Idea,
            process: process.id,
            proposal: own.proposal,
            made_by: None,
            made_at: at,
            version: 1,
        };
        action_sheets::insert(&load.tx, &load.scope, &sheet, Role::BodySecretary).await?;
        for moved in &own.action {
            let after = sheet.after(moved.step).map_err(|_| wrong(own, moved.step.code()))?;
            let by = (Role::ProcessOwner, noon(moved.on));
            action_sheets::move_on(&load.tx, &load.scope, &sheet, &after, &moved.reason, by).await?;
            sheet = after;
        }
    }
    Ok(())
}

fn wrong(own: &MeritData, step: &str) -> Fault {
    Fault::data("processes", format!("the action of proposal {} cannot {step}", own.proposal))
}
