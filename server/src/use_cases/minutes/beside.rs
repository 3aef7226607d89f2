//! What lies beside the text while minutes are written.

use super::{super::Handle, Meeting};
use crate::store::{Tx, meetings, minutes};
use app::{
    contract::minutes::{BesideMinutes, EarlierMinutes},
    error::Outcome,
};
use domain::{id::MeetingId, meeting::Attendance};

/// Earlier minutes of the same body that are at hand.
const EARLIER: usize = 5;

impl Handle {
    /// Agenda, attendance and the latest earlier minutes; for who runs the meetings of the body.
    pub(super) async fn beside_minutes(&self, tx: &Tx, meeting: &Meeting) -> Outcome<BesideMinutes> {
        let held = meetings::of_body(tx, &self.scope, meeting.process, meeting.of).await?;
        let before: Vec<Meeting> = held.into_iter().filter(|one| one.starts_at < meeting.starts_at).collect();
        let ids: Vec<MeetingId> = before.iter().map(|one| one.id).collect();
        let written = minutes::of_meetings(tx, &self.scope, &ids).await?;
        let earlier = before.into_iter().filter_map(|one| {
            let text = written.iter().find(|minutes| minutes.meeting == one.id)?.text.clone();
            Some(EarlierMinutes { meeting: one.id, title: one.title, at: one.starts_at, text })
        });
        Ok(BesideMinutes {
            agenda: meeting.agenda.clone(),
            attended: meeting.attendance.map(Attendance::total),
            earlier: earlier.take(EARLIER).collect(),
        })
    }
}
