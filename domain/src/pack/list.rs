//! The rule packs that come with the product.

use crate::pack::RulePack;
use chrono::NaiveDate;
use std::sync::LazyLock;

const FILES: [&str; 4] = [
    include_str!("../../packs/emilia-romagna.v1.toml"),
    include_str!("../../packs/tuscany.v1.toml"),
    include_str!("../../packs/permanent.v1.toml"),
    include_str!("../../packs/agio.v1.toml"),
];

static CATALOGUE: LazyLock<Vec<RulePack>> = LazyLock::new(|| {
    FILES.iter().map(|file| RulePack::parse(file).expect("the embedded packs are checked by a test")).collect()
});

/// Every pack in every version, in the order in which they are offered.
#[must_use]
pub fn catalogue() -> &'static [RulePack] {
    &CATALOGUE
}

/// The pack that a process keeps, by key and version.
#[must_use]
pub fn find(key: &str, version: u32) -> Option<&'static RulePack> {
    catalogue().iter().find(|pack| pack.key == key && pack.version == version)
}

/// The newest version of the pack with this key.
#[must_use]
pub fn newest(key: &str) -> Option<&'static RulePack> {
    catalogue().iter().filter(|pack| pack.key == key).max_by_key(|pack| pack.version)
}

/// The newest version of `key` in force on `day`, for processes created then.
#[must_use]
pub fn latest(key: &str, day: NaiveDate) -> Option<&'static RulePack> {
    catalogue().iter().filter(|pack| pack.key == key && pack.in_force_from <= day).max_by_key(|pack| pack.version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::PackFault;

    #[test]
    fn every_embedded_pack_is_sound() {
        for file in FILES {
            assert_eq!(RulePack::parse(file).map(|_| ()), Ok(()));
        }
        for pack in catalogue() {
            assert_eq!(find(&pack.key, pack.version), Some(pack), "key and version name one pack");
        }
    }

    #[test]
    fn the_version_in_force_is_found_by_day() {
        let day = |year| NaiveDate::from_ymd_opt(year, 6, 1).unwrap();
        assert_eq!(latest("er-lr15-2018", day(2022)).map(RulePack::cite).as_deref(), Some("ER-2021 v1"));
        assert_eq!(latest("er-lr15-2018", day(2010)), None);
        assert_eq!(find("er-lr15-2018", 99), None);
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let file = FILES[0];
        let broken = file
            .replace("minutes_comment_days = 7", "minutes_comment_days = 0")
            .replace("default = 6", "default = 13")
            .replace("\"funding_officer\"", "\"process_owner\"")
            .replace("key = \"proposals\"", "key = \"title\"");
        let faults = RulePack::parse(&broken).unwrap_err();
        for fault in [
            PackFault::NotPositive("minutes_comment_days".to_owned()),
            PackFault::DurationOrder,
            PackFault::NotADecider(crate::role::Role::ProcessOwner),
            PackFault::Twice { list: "document_sections", key: "title".to_owned() },
            PackFault::Sections,
        ] {
            assert!(faults.contains(&fault), "{fault} is missing from {faults:?}");
        }
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let typo = format!("minute_comment_days = 7\n{}", FILES[0]);
        let faults = RulePack::parse(&typo).unwrap_err();
        assert!(matches!(faults.as_slice(), [PackFault::Syntax(_)]), "{faults:?}");
    }
}
