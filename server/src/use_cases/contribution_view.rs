//! One contribution with its comments and its story.

use super::{Handle, combining::Kin, tables::name_of};
use crate::store::{
    Tx,
    action_sheets::{self, ActionSheet},
    contribution_origins,
    contributions::{self, Contribution},
    moderation,
    processes::Process,
    proposal_origins::{self, Decided, Descendant},
    syntheses, thematic_tables,
};
use app::{
    contract::contributions::{
        CommentsAsked, ContributionView, Hiding, Story, StoryPlace, StoryStep, StoryWhat, Withheld,
    },
    error::{AppError, Outcome},
    i18n::Locale,
    letter, paths,
};
use chrono::{DateTime, Utc};
use domain::{
    action::Action,
    calendar::day_in_rome,
    contribution::{HideReason, ModerationState, ModerationStep},
    evaluation::Evaluation,
    origin::Origin,
    outcome::NewDecision,
    reason::Reason,
};

impl Handle {
    /// The contribution as the person who asks sees it, and when they last read it.
    pub(super) async fn view(
        &self,
        tx: &Tx,
        (one, process): (Contribution, Process),
        asked: CommentsAsked,
    ) -> Outcome<(ContributionView, Option<DateTime<Utc>>)> {
        let me = self.scope.actor();
        let mine = me.is_some() && me == one.author;
        let around = contributions::around(tx, &self.scope, &one, me).await?;
        let may_report = self.scope.may(Action::Report, None);
        let may_moderate = self.scope.may(Action::Moderate, Some(one.process));
        let min_age = self.age_for(process.pack()?);
        let comment_order = asked.order;
        let slot = self.slot(&process)?;
        let comments = self.threads(tx, &one, slot.open && one.moderation.is_public(), asked).await?;
        let seen = around.seen_at;
        let kin = self.kin(tx, one.id).await?;
        let composed = kin.born.is_some();
        let people_behind =
            if composed { Some(contribution_origins::people(tx, &self.scope, one.id).await?) } else { None };
        let take_back = if composed { self.may_take_back(tx, &one, &process).await? } else { None };
        let mut story = self.story(tx, &one, &process, (&around.table, kin)).await?;
        if around.returns > 0 {
            story.insert(self.returned_steps(tx, one.id).await?);
        }
        let view = ContributionView {
            // What the body decided counts for more than what was answered before.
            state: story.decided().unwrap_or(one.assessment.evaluation),
            story,
            people_behind,
            take_back,
            hidden: self.hiding(tx, &one).await?,
            added: self.added_words(tx, one.id, around.additions).await?,
            versions: around.versions,
            source: around.source,
            revision: self.revision_of(&one, &process)?.filter(|_| mine),
            attachment: self.attachment_of(tx, &one).await?,
            ask_age: self.age_to_ask(min_age),
            author: around.author,
            channel: one.channel,
            slot,
            process: name_of(&process)?,
            table: (one.table, around.table),
            id: one.id,
            title: one.title,
            body: one.body,
            place: one.place,
            at: one.created_at,
            supports: one.supports,
            supported: around.supported,
            following: around.following,
            mine,
            may_report: may_report && !mine,
            may_moderate,
            answer: one.answered_at.map(|at| (one.answer, at)),
            comments_count: one.comments,
            comment_order,
            comments,
        };
        Ok((view, seen))
    }

    /// Whether the person may read the contribution: a hidden one only its author and who moderates it.
    pub(super) fn may_read(&self, one: &Contribution) -> bool {
        let mine = self.scope.actor().is_some() && self.scope.actor() == one.author;
        one.moderation.is_public() || mine || self.scope.may(Action::Moderate, Some(one.process))
    }

    /// What everybody may know of a hidden contribution; of one that was never public, nothing.
    pub(super) async fn withheld(&self, tx: &Tx, one: &Contribution, process: &Process) -> Outcome<Withheld> {
        let unread = one.moderation != ModerationState::Hidden;
        if unread || !moderation::never_public(tx, &self.scope, &[one.id.0]).await?.is_empty() {
            return Err(AppError::NotFound);
        }
        let ground = self.hiding(tx, one).await?.and_then(|hidden| hidden.why).map(|why| why.ground);
        Ok(Withheld { process: name_of(process)?, ground })
    }

    /// That a contribution is hidden, and why.
    pub(super) async fn hiding(&self, tx: &Tx, one: &Contribution) -> Outcome<Option<Hiding>> {
        if one.moderation.is_public() {
            return Ok(None);
        }
        let log = moderation::log_of(tx, &self.scope, one.id.0).await?;
        let hidden = log.into_iter().find(|entry| entry.step == ModerationStep::Hide);
        let why = hidden
            .and_then(|entry| Some(HideReason { ground: entry.ground?, reason: Reason::parse(&entry.reason).ok()? }));
        Ok(Some(Hiding { waiting: one.moderation == ModerationState::PendingModeration, why }))
    }

