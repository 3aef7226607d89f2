//! The project sheet (*scheda progetto*) of a participatory process: everything its page says about it.

use crate::{
    invalid::{Fault, FieldErrors},
    money, number,
    pack::RulePack,
    sheet_field::{FieldKind, SheetField},
    text,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A project sheet, filled in as far as its owner got; blank texts and lists are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectSheet {
    pub title: String,
    pub code: String,
    pub object: String,
    pub procedure: String,
    pub needs: String,
    pub scope_tags: Vec<String>,
    pub proponent: String,
    pub decision_body: String,
    /// A natural person: staff see the name, the public sees the office.
    pub owner_name: String,
    pub responsible_office: String,
    pub address: String,
    pub funding_line: String,
    pub certification_year: Option<u16>,
    pub certification_score: Option<u16>,
    pub regulation_link: Option<String>,
    pub planned_start: Option<NaiveDate>,
    pub planned_end: Option<NaiveDate>,
    pub phases: String,
    pub staff: String,
    pub communication_plan: String,
    pub budget_cents: Option<i64>,
    pub grant_cents: Option<i64>,
    pub territory: Vec<String>,
    pub participation_level: String,
    pub participation_type: String,
    pub methods: String,
    pub digital_tools: String,
    pub target_groups: String,
    pub gender_notes: String,
    pub work_life_notes: String,
    pub expected_results: String,
    pub web_url: Option<String>,
    pub observatory_id: Option<u32>,
}

impl ProjectSheet {
    /// Reads a form by field code. A blank field is left empty, for a sheet grows; only the title must be there.
    /// A name that is no field of the sheet is ignored.
    ///
    /// # Errors
    /// Field by field; `Order` when the end precedes the start or the grant exceeds the budget.
    pub fn parse(typed: &BTreeMap<String, String>) -> Result<Self, FieldErrors> {
        let mut form = Form { typed, errors: FieldErrors::default() };
        use SheetField as F;
        let sheet = Self {
            title: form.text(F::Title),
            code: form.text(F::Code),
            object: form.text(F::Object),
            procedure: form.text(F::Procedure),
            needs: form.text(F::Needs),
            scope_tags: form.list(F::ScopeTags),
            proponent: form.text(F::Proponent),
            decision_body: form.text(F::DecisionBody),
            owner_name: form.text(F::OwnerName),
            responsible_office: form.text(F::ResponsibleOffice),
            address: form.text(F::Address),
            funding_line: form.text(F::FundingLine),
            certification_year: form.number(F::CertificationYear),
            certification_score: form.number(F::CertificationScore),
            regulation_link: form.read(F::RegulationLink, text::link),
            planned_start: form.read(F::PlannedStart, text::date),
            planned_end: form.read(F::PlannedEnd, text::date),
            phases: form.text(F::Phases),
            staff: form.text(F::Staff),
            communication_plan: form.text(F::CommunicationPlan),
            budget_cents: form.read(F::BudgetCents, money::cents),
            grant_cents: form.read(F::GrantCents, money::cents),
            territory: form.list(F::Territory),
            participation_level: form.text(F::ParticipationLevel),
            participation_type: form.text(F::ParticipationType),
            methods: form.text(F::Methods),
            digital_tools: form.text(F::DigitalTools),
            target_groups: form.text(F::TargetGroups),
            gender_notes: form.text(F::GenderNotes),
            work_life_notes: form.text(F::WorkLifeNotes),
            expected_results: form.text(F::ExpectedResults),
            web_url: form.read(F::WebUrl, text::link),
            observatory_id: form.number(F::ObservatoryId),
        };
        let mut errors = form.errors;
        if sheet.title.is_empty() {
            errors.add(F::Title.code(), Fault::Required);
        }
        if matches!((sheet.planned_start, sheet.planned_end), (Some(start), Some(end)) if end < start) {
            errors.add(F::PlannedEnd.code(), Fault::Order);
        }
        if matches!((sheet.budget_cents, sheet.grant_cents), (Some(budget), Some(grant)) if grant > budget) {
            errors.add(F::GrantCents.code(), Fault::Order);
        }
        if errors.is_empty() { Ok(sheet) } else { Err(errors) }
    }

    /// Refuses a grant above what the rules of `pack` allow for one project.
    ///
    /// # Errors
    /// `AboveCall` beside the grant.
    pub fn fits(&self, pack: &RulePack) -> Result<(), FieldErrors> {
        match (self.grant_cents, pack.grant_max_cents) {
            (Some(grant), Some(max)) if grant > max => {
                Err(FieldErrors::one(SheetField::GrantCents.code(), Fault::AboveCall { max: max / 100 }))
            }
            _ => Ok(()),
        }
    }

    /// The fields that a process needs before it is ready and that are still blank, in the order of the form.
    #[must_use]
    pub fn missing(&self) -> Vec<SheetField> {
        let filled = self.to_form();
        let blank = |field: &&SheetField| field.is_required() && !filled.contains_key(field.code());
        SheetField::ALL.iter().filter(blank).copied().collect()
    }

    /// The filled fields as a form shows them: what [`ProjectSheet::parse`] reads back.
    #[must_use]
    pub fn to_form(&self) -> BTreeMap<String, String> {
        SheetField::ALL
            .iter()
            .map(|&field| (field.code().to_owned(), self.field(field)))
            .filter(|(_, text)| !text.is_empty())
            .collect()
    }

    /// One field as a form shows it; empty when it is blank.
    #[must_use]
    pub fn field(&self, field: SheetField) -> String {
        use SheetField as F;
        let day = |date: Option<NaiveDate>| date.map(|date| date.format("%Y-%m-%d").to_string()).unwrap_or_default();
        let sum = |cents: Option<i64>| cents.map(money::money).unwrap_or_default();
        match field {
            F::Title => self.title.clone(),
            F::Code => self.code.clone(),
            F::Object => self.object.clone(),
            F::Procedure => self.procedure.clone(),
            F::Needs => self.needs.clone(),
            F::ScopeTags => self.scope_tags.join(", "),
            F::Proponent => self.proponent.clone(),
            F::DecisionBody => self.decision_body.clone(),
            F::OwnerName => self.owner_name.clone(),
            F::ResponsibleOffice => self.responsible_office.clone(),
            F::Address => self.address.clone(),
            F::FundingLine => self.funding_line.clone(),
            F::CertificationYear => self.certification_year.map(|year| year.to_string()).unwrap_or_default(),
            F::CertificationScore => self.certification_score.map(|score| score.to_string()).unwrap_or_default(),
            F::RegulationLink => self.regulation_link.clone().unwrap_or_default(),
            F::PlannedStart => day(self.planned_start),
            F::PlannedEnd => day(self.planned_end),
            F::Phases => self.phases.clone(),
            F::Staff => self.staff.clone(),
            F::CommunicationPlan => self.communication_plan.clone(),
            F::BudgetCents => sum(self.budget_cents),
            F::GrantCents => sum(self.grant_cents),
            F::Territory => self.territory.join(", "),
            F::ParticipationLevel => self.participation_level.clone(),
            F::ParticipationType => self.participation_type.clone(),
            F::Methods => self.methods.clone(),
            F::DigitalTools => self.digital_tools.clone(),
            F::TargetGroups => self.target_groups.clone(),
            F::GenderNotes => self.gender_notes.clone(),
            F::WorkLifeNotes => self.work_life_notes.clone(),
            F::ExpectedResults => self.expected_results.clone(),
            F::WebUrl => self.web_url.clone().unwrap_or_default(),
            F::ObservatoryId => self.observatory_id.map(|id| id.to_string()).unwrap_or_default(),
        }
    }
}

/// A form being read: what was typed, and what was wrong so far.
struct Form<'a> {
    typed: &'a BTreeMap<String, String>,
    errors: FieldErrors,
}

