//! Rule packs: the rules of one jurisdiction as versioned data. A process keeps the version it started under.

use crate::{identification::Levels, role::Role, stage::Stage};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

mod check;
mod kind;
mod list;

pub use check::PackFault;
pub use kind::{DurationUnit, Family, GuarantorKind, OpinionLevel, Weight};
pub use list::{catalogue, find, latest, newest};

/// A text in both languages of the product.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub it: String,
    pub en: String,
}

/// How long a process lasts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duration {
    pub unit: DurationUnit,
    /// Length where the process says none; nothing for cycles.
    #[serde(default)]
    pub default: Option<u32>,
    #[serde(default)]
    pub max: Option<u32>,
}

/// The last day that extensions may reach, whatever their days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cap {
    /// 31 December of the year in which the process was to end.
    YearEnd,
    /// A fixed day.
    On(NaiveDate),
}

/// Who may grant more time, and how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionRule {
    /// Days in all, over every extension of the process.
    #[serde(default)]
    pub max_days: Option<u32>,
    #[serde(default)]
    pub cap: Option<Cap>,
    pub granted_by: Vec<Role>,
    /// Whether a request after the authorised end comes too late.
    pub before_end: bool,
}

/// What a formal start needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartRule {
    /// Whether a signed notice naming a public act must be given.
    pub notice_required: bool,
    /// Last day to start on; a call may set its own.
    #[serde(default)]
    pub limit_date: Option<NaiveDate>,
}

/// How deadlines move off days on which nobody works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rolling {
    pub working_day: bool,
    #[serde(default)]
    pub saturdays: bool,
}

/// One phase of the path as people see it, within a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseRule {
    pub key: String,
    pub stage: Stage,
    pub name: Text,
    /// Whether contributions are taken while it is open.
    #[serde(default)]
    pub contributions: bool,
}

/// One section of the proposal document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionRule {
    pub key: String,
    pub title: Text,
    pub mandatory: bool,
}

/// The youngest ages that may take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinAge {
    pub contribute: u8,
    pub vote: u8,
}

/// The rules of one jurisdiction, in one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulePack {
    pub key: String,
    pub version: u32,
    /// Short name by which messages cite the pack, such as `ER-2021`.
    pub label: String,
    pub name: Text,
    pub legal_basis: Text,
    pub in_force_from: NaiveDate,
    pub family: Family,
    pub guarantor: GuarantorKind,
    pub duration: Duration,
    /// None where the tenant moves its own dates freely.
    #[serde(default)]
    pub extension: Option<ExtensionRule>,
    pub start: StartRule,
    pub suspension_required: bool,
    pub negotiation_table_required: bool,
    pub stakeholder_map_required: bool,
    pub committee: Weight,
    pub agreement: Weight,
    pub minutes_comment_days: u32,
    /// Whether the path ends in a proposal document (*DocPP*).
    pub proposal_document: bool,
    pub table_opinion: OpinionLevel,
    pub validation_required: bool,
    #[serde(default)]
    pub acknowledgement_days: Option<u32>,
    #[serde(default)]
    pub final_report_days: Option<u32>,
    #[serde(default)]
    pub grant_max_cents: Option<i64>,
    pub cofinancing_required: bool,
    pub observatory_export: bool,
    pub min_age: MinAge,
    /// How surely people must be known; whoever receives mail, where the pack says nothing.
    #[serde(default)]
    pub identity: Levels,
    pub rolling: Rolling,
    pub phases: Vec<PhaseRule>,
    #[serde(default)]
    pub document_sections: Vec<SectionRule>,
}

impl RulePack {
    /// Reads and checks a pack, reporting all its faults at once.
    ///
    /// # Errors
    /// The syntax fault alone, or every rule that the pack breaks.
    pub fn parse(toml: &str) -> Result<Self, Vec<PackFault>> {
        let pack: Self = toml::from_str(toml).map_err(|fault| vec![PackFault::Syntax(fault.to_string())])?;
        let faults = check::faults(&pack);
        if faults.is_empty() { Ok(pack) } else { Err(faults) }
    }

    /// How messages cite the pack: `ER-2021 v1`.
    #[must_use]
    pub fn cite(&self) -> String {
        format!("{} v{}", self.label, self.version)
    }

    /// Whether somebody outside the tenant guarantees the process.
    #[must_use]
    pub fn has_guarantor(&self) -> bool {
        self.guarantor != GuarantorKind::None
    }

    /// Whether a negotiation table or a guarantee committee accompanies the process.
    #[must_use]
    pub fn knows_organs(&self) -> bool {
        self.negotiation_table_required || self.committee != Weight::None
    }

    /// Whether the process runs in cycles, without formal start and proposal document.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        self.family == Family::Permanent
    }

    /// The phase in which contributions are taken.
    #[must_use]
    pub fn contributions_phase(&self) -> Option<&PhaseRule> {
        self.phases.iter().find(|phase| phase.contributions)
    }

    /// Keys of the sections that the proposal document must fill.
    pub fn mandatory_sections(&self) -> impl Iterator<Item = &SectionRule> {
        self.document_sections.iter().filter(|section| section.mandatory)
    }

    /// Last day that an extension may reach for a process that was to end on `original_end`.
    #[must_use]
    pub fn latest_end(&self, original_end: NaiveDate) -> Option<NaiveDate> {
        use chrono::Datelike;
        match self.extension.as_ref()?.cap? {
            Cap::On(day) => Some(day),
            Cap::YearEnd => NaiveDate::from_ymd_opt(original_end.year(), 12, 31),
        }
    }
}
