//! One line for each server function: what would be sent to it, and who may.

mod organs;
mod people;
mod process;
mod proposal;
mod questionnaires;
mod talk;

use domain::action::Action;

/// A server function under attack.
#[derive(Clone, Copy)]
pub struct Case {
    /// Its endpoint.
    pub path: &'static str,
    /// Fields that the right person could send; `{table}` or `{table.column}` is a value of the attacked tenant.
    pub fields: &'static [(&'static str, &'static str)],
    pub who: Who,
    /// Sent with files, as `multipart/form-data`.
    pub files: bool,
    /// The step that is tried, of a function that takes several: its field and its code.
    pub step: Option<(&'static str, &'static str)>,
}

/// A function that takes one of several steps, each with the actions that allow it.
pub struct Steps {
    pub path: &'static str,
    /// The field that names the step.
    pub field: &'static str,
    pub steps: &'static [(&'static str, &'static [Action])],
    /// The other fields, as in a [`Case`].
    pub fields: &'static [(&'static str, &'static str)],
}

/// Who may call a function at all.
#[derive(Clone, Copy)]
pub enum Who {
    /// Everybody: what it does hangs on a code or a link that only its owner has.
    Anybody,
    /// Whoever signed in, for what is theirs.
    SignedIn,
    /// The roles that may do one of these.
    Only(&'static [Action]),
}

const fn only(path: &'static str, actions: &'static [Action], fields: &'static [(&'static str, &'static str)]) -> Case {
    Case { path, fields, who: Who::Only(actions), files: false, step: None }
}

const fn mine(path: &'static str, fields: &'static [(&'static str, &'static str)]) -> Case {
    Case { path, fields, who: Who::SignedIn, files: false, step: None }
}

const fn open(path: &'static str, fields: &'static [(&'static str, &'static str)]) -> Case {
    Case { path, fields, who: Who::Anybody, files: false, step: None }
}

const fn with_files(case: Case) -> Case {
    Case { files: true, ..case }
}

const KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

impl Case {
    /// What is sent, the step among it.
    pub fn typed(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.fields.iter().copied().chain(self.step)
    }
}

impl std::fmt::Display for Case {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.path)?;
        self.step.map_or(Ok(()), |(_, step)| write!(out, " {step}"))
    }
}

/// The functions that take one of several steps.
pub fn stepped() -> impl Iterator<Item = &'static Steps> {
    [people::STEPS, process::STEPS, organs::STEPS, proposal::STEPS, questionnaires::STEPS].into_iter().flatten()
}

/// Every case, one for each step of a function that takes several.
pub fn all() -> impl Iterator<Item = Case> {
    let plain = [people::CASES, process::CASES, talk::CASES, organs::CASES, proposal::CASES, questionnaires::CASES];
    let plain = plain.into_iter().flatten();
    let each = |own: &'static Steps| {
        let case = move |&(step, actions): &(&'static str, &'static [Action])| Case {
            step: Some((own.field, step)),
            ..only(own.path, actions, own.fields)
        };
        own.steps.iter().map(case)
    };
    plain.copied().chain(stepped().flat_map(each))
}
