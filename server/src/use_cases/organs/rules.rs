//! The rules of procedure of an organ, written again by the owner of the path.

use super::super::Handle;
use crate::store::{
    audit::Entry,
    organ_rules,
    organs::{self, Organ},
};
use app::error::Outcome;
use domain::{
    action::Action,
    id::OrganId,
    organ::{OrganRules, Rewriting, rewriting},
};

impl Handle {
    /// Corrects the rules in force, or keeps them and puts a new version in their place.
    pub(super) async fn change_rules(
        &self,
        id: OrganId,
        version: i32,
        rules: OrganRules,
    ) -> Outcome<(String, Rewriting)> {
        let tx = self.begin().await?;
        let before = organs::by_id(&tx, &self.scope, id).await?;
        let path = self.process_by_id_in_view(&tx, before.process).await?;
        self.writes_in(&path, Action::ManageMembers)?;
        let rules = rules.at_least(path.pack()?.minutes_comment_days)?;
        let what = rewriting(organ_rules::govern_minutes(&tx, &self.scope, id).await?);
        if rules == before.rules {
            return Ok((path.slug, Rewriting::Corrected));
        }
        let mut after = Organ { rules, version, ..before.clone() };
        if what == Rewriting::Superseded {
            let today = self.today_in_rome();
            after.rules_version += 1;
            after.rules_since = today;
            organs::update(&tx, &self.scope, &after).await?;
            organ_rules::keep(&tx, &self.scope, &before, today).await?;
        } else {
            organs::update(&tx, &self.scope, &after).await?;
        }
        self.record(&tx, Entry::changed("organ.rules", "organ", id.0, &before, &after)).await?;
        self.commit(tx).await?;
        Ok((path.slug, what))
    }
}
