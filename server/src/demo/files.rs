//! The demo's files, held in the program.

use super::{
    Fault,
    data::{ContributionData, ContributionFile, People, ProcessFile, Tenants},
};
use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;
use toml::{Table, Value};

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo");

fn text(path: &str) -> Result<Option<&'static str>, Fault> {
    let Some(file) = FOLDER.get_file(path) else { return Ok(None) };
    file.contents_utf8().map(Some).ok_or_else(|| Fault::data(path, "is not UTF-8"))
}

fn read<T: DeserializeOwned>(path: &str) -> Result<T, Fault> {
    let text = text(path)?.ok_or_else(|| Fault::data(path, "is missing"))?;
    toml::from_str(text).map_err(|cause| Fault::data(path, cause))
}

/// The tenants, the platform among them.
pub(super) fn tenants() -> Result<Tenants, Fault> {
    read("tenants.toml")
}

/// The people of all tenants.
pub(super) fn people() -> Result<People, Fault> {
    read("people.toml")
}

/// The process of the tenant with this key, up to the story's clock; some tenants have none.
pub(super) fn process(tenant: &str) -> Result<Option<ProcessFile>, Fault> {
    let path = format!("processes/{tenant}.toml");
    text(&path)?.map(|text| toml::from_str(text).map_err(|cause| Fault::data(&path, cause))).transpose()
}

/// The same, with what happens after the clock; none where nothing more is told.
pub(super) fn process_later(tenant: &str) -> Result<Option<ProcessFile>, Fault> {
    let path = format!("processes/{tenant}.later.toml");
    let (Some(first), Some(later)) = (text(&format!("processes/{tenant}.toml"))?, text(&path)?) else {
        return Ok(None);
    };
    let parse = |text: &str| text.parse::<Table>().map_err(|cause| Fault::data(&path, cause));
    let mut whole = parse(first)?;
    merge(&mut whole, parse(later)?, true);
    Value::Table(whole).try_into().map(Some).map_err(|cause| Fault::data(&path, cause))
}

/// Single blocks: keys replace keys. Records: one with a known key replaces it; those without a key are added at the
/// top of the file, and replace all others within a record.
fn merge(into: &mut Table, later: Table, top: bool) {
    for (name, value) in later {
        match (into.get_mut(&name), value) {
            (Some(Value::Table(known)), Value::Table(new)) => merge(known, new, false),
            (Some(Value::Array(known)), Value::Array(new)) if top || new.iter().any(|record| key(record).is_some()) => {
                new.into_iter().for_each(|record| merge_record(known, record));
            }
            (_, value) => drop(into.insert(name, value)),
        }
    }
}

fn merge_record(known: &mut Vec<Value>, record: Value) {
    let same = key(&record).and_then(|wanted| known.iter_mut().find(|other| key(other) == Some(wanted)));
    match (same, &record) {
        (Some(Value::Table(same)), Value::Table(record)) => merge(same, record.clone(), false),
        _ => known.push(record),
    }
}

fn key(record: &Value) -> Option<&str> {
    record.get("key").or_else(|| record.get("organisation"))?.as_str()
}

/// The logo of the tenant with this key, where the demo has one.
pub(super) fn logo(tenant: &str) -> Option<&'static [u8]> {
    FOLDER.get_file(format!("logos/{tenant}.png")).map(include_dir::File::contents)
}

/// The contributions of the tenant with this key, oldest first; `tenants` are the keys of all.
pub(super) fn contributions(tenant: &str, tenants: &[String]) -> Result<Vec<ContributionData>, Fault> {
    let mut all = Vec::new();
    let Some(folder) = FOLDER.get_dir("contributions") else { return Ok(all) };
    for file in folder.files() {
        let path = file.path().to_string_lossy();
        let name = file.path().file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
        let whose = tenants.iter().filter(|key| name.starts_with(&format!("{key}-"))).max_by_key(|key| key.len());
        if whose.is_some_and(|key| key == tenant) {
            all.extend(read::<ContributionFile>(&path)?.contribution);
        }
    }
    all.sort_by(|a, b| (a.created_on, &a.key).cmp(&(b.created_on, &b.key)));
    Ok(all)
}
