//! Who decides on an appeal: never who hid the text.

use super::{Handle, moderated_text::Text};
use crate::store::{
    Tx,
    moderation::{self, Appeal},
    people::{self, Person},
};
use app::error::{AppError, Outcome};
use domain::{
    action::Action,
    appeal::{AppealState, Standing, may_review},
    id::{PersonId, ProcessId},
    refusal::Blocker,
    role::Role,
};
use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

/// The appeals that wait, as one person meets them.
pub(super) struct OpenAppeals {
    /// Those on which the person decides, the longest first.
    pub mine: Vec<Appeal>,
    /// How many are about texts that the person hid or wrote, and who decides on those.
    pub barred: u64,
    pub reviewers: Vec<String>,
}

/// Who hid a text and who wrote it.
type Parties = [Option<PersonId>; 2];

fn is_left(parties: Parties) -> impl Fn(&&Person) -> bool {
    move |person| !parties.contains(&Some(person.id))
}

impl Handle {
    /// The appeals that the person decides, and those left to others.
    pub(super) async fn open_appeals(&self, tx: &Tx) -> Outcome<OpenAppeals> {
        let beat = self.beat_of(Action::ReviewAppeals)?;
        let (mut mine, mut barred, mut reviewers) = (Vec::new(), 0, BTreeSet::new());
        let mut moderators: BTreeMap<ProcessId, Vec<Person>> = BTreeMap::new();
        let mut administrators: Option<Vec<Person>> = None;
        for open in moderation::open_appeals(tx, &self.scope, &beat).await? {
            let (process, parties) = (open.process, [open.hider, open.author]);
            let moderators = match moderators.entry(process) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => unknown.insert(self.moderators(tx, process).await?),
            };
            let left: Vec<_> = moderators.iter().filter(is_left(parties)).map(|one| one.name.clone()).collect();
            let standing = self.standing(process, parties);
            if may_review(standing, !left.is_empty()) {
                mine.push(open.appeal);
            } else if matches!(standing, Standing::Hider | Standing::Author) {
                barred += 1;
                if left.is_empty() {
                    let all = match &mut administrators {
                        Some(known) => known,
                        unknown => {
                            unknown.insert(people::holders(tx, &self.scope, &[Role::TenantAdmin], process).await?)
                        }
                    };
                    reviewers.extend(all.iter().filter(is_left(parties)).map(|one| one.name.clone()));
                }
                reviewers.extend(left);
            }
        }
        Ok(OpenAppeals { mine, barred, reviewers: reviewers.into_iter().collect() })
    }

    /// Refuses who may not decide on the appeal about this text.
    pub(super) async fn authorise_review(&self, tx: &Tx, text: &Text) -> Outcome<()> {
        self.scope.authorise(Action::ReviewAppeals, Some(text.process))?;
        let hider = moderation::last_hiding(tx, &self.scope, text.id).await?.and_then(|(_, hider)| hider);
        let parties = [hider.map(PersonId), text.author];
        let moderators = self.moderators(tx, text.process).await?;
        match self.standing(text.process, parties) {
            standing if may_review(standing, moderators.iter().any(|one| is_left(parties)(&one))) => Ok(()),
            Standing::Hider | Standing::Author => Err(Blocker::ReviewedByAnother.into()),
            _ => Err(AppError::Forbidden),
        }
    }

    /// Refuses who may not show a hidden text again: where its author appealed, doing so decides on the appeal.
    pub(super) async fn authorise_restore(&self, tx: &Tx, text: &Text) -> Outcome<()> {
        let appealed = match moderation::last_hiding(tx, &self.scope, text.id).await? {
            Some((entry, _)) => moderation::appeal_against(tx, &self.scope, entry).await?,
            None => None,
        };
        match appealed.map(|made| made.state) {
            Some(AppealState::Open) => self.authorise_review(tx, text).await,
            _ => self.scope.authorise(Action::Moderate, Some(text.process)),
        }
    }

    async fn moderators(&self, tx: &Tx, process: ProcessId) -> Outcome<Vec<Person>> {
        people::holders(tx, &self.scope, &[Role::Moderator], process).await
    }

    fn standing(&self, process: ProcessId, [hider, author]: Parties) -> Standing {
        let me = self.scope.actor();
        if me.is_some() && me == hider {
            Standing::Hider
        } else if me.is_some() && me == author {
            Standing::Author
        } else if self.scope.may(Action::Moderate, Some(process)) {
            Standing::Moderator
        } else if self.scope.may(Action::ReviewAppeals, Some(process)) {
            Standing::Administrator
        } else {
            Standing::Other
        }
    }
}
