//! What the local guarantee committee says of a process: remarks and opinions (domain study, b: *CGL member*).

use crate::{
    code::{choice, coded},
    invalid::{Fault, FieldErrors},
    organ::{MemberState, OrganKind},
    personal_data,
    refusal::{Blocker, StepRefused},
    stage::Stage,
    text,
};

/// Most characters of a title.
pub const TITLE_MAX: u32 = 160;
/// Most characters of a text.
pub const TEXT_MAX: u32 = 8_000;

coded! {
    /// What a member of the committee files.
    pub enum RemarkKind {
        /// Something to be looked at.
        Remark = "remark",
        /// A judgement on the path or a part of it.
        Opinion = "opinion",
    }
}

/// A remark or an opinion as typed; the text is Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRemark {
    pub kind: RemarkKind,
    pub title: String,
    pub text: String,
}

impl NewRemark {
    /// Reads `kind`, `title` and `text`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(kind: &str, title: &str, text: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = errors.take("kind", choice(kind));
        let title = errors.take("title", text::line(title, TITLE_MAX));
        let text = errors.take("text", text::prose(text, TEXT_MAX));
        match (kind, title, text) {
            (Some(kind), Some(title), Some(text)) => Ok(Self { kind, title, text }),
            _ => Err(errors),
        }
    }

    /// Refuses a remark that holds personal data: everybody reads it, and it stays. `names` are those of the members.
    ///
    /// # Errors
    /// `PersonalData` for the fields `title` and `text`.
    pub fn without_personal_data(self, names: &[&str]) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        for (field, text) in [("title", &self.title), ("text", &self.text)] {
            let kinds = personal_data::kinds(text, names);
            if !kinds.is_empty() {
                errors.add(field, Fault::PersonalData { kinds });
            }
        }
        if errors.is_empty() { Ok(self) } else { Err(errors) }
    }
}

/// Whether a member files remarks: one of the guarantee committee that sits there today.
#[must_use]
pub const fn files_remarks(organ: OrganKind, state: MemberState) -> bool {
    matches!(organ, OrganKind::GuaranteeCommittee) && state.is_member()
}

/// Lets a member of the committee file while everybody can read about the process, and until it is over for good.
///
/// # Errors
/// `NotAMember` for anybody else, or `WrongState`.
pub fn may_file(stage: Stage, files: bool) -> Result<(), StepRefused> {
    if !files {
        return Err(Blocker::NotAMember.into());
    }
    if stage.is_public(None) && !stage.is_over() { Ok(()) } else { Err(Blocker::WrongState.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::personal_data::FindingKind;

    #[test]
    fn the_committee_speaks_while_the_path_is_public_and_not_over() {
        use Stage as G;
        let open = [G::Sharing, G::Opening, G::Closing, G::Concluded, G::Impact, G::Monitored, G::Suspended];
        for &stage in Stage::ALL {
            assert_eq!(may_file(stage, true).is_ok(), open.contains(&stage), "{stage}");
            assert_eq!(may_file(stage, false), Err(Blocker::NotAMember.into()), "{stage}");
        }
    }

    #[test]
    fn only_active_members_of_the_committee_file() {
        for &organ in OrganKind::ALL {
            for &state in MemberState::ALL {
                let expected = (organ, state) == (OrganKind::GuaranteeCommittee, MemberState::Active);
                assert_eq!(files_remarks(organ, state), expected, "{organ} {state}");
            }
        }
    }

    #[test]
    fn a_remark_names_nobody() {
        let remark = |title: &str, text: &str| NewRemark::parse("remark", title, text).unwrap();
        let names = ["Laura Bassi"];
        let kept = remark("Tempi", "Il prot. 1234 del 10/10/2022 manca").without_personal_data(&names);
        assert_eq!(kept, Ok(remark("Tempi", "Il prot. 1234 del 10/10/2022 manca")));
        let faults = remark(
            "Parla Laura Bassi",
            "Al 339 1234567, ad anna@example.it e a ugo@example.it, o ancora al 339 1234567",
        )
        .without_personal_data(&names)
        .unwrap_err();
        assert_eq!(faults.of("title"), Some(&Fault::PersonalData { kinds: vec![FindingKind::MemberName] }));
        let both = vec![FindingKind::Phone, FindingKind::Email];
        assert_eq!(faults.of("text"), Some(&Fault::PersonalData { kinds: both }), "each kind once");
    }

    #[test]
    fn a_remark_has_kind_title_and_text() {
        for &kind in RemarkKind::ALL {
            let read = NewRemark::parse(kind.code(), " Tempi ", "Troppo *brevi*").unwrap();
            assert_eq!(read, NewRemark { kind, title: "Tempi".into(), text: "Troppo *brevi*".into() });
        }
        let faults = NewRemark::parse("lamentela", " ", &"x".repeat(TEXT_MAX as usize + 1)).unwrap_err();
        assert_eq!(faults.of("kind"), Some(&Fault::Choice));
        assert_eq!(faults.of("title"), Some(&Fault::Required));
        assert!(faults.of("text").is_some());
        assert!(NewRemark::parse("remark", &"x".repeat(TITLE_MAX as usize + 1), "x").is_err());
    }
}