    /// The story of a contribution, in the order in which things happen.
    async fn story(&self, tx: &Tx, one: &Contribution, process: &Process, (table, kin): (&str, Kin)) -> Outcome<Story> {
        let answered = one.assessment.answered;
        let turned_down = matches!(one.assessment.evaluation, Evaluation::Rejected | Evaluation::OutOfScope);
        let why = kin.born.as_ref().map(|born| born.why.clone());
        let passed_on = kin.became.is_some();
        let began = kin.born.map_or(StoryWhat::Proposed, StoryWhat::Born);
        let mut steps = vec![StoryStep { why, ..done(began, day_in_rome(one.created_at), None) }];
        // What was composed from it carries it on.
        let all: Vec<_> = std::iter::once(one.id).chain(kin.later).collect();
        let taken = syntheses::of_contributions(tx, &self.scope, &all).await?;
        // What was composed from it may have gone to another table.
        let moved = taken.iter().any(|synthesis| synthesis.table != one.table);
        let tables = if moved { thematic_tables::of_process(tx, &self.scope, process.id).await? } else { Vec::new() };
        for synthesis in &taken {
            let at = tables.iter().find(|table| table.id == synthesis.table).map_or(table, |table| table.name.as_str());
            let what = StoryWhat::InSynthesis { table: at.to_owned(), title: synthesis.title.clone() };
            let href = paths::synthesis(&process.slug, synthesis.table, synthesis.id);
            steps.push(done(what, day_in_rome(synthesis.created_at), Some(href)));
        }
        if taken.is_empty() && !answered {
            steps.push(next(StoryWhat::InSynthesis { table: table.to_owned(), title: String::new() }, None));
        }
        let mut origins: Vec<_> = all.into_iter().map(Origin::Contribution).collect();
        origins.extend(taken.iter().map(|synthesis| Origin::Synthesis(synthesis.id)));
        let mut made = proposal_origins::descendants(tx, &self.scope, &origins).await?;
        made.dedup_by_key(|proposal| proposal.number);
        for proposal in &made {
            let what = StoryWhat::InDocument { number: proposal.number, title: proposal.title.clone() };
            let href = paths::document_proposal(&process.slug, proposal.number);
            let on = proposal.sent_on;
            steps.push(StoryStep { what, place: StoryPlace::Done, on, href: Some(href), why: None });
            if let Some(decided) = &proposal.decision {
                let what = StoryWhat::Decided { decision: decided.decision };
                let why = Some(decided.reason.clone()).filter(|why| !why.is_empty());
                let href = Some(paths::decisions(&process.slug));
                steps.push(StoryStep { what, place: StoryPlace::Done, on: decided.on, href, why });
            }
        }
        if process.pack()?.proposal_document && !answered && made.is_empty() {
            let what = StoryWhat::InDocument { number: 0, title: String::new() };
            steps.push(next(what, process.authorised_end));
        }
        if answered {
            let evaluation = one.answered_as.unwrap_or(one.assessment.evaluation);
            let what = kin.became.map_or(StoryWhat::Answered { evaluation }, StoryWhat::Became);
            let on = day_in_rome(one.answered_at.unwrap_or(one.changed_at));
            // What the platform joined from the decisions stands beside each of them already.
            let why = Some(one.answer.clone()).filter(|why| !why.is_empty() && *why != joined(&made));
            let later = steps.iter().position(|step| step.on.is_some_and(|day| day > on));
            steps.insert(later.unwrap_or(steps.len()), StoryStep { why, ..done(what, on, None) });
        } else {
            steps.push(next(StoryWhat::Answered { evaluation: one.assessment.evaluation }, None));
        }
        let became = self.actions_of(tx, process, &made).await?;
        let none = became.is_empty();
        for sheet in became {
            let situation = Some(sheet.situation);
            let what = StoryWhat::Action { number: sheet.code.clone(), title: sheet.words.title, situation };
            steps.push(done(what, day_in_rome(sheet.made_at), Some(paths::action(&sheet.code))));
        }
        let undecided = made.iter().all(|proposal| proposal.decision.is_none());
        // What became another waits for nothing by itself until that goes on.
        let waits = !passed_on || !made.is_empty();
        if none && undecided && !turned_down && waits {
            let what = StoryWhat::Action { number: String::new(), title: String::new(), situation: None };
            steps.push(next(what, None));
        }
        if let Some(first) = steps.iter_mut().find(|step| step.place == StoryPlace::Next) {
            first.place = StoryPlace::Now;
        }
        Ok(Story { steps })
    }

    /// The actions that these proposals of `process` became; there is none before a decision.
    async fn actions_of(&self, tx: &Tx, process: &Process, made: &[Descendant]) -> Outcome<Vec<ActionSheet>> {
        if made.iter().all(|proposal| proposal.decision.is_none()) {
            return Ok(Vec::new());
        }
        let mut sheets = action_sheets::of_process(tx, &self.scope, process.id).await?;
        sheets.retain(|sheet| made.iter().any(|proposal| proposal.number == sheet.proposal));
        Ok(sheets)
    }
}

fn done(what: StoryWhat, on: chrono::NaiveDate, href: Option<String>) -> StoryStep {
    StoryStep { what, place: StoryPlace::Done, on: Some(on), href, why: None }
}

fn next(what: StoryWhat, expected: Option<chrono::NaiveDate>) -> StoryStep {
    StoryStep { what, place: StoryPlace::Next, on: expected, href: None, why: None }
}

/// The answer that the publication of these decisions gave, as it is kept.
fn joined(made: &[Descendant]) -> String {
    let mut decided: Vec<_> = made.iter().filter_map(|one| Some((one, one.decision.as_ref()?))).collect();
    decided.sort_by_key(|(one, _)| one.number);
    let line = |(one, said): (&Descendant, &Decided)| {
        let decision = NewDecision { decision: said.decision, reason: said.reason.clone() };
        letter::decision_line(Locale::it, (one.number, &one.title), &decision)
    };
    decided.into_iter().map(line).collect::<Vec<_>>().join("\n\n")
}
