//! The record of a process in the regional observatory: made from the process, filled up, held against files.

use super::{FileOut, Handle, proposal_document::of_process};
use crate::store::{
    Tx,
    audit::Entry,
    extensions, members,
    observatory_records::{self, Kept},
    organs,
    processes::Process,
};
use app::{
    contract::{
        documents::SentFile,
        observatory::{Observatory, ReceivedView, RecordView},
    },
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    document::{FileKind, NewUpload},
    invalid::FieldErrors,
    observatory::{self, Checked, Record, RecordFacts, RecordField, Source, is_final},
    organ::OrganKind,
    policy::Action,
    refusal::Blocker,
    stage::Stage,
};
use std::collections::BTreeMap;

#[async_trait]
impl Observatory for Handle {
    async fn observatory_record(&self, slug: String) -> Outcome<RecordView> {
        let tx = self.read().await?;
        let opened = self.open_record(&tx, &slug, Action::ReadDrafts).await?;
        let received = opened.checked().map(|(name, unknown, checked)| ReceivedView {
            name: name.to_owned(),
            unknown: unknown.to_vec(),
            may_accept: checked.taken.is_some(),
            rows: checked.rows,
            elsewhere: checked.elsewhere,
        });
        Ok(RecordView {
            version: opened.kept.version,
            missing: opened.record.missing(),
            differs: observatory::changes(&opened.own, &opened.over_own()),
            received,
            public: is_final(opened.process.stage),
            may_write: self.scope.may(Action::EditSheet, Some(opened.process.id)),
            process: of_process(&opened.process, self.works_on(&opened.process)),
            record: opened.record,
        })
    }

    async fn save_record(&self, slug: String, seen: u32, typed: BTreeMap<String, String>) -> Outcome<()> {
        self.change_record(&slug, seen, "observatory.save", |opened| {
            let typed = typed_fields(&typed)?;
            let record = opened.kept.record.clone().overlaid(&typed).beside(&opened.own);
            Ok(Kept { record, ..opened.kept.clone() })
        })
        .await
    }

    async fn check_record(&self, slug: String, file: SentFile) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.open_record(&tx, &slug, Action::EditSheet).await?;
        let named = NewUpload::of_kinds(&file.name, &file.bytes, observatory::FILE_MAX_MIB * 1_024, &[FileKind::Csv])?;
        let read = observatory::read(&file.bytes).map_err(|fault| AppError::invalid("file", fault))?;
        // What it says about other processes is nobody's to keep here.
        let read = read.about(opened.record.number());
        let after = Kept { received: Some((named.name, read)), ..opened.kept.clone() };
        self.store_record(tx, &opened, &after, "observatory.check").await
    }

    async fn accept_record(&self, slug: String, seen: u32) -> Outcome<()> {
        self.change_record(&slug, seen, "observatory.accept", |opened| {
            let taken = opened.checked().and_then(|(_, _, checked)| checked.taken).ok_or(Blocker::WrongState)?;
            // What the process says itself it goes on saying: only the rest is kept.
            let record = opened.kept.record.clone().overlaid(&taken).beside(&opened.own);
            Ok(Kept { record, received: None, ..opened.kept.clone() })
        })
        .await
    }

    async fn restore_record(&self, slug: String, seen: u32) -> Outcome<()> {
        self.change_record(&slug, seen, "observatory.reset", |opened| {
            Ok(Kept { record: opened.kept.record.clone().alone(), ..opened.kept.clone() })
        })
        .await
    }

    async fn discard_received(&self, slug: String, seen: u32) -> Outcome<()> {
        self.change_record(&slug, seen, "observatory.discard", |opened| {
            Ok(Kept { received: None, ..opened.kept.clone() })
        })
        .await
    }
}

/// A process with the record that it makes of itself, what is kept beside, and both as one.
struct Opened {
    process: Process,
    own: Record,
    kept: Kept,
    record: Record,
}

impl Opened {
    /// The file that waits, by name, with its unknown headings, held against the record of this moment.
    fn checked(&self) -> Option<(&str, &[String], Checked)> {
        let (name, received) = self.kept.received.as_ref()?;
        Some((name.as_str(), received.unknown.as_slice(), observatory::check(&self.record, received)))
    }

    /// What is kept that the process says otherwise.
    fn over_own(&self) -> Record {
        let says = |field: &RecordField| field.source() != Source::Record;
        let fields = self.kept.record.fields.iter().filter(|(field, _)| says(field));
        Record { fields: fields.map(|(field, value)| (*field, value.clone())).collect(), others: Vec::new() }
    }
}

