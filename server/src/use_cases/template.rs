//! What a new tenant starts with: one process, designed, and in a permanent agenda its axes.

use super::Handle;
use crate::{
    auth::TenantScope,
    store::{
        Tx,
        audit::{self, Entry},
        processes::{self, Process},
        thematic_tables::{self, ThematicTable},
    },
};
use app::{
    error::{AppError, Outcome},
    format,
};
use domain::{
    id::{ProcessId, TableId},
    invalid::Fault,
    pack::{self, RulePack},
    sheet::ProjectSheet,
    stage::Stage,
    tenant::Template,
};

/// Axes of a permanent agenda, after the digital agenda of Prato: name and what it is about.
const AXES: [(&str, &str); 6] = [
    ("Semplificazione", "Procedure più brevi e moduli che non chiedono due volte la stessa cosa."),
    ("Promozione", "Far conoscere i servizi digitali e dove trovare aiuto per usarli."),
    ("Competenze", "Imparare a usare il digitale, a ogni età."),
    ("Nuovi servizi", "Servizi che ancora non ci sono e che servirebbero."),
    ("Infrastrutture e piattaforme trasversali", "Connessione, dati e sistemi su cui poggiano gli altri servizi."),
    ("Governance", "Chi decide, con quali tempi e come ne dà conto."),
];

/// Name in addresses, title and summary of the first process.
fn first(template: Template) -> (&'static str, &'static str, &'static str) {
    match template {
        Template::ParticipatoryPath => (
            "percorso",
            "Percorso partecipativo per l’agenda digitale",
            "Cittadini, associazioni e imprese scrivono insieme all’ente le proposte per l’agenda digitale locale.",
        ),
        Template::PermanentAgenda => (
            "agenda-digitale",
            "Agenda digitale",
            "L’agenda digitale si aggiorna a ogni ciclo con i suggerimenti di chi vive e lavora qui.",
        ),
        Template::Agio => (
            "agenda-sociale",
            "Agenda sociale e digitale",
            "Prima conosciamo i servizi e i bisogni, poi raccogliamo le idee per un welfare più vicino.",
        ),
    }
}

impl Handle {
    /// Puts the template's start into a tenant that was just made.
    pub(super) async fn begin_template(&self, tx: &Tx, inside: &TenantScope) -> Outcome<()> {
        let place = inside.place();
        let today = format::rome_day(self.now());
        let pack = pack::latest(&place.pack, today).ok_or(AppError::Unavailable)?;
        let template = Template::of(pack.family);
        if place.template != template {
            return Err(AppError::invalid("pack", Fault::Unsuited { template }));
        }
        let process = self.first_process(place.template, pack, &place.name);
        if !processes::insert(tx, inside, &process).await? {
            return Err(AppError::Conflict);
        }
        let entry = Entry::made("process.create", "process", process.id.0, &self.sealed(&process));
        audit::record(tx, inside, entry, self.now()).await?;
        if place.template == Template::PermanentAgenda {
            self.add_axes(tx, inside, process.id).await?;
        }
        Ok(())
    }

    async fn add_axes(&self, tx: &Tx, inside: &TenantScope, process: ProcessId) -> Outcome<()> {
        for (position, (name, focus)) in (1..).zip(AXES) {
            let axis = ThematicTable {
                id: TableId::fresh(),
                process,
                position,
                name: name.into(),
                focus: focus.into(),
                audience: "Tutti".into(),
                facilitator: None,
                version: 1,
            };
            thematic_tables::insert(tx, inside, &axis, self.now()).await?;
            let entry = Entry::made("table.add", "table", axis.id.0, &axis);
            audit::record(tx, inside, entry, self.now()).await?;
        }
        Ok(())
    }

    fn first_process(&self, template: Template, pack: &RulePack, body: &str) -> Process {
        let (slug, title, summary) = first(template);
        let sheet = ProjectSheet {
            title: title.into(),
            proponent: body.into(),
            decision_body: body.into(),
            ..ProjectSheet::default()
        };
        Process {
            id: ProcessId::fresh(),
            slug: slug.into(),
            title: title.into(),
            summary: summary.into(),
            pack_key: pack.key.clone(),
            pack_version: pack.version,
            stage: Stage::Designed,
            interrupted: None,
            sheet,
            duration: pack.duration.default,
            planned_start: None,
            started_on: None,
            start_action: None,
            start_link: None,
            start_signed: false,
            start_limit: pack.start.limit_date,
            original_end: None,
            authorised_end: None,
            contributions_close: None,
            concluded_on: None,
            fictional_note: String::new(),
            created_at: self.now(),
            version: 1,
        }
    }
}
