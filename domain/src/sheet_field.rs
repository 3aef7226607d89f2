//! The fields of the project sheet: their codes, how they are typed, and which a process cannot start without.

use crate::code::coded;

coded! {
    /// A field of the project sheet, in the order of the form.
    pub enum SheetField {
        Title = "title",
        Code = "code",
        Object = "object",
        /// The administrative procedure that the process is linked to.
        Procedure = "procedure",
        Needs = "needs",
        ScopeTags = "scope_tags",
        Proponent = "proponent",
        DecisionBody = "decision_body",
        OwnerName = "owner_name",
        ResponsibleOffice = "responsible_office",
        Address = "address",
        FundingLine = "funding_line",
        CertificationYear = "certification_year",
        CertificationScore = "certification_score",
        RegulationLink = "regulation_link",
        PlannedStart = "planned_start",
        PlannedEnd = "planned_end",
        Phases = "phases",
        Staff = "staff",
        CommunicationPlan = "communication_plan",
        BudgetCents = "budget_cents",
        GrantCents = "grant_cents",
        /// Municipalities.
        Territory = "territory",
        ParticipationLevel = "participation_level",
        ParticipationType = "participation_type",
        Methods = "methods",
        DigitalTools = "digital_tools",
        TargetGroups = "target_groups",
        GenderNotes = "gender_notes",
        WorkLifeNotes = "work_life_notes",
        ExpectedResults = "expected_results",
        WebUrl = "web_url",
        ObservatoryId = "observatory_id",
    }
}

/// How a field is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of at most `max` characters.
    Line {
        max: u32,
    },
    /// Several lines of at most `max` characters.
    Prose {
        max: u32,
    },
    /// Words between commas, `max` characters in all.
    List {
        max: u32,
    },
    Date,
    Link,
    Money,
    Number,
}

impl FieldKind {
    /// Most characters of what is typed.
    #[must_use]
    pub const fn max(self) -> u32 {
        match self {
            Self::Line { max } | Self::Prose { max } | Self::List { max } => max,
            Self::Link => 500,
            Self::Date | Self::Money | Self::Number => 40,
        }
    }
}

impl SheetField {
    /// How the field is typed.
    #[must_use]
    pub const fn kind(self) -> FieldKind {
        match self {
            Self::Code => FieldKind::Line { max: 60 },
            Self::Title
            | Self::Proponent
            | Self::DecisionBody
            | Self::OwnerName
            | Self::ResponsibleOffice
            | Self::Address
            | Self::FundingLine
            | Self::ParticipationLevel
            | Self::ParticipationType => FieldKind::Line { max: 200 },
            Self::ScopeTags | Self::Territory => FieldKind::List { max: 2_000 },
            Self::PlannedStart | Self::PlannedEnd => FieldKind::Date,
            Self::RegulationLink | Self::WebUrl => FieldKind::Link,
            Self::BudgetCents | Self::GrantCents => FieldKind::Money,
            Self::CertificationYear | Self::CertificationScore | Self::ObservatoryId => FieldKind::Number,
            Self::Object
            | Self::Procedure
            | Self::Needs
            | Self::Phases
            | Self::Staff
            | Self::CommunicationPlan
            | Self::Methods
            | Self::DigitalTools
            | Self::TargetGroups
            | Self::GenderNotes
            | Self::WorkLifeNotes
            | Self::ExpectedResults => FieldKind::Prose { max: 8_000 },
        }
    }

    /// The numbers that the field takes, where it takes numbers.
    #[must_use]
    pub const fn range(self) -> (i64, i64) {
        match self {
            Self::CertificationYear => (2_000, 2_200),
            Self::CertificationScore => (0, 1_000),
            _ => (0, 999_999_999),
        }
    }

    /// Whether a process is not ready while the field is blank.
    #[must_use]
    pub const fn is_required(self) -> bool {
        matches!(
            self,
            Self::Title
                | Self::Object
                | Self::Proponent
                | Self::DecisionBody
                | Self::OwnerName
                | Self::Phases
                | Self::Staff
        )
    }

    /// Whether the public page shows the field: all but those that may name natural persons.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::OwnerName | Self::Staff)
    }
}