impl Handle {
    /// The record as a file, for who prepares it.
    pub(crate) async fn record_file(&self, slug: &str) -> Outcome<FileOut> {
        let tx = self.read().await?;
        Ok(file(slug, &self.open_record(&tx, slug, Action::ReadDrafts).await?.record))
    }

    /// The record as a file, for everybody once the process is concluded.
    pub(crate) async fn public_record_file(&self, slug: &str) -> Outcome<FileOut> {
        let tx = self.read().await?;
        let process = self.process_in_view(&tx, slug).await?;
        if !is_final(process.stage) || !process.pack()?.observatory_export {
            return Err(AppError::NotFound);
        }
        let said = observatory_records::said(&tx, &self.scope, process.id).await?;
        let mut record = self.own_record(&tx, &process).await?.overlaid(&said);
        // Nobody vouches for columns that the observatory does not know: they go out to who prepares the record alone.
        record.others.clear();
        Ok(file(slug, &record))
    }

    /// The record of the process at `slug` for who may do `action`; `NotFound` where the rules know no observatory.
    async fn open_record(&self, tx: &Tx, slug: &str, action: Action) -> Outcome<Opened> {
        let process = self.worked_on(tx, slug).await?;
        if !process.pack()?.observatory_export {
            return Err(AppError::NotFound);
        }
        self.scope.authorise(action, Some(process.id))?;
        let kept = observatory_records::of(tx, &self.scope, process.id).await?;
        let own = self.own_record(tx, &process).await?;
        let record = own.clone().overlaid(&kept.record);
        Ok(Opened { process, own, kept, record })
    }

    /// The record that the process makes of itself.
    async fn own_record(&self, tx: &Tx, process: &Process) -> Outcome<Record> {
        let asked = extensions::of_process(tx, &self.scope, process.id).await?;
        let organs = organs::of_process(tx, &self.scope, process.id).await?;
        let (members, _) = members::of_process(tx, &self.scope, process.id, None).await?;
        let sitting = |kind: OrganKind| -> Vec<String> {
            let organ = organs.iter().find(|organ| organ.kind == kind).map(|organ| organ.id);
            let sits = members.iter().filter(|member| Some(member.organ) == organ && member.state.is_member());
            sits.map(|member| member.organisation.clone()).collect()
        };
        let started = !matches!(process.stage, Stage::Designed | Stage::Ready);
        Ok(observatory::record_of(&RecordFacts {
            title: &process.title,
            sheet: &process.sheet,
            stage: process.stage,
            started_on: process.started_on.filter(|_| started),
            concluded_on: process.concluded_on,
            extension_granted: asked.iter().any(|asked| asked.state.is_granted()),
            table: &sitting(OrganKind::NegotiationTable),
            committee: &sitting(OrganKind::GuaranteeCommittee),
        }))
    }

    /// Changes what is kept beside a process, unless somebody changed it since `seen`.
    async fn change_record(
        &self,
        slug: &str,
        seen: u32,
        action: &'static str,
        change: impl FnOnce(&Opened) -> Outcome<Kept> + Send,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.open_record(&tx, slug, Action::EditSheet).await?;
        if opened.kept.version != seen {
            return Err(AppError::Conflict);
        }
        let after = change(&opened)?;
        self.store_record(tx, &opened, &after, action).await
    }

    async fn store_record(&self, tx: Tx, opened: &Opened, after: &Kept, action: &'static str) -> Outcome<()> {
        if opened.kept == *after {
            return Ok(());
        }
        observatory_records::store(&tx, &self.scope, after, self.now()).await?;
        let entry = Entry::changed(action, "observatory_record", opened.process.id.0, &opened.kept, after);
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }
}

fn file(slug: &str, record: &Record) -> FileOut {
    FileOut::made(
        format!("osservatorio-{slug}.csv"),
        FileKind::Csv.media_type(),
        observatory::write(record).into_bytes(),
    )
}

/// The fields that the record alone says, as typed; other codes change nothing.
fn typed_fields(typed: &BTreeMap<String, String>) -> Result<Record, FieldErrors> {
    let (mut record, mut errors) = (Record::default(), FieldErrors::default());
    for &field in RecordField::ALL.iter().filter(|field| field.source() == Source::Record) {
        let Some(typed) = typed.get(field.code()) else { continue };
        if let Some(value) = errors.take(&format!("fields[{field}]"), field.read(typed)) {
            record.fields.insert(field, value);
        }
    }
    if errors.is_empty() { Ok(record) } else { Err(errors) }
}
