//! Tenants: what they are, how they are named, when they are closed.

use crate::{
    code::{choice, coded},
    id::TenantId,
    invalid::{Fault, FieldErrors},
    pack::{Family, newest},
    refusal::{Blocker, StepRefused},
    text,
};

pub use crate::slug::Slug;

coded! {
    /// What a tenant is.
    pub enum TenantKind {
        /// The platform's own host, where coordinators and the guarantor work.
        Platform = "platform",
        /// A union of municipalities (*Unione di Comuni*).
        Union = "union",
        /// A municipality (*Comune*); it may belong to a union.
        Municipality = "municipality",
    }
}

coded! {
    /// Whether a tenant is open.
    pub enum TenantState {
        /// Open to everyone.
        Active = "active",
        /// Closed to everyone but staff, who may still export.
        Suspended = "suspended",
    }
}

coded! {
    /// What the coordinator does to a tenant's state.
    pub enum TenantStep {
        /// Closes it.
        Suspend = "suspend",
        /// Opens it again.
        Resume = "resume",
    }
}

impl TenantState {
    /// The state after `step`.
    ///
    /// # Errors
    /// `WrongState` when the tenant is in that state already.
    pub fn after(self, step: TenantStep) -> Result<Self, StepRefused> {
        match (self, step) {
            (Self::Active, TenantStep::Suspend) => Ok(Self::Suspended),
            (Self::Suspended, TenantStep::Resume) => Ok(Self::Active),
            _ => Err(Blocker::WrongState.into()),
        }
    }
}

coded! {
    /// What a new tenant starts with.
    pub enum Template {
        /// A path with agreement, tables, proposal document and validation.
        ParticipatoryPath = "participatory_path",
        /// A permanent agenda in yearly cycles.
        PermanentAgenda = "permanent_agenda",
        /// AGIO: knowledge, then realisation.
        Agio = "agio",
    }
}

impl Template {
    /// The template that starts what rules of this family govern.
    #[must_use]
    pub const fn of(family: Family) -> Self {
        match family {
            Family::Certified => Self::ParticipatoryPath,
            Family::Permanent => Self::PermanentAgenda,
            Family::TwoStep => Self::Agio,
        }
    }

    /// The template that goes with the newest rules under this key.
    #[must_use]
    pub fn of_rules(key: &str) -> Option<Self> {
        newest(key).map(|pack| Self::of(pack.family))
    }
}

/// What the coordinator typed to create a tenant, as text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedTenant {
    pub kind: String,
    pub name: String,
    pub slug: String,
    pub istat_code: String,
    pub ipa_code: String,
    /// Identifier of the union that a municipality belongs to, or blank.
    pub parent: String,
    pub pack: String,
    /// Blank where the rules alone say it.
    pub template: String,
    pub admin_email: String,
}

/// A tenant to be created, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTenant {
    /// Union or municipality.
    pub kind: TenantKind,
    pub name: String,
    pub slug: Slug,
    /// Six digits (ISTAT), municipalities alone.
    pub istat_code: Option<String>,
    /// Code of the national index of public bodies (IPA), 3 to 20 letters, digits and underscores.
    pub ipa_code: Option<String>,
    /// The union that a municipality belongs to.
    pub parent: Option<TenantId>,
    /// Key of a rule pack.
    pub pack: String,
    pub template: Template,
    /// Where the first administrator's invitation goes.
    pub admin_email: String,
}

