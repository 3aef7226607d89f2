use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn a_title_suggests_the_name_in_addresses() {
    assert_eq!(slug_of("Welfare e agenda digitale: locale!"), "welfare-e-agenda-digitale-locale");
    assert_eq!(slug_of("Città è qui"), "citta-e-qui");
    let new = NewProcess::parse("Rega, clicchiamoci su!", "", "", "er-lr15-2018", day(2022, 1, 10)).unwrap();
    assert_eq!((new.slug.as_str(), new.pack_version), ("rega-clicchiamoci-su", 1));
}

#[test]
fn a_process_is_named_and_ruled() {
    let errors = NewProcess::parse("", "Nuovo", &"parola ".repeat(61), "none", day(2022, 1, 10)).unwrap_err();
    assert_eq!(errors.of("title"), Some(&Fault::Required));
    assert_eq!(errors.of("slug"), Some(&Fault::Form));
    assert_eq!(errors.of("summary"), Some(&Fault::TooManyWords { max: 60 }));
    assert_eq!(errors.of("pack"), Some(&Fault::Choice));
    assert_eq!(process_slug("nuovo"), Err(Fault::Taken));
}

#[test]
fn times_keep_to_the_pack_and_to_the_end() {
    let pack = pack::find("er-lr15-2018", 1).unwrap();
    let end = Some(day(2022, 11, 1));
    assert_eq!(Times::parse("9", "", "2022-10-23", end, pack).unwrap().duration, Some(9));
    assert_eq!(
        Times::parse("13", "", "", end, pack).unwrap_err().of("duration"),
        Some(&Fault::Number { min: 1, max: 12 })
    );
    let late = Times::parse("", "", "2022-11-02", end, pack).unwrap_err();
    assert_eq!(late.of("contributions_close"), Some(&Fault::Order));
}

#[test]
fn a_phase_ends_after_it_begins() {
    assert!(PhasePlan::parse("2022-02-01", "2022-03-20", "", "").is_ok());
    assert_eq!(PhasePlan::parse("2022-02-01", "2022-01-20", "", "").unwrap_err().of("planned_to"), Some(&Fault::Order));
}

#[test]
fn a_notice_may_be_incomplete_but_not_wrong() {
    assert_eq!(WrittenNotice::parse(" ", "", ""), Ok(WrittenNotice::default()));
    let (today, tomorrow) = (NaiveDate::from_ymd_opt(2022, 2, 1), NaiveDate::from_ymd_opt(2022, 2, 2));
    for pack in pack::catalogue() {
        let by = |date| WrittenNotice { date, ..WrittenNotice::default() }.by(today.unwrap(), pack);
        assert!(by(None).is_ok() && by(today).is_ok());
        let ahead = by(tomorrow).err().and_then(|errors| errors.of("date").cloned());
        assert_eq!(ahead, pack.start.notice_required.then_some(Fault::Future), "{}", pack.key);
    }
    assert_eq!(WrittenNotice::parse("Primo incontro", "unione.it", "x").unwrap_err().iter().count(), 2);
}
