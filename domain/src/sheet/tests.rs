use super::*;

fn form(fields: &[(&str, &str)]) -> BTreeMap<String, String> {
    fields.iter().map(|(name, typed)| ((*name).to_owned(), (*typed).to_owned())).collect()
}

const VAL_DENZA: &[(&str, &str)] = &[
    ("title", "Welfare e agenda digitale locale"),
    ("object", "L'agenda digitale locale dell'Unione"),
    ("scope_tags", "welfare, società dell'informazione,welfare"),
    ("proponent", "Unione Val d'Enza"),
    ("decision_body", "Unione Val d'Enza"),
    ("owner_name", "Persona di prova"),
    ("responsible_office", "Ufficio di Piano"),
    ("phases", "Condivisione\r\nApertura\r\nChiusura"),
    ("staff", "Un curatore"),
    ("planned_start", "01/02/2022"),
    ("planned_end", "2022-12-23"),
    ("budget_cents", "15.000,00 €"),
    ("grant_cents", "15000"),
    ("territory", "Bibbiano, Campegine\nCanossa"),
    ("web_url", "https://unione.example.it/agenda"),
    ("observatory_id", "2162"),
    ("certification_year", "2021"),
];

#[test]
fn the_sheet_of_val_d_enza_is_read() {
    let sheet = ProjectSheet::parse(&form(VAL_DENZA)).unwrap();
    assert_eq!(sheet.scope_tags, ["welfare", "società dell'informazione"]);
    assert_eq!(sheet.territory, ["Bibbiano", "Campegine", "Canossa"]);
    assert_eq!((sheet.budget_cents, sheet.grant_cents), (Some(1_500_000), Some(1_500_000)));
    assert_eq!((sheet.observatory_id, sheet.certification_year), (Some(2_162), Some(2_021)));
    assert_eq!(sheet.missing(), []);
    assert_eq!(ProjectSheet::parse(&sheet.to_form()), Ok(sheet));
}

#[test]
fn a_draft_needs_its_title_alone() {
    let sheet = ProjectSheet::parse(&form(&[("title", "Bozza"), ("unknown", "x")])).unwrap();
    let missing: Vec<_> = sheet.missing().into_iter().map(SheetField::code).collect();
    assert_eq!(missing, ["object", "proponent", "decision_body", "owner_name", "phases", "staff"]);
    assert_eq!(ProjectSheet::parse(&form(&[])), Err(FieldErrors::one("title", Fault::Required)));
}

#[test]
fn every_faulty_field_is_named() {
    let long = "a".repeat(8_001);
    let typed = form(&[
        ("title", "a\u{202e}b"),
        ("object", &long),
        ("planned_start", "2022-02-30"),
        ("budget_cents", "tanto"),
        ("web_url", "javascript:alert(1)"),
        ("observatory_id", "-1"),
        ("certification_year", "21"),
    ]);
    let errors = ProjectSheet::parse(&typed).unwrap_err();
    assert_eq!(errors.of("title"), Some(&Fault::Form));
    assert_eq!(errors.of("object"), Some(&Fault::TooLong { max: 8_000 }));
    assert_eq!(errors.of("planned_start"), Some(&Fault::Date));
    assert_eq!(errors.of("web_url"), Some(&Fault::Link));
    assert_eq!(errors.of("certification_year"), Some(&Fault::Number { min: 2_000, max: 2_200 }));
    assert_eq!(errors.iter().count(), 7);
}

#[test]
fn the_end_follows_the_start_and_the_budget_holds_the_grant() {
    let typed = form(&[
        ("title", "Prova"),
        ("planned_start", "2022-02-01"),
        ("planned_end", "2022-01-31"),
        ("budget_cents", "100"),
        ("grant_cents", "100,01"),
    ]);
    let errors = ProjectSheet::parse(&typed).unwrap_err();
    assert_eq!((errors.of("planned_end"), errors.of("grant_cents")), (Some(&Fault::Order), Some(&Fault::Order)));
}

#[test]
fn natural_persons_are_not_public() {
    let hidden: Vec<_> = SheetField::ALL.iter().filter(|field| !field.is_public()).collect();
    assert_eq!(hidden, [&SheetField::OwnerName, &SheetField::Staff]);
}

#[test]
fn a_grant_is_at_most_what_the_rules_allow() {
    let grant = |cents| ProjectSheet { grant_cents: cents, ..ProjectSheet::default() };
    for pack in crate::pack::catalogue() {
        assert_eq!(grant(None).fits(pack), Ok(()));
        let Some(max) = pack.grant_max_cents else {
            assert_eq!(grant(Some(i64::MAX)).fits(pack), Ok(()), "{}", pack.cite());
            continue;
        };
        assert_eq!(grant(Some(max)).fits(pack), Ok(()), "{}", pack.cite());
        let fault = FieldErrors::one("grant_cents", Fault::AboveCall { max: max / 100 });
        assert_eq!(grant(Some(max + 1)).fits(pack), Err(fault), "{}", pack.cite());
    }
}
