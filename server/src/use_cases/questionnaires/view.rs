//! What each reader sees of a questionnaire.

use super::{
    super::{Handle, documents::path_name},
    Questionnaire,
};
use crate::{
    auth::secret,
    store::{
        Tx,
        processes::{self, Process},
        questionnaires::{self, Invited},
    },
};
use app::{
    contract::questionnaires::{
        AnswerSheet, AnswerStanding, InvitedRow, PaperDesk, QuestionnaireDesk, QuestionnaireList, QuestionnaireRow,
        QuestionnaireWork, Whose,
    },
    error::{AppError, Outcome},
};
use domain::{
    action::Action,
    id::{ProcessId, QuestionnaireId},
    questionnaire::{Audience, QuestionnaireState, QuestionnaireStep},
    refusal::Blocker,
};

/// Questionnaires on the home page.
const SHOWN: usize = 3;

impl Handle {
    /// The questionnaire as a row of lists.
    pub(super) fn row_of(&self, one: &Questionnaire, path: &Process) -> Outcome<QuestionnaireRow> {
        let state = match one.state_at(self.now()) {
            // A path that ends closes what it left open.
            QuestionnaireState::Open if path.stage.is_over() => QuestionnaireState::Closed,
            state => state,
        };
        Ok(QuestionnaireRow {
            id: one.id,
            path: path_name(path),
            title: one.head.title.clone(),
            state,
            audience: one.head.audience,
            closes_on: one.head.closes_on,
            edition: one.edition,
            published: one.head.publishes && state == QuestionnaireState::Closed,
        })
    }

    /// What can be answered, and what can be read.
    pub(super) async fn public_questionnaires(&self) -> Outcome<QuestionnaireList> {
        let tx = self.read().await?;
        let paths = processes::public(&tx, &self.scope).await?;
        let ids: Vec<ProcessId> = paths.iter().map(|path| path.id).collect();
        let states = [QuestionnaireState::Open, QuestionnaireState::Closed];
        let all = questionnaires::of_paths(&tx, &self.scope, &ids, &states).await?;
        let mut list = QuestionnaireList { open: Vec::new(), results: Vec::new() };
        for one in &all {
            let Some(path) = paths.iter().find(|path| path.id == one.process) else { continue };
            let row = self.row_of(one, path)?;
            if row.state == QuestionnaireState::Open {
                list.open.push(row);
            } else if row.published {
                list.results.push(row);
            }
        }
        Ok(list)
    }

    /// The questionnaires of these paths that are open.
    pub(in crate::use_cases) async fn open_questionnaires(
        &self,
        tx: &Tx,
        paths: &[Process],
    ) -> Outcome<Vec<QuestionnaireRow>> {
        let running: Vec<ProcessId> = paths.iter().filter(|path| !path.stage.is_over()).map(|path| path.id).collect();
        let all = questionnaires::of_paths(tx, &self.scope, &running, &[QuestionnaireState::Open]).await?;
        let rows = all.iter().filter_map(|one| {
            let path = paths.iter().find(|path| path.id == one.process)?;
            Some(self.row_of(one, path))
        });
        let mut rows = rows.collect::<Outcome<Vec<_>>>()?;
        rows.retain(|row| row.state == QuestionnaireState::Open);
        rows.truncate(SHOWN);
        Ok(rows)
    }

    /// The questionnaires of a path; who only writes down paper sees the open ones.
    pub(super) async fn desk_of_questionnaires(&self, slug: &str) -> Outcome<QuestionnaireDesk> {
        let tx = self.read().await?;
        let path = self.process_for(&tx, slug, Action::EnterAnswers).await?;
        let runs = self.scope.may(Action::ManageQuestionnaires, Some(path.id));
        let all = questionnaires::of_process(&tx, &self.scope, path.id).await?;
        let mut rows = all.iter().map(|one| self.row_of(one, &path)).collect::<Outcome<Vec<_>>>()?;
        rows.retain(|row| runs || row.state == QuestionnaireState::Open);
        let may_add = self.may_write_in(&path, Action::ManageQuestionnaires);
        Ok(QuestionnaireDesk { path: path_name(&path), rows, may_add })
    }