impl Form<'_> {
    fn read<T>(&mut self, field: SheetField, parse: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
        let typed = self.typed.get(field.code()).map(|typed| typed.trim()).filter(|typed| !typed.is_empty())?;
        self.errors.take(field.code(), parse(typed))
    }

    fn text(&mut self, field: SheetField) -> String {
        self.read(field, |typed| match field.kind() {
            FieldKind::Prose { max } => text::prose(typed, max),
            kind => text::line(typed, kind.max()),
        })
        .unwrap_or_default()
    }

    /// Words between commas or on lines of their own, each once.
    fn list(&mut self, field: SheetField) -> Vec<String> {
        let parse = |typed: &str| {
            let whole = text::prose(typed, field.kind().max())?;
            let mut list: Vec<String> = Vec::new();
            for word in whole.split([',', '\n']).map(str::trim).filter(|word| !word.is_empty()) {
                if !list.iter().any(|known| known == word) {
                    list.push(text::line(word, 80)?);
                }
            }
            Ok(list)
        };
        self.read(field, parse).unwrap_or_default()
    }

    fn number<T: TryFrom<i64>>(&mut self, field: SheetField) -> Option<T> {
        let (min, max) = field.range();
        self.read(field, |typed| {
            number::whole(typed, min, max).and_then(|n| T::try_from(n).map_err(|_| Fault::Number { min, max }))
        })
    }
}

#[cfg(test)]
mod tests;
