//! Accepted proposals become action sheets, each once, in the tenant's agenda.

use super::Handle;
use crate::{
    store::{
        Tx,
        action_sheets::{self, ActionSheet},
        agendas::{self, Agenda},
        audit::Entry,
    },
    use_cases::proposal_document::Opened,
};
use app::error::{AppError, Outcome};
use domain::{
    action_sheet::{self, ActionSituation, ActionText},
    agenda::AgendaKind,
    id::{ActionSheetId, AgendaId},
};

impl Handle {
    /// The sheets of the proposals with these numbers: those that are there, and new ones for the others.
    pub(in crate::use_cases) async fn make_sheets(
        &self,
        tx: &Tx,
        opened: &Opened,
        numbers: &[u32],
    ) -> Outcome<Vec<ActionSheet>> {
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        let agenda = self.agenda_to_fill(tx).await?;
        let there = action_sheets::of_process(tx, &self.scope, opened.process.id).await?;
        let mut count = action_sheets::count(tx, &self.scope, agenda).await?;
        let mut sheets = Vec::new();
        for &number in numbers {
            if let Some(made) = there.iter().find(|sheet| sheet.proposal == number) {
                sheets.push(made.clone());
                continue;
            }
            let proposal = opened.content.proposal(number).ok_or(AppError::NotFound)?;
            count += 1;
            let sheet = ActionSheet {
                id: ActionSheetId::fresh(),
                agenda,
                code: action_sheet::code(count),
                words: ActionText { title: proposal.title.clone(), text: proposal.text.clone() },
                situation: ActionSituation::Idea,
                process: opened.process.id,
                proposal: number,
                made_by: self.scope.actor(),
                made_at: self.now(),
                version: 1,
            };
            action_sheets::insert(tx, &self.scope, &sheet, self.scope.acting_role()).await?;
            self.record(tx, Entry::made("action_sheet.make", "action_sheet", sheet.id.0, &sheet)).await?;
            sheets.push(sheet);
        }
        Ok(sheets)
    }

    /// The tenant's agenda, made with its first sheet; nobody else fills it until the transaction ends.
    async fn agenda_to_fill(&self, tx: &Tx) -> Outcome<AgendaId> {
        if let Some(agenda) = agendas::to_fill(tx, &self.scope).await? {
            return Ok(agenda.id);
        }
        let agenda = Agenda::draft(AgendaKind::of(self.scope.place().template), self.now());
        agendas::insert(tx, &self.scope, &agenda).await?;
        self.record(tx, Entry::made("agenda.create", "agenda", agenda.id.0, &agenda)).await?;
        Ok(agenda.id)
    }
}
