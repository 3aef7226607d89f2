//! The final report and its expenses.

use crate::{
    invalid::Fault,
    refusal::Blocker,
    report::{Expense, ExpenseCategory, ReportSection, ReportTexts, ready_to_submit, section_text, settle},
};
use std::collections::BTreeMap;

fn fields(changes: &[(&str, &str)]) -> BTreeMap<String, String> {
    let ground = [
        ("category", "facilitation"),
        ("supplier", "Cooperativa Esempio"),
        ("act", "Determina 12/2022"),
        ("invoice", "FT 7/2022"),
        ("net", "10.000,00"),
        ("vat", "2.200,00"),
        ("paid_on", "2022-12-20"),
    ];
    let all = ground.iter().chain(changes);
    all.map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
}

fn expense(changes: &[(&str, &str)]) -> Expense {
    Expense::parse(&fields(changes)).unwrap()
}

#[test]
fn vat_counts_unless_deducted_and_nothing_counts_unpaid() {
    assert_eq!(expense(&[]).category, ExpenseCategory::Facilitation);
    assert_eq!(expense(&[]).eligible_cents(), 1_220_000);
    assert_eq!(expense(&[("vat_deductible", "on")]).eligible_cents(), 1_000_000);
    assert_eq!(expense(&[("paid_on", "")]).eligible_cents(), 0);
    assert_eq!(expense(&[("vat", "")]).eligible_cents(), 1_000_000);
}

#[test]
fn a_grant_is_paid_as_far_as_expenses_cover_it() {
    let covered = settle(&[expense(&[]), expense(&[])], 1_500_000);
    assert_eq!((covered.payable_cents, covered.reduced_by_cents), (1_500_000, 0));
    let short = settle(&[expense(&[])], 1_500_000);
    assert_eq!((short.payable_cents, short.reduced_by_cents), (1_220_000, 280_000));
    assert_eq!(settle(&[], 1_500_000).payable_cents, 0);
}

#[test]
fn an_expense_tells_all_its_faults() {
    let errors = Expense::parse(&fields(&[
        ("category", "gifts"),
        ("supplier", " "),
        ("net", "1.50"),
        ("paid_on", "31/02/2022"),
    ]));
    let errors = errors.unwrap_err();
    assert_eq!(errors.of("category"), Some(&Fault::Choice));
    assert_eq!(errors.of("supplier"), Some(&Fault::Required));
    assert!(matches!(errors.of("net"), Some(Fault::Number { .. })));
    assert_eq!(errors.of("paid_on"), Some(&Fault::Date));
    assert!(Expense::parse(&BTreeMap::new()).is_err());
}

#[test]
fn a_report_is_submitted_complete() {
    let filled: ReportTexts = ReportSection::ALL
        .iter()
        .filter(|section| section.is_mandatory())
        .map(|&section| (section, "Testo.".to_owned()))
        .collect();
    assert_eq!(ready_to_submit(&filled, &[expense(&[])], 1_500_000), Ok(()));
    assert_eq!(ready_to_submit(&filled, &[], 0), Ok(()));
    let bare = ready_to_submit(&filled, &[], 1_500_000).unwrap_err();
    assert_eq!(bare.blockers, [Blocker::ReportExpenses]);
    let mut gaps = filled;
    gaps.insert(ReportSection::Costs, " ".to_owned());
    let refused = ready_to_submit(&gaps, &[expense(&[])], 1_500_000).unwrap_err();
    assert_eq!(refused.blockers, [Blocker::ReportSections { missing: vec!["costs".to_owned()] }]);
}

#[test]
fn names_stay_in_the_annex_that_is_never_published() {
    let hidden: Vec<_> = ReportSection::ALL.iter().filter(|section| !section.is_public()).collect();
    assert_eq!(hidden, [&ReportSection::PrivateAnnex]);
    assert_eq!(section_text(&"a".repeat(20_001)), Err(Fault::TooLong { max: 20_000 }));
    assert_eq!(section_text("  "), Ok(String::new()));
}