impl NewTenant {
    /// Reads the form; `packs` are the keys of the rule packs that exist.
    ///
    /// # Errors
    /// A fault for each field that was not accepted.
    pub fn parse(typed: &TypedTenant, packs: &[&str]) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = typed.kind.parse().ok().filter(|kind| *kind != TenantKind::Platform).ok_or(Fault::Choice);
        let kind = errors.take("kind", kind);
        let name = errors.take("name", text::line(&typed.name, 120));
        let slug = errors.take("slug", Slug::parse(&typed.slug));
        let istat = text::optional_line(&typed.istat_code, 6).and_then(|code| match code {
            Some(code) if code.len() != 6 || !code.chars().all(|c| c.is_ascii_digit()) => {
                Err(Fault::Digits { count: 6 })
            }
            code => Ok(code),
        });
        let istat_code = errors.take("istat_code", istat);
        let ipa = text::optional_line(&typed.ipa_code, 20).and_then(|code| match code {
            Some(code) if code.chars().count() < 3 => Err(Fault::TooShort { min: 3 }),
            Some(code) if !code.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') => Err(Fault::Form),
            code => Ok(code),
        });
        let ipa_code = errors.take("ipa_code", ipa);
        let alone = typed.parent.trim().is_empty();
        let parent = errors.take("parent", if alone { Ok(None) } else { choice(&typed.parent).map(Some) });
        if kind == Some(TenantKind::Union) {
            for (field, typed) in [("istat_code", &typed.istat_code), ("parent", &typed.parent)] {
                if !typed.trim().is_empty() {
                    errors.add(field, Fault::MunicipalitiesOnly);
                }
            }
        }
        let pack =
            errors.take("pack", packs.contains(&typed.pack.as_str()).then(|| typed.pack.clone()).ok_or(Fault::Choice));
        // The rules say with what one begins; who names a template too, as at the command line, is checked.
        let template = match (typed.template.trim(), &pack) {
            ("", Some(key)) => errors.take("pack", Template::of_rules(key).ok_or(Fault::Choice)),
            ("", None) => None,
            (template, _) => errors.take("template", template.parse().map_err(|_| Fault::Choice)),
        };
        let admin_email = errors.take("admin_email", text::email(&typed.admin_email));
        if !errors.is_empty() {
            return Err(errors);
        }
        let read = || {
            Some(Self {
                kind: kind?,
                name: name?,
                slug: slug?,
                istat_code: istat_code?,
                ipa_code: ipa_code?,
                parent: parent?,
                pack: pack?,
                template: template?,
                admin_email: admin_email?,
            })
        };
        read().ok_or(errors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::catalogue;
    use crate::pairs::every_pair;

    #[test]
    fn every_state_meets_every_step() {
        insta::assert_snapshot!(every_pair(TenantState::ALL, TenantStep::ALL, TenantState::after));
    }

    #[test]
    fn each_template_has_its_family_of_rules() {
        for template in Template::ALL {
            let families = Family::ALL.iter().filter(|family| Template::of(**family) == *template);
            assert_eq!(families.count(), 1, "{template}");
        }
    }

    #[test]
    fn the_rules_say_with_which_template_a_tenant_begins() {
        for pack in catalogue() {
            assert_eq!(Template::of_rules(&pack.key), Some(Template::of(pack.family)), "{}", pack.key);
        }
        assert_eq!(Template::of_rules("altro"), None);
    }

    #[test]
    fn a_municipality_may_belong_to_a_union_and_a_union_to_nobody() {
        let union = TenantId::fresh();
        let typed = TypedTenant {
            kind: "municipality".into(),
            name: "Comune di Cavriago".into(),
            slug: "cavriago".into(),
            istat_code: "035017".into(),
            parent: union.to_string(),
            pack: "er".into(),
            template: "participatory_path".into(),
            admin_email: "segreteria@cavriago.example.it".into(),
            ..TypedTenant::default()
        };
        let read = NewTenant::parse(&typed, &["er"]).unwrap();
        assert_eq!((read.parent, read.istat_code.as_deref()), (Some(union), Some("035017")));
        let errors = NewTenant::parse(&TypedTenant { kind: "union".into(), ..typed }, &["er"]).unwrap_err();
        assert_eq!(
            (errors.of("istat_code"), errors.of("parent")),
            (Some(&Fault::MunicipalitiesOnly), Some(&Fault::MunicipalitiesOnly))
        );
    }

    #[test]
    fn a_form_names_every_fault_at_once() {
        let typed = TypedTenant {
            kind: "platform".into(),
            istat_code: "12".into(),
            ipa_code: "a b".into(),
            ..TypedTenant::default()
        };
        let errors = NewTenant::parse(&typed, &["er"]).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["admin_email", "ipa_code", "istat_code", "kind", "name", "pack", "slug"]);
    }
}
