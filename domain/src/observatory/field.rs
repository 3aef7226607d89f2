//! The fields of a record, in the order in which the observatory publishes them, and how each is filled.

use super::{Cofinancing, CommitteeTask, Progress, Theme};
use crate::{code::coded, sheet_field::SheetField};

coded! {
    /// A field of the record.
    pub enum RecordField {
        /// Which record it is: the number in its public address.
        Number = "number",
        Title = "title",
        Certified = "certified",
        Funded = "funded",
        Logo = "logo",
        Progress = "progress",
        Nature = "nature",
        CertificationYear = "certification_year",
        FundingYear = "funding_year",
        Grant = "grant",
        Cofinancing = "cofinancing",
        CofinancingPercent = "cofinancing_percent",
        Cost = "cost",
        StartYear = "start_year",
        EndYear = "end_year",
        Start = "start",
        End = "end",
        Months = "months",
        Extension = "extension",
        DecisionBody = "decision_body",
        Outsiders = "outsiders",
        Participants = "participants",
        Committee = "committee",
        CommitteeTasks = "committee_tasks",
        Office = "office",
        Address = "address",
        Table = "table",
        ImpactMap = "impact_map",
        Scope = "scope",
        Topic = "topic",
        Kind = "kind",
        Mode = "mode",
        Women = "women",
        Prevalence = "prevalence",
        WorkLife = "work_life",
        Phases = "phases",
    }
}

coded! {
    /// A section of the published record.
    pub enum RecordSection {
        Head = "Intestazione",
        Process = "Processo",
        Management = "Gestione",
        Features = "Caratteristiche",
    }
}

/// How a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    Text,
    YesNo,
    /// A whole number in `min..=max`.
    Number {
        min: i64,
        max: i64,
    },
    Money,
    Percent,
    Date,
    /// One of [`RecordField::choices`].
    One,
    /// Some of [`RecordField::choices`], between commas.
    Some,
}

/// What fills a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A field of the project sheet.
    Sheet(SheetField),
    /// The formal start.
    Start,
    /// The conclusion of the process.
    Conclusion,
    /// The organs and their members.
    Organs,
    /// Other fields.
    Computed,
    /// The record alone: a process does not say it elsewhere.
    Record,
}