    /// A questionnaire for those who run it.
    pub(super) async fn work_on_questionnaire(&self, id: QuestionnaireId) -> Outcome<QuestionnaireWork> {
        self.scope.person()?;
        let tx = self.read().await?;
        let (one, path) = self.questionnaire_in_view(&tx, id).await?;
        self.scope.authorise(Action::EnterAnswers, Some(path.id))?;
        let row = self.row_of(&one, &path)?;
        let may_manage = self.scope.may(Action::ManageQuestionnaires, Some(path.id));
        let open = may_manage && self.may_write_in(&path, Action::ManageQuestionnaires);
        let invited = match one.head.audience {
            Audience::Invited if may_manage => questionnaires::invited(&tx, &self.scope, id).await?,
            _ => Vec::new(),
        };
        let next = questionnaires::next_of(&tx, &self.scope, id).await?.filter(|_| may_manage);
        let may = |step: &QuestionnaireStep| match step {
            QuestionnaireStep::Open => open && path.is_public(),
            QuestionnaireStep::Close => may_manage,
        };
        let steps = QuestionnaireStep::ALL.iter().copied();
        let steps = steps.filter(|step| may(step) && row.state.after(*step).is_ok()).collect();
        Ok(QuestionnaireWork {
            answered: questionnaires::count(&tx, &self.scope, id).await?,
            invited: invited.into_iter().map(invited_row).collect(),
            previous: one.previous,
            may_manage,
            may_edit: open && one.state.may_edit().is_ok(),
            may_extend: open && row.state == QuestionnaireState::Open,
            steps,
            may_correct: open && row.state == QuestionnaireState::Closed && next.is_none(),
            may_enter: row.state == QuestionnaireState::Open,
            next: next.map(|next| next.id),
            version: one.version,
            head: one.head,
            definition: one.definition,
            row,
        })
    }

    /// A questionnaire to be answered.
    pub(super) async fn sheet_to_answer(
        &self,
        id: Option<QuestionnaireId>,
        key: Option<String>,
    ) -> Outcome<AnswerSheet> {
        let tx = self.read().await?;
        let invited = match &key {
            Some(key) => Some(self.invitation_to(&tx, key).await?),
            None => None,
        };
        let id = id.or(invited.as_ref().map(|one| one.questionnaire)).ok_or(AppError::NotFound)?;
        let (one, path) = self.questionnaire_in_view(&tx, id).await?;
        if one.state == QuestionnaireState::Draft {
            return Err(AppError::NotFound);
        }
        let row = self.row_of(&one, &path)?;
        let open = row.state == QuestionnaireState::Open;
        let standing = match (open, one.head.audience, self.scope.actor(), &invited) {
            (false, ..) => AnswerStanding::Closed,
            (true, Audience::Anonymous, ..) => AnswerStanding::Open,
            (true, Audience::SignedIn, None, _) => AnswerStanding::SignIn,
            (true, Audience::SignedIn, Some(me), _) if questionnaires::took_part(&tx, &self.scope, id, me).await? => {
                AnswerStanding::Answered
            }
            (true, Audience::SignedIn, Some(_), _) => AnswerStanding::Open,
            (true, Audience::Invited, _, None) => AnswerStanding::ByLink,
            (true, Audience::Invited, _, Some(invited)) if invited.answered => AnswerStanding::Answered,
            (true, Audience::Invited, _, Some(_)) => AnswerStanding::Open,
        };
        let next = match open {
            true => None,
            false => questionnaires::next_of(&tx, &self.scope, id).await?,
        };
        Ok(AnswerSheet {
            next: next.filter(|next| next.state != QuestionnaireState::Draft).map(|next| next.id),
            lead: one.head.lead,
            definition: one.definition,
            standing,
            once: secret::fresh_answer(),
            row,
        })
    }

    /// Where answers on paper are written down.
    pub(super) async fn desk_for_paper(&self, id: QuestionnaireId) -> Outcome<PaperDesk> {
        self.scope.person()?;
        let tx = self.read().await?;
        let (one, path) = self.questionnaire_in_view(&tx, id).await?;
        self.scope.authorise(Action::EnterAnswers, Some(path.id))?;
        let row = self.row_of(&one, &path)?;
        if row.state != QuestionnaireState::Open {
            return Err(Blocker::QuestionnaireNotOpen.into());
        }
        let whose = match one.head.audience {
            Audience::Invited if self.scope.may(Action::ManageQuestionnaires, Some(path.id)) => {
                let invited = questionnaires::invited(&tx, &self.scope, id).await?;
                Whose::OneOf(invited.into_iter().filter(|one| !one.answered).map(invited_row).collect())
            }
            Audience::Invited => Whose::Address,
            Audience::Anonymous | Audience::SignedIn => Whose::Nobody,
        };
        Ok(PaperDesk { row, definition: one.definition, whose, once: secret::fresh_answer() })
    }
}

fn invited_row(one: Invited) -> InvitedRow {
    InvitedRow { id: one.id.to_string(), email: one.email, answered: one.answered }
}
