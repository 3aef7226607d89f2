//! Contributions of citizens, from proposing to the answer.

use super::{Handle, contribution_parts::Limit, contribution_rows::found_views, tables::name_of};
use crate::store::{
    audit::Entry,
    contributions::{self, Query},
    supports,
    thematic_tables::{self, Choice},
};
use app::{
    contract::{
        Slice,
        contributions::{
            AnswerDesk, AnswersAsked, CommentsAsked, ContributionList, Contributions, Filter, Order, ProposeDesk,
            Results, Said, Sent, Shown, SimilarDesk, Supports,
        },
        documents::SentFile,
    },
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action::Action,
    contribution::{NewComment, NewContribution},
    evaluation::{Answer, may_answer, may_combine},
    id::{CommentId, ContributionId},
};

/// Rows of a page.
const PAGE: u64 = 20;
/// Results are counted up to here.
const COUNTED: u64 = 1_000;
/// How often a person adds or takes back a support, or follows or unfollows: each leaves a line in the log.
const SIGNS: Limit = Limit { hour: 120, day: 500 };

#[async_trait]
impl Contributions for Handle {
    async fn contributions(&self, filter: Filter) -> Outcome<ContributionList> {
        let tx = self.read().await?;
        let all = thematic_tables::choices(&tx, &self.scope).await?;
        let process = match &filter.process {
            Some(slug) => Some(all.iter().find(|one| one.slug == *slug).ok_or(AppError::NotFound)?.process),
            None => None,
        };
        let order = filter.order;
        let query = Query {
            process,
            table: filter.table,
            state: filter.state,
            words: contributions::search(&tx, &self.scope, &filter.words).await?,
            order,
            after: filter.after,
        };
        let mut rows = contributions::page(&tx, &self.scope, &query, PAGE + 1).await?;
        let next = cut(&mut rows, |row| row.cursor(order));
        let found = contributions::count(&tx, &self.scope, &query, COUNTED + 1).await?;
        Ok(ContributionList {
            slice: Slice { rows: found_views(rows, &all, &query.words), next },
            results: Results { count: found.min(COUNTED), more: found > COUNTED },
            choices: self.choices(all, Choice::is_public),
        })
    }

    async fn propose_desk(&self) -> Outcome<ProposeDesk> {
        let tx = self.read().await?;
        let all = thematic_tables::choices(&tx, &self.scope).await?;
        let other = self.other_window(&tx, &all).await?;
        let open = all.iter().filter(|choice| self.seems_open(choice));
        let min_age = open.filter_map(Choice::pack).map(|pack| self.age_for(pack)).max();
        Ok(ProposeDesk {
            tables: self.choices(all, |choice| self.seems_open(choice)),
            other,
            ask_age: min_age.and_then(|age| self.age_to_ask(age)),
        })
    }

    async fn contribution(&self, id: ContributionId, comments: CommentsAsked) -> Outcome<Shown> {
        let tx = self.read().await?;
        let (one, process) = match contributions::with_process(&tx, &self.scope, id).await {
            Err(AppError::NotFound) => return self.taken_back(&tx, id).await.map(Shown::Returned),
            found => found?,
        };
        if !self.may_read(&one) {
            return self.withheld(&tx, &one, &process).await.map(Shown::Withheld);
        }
        let (id, changed_at) = (one.id, one.changed_at);
        let (view, seen) = self.view(&tx, (one, process), comments).await?;
        drop(tx);
        let concerned = view.mine || view.supported || view.following;
        if concerned && changed_at > seen.unwrap_or(view.at) {
            self.mark_contribution_read(id).await?;
        }
        Ok(Shown::Whole(Box::new(view)))
    }

    async fn similar_desk(&self) -> Outcome<SimilarDesk> {
        let desk = self.propose_desk().await?;
        Ok(SimilarDesk { similar: self.similar_to_draft().await?, desk })
    }

    async fn propose(
        &self,
        new: NewContribution,
        born: &str,
        file: Option<SentFile>,
        although_similar: bool,
    ) -> Outcome<Sent> {
        self.scope.authorise(Action::Propose, None)?;
        self.send_proposal(new, born, file, although_similar).await
    }