impl RecordField {
    /// The heading of the column, as published.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Number => "Numero della scheda",
            Self::Title => "Titolo",
            Self::Certified => "Certificato",
            Self::Funded => "Finanziato",
            Self::Logo => "Logo",
            Self::Progress => "Stato di avanzamento",
            Self::Nature => "Natura",
            Self::CertificationYear => "Anno della certificazione",
            Self::FundingYear => "Anno finanziamento",
            Self::Grant => "Importo finanziato dal bando",
            Self::Cofinancing => "Cofinanziamento altri soggetti",
            Self::CofinancingPercent => "Percentuale cofinanziamento",
            Self::Cost => "Costo complessivo",
            Self::StartYear => "Anno di avvio",
            Self::EndYear => "Anno di chiusura",
            Self::Start => "Data inizio",
            Self::End => "Data fine",
            Self::Months => "Durata (mesi)",
            Self::Extension => "Richiesta e concessione della proroga",
            Self::DecisionBody => "Titolari della decisione",
            Self::Outsiders => "Soggetti esterni",
            Self::Participants => "Partecipanti",
            Self::Committee => "Comitato di garanzia locale",
            Self::CommitteeTasks => "Funzioni del Comitato di garanzia locale",
            Self::Office => "Struttura responsabile",
            Self::Address => "Indirizzo",
            Self::Table => "Tavolo di Negoziazione",
            Self::ImpactMap => "Mappa di impatto",
            Self::Scope => "Ambito di intervento",
            Self::Topic => "Tematica specifica",
            Self::Kind => "Tipo di partecipazione",
            Self::Mode => "Modalità di partecipazione",
            Self::Women => "Presenza femminile",
            Self::Prevalence => "Prevalenza di genere",
            Self::WorkLife => "Conciliazione vita-lavoro",
            Self::Phases => "Fasi del percorso",
        }
    }

    /// The field with this heading, capitals and spaces around it apart.
    #[must_use]
    pub fn with_heading(heading: &str) -> Option<Self> {
        let wanted = heading.trim().to_lowercase();
        Self::ALL.iter().copied().find(|field| field.heading().to_lowercase() == wanted)
    }

    /// The section that shows it.
    #[must_use]
    pub const fn section(self) -> RecordSection {
        match self {
            Self::Number | Self::Title | Self::Certified | Self::Funded | Self::Logo => RecordSection::Head,
            Self::DecisionBody
            | Self::Outsiders
            | Self::Participants
            | Self::Committee
            | Self::CommitteeTasks
            | Self::Office
            | Self::Address
            | Self::Table => RecordSection::Management,
            Self::ImpactMap
            | Self::Scope
            | Self::Topic
            | Self::Kind
            | Self::Mode
            | Self::Women
            | Self::Prevalence
            | Self::WorkLife
            | Self::Phases => RecordSection::Features,
            _ => RecordSection::Process,
        }
    }

    /// How it is written.
    #[must_use]
    pub const fn kind(self) -> CellKind {
        match self {
            Self::Number => CellKind::Number { min: 0, max: 999_999_999 },
            Self::CertificationYear | Self::FundingYear | Self::StartYear | Self::EndYear => {
                CellKind::Number { min: 1_900, max: 2_200 }
            }
            Self::Months => CellKind::Number { min: 0, max: 1_200 },
            Self::Certified | Self::Funded | Self::Extension => CellKind::YesNo,
            Self::Grant | Self::Cost => CellKind::Money,
            Self::CofinancingPercent => CellKind::Percent,
            Self::Start | Self::End => CellKind::Date,
            Self::Progress | Self::Cofinancing => CellKind::One,
            Self::CommitteeTasks | Self::Scope => CellKind::Some,
            _ => CellKind::Text,
        }
    }

    /// The values of a closed list; none elsewhere.
    #[must_use]
    pub fn choices(self) -> Vec<&'static str> {
        match self {
            Self::Progress => Progress::ALL.iter().map(|one| one.code()).collect(),
            Self::Cofinancing => Cofinancing::ALL.iter().map(|one| one.code()).collect(),
            Self::Scope => Theme::ALL.iter().map(|one| one.code()).collect(),
            Self::CommitteeTasks => CommitteeTask::ALL.iter().map(|one| one.code()).collect(),
            _ => Vec::new(),
        }
    }

    /// What fills it.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            Self::Number => Source::Sheet(SheetField::ObservatoryId),
            Self::Title => Source::Sheet(SheetField::Title),
            Self::Certified | Self::CertificationYear => Source::Sheet(SheetField::CertificationYear),
            Self::Funded | Self::Grant => Source::Sheet(SheetField::GrantCents),
            Self::Cost => Source::Sheet(SheetField::BudgetCents),
            Self::DecisionBody => Source::Sheet(SheetField::DecisionBody),
            Self::Participants => Source::Sheet(SheetField::TargetGroups),
            Self::Office => Source::Sheet(SheetField::ResponsibleOffice),
            Self::Address => Source::Sheet(SheetField::Address),
            Self::Scope | Self::Topic => Source::Sheet(SheetField::ScopeTags),
            Self::Kind => Source::Sheet(SheetField::ParticipationType),
            Self::Mode => Source::Sheet(SheetField::ParticipationLevel),
            Self::Women => Source::Sheet(SheetField::GenderNotes),
            Self::WorkLife => Source::Sheet(SheetField::WorkLifeNotes),
            Self::Phases => Source::Sheet(SheetField::Phases),
            Self::Start => Source::Start,
            Self::End => Source::Conclusion,
            Self::Committee | Self::Table => Source::Organs,
            Self::Progress
            | Self::Nature
            | Self::CofinancingPercent
            | Self::StartYear
            | Self::EndYear
            | Self::Months
            | Self::Extension => Source::Computed,
            Self::Logo
            | Self::FundingYear
            | Self::Cofinancing
            | Self::Outsiders
            | Self::CommitteeTasks
            | Self::ImpactMap
            | Self::Prevalence => Source::Record,
        }
    }
}
