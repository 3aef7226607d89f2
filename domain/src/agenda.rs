//! The tenant's local digital agenda (*agenda digitale locale*): what kind it is and where it stands.

use crate::{code::coded, tenant::Template};

coded! {
    /// What an agenda is about.
    pub enum AgendaKind {
        /// The body's digital strategy.
        Digital = "digital",
        /// Welfare and digital together (*agenda sociale locale*, AGIO).
        Social = "social",
    }
}

coded! {
    /// Where an agenda stands, on its way from the first action sheet to the next version.
    pub enum AgendaState {
        /// Action sheets gather; their words may change.
        Draft = "draft",
        Consultation = "consultation",
        Proposed = "proposed",
        /// Adopted by an act.
        Adopted = "adopted",
        InForce = "in_force",
        /// A new version took its place.
        Updated = "updated",
        Expired = "expired",
    }
}

impl AgendaKind {
    /// The kind of agenda that a tenant with this template keeps.
    #[must_use]
    pub const fn of(template: Template) -> Self {
        match template {
            Template::Agio => Self::Social,
            Template::ParticipatoryPath | Template::PermanentAgenda => Self::Digital,
        }
    }
}

impl AgendaState {
    /// Whether title and description of its action sheets may change; afterwards they belong to what was proposed.
    #[must_use]
    pub const fn words_may_change(self) -> bool {
        matches!(self, Self::Draft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_template_has_its_agenda_and_only_a_draft_is_edited() {
        for &template in Template::ALL {
            let social = AgendaKind::of(template) == AgendaKind::Social;
            assert_eq!(social, template == Template::Agio, "{template}");
        }
        let open: Vec<_> = AgendaState::ALL.iter().filter(|state| state.words_may_change()).collect();
        assert_eq!(open, [&AgendaState::Draft]);
    }
}