    async fn support(&self, id: ContributionId, on: bool, born: &str) -> Outcome<Supports> {
        self.scope.authorise(Action::Support, None)?;
        let person = self.scope.person()?;
        let tx = self.begin().await?;
        let (_, process) = self.open_contribution(&tx, id).await?;
        let changed = if on {
            self.of_age(&tx, &process, born).await?;
            supports::add(&tx, &self.scope, id, person, self.now()).await?
        } else {
            supports::withdraw(&tx, &self.scope, id, person).await?
        };
        if changed {
            self.within_limits(&tx, "support", person, SIGNS).await?;
            let row = (id, person);
            let entry = if on {
                Entry::made("contribution.support", "contribution", id.0, &row)
            } else {
                Entry::removed("contribution.withdraw_support", "contribution", id.0, &row)
            };
            self.record(&tx, entry).await?;
        }
        let count = contributions::by_id(&tx, &self.scope, id).await?.supports;
        self.commit(tx).await?;
        Ok(Supports { count, mine: on })
    }

    async fn follow(&self, id: ContributionId, on: bool) -> Outcome<()> {
        self.scope.authorise(Action::Follow, None)?;
        let person = self.scope.person()?;
        let tx = self.begin().await?;
        self.public_contribution(&tx, id).await?;
        let changed = if on {
            supports::follow(&tx, &self.scope, id, person, self.now()).await?
        } else {
            supports::unfollow(&tx, &self.scope, id, person).await?
        };
        if changed {
            self.within_limits(&tx, "follow", person, SIGNS).await?;
            let row = (id, person);
            let entry = if on {
                Entry::made("contribution.follow", "contribution", id.0, &row)
            } else {
                Entry::removed("contribution.unfollow", "contribution", id.0, &row)
            };
            self.record(&tx, entry).await?;
        }
        self.commit(tx).await
    }

    async fn comment(
        &self,
        id: ContributionId,
        answered: Option<CommentId>,
        new: NewComment,
        born: &str,
    ) -> Outcome<Said> {
        self.scope.authorise(Action::Comment, None)?;
        self.say(id, answered, new, born).await
    }

    async fn answer_desk(&self, process: String, asked: AnswersAsked) -> Outcome<AnswerDesk> {
        let tx = self.read().await?;
        let process = self.process_for(&tx, &process, Action::ReadDrafts).await?;
        let all = thematic_tables::choices(&tx, &self.scope).await?;
        let wanted = contributions::Awaiting {
            answered: asked.answered,
            table: asked.table,
            words: contributions::search(&tx, &self.scope, &asked.words).await?,
            after: asked.after.as_deref().map(contributions::instant_and_id).transpose()?,
            limit: PAGE + 1,
        };
        let mut rows = contributions::awaiting(&tx, &self.scope, process.id, &wanted).await?;
        let next = cut(&mut rows, |row| row.cursor(Order::Recent));
        let facts = self.facts_seen(&tx, &process).await?;
        Ok(AnswerDesk {
            open: facts.unanswered_contributions,
            done: facts.answered_contributions,
            ticked: self.ticked_elsewhere(&tx, &process, &asked.ticked, &rows).await?,
            tables: all.iter().filter(|one| one.process == process.id).map(|one| (one.id, one.name.clone())).collect(),
            slice: Slice { rows: found_views(rows, &all, &wanted.words), next },
            asked,
            early: self.slot(&process)?.open,
            may_answer: self.may_write_in(&process, Action::AnswerContribution),
            may_combine: self.may_write_in(&process, Action::CombineContributions)
                && may_combine(process.stage, []).is_ok(),
            process: name_of(&process)?,
        })
    }

    async fn answer(&self, id: ContributionId, answer: Answer) -> Outcome<String> {
        let tx = self.begin().await?;
        let (before, process) = contributions::with_process(&tx, &self.scope, id).await?;
        self.scope.authorise(Action::AnswerContribution, Some(before.process))?;
        may_answer(before.moderation, process.stage)?;
        self.give_answers(&tx, &[(answer, vec![before])]).await?;
        self.commit(tx).await?;
        Ok(process.slug)
    }
}

/// Cuts the row beyond the page, and gives where the next page starts.
fn cut<T>(rows: &mut Vec<T>, cursor: impl Fn(&T) -> String) -> Option<String> {
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    if rows.len() <= page {
        return None;
    }
    rows.truncate(page);
    rows.last().map(cursor)
}
