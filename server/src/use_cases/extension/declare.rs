//! More time that an authority gave to all by an act of its own, recorded on a path by its act.

use super::super::Handle;
use crate::store::{audit::Entry, extensions};
use app::{error::Outcome, letter};
use domain::{
    extension::{self, NewExtension, NewGeneralExtension},
    history::HistoryKind,
    id::DocumentId,
    policy::Action,
    role::Role,
};

impl Handle {
    pub(super) async fn record_general(
        &self,
        slug: &str,
        new: NewGeneralExtension,
        document: DocumentId,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        let process = self.extensible(&tx, slug).await?;
        self.scope.authorise(Action::DecideExtension, Some(process.id))?;
        self.is_public_document(&tx, &process, document).await?;
        let facts = self.facts(&process, &extensions::of_process(&tx, &self.scope, process.id).await?)?;
        let decided = extension::declare(new.until, &facts)?;
        let role = self.acting(Action::DecideExtension, process.id);
        let text =
            NewExtension { reasons: new.reasons, progress: String::new(), until: new.until, timetable: String::new() };
        let mut given = self.fresh(&process, text, decided.granted_days, facts.authorised_end, None);
        given.state = decided.state;
        given.decided_on = Some(facts.today);
        given.decided_as = Some(role);
        given.granted_days = decided.granted_days;
        given.end_after = Some(decided.authorised_end);
        given.act = new.act;
        given.decision_document = Some(document);
        extensions::insert(&tx, &self.scope, &given).await?;
        self.move_dates(&tx, &process, given.id, decided.granted_days).await?;
        self.tell(&tx, &process, HistoryKind::ExtensionDeclared, role, given.act.clone(), Some(document)).await?;
        self.record(&tx, Entry::made("extension.declare", "extension", given.id.0, &given)).await?;
        let told = [Role::ProcessOwner, Role::LegalRepresentative];
        let end = given.end_after;
        self.write_to(&tx, &process, &told, |l, link| letter::extension_decided(l, &process.title, end, link)).await?;
        self.commit(tx).await
    }
}
