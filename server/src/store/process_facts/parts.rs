//! The parts of that statement: each selects the same six columns from the tables of one concept.

use crate::{
    auth::TenantScope,
    store::{
        entities::{
            act, contribution, document, final_report, meeting, minutes, organ, organ_member, outcome,
            proposal_document, role_grant,
        },
        scoped::{scoped, tenant},
    },
};
use chrono::{DateTime, Utc};
use domain::{
    act::ActKind,
    calendar::{day_in_rome, start_of},
    document::{DocumentKind, DocumentState, Visibility},
    meeting::{MeetingOf, MeetingState},
    minutes::MinutesState,
    organ::{MemberState, OrganKind},
    role::Role,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, Expr, ExprTrait, SelectStatement},
};
use uuid::Uuid;

/// All parts, each with its name.
pub(super) fn parts(scope: &TenantScope, processes: &[Uuid], now: DateTime<Utc>) -> Vec<SelectStatement> {
    let ids = || processes.iter().copied();
    let acts = scoped::<act::Entity>(scope).filter(act::Column::ProcessId.is_in(ids()));
    let approvals = acts.clone().filter(act::COLUMN.kind.eq(ActKind::Approval.code()));
    let owners = scoped::<role_grant::Entity>(scope).filter(role_grant::COLUMN.role.eq(Role::ProcessOwner.code()));
    let maps = scoped::<document::Entity>(scope)
        .filter(document::Column::ProcessId.is_in(ids()))
        .filter(document::COLUMN.kind.eq(DocumentKind::StakeholderMap.code()))
        .filter(document::COLUMN.state.ne(DocumentState::Draft.code()))
        .filter(document::COLUMN.visibility.eq(Visibility::Public.code()));
    let said = scoped::<contribution::Entity>(scope)
        .filter(contribution::Column::ProcessId.is_in(ids()))
        .filter(contribution::COLUMN.visible.eq(true));
    let unanswered = said.clone().filter(contribution::COLUMN.answered.eq(false));
    let answered = said.filter(contribution::COLUMN.answered.eq(true));
    let document = scoped::<proposal_document::Entity>(scope).filter(proposal_document::Column::ProcessId.is_in(ids()));
    let outcomes = scoped::<outcome::Entity>(scope).filter(outcome::Column::ProcessId.is_in(ids()));
    let reports = scoped::<final_report::Entity>(scope).filter(final_report::Column::ProcessId.is_in(ids()));
    let mut all = vec![
        counted(owners, "owner", role_grant::Column::ProcessId, None),
        counted(acts, "act", act::Column::ProcessId, Some(act::Column::Kind)),
        last(approvals, "approved", act::Column::ProcessId, act::Column::Dated),
        counted(maps, "map", document::Column::ProcessId, None),
        counted(unanswered, "unanswered", contribution::Column::ProcessId, None),
        counted(answered, "answered", contribution::Column::ProcessId, None),
    ];
    {
        use proposal_document::Column as C;
        all.push(counted(document.clone(), "document", C::ProcessId, Some(C::State)));
        all.push(counted(document.clone(), "verdict", C::ProcessId, Some(C::Verdict)));
        all.push(last(document.clone(), "decided", C::ProcessId, C::DecidedOn));
        all.push(last(document, "sent", C::ProcessId, C::SentOn));
    }
    {
        use outcome::Column as C;
        all.push(last(outcomes.clone(), "acknowledged", C::ProcessId, C::ActOn));
        all.push(last(outcomes, "communicated", C::ProcessId, C::CommunicatedOn));
    }
    all.push(last(reports, "reported", final_report::Column::ProcessId, final_report::Column::SubmittedOn));
    all.extend(organs_and_meetings(scope, processes, now));
    all
}

