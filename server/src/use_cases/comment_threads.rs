//! Comments: written, answered, and read thread by thread.

use super::{Handle, contribution_parts::Limit};
use crate::store::{
    Tx,
    audit::Entry,
    comments::{self, Comment, Start, Wanted},
    contributions::{self, Contribution},
    grants, moderation,
};
use app::{
    contract::{
        Slice,
        contributions::{CommentThread, CommentView, CommentWords, CommentsAsked, Said},
    },
    error::{AppError, Outcome},
};
use domain::{
    action::Action,
    contribution::{
        CommentOrder, CommentShown, HideReason, ModeratedKind, ModerationState, NewComment, comment_shown, thread_of,
    },
    id::{CommentId, ContributionId},
    role::Role,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Comments of a page.
pub(super) const PAGE: u64 = 20;
/// How often a person comments.
const COMMENTS: Limit = Limit { hour: 60, day: 200 };

impl Handle {
    /// Publishes a comment of the person who asks.
    pub(super) async fn say(
        &self,
        id: ContributionId,
        answered: Option<CommentId>,
        new: NewComment,
        born: &str,
    ) -> Outcome<Said> {
        let author = self.scope.person()?;
        let tx = self.begin().await?;
        let (_, process) = self.open_contribution(&tx, id).await?;
        let above = match answered {
            Some(answered) => Some(self.thread_to_join(&tx, id, answered).await?),
            None => None,
        };
        self.of_age(&tx, &process, born).await?;
        self.within_limits(&tx, "comment", author, COMMENTS).await?;
        let now = self.now();
        let comment = Comment {
            id: CommentId::fresh(),
            contribution: id,
            reply_to: above.as_ref().map(|first| first.id),
            thread_at: above.map_or(now, |first| first.created_at),
            author: Some(author),
            body: new.body,
            moderation: self.beginning(&tx, author).await?,
            created_at: now,
        };
        comments::insert(&tx, &self.scope, &comment).await?;
        let held = !comment.moderation.is_public();
        if held {
            moderation::hold(&tx, &self.scope, (ModeratedKind::Comment, comment.id.0), id, now).await?;
        } else {
            contributions::touch(&tx, &self.scope, id, now).await?;
        }
        self.record(&tx, Entry::made("comment.write", "comment", comment.id.0, &comment)).await?;
        let wanted = Wanted { on: id, reader: Some(author), order: CommentOrder::Oldest, start: None };
        let far = comments::count_rows(&tx, &self.scope, &wanted).await? > PAGE;
        self.commit(tx).await?;
        Ok(Said { id: comment.id, far, held })
    }

    /// The first comment of the thread that an answer to `answered` joins.
    async fn thread_to_join(&self, tx: &Tx, on: ContributionId, answered: CommentId) -> Outcome<Comment> {
        let one = comments::by_id(tx, &self.scope, answered).await?;
        if one.contribution != on {
            return Err(AppError::NotFound);
        }
        // What nobody may read is not there.
        let thread = thread_of(one.id, one.reply_to, one.moderation).map_err(|_| AppError::NotFound)?;
        if thread == one.id { Ok(one) } else { comments::by_id(tx, &self.scope, thread).await }
    }

    /// One page of the comments on `one`, in threads.
    pub(super) async fn threads(
        &self,
        tx: &Tx,
        one: &Contribution,
        open: bool,
        asked: CommentsAsked,
    ) -> Outcome<Slice<CommentThread>> {
        let start = match &asked.after {
            Some(after) => {
                let (id, at) = CommentsAsked::start(after).ok_or(AppError::NotFound)?;
                let found = comments::by_id(tx, &self.scope, id).await?;
                if found.contribution != one.id {
                    return Err(AppError::NotFound);
                }
                Some(if at { Start::At(found) } else { Start::After(found) })
            }
            None => None,
        };
        let me = self.scope.actor();
        let wanted = Wanted { on: one.id, reader: me, order: asked.order, start };
        let mut rows = comments::page(tx, &self.scope, &wanted, PAGE + 1).await?;
        let more = rows.len() as u64 > PAGE;
        rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
        let next = rows.last().filter(|_| more).map(|(last, _)| last.id.to_string());
        // A page that begins within a thread shows what is answered there once more.
        let above = rows.first().and_then(|(first, _)| first.reply_to);
        if let Some(above) = above {
            let first = comments::by_id(tx, &self.scope, above).await?;
            let author = first.author.filter(|_| first.moderation.is_public());
            let name = comments::names(tx, &self.scope, author.as_slice()).await?.into_values().next();
            rows.insert(0, (first, name));
        }
        let hidden = rows.iter().filter(|(row, _)| row.moderation == ModerationState::Hidden);
        let hidden: Vec<Uuid> = hidden.map(|(row, _)| row.id.0).collect();
        let hidden = Hidden {
            why: moderation::why_hidden(tx, &self.scope, &hidden).await?,
            unread: moderation::never_public(tx, &self.scope, &hidden).await?,
        };
        let authors = rows.iter().filter_map(|(row, _)| row.author).collect();
        let roles = grants::working_on(tx, &self.scope, one.process, &authors).await?;
        let may = May {
            answer: open && self.scope.may(Action::Comment, None),
            report: self.scope.may(Action::Report, None),
            moderate: self.scope.may(Action::Moderate, Some(one.process)),
        };
        let mut threads: Vec<CommentThread> = Vec::new();
        for (row, author) in rows {
            let (thread, mine) = (row.thread(), me.is_some() && row.author == me);
            let role = row.author.and_then(|author| roles.get(&author).copied());
            let Some(view) = view(row, Author { name: author, role }, mine, &may, &hidden) else { continue };
            match threads.last_mut().filter(|last| last.first.id == thread) {
                Some(last) => last.replies.push(view),
                None => threads.push(CommentThread { first: view, continued: false, replies: Vec::new() }),
            }
        }
        if let Some(first) = threads.first_mut() {
            first.continued = above.is_some();
        }
        Ok(Slice { rows: threads, next })
    }
}

/// What the person who asks may do with a comment that everybody reads.
struct May {
    answer: bool,
    report: bool,
    moderate: bool,
}

/// What the log tells of hidden comments.
struct Hidden {
    why: BTreeMap<Uuid, HideReason>,
    /// Those that nobody but their authors ever read.
    unread: BTreeSet<Uuid>,
}

/// By what name its author is shown, and in which role they work on the path.
struct Author {
    name: Option<String>,
    role: Option<Role>,
}

/// A comment as the person who asks sees it, if at all.
fn view(row: Comment, author: Author, mine: bool, may: &May, hidden: &Hidden) -> Option<CommentView> {
    let Author { name: author, role } = author;
    let public = row.moderation.is_public();
    let why = hidden.why.get(&row.id.0);
    let ground = why.map(|why| why.ground);
    let (words, author) = match comment_shown(row.moderation, mine, hidden.unread.contains(&row.id.0)) {
        CommentShown::Words => (CommentWords::Said(row.body), author),
        CommentShown::OwnHidden => {
            let reason = why.map(|why| why.reason.to_string()).unwrap_or_default();
            (CommentWords::Hidden { ground, own: Some((row.body, reason)) }, author)
        }
        CommentShown::OwnWaiting => (CommentWords::Waiting(row.body), author),
        CommentShown::Place => (CommentWords::Hidden { ground, own: None }, None),
        CommentShown::Nothing => return None,
    };
    Some(CommentView {
        id: row.id,
        role: role.filter(|_| author.is_some()),
        author,
        words,
        at: row.created_at,
        may_report: public && may.report && !mine,
        may_moderate: public && may.moderate,
        may_answer: public && may.answer,
    })
}
