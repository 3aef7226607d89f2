//! What waits for who sits on an organ: minutes to comment, meetings convened.

use super::{Handle, meetings::row};
use crate::store::{
    Tx,
    meetings::{self, Half, Meeting},
    members, minutes, organs,
    processes::{self, Process},
};
use app::{
    contract::{documents::PathName, space::Seat},
    error::Outcome,
};
use domain::{
    action::Action,
    calendar::{day_in_rome, start_of},
    id::ProcessId,
    meeting::{MeetingOf, MeetingState},
    policy,
};

/// Meetings of a path that are looked through, on each side of today.
const ROWS: u64 = 50;

impl Handle {
    /// The seats of the person who asks, in the order of their paths.
    pub(super) async fn seats(&self, tx: &Tx) -> Outcome<Vec<Seat>> {
        let Some(actor) = self.scope.signed_in() else { return Ok(Vec::new()) };
        let mut paths: Vec<ProcessId> = Vec::new();
        for grant in actor.grants.iter().filter(|grant| policy::permits(grant.role, Action::CommentMinutes)) {
            paths.extend(grant.process.filter(|process| !paths.contains(process)));
        }
        let mut seats = Vec::new();
        for id in paths {
            let path = processes::by_id(tx, &self.scope, id).await?;
            self.seats_in(tx, &path, &mut seats).await?;
        }
        Ok(seats)
    }

    async fn seats_in(&self, tx: &Tx, path: &Process, seats: &mut Vec<Seat>) -> Outcome<()> {
        let mut mine = members::of_person(tx, &self.scope, path.id, self.scope.person()?).await?;
        mine.retain(|member| member.state.is_member());
        if mine.is_empty() {
            return Ok(());
        }
        let organs = organs::of_process(tx, &self.scope, path.id).await?;
        let today = start_of(day_in_rome(self.now()));
        let coming = meetings::page(tx, &self.scope, &[path.id], (Half::Upcoming, today), None, ROWS).await?.rows;
        let past = meetings::page(tx, &self.scope, &[path.id], (Half::Past, today), None, ROWS).await?.rows;
        let both: Vec<&Meeting> = past.iter().chain(&coming).collect();
        let ids: Vec<_> = both.iter().map(|meeting| meeting.id).collect();
        let kept = minutes::of_meetings(tx, &self.scope, &ids).await?;
        let until = |meeting: &Meeting| {
            let rules = kept.iter().find(|kept| kept.meeting == meeting.id)?.rules;
            rules.comments_until.filter(|_| rules.may_comment(true, self.now()).is_ok())
        };
        for member in mine {
            let Some(organ) = organs.iter().find(|organ| organ.id == member.organ) else { continue };
            let own = |meeting: &&Meeting| meeting.of == MeetingOf::Organ(organ.id);
            let open = |meeting: &&Meeting| own(meeting) || !matches!(meeting.of, MeetingOf::Organ(_));
            let asked = both.iter().copied().filter(open);
            let called = coming.iter().filter(own).filter(|meeting| meeting.state == MeetingState::Convened);
            seats.push(Seat {
                path: PathName { slug: path.slug.clone(), title: path.title.clone() },
                organ: organ.kind,
                minutes: asked.filter_map(|one| Some((row(one.clone(), path), until(one)?))).collect(),
                meetings: called.map(|meeting| row(meeting.clone(), path)).collect(),
                organisation: member.organisation,
            });
        }
        Ok(())
    }
}
