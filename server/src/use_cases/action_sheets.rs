//! Action sheets of the agenda: read by everybody, moved and worded by those who answer for them.

mod making;
mod origin;

use super::Handle;
use crate::store::{
    action_sheets::{self, ActionMove, ActionSheet},
    agendas,
    audit::Entry,
    outcomes, processes,
};
use app::{
    contract::{
        Slice,
        action_sheets::{ActionList, ActionMoveView, ActionRow, ActionSheets, ActionView},
    },
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action_sheet::{ActionSituation, ActionText, Making, NewMove},
    id::ProcessId,
    policy::Action,
    refusal::Blocker,
};
use uuid::Uuid;

/// Actions of a page.
const PAGE: usize = 20;

#[async_trait]
impl ActionSheets for Handle {
    async fn actions(&self, situation: Option<ActionSituation>, after: Option<String>) -> Outcome<ActionList> {
        let after = after.map(|id| id.parse::<Uuid>().map_err(|_| AppError::NotFound)).transpose()?;
        let tx = self.read().await?;
        let agenda = agendas::of(&tx, &self.scope).await?;
        let mut sheets = action_sheets::page(&tx, &self.scope, situation, after, PAGE as u64 + 1).await?;
        let more = sheets.len() > PAGE;
        sheets.truncate(PAGE);
        let next = sheets.last().filter(|_| more).map(|last| last.id.to_string());
        let ids: Vec<ProcessId> = sheets.iter().map(|sheet| sheet.process).collect();
        let paths = processes::names(&tx, &self.scope, &ids).await?;
        let row = |sheet: ActionSheet| ActionRow {
            code: sheet.code,
            title: sheet.words.title,
            situation: sheet.situation,
            path: paths.get(&sheet.process).cloned().unwrap_or_default(),
            proposal: sheet.proposal,
        };
        let rows = sheets.into_iter().map(row).collect();
        Ok(ActionList { agenda: agenda.map(|agenda| agenda.title), slice: Slice { rows, next } })
    }

    async fn action(&self, code: String) -> Outcome<ActionView> {
        let tx = self.read().await?;
        let sheet = action_sheets::by_code(&tx, &self.scope, &code).await?;
        let agenda = agendas::by_id(&tx, &self.scope, sheet.agenda).await?;
        let may = self.scope.may(Action::UpdateActionSheet, Some(sheet.process));
        let moves = action_sheets::moves(&tx, &self.scope, sheet.id).await?;
        let moved = |one: ActionMove| ActionMoveView {
            situation: one.situation,
            reason: one.reason,
            role: one.role,
            at: one.at,
        };
        Ok(ActionView {
            origin: self.origin_of(&tx, &sheet).await?,
            agenda: agenda.title,
            moves: moves.into_iter().map(moved).collect(),
            steps: sheet.situation.steps().filter(|_| may).collect(),
            may_edit: may && agenda.state.words_may_change(),
            code: sheet.code,
            words: sheet.words,
            situation: sheet.situation,
            version: sheet.version,
        })
    }

    async fn make_action(&self, slug: String, proposal: u32) -> Outcome<String> {
        let tx = self.begin().await?;
        let opened = self.open_document(&tx, &slug).await?;
        let process = opened.process.id;
        self.scope.authorise(Action::MakeActionSheet, Some(process))?;
        let outcome = outcomes::of(&tx, &self.scope, process).await?;
        if outcome.is_none_or(|outcome| outcome.communicated_on.is_none()) {
            return Err(Blocker::WrongState.into());
        }
        let decisions = outcomes::decisions(&tx, &self.scope, process).await?;
        let decided = decisions.iter().find(|(number, _)| *number == proposal).ok_or(AppError::NotFound)?;
        if Making::of(decided.1.decision) == Making::Never {
            return Err(Blocker::ProposalNotAccepted.into());
        }
        let made = self.make_sheets(&tx, &opened, &[proposal]).await?;
        let code = made.into_iter().next().map(|sheet| sheet.code).ok_or(AppError::NotFound)?;
        self.commit(tx).await?;
        Ok(code)
    }

    async fn move_action(&self, code: String, version: i32, new: NewMove) -> Outcome<()> {
        let tx = self.begin().await?;
        let before = action_sheets::by_code(&tx, &self.scope, &code).await?;
        self.scope.authorise(Action::UpdateActionSheet, Some(before.process))?;
        if before.version != version {
            return Err(AppError::Conflict);
        }
        let after = before.after(new.step)?;
        let by = (self.scope.acting_role(), self.now());
        action_sheets::move_on(&tx, &self.scope, &before, &after, &new.reason, by).await?;
        self.record(&tx, change("action_sheet.move", &before, &after)).await?;
        self.commit(tx).await
    }

    async fn edit_action(&self, code: String, version: i32, words: ActionText) -> Outcome<()> {
        let tx = self.begin().await?;
        let before = action_sheets::by_code(&tx, &self.scope, &code).await?;
        self.scope.authorise(Action::UpdateActionSheet, Some(before.process))?;
        if before.version != version {
            return Err(AppError::Conflict);
        }
        if !agendas::by_id(&tx, &self.scope, before.agenda).await?.state.words_may_change() {
            return Err(Blocker::WrongState.into());
        }
        let after = ActionSheet { words, version: before.version.saturating_add(1), ..before.clone() };
        action_sheets::update(&tx, &self.scope, &before, &after).await?;
        self.record(&tx, change("action_sheet.edit", &before, &after)).await?;
        self.commit(tx).await
    }
}

fn change(action: &'static str, before: &ActionSheet, after: &ActionSheet) -> Entry {
    Entry::changed(action, "action_sheet", after.id.0, before, after)
}
