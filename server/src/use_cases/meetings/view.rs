//! What each reader sees of a meeting.

use super::{
    super::{Handle, documents::path_name},
    *,
};
use crate::store::Tx;
use app::contract::{Slice, documents::PathName, meetings::MeetingRow};
use domain::meeting::may_read_paper;

pub(in crate::use_cases) fn row(meeting: Meeting, path: &Process) -> MeetingRow {
    row_in(meeting, path_name(path))
}

/// The meeting as a row of lists, in the path of this name.
pub(in crate::use_cases) fn row_in(meeting: Meeting, path: PathName) -> MeetingRow {
    MeetingRow {
        id: meeting.id,
        path,
        of: meeting.of,
        number: meeting.number,
        title: meeting.title,
        starts_at: meeting.starts_at,
        mode: meeting.mode,
        place: meeting.place,
        state: meeting.state,
        minutes_published: meeting.minutes_published_on.is_some(),
    }
}

pub(super) fn slice(page: Slice<Meeting>, paths: &[Process]) -> Slice<MeetingRow> {
    let named = |meeting: Meeting| {
        let path = paths.iter().find(|path| path.id == meeting.process)?;
        Some(row(meeting, path))
    };
    Slice { rows: page.rows.into_iter().filter_map(named).collect(), next: page.next }
}

impl Handle {
    /// The meetings to come, today's among them, and the past ones.
    pub(super) async fn halves(
        &self,
        tx: &Tx,
        paths: &[Process],
        filter: &CalendarFilter,
    ) -> Outcome<(Slice<Meeting>, Slice<Meeting>)> {
        let ids: Vec<_> = paths.iter().map(|path| path.id).collect();
        let today = start_of(day_in_rome(self.now()));
        let marks = (filter.after.as_deref(), filter.before.as_deref());
        meetings::both_halves(tx, &self.scope, &ids, today, marks, PAGE).await
    }

    /// The meeting and its path, if the person may read about them.
    pub(in crate::use_cases) async fn meeting_in_view(&self, tx: &Tx, id: MeetingId) -> Outcome<(Meeting, Process)> {
        let meeting = meetings::by_id(tx, &self.scope, id).await?;
        let path = self.process_by_id_in_view(tx, meeting.process).await?;
        Ok((meeting, path))
    }

    /// The same, for who runs meetings of the path.
    pub(in crate::use_cases) async fn meeting_to_run(&self, tx: &Tx, id: MeetingId) -> Outcome<(Meeting, Process)> {
        let (meeting, path) = self.meeting_in_view(tx, id).await?;
        self.scope.authorise(Action::ManageMeetings, Some(path.id))?;
        if self.runs(tx, meeting.of).await? { Ok((meeting, path)) } else { Err(AppError::Forbidden) }
    }

    /// Whether the person runs meetings of this body: a facilitator those of their own table.
    pub(in crate::use_cases) async fn runs(&self, tx: &Tx, of: MeetingOf) -> Outcome<bool> {
        match of {
            MeetingOf::Table(id) => Ok(self.works_at(&thematic_tables::by_id(tx, &self.scope, id).await?)),
            MeetingOf::Organ(_) | MeetingOf::Public => Ok(true),
        }
    }

    /// The name of the body that meets.
    pub(super) async fn body_name(&self, tx: &Tx, of: MeetingOf) -> Outcome<BodyName> {
        Ok(match of {
            MeetingOf::Organ(id) => BodyName::Organ(organs::by_id(tx, &self.scope, id).await?.kind),
            MeetingOf::Table(id) => BodyName::Table(thematic_tables::by_id(tx, &self.scope, id).await?.name),
            MeetingOf::Public => BodyName::Public,
        })
    }

    /// Refuses a body of another path, and a table that somebody else runs.
    pub(super) async fn body_of(&self, tx: &Tx, path: &Process, of: MeetingOf) -> Outcome<()> {
        let wrong = || AppError::invalid("of", Fault::Choice);
        let process = match of {
            MeetingOf::Organ(id) => organs::by_id(tx, &self.scope, id).await.map_err(|_| wrong())?.process,
            MeetingOf::Table(id) => thematic_tables::by_id(tx, &self.scope, id).await.map_err(|_| wrong())?.process,
            MeetingOf::Public => path.id,
        };
        if process != path.id {
            return Err(wrong());
        }
        if self.runs(tx, of).await? { Ok(()) } else { Err(AppError::Forbidden) }
    }

    /// The papers of a meeting that this person may open.
    pub(super) async fn papers_of(&self, tx: &Tx, meeting: &Meeting) -> Outcome<Vec<DocumentChoice>> {
        let ids = papers::of_meeting(tx, &self.scope, meeting.id).await?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let roles = self.scope.roles_in(Some(meeting.process));
        let mut rows = documents::by_ids(tx, &self.scope, &ids).await?;
        let of_organ = matches!(meeting.of, MeetingOf::Organ(_));
        rows.retain(|row| {
            let as_member = of_organ && may_read_paper(row.kind, row.state, &roles);
            as_member || domain::document::may_read(row.kind, row.visibility, row.state, &roles)
        });
        Ok(rows.into_iter().map(choice).collect())
    }

    /// Stores and records a change of a meeting, and makes it last.
    pub(super) async fn keep(&self, tx: Tx, what: &'static str, before: Meeting, after: Meeting) -> Outcome<()> {
        meetings::update(&tx, &self.scope, &after).await?;
        self.record(&tx, Entry::changed(what, "meeting", after.id.0, &before, &after)).await?;
        self.commit(tx).await
    }
}
