//! Who visits what, from which host, in which language: what every page may know without asking.

use crate::{error::AppError, i18n::Locale, notice::Notice};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    assurance::Assurance,
    id::{PersonId, TenantId},
    identification::{Activity, Needs},
    language::Language,
    logo::Logo,
    role::Role,
    tenant::{Template, TenantKind, TenantState},
};
use leptos::prelude::use_context;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// The tenant, or the platform, whose host was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub tenant: TenantId,
    pub kind: TenantKind,
    pub state: TenantState,
    pub template: Template,
    pub name: String,
    /// One sentence that says what the place is.
    pub description: String,
    /// Whether it has actions to show.
    pub has_agenda: bool,
    /// Accent colour, `#rrggbb`.
    pub accent: String,
    pub logo: Option<Logo>,
    /// How surely it wants to know who acts.
    pub needs: Needs,
    /// `https://host[:port]`, without a slash at the end.
    pub origin: String,
    /// The origin of the platform's own host.
    pub platform_origin: String,
}

/// The person who signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    pub id: PersonId,
    pub name: String,
    /// Roles held in the whole tenant or in at least one process.
    pub roles: Vec<Role>,
    /// How surely the person is known in this session.
    pub level: Assurance,
}

/// A form that was sent and refused: shown again with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    /// Address of the server function.
    pub to: String,
    pub error: AppError,
    pub values: Vec<(String, String)>,
}

/// Whether something on the page being rendered says why its form was refused; the server provides one to each page.
#[derive(Debug, Clone, Default)]
pub struct RefusalShown(Arc<AtomicBool>);

impl RefusalShown {
    /// Something says it.
    pub fn note() {
        if let Some(Self(noted)) = use_context() {
            noted.store(true, Ordering::Relaxed);
        }
    }

    /// Whether something says it.
    #[must_use]
    pub fn is_noted(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// One request for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub place: Place,
    pub me: Option<Me>,
    pub locale: Locale,
    /// Path and query, as asked for.
    pub path: String,
    pub now: DateTime<Utc>,
    /// The platform shows the demo region: people can be chosen, mail is shown.
    pub demo: bool,
    pub notice: Option<Notice>,
    pub submitted: Option<Submitted>,
    /// The address to which this browser asked for a one-time code a moment ago.
    pub code_sent_to: Option<String>,
    pub assets: Arc<Assets>,
}

/// Addresses of the built site's files; their names change with their content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assets {
    pub style: String,
    pub script: String,
    pub wasm: String,
}

impl Visit {
    /// Whether the person holds `role` somewhere in this tenant.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.me.as_ref().is_some_and(|me| me.roles.contains(&role))
    }

    /// How surely who visits must be known for `activity`, where this session does not say it.
    #[must_use]
    pub fn lacks(&self, activity: Activity) -> Option<Assurance> {
        let known = self.me.as_ref().map_or(Assurance::Address, |me| me.level);
        Some(self.place.needs.levels.of(activity)).filter(|needed| known < *needed)
    }

    /// Whether the person works for this tenant.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        self.me.as_ref().is_some_and(|me| me.roles.iter().any(|role| role.is_staff()))
    }
}

/// The visit being answered. The server provides one to every page.
///
/// # Panics
/// Outside a request.
#[must_use]
pub fn visit() -> Arc<Visit> {
    use_context().expect("the server provides a visit to every page")
}

/// The language of what tenants and people wrote, for the `lang` of its element; none where the page speaks it too.
#[must_use]
pub fn content_lang() -> Option<&'static str> {
    (locale() != Locale::it).then(|| Language::Italian.code())
}

/// The day of the request, in Rome.
#[must_use]
pub fn today() -> NaiveDate {
    domain::calendar::day_in_rome(visit().now)
}

/// The language of the page, or of the page that a form comes from; Italian outside a request.
#[must_use]
pub fn locale() -> Locale {
    let visited = use_context::<Arc<Visit>>().map(|visit| visit.locale);
    visited.or_else(use_context::<Locale>).unwrap_or(Locale::it)
}