/// The parts about organs, their meetings and the minutes of these.
fn organs_and_meetings(scope: &TenantScope, processes: &[Uuid], now: DateTime<Utc>) -> Vec<SelectStatement> {
    use meeting::Column as C;
    let ids = || processes.iter().copied();
    let tables = scoped::<organ::Entity>(scope)
        .select_only()
        .column(organ::Column::Id)
        .filter(organ::Column::ProcessId.is_in(ids()))
        .filter(organ::COLUMN.kind.eq(OrganKind::NegotiationTable.code()))
        .into_query();
    let seats = scoped::<organ_member::Entity>(scope)
        .filter(organ_member::COLUMN.state.eq(MemberState::Active.code()))
        .filter(organ_member::Column::OrganId.in_subquery(tables.clone()));
    let meetings = || scoped::<meeting::Entity>(scope).filter(C::ProcessId.is_in(ids()));
    let held =
        meetings().filter(C::OrganId.in_subquery(tables)).filter(meeting::COLUMN.state.eq(MeetingState::Held.code()));
    let published = held.clone().filter(C::MinutesPublishedOn.is_not_null());
    let ahead = [MeetingState::Planned.code(), MeetingState::Convened.code()];
    let ahead = || meetings().filter(C::State.is_in(ahead));
    let open = ahead().filter(C::BodyKind.eq(MeetingOf::Public.code()));
    let past = ahead().filter(C::StartsAt.lt(start_of(day_in_rome(now))));
    vec![
        counted(seats, "seat", organ_member::Column::ProcessId, None),
        first(held, "held"),
        first(published, "published"),
        counted(open, "open", C::ProcessId, None),
        counted(past, "past", C::ProcessId, None),
        in_comment(scope, meetings(), now),
    ]
}

/// A part of six columns: process, name, word, thing, instant, number; the databases want the same types in each.
fn part<E: EntityTrait>(rows: Select<E>, name: &str, process: E::Column, own: [Expr; 4]) -> Select<E> {
    let [word, thing, at, counted] = own;
    rows.select_only()
        .column_as(process, "process_id")
        .expr_as(Expr::value(name), "part")
        .expr_as(word, "word")
        .expr_as(thing, "thing")
        .expr_as(at, "at")
        .expr_as(counted, "counted")
}

fn none(kind: &'static str) -> Expr {
    Expr::cust("NULL").cast_as(kind)
}

/// How many rows each process has, or has of each word.
fn counted<E: EntityTrait>(
    rows: Select<E>,
    name: &str,
    process: E::Column,
    word: Option<E::Column>,
) -> SelectStatement {
    let shown = word.map_or_else(|| none("text"), |word| word.into_expr());
    let own = [shown, none("uuid"), none("timestamptz"), Expr::col(Asterisk).count()];
    let rows = part(rows, name, process, own).group_by(process);
    word.into_iter().fold(rows, Select::group_by).into_query()
}

/// The last day in a column, for each process.
fn last<E: EntityTrait>(rows: Select<E>, name: &str, process: E::Column, day: E::Column) -> SelectStatement {
    let day = day.into_expr().max().cast_as("text");
    let own = [day, none("uuid"), none("timestamptz"), Expr::col(Asterisk).count()];
    part(rows, name, process, own).group_by(process).into_query()
}

/// When the first of these meetings begins, for each process.
fn first(meetings: Select<meeting::Entity>, name: &str) -> SelectStatement {
    use meeting::Column as C;
    let own = [none("text"), none("uuid"), C::StartsAt.into_expr().min(), Expr::col(Asterisk).count()];
    part(meetings, name, C::ProcessId, own).group_by(C::ProcessId).into_query()
}

/// The meetings whose minutes may be commented at `now`, each with the end of its window.
fn in_comment(scope: &TenantScope, meetings: Select<meeting::Entity>, now: DateTime<Utc>) -> SelectStatement {
    use meeting::Column as C;
    let kept = |column| Expr::col((minutes::Entity, column));
    let meetings = meetings
        .filter(kept(minutes::Column::State).eq(MinutesState::InComment.code()))
        .filter(kept(minutes::Column::CommentsUntil).gt(now));
    let own = [none("text"), C::Id.into_expr(), kept(minutes::Column::CommentsUntil), Expr::value(1_i64)];
    let mut query = part(meetings, "comment", C::ProcessId, own);
    let of_meeting = Condition::all()
        .add(kept(minutes::Column::TenantId).eq(tenant(scope)))
        .add(kept(minutes::Column::MeetingId).equals((meeting::Entity, C::Id)));
    QuerySelect::query(&mut query).inner_join(minutes::Entity, of_meeting);
    query.into_query()
}
