//! Answering, on the web and from paper: that somebody answered is noted apart from what they answered.

use super::{super::Handle, Questionnaire};
use crate::{
    auth::secret,
    store::{
        Tx, attempts,
        audit::{self, Entry},
        processes::Process,
        questionnaires::{self, Answer, Invited},
    },
};
use app::error::{AppError, Outcome};
use chrono::TimeDelta;
use domain::{
    action::Action,
    id::{AnswerId, QuestionnaireId},
    invalid::Fault,
    questionnaire::{AnswerChannel, Audience, NewPaper, QuestionnaireState},
    refusal::Blocker,
    tenant::TenantState,
    text,
};

/// How often those behind one network answer anonymously in an hour: a library, not a machine.
const PER_NETWORK: u64 = 60;
/// How many sheets one person writes down in an hour.
const SHEETS_PER_HOUR: u64 = 300;

impl Handle {
    /// Keeps the answers of the person who asks, once.
    pub(super) async fn keep_sheet(
        &self,
        id: QuestionnaireId,
        key: Option<&str>,
        once: AnswerId,
        sent: &[(String, String)],
    ) -> Outcome<AnswerId> {
        let tx = self.begin().await?;
        questionnaires::in_turn(&tx, &self.scope, id).await?;
        let (one, path) = self.questionnaire_in_view(&tx, id).await?;
        self.is_in_service()?;
        if let Some(before) = questionnaires::answer(&tx, &self.scope, once).await? {
            // What is sent twice is kept once; whoever answers otherwise on the same page must not meet these answers.
            let same = before.questionnaire == id
                && before.channel == AnswerChannel::Web
                && one.definition.read(sent)? == before.answers;
            return if same { Ok(before.id) } else { Err(Blocker::SheetUsed.into()) };
        }
        match one.head.audience {
            Audience::Anonymous => {
                self.takes_answers(&one, &path)?;
                let (network, now) = (self.caller(), self.now());
                let since = now - TimeDelta::hours(1);
                if attempts::count(&tx, &self.scope, "questionnaire", &network, since).await? >= PER_NETWORK {
                    return Err(AppError::TooMany);
                }
                attempts::note(&tx, &self.scope, "questionnaire", &network, now).await?;
            }
            Audience::SignedIn => {
                self.scope.authorise(Action::AnswerQuestionnaire, Some(path.id))?;
                self.takes_answers(&one, &path)?;
                let me = self.scope.person()?;
                if questionnaires::took_part(&tx, &self.scope, id, me).await?
                    || !questionnaires::note_participation(&tx, &self.scope, id, me).await?
                {
                    return Err(Blocker::AlreadyAnswered.into());
                }
            }
            Audience::Invited => {
                let invited = self.invitation_to(&tx, key.ok_or(AppError::NotFound)?).await?;
                if invited.questionnaire != id {
                    return Err(AppError::NotFound);
                }
                self.takes_answers(&one, &path)?;
                if !questionnaires::note_answered(&tx, &self.scope, invited.id).await? {
                    return Err(Blocker::AlreadyAnswered.into());
                }
            }
        }
        let answers = one.definition.read(sent)?;
        let new = Answer { id: once, questionnaire: id, channel: AnswerChannel::Web, paper: None, answers };
        if !questionnaires::insert_answer(&tx, &self.scope, &new).await? {
            return Err(AppError::Conflict);
        }
        // That an answer came in is recorded: nobody is named, and what is hashed tells what was asked alone.
        let entry = Entry::made("questionnaire.answer", "questionnaire", id.0, &(id, one.edition));
        audit::record(&tx, &self.scope.as_visitor(), entry, self.now()).await?;
        self.commit(tx).await?;
        Ok(once)
    }

    /// Keeps answers that came on paper.
    pub(super) async fn keep_paper(
        &self,
        id: QuestionnaireId,
        once: AnswerId,
        paper: &NewPaper,
        invitation: &str,
        sent: &[(String, String)],
    ) -> Outcome<()> {
        let me = self.scope.person()?;
        let tx = self.begin().await?;
        questionnaires::in_turn(&tx, &self.scope, id).await?;
        let (one, path) = self.questionnaire_in_view(&tx, id).await?;
        self.scope.authorise(Action::EnterAnswers, Some(path.id))?;
        if let Some(before) = questionnaires::answer(&tx, &self.scope, once).await? {
            let same = before.questionnaire == id
                && before.paper == Some(paper.number)
                && one.definition.read(sent)? == before.answers;
            return if same { Ok(()) } else { Err(Blocker::SheetUsed.into()) };
        }
        self.takes_answers(&one, &path)?;
        if questionnaires::paper_taken(&tx, &self.scope, id, paper.number).await? {
            return Err(AppError::invalid("number", Fault::Taken));
        }
        if one.head.audience == Audience::Invited {
            let wrong = |fault| AppError::invalid("invitation", fault);
            if invitation.trim().is_empty() {
                return Err(wrong(Fault::Required));
            }
            let email = text::email(invitation).ok();
            let all = questionnaires::invited(&tx, &self.scope, id).await?;
            let whose = all.iter().find(|one| one.id.to_string() == invitation || Some(&one.email) == email.as_ref());
            let whose = whose.ok_or_else(|| wrong(Fault::Choice))?;
            if !questionnaires::note_answered(&tx, &self.scope, whose.id).await? {
                return Err(wrong(Fault::Taken));
            }
        }
        let answers = one.definition.read(sent)?;
        self.within_limit(&tx, "questionnaire_paper", me, SHEETS_PER_HOUR).await?;
        let channel = AnswerChannel::Paper;
        let new = Answer { id: once, questionnaire: id, channel, paper: Some(paper.number), answers };
        if !questionnaires::insert_answer(&tx, &self.scope, &new).await? {
            return Err(AppError::Conflict);
        }
        let entry = Entry::made("questionnaire.enter", "questionnaire", id.0, &(id, one.edition, paper));
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }

    /// Refuses in a space that is suspended.
    fn is_in_service(&self) -> Outcome<()> {
        if self.scope.place().state == TenantState::Active { Ok(()) } else { Err(AppError::Forbidden) }
    }

    /// Refuses where nobody answers, or no more.
    fn takes_answers(&self, one: &Questionnaire, path: &Process) -> Outcome<()> {
        let open = one.state_at(self.now()) == QuestionnaireState::Open && !path.stage.is_over();
        if open { Ok(()) } else { Err(Blocker::QuestionnaireNotOpen.into()) }
    }

    /// The invitation with this key.
    pub(super) async fn invitation_to(&self, tx: &Tx, key: &str) -> Outcome<Invited> {
        let found = questionnaires::invitation(tx, &self.scope, &secret::key_hash(key)).await?;
        found.ok_or(AppError::NotFound)
    }
}
