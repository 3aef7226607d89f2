mod files;

use super::*;
use crate::{invalid::Fault, sheet::ProjectSheet, stage::Stage};
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

fn sheet() -> ProjectSheet {
    ProjectSheet {
        certification_year: Some(2_021),
        grant_cents: Some(1_500_000),
        budget_cents: Some(1_500_000),
        observatory_id: Some(2_162),
        decision_body: "Unione Val d'Enza".into(),
        responsible_office: "Ufficio di Piano".into(),
        scope_tags: ["welfare", "Società dell’informazione", "giovani"].map(str::to_owned).to_vec(),
        phases: "- Condivisione\n- Apertura\n- \"Chiusura\"; impatto".into(),
        ..ProjectSheet::default()
    }
}

fn facts(sheet: &ProjectSheet) -> RecordFacts<'_> {
    RecordFacts {
        title: "Welfare e agenda digitale locale",
        sheet,
        stage: Stage::Concluded,
        started_on: day("2022-02-01"),
        concluded_on: day("2022-12-23"),
        extension_granted: true,
        table: &[],
        committee: &[],
    }
}

fn text(record: &Record, field: RecordField) -> String {
    record.get(field).map(ToString::to_string).unwrap_or_default()
}

fn faults(file: &str) -> Vec<RowFault> {
    read(file.as_bytes()).unwrap().rows.remove(0).read.unwrap_err()
}

#[test]
fn every_field_has_heading_section_kind_and_source() {
    let row = |field: &RecordField| {
        let section = field.section();
        format!("{section} | {} | {field} | {:?} | {:?}", field.heading(), field.kind(), field.source())
    };
    let table: Vec<String> = RecordField::ALL.iter().map(row).collect();
    insta::assert_snapshot!(table.join("\n"));
    let sections: Vec<RecordSection> = RecordField::ALL.iter().map(|field| field.section()).collect();
    assert!(sections.is_sorted(), "the fields of a section stand together, in the order of the sections");
    for field in RecordField::ALL {
        assert_eq!(RecordField::with_heading(&format!(" {} ", field.heading().to_uppercase())), Some(*field));
    }
}

#[test]
fn the_record_of_val_denza_is_written_as_published() {
    let sheet = sheet();
    let kept = Record {
        fields: [(RecordField::Cofinancing, RecordField::Cofinancing.read(Cofinancing::NotForeseen.code()).unwrap())]
            .into(),
        others: Vec::new(),
    };
    let record = record_of(&facts(&sheet)).overlaid(&kept);
    for (field, words) in [
        (RecordField::Number, "2162"),
        (RecordField::Progress, "Concluso"),
        (RecordField::Nature, "certificato e finanziato"),
        (RecordField::Grant, "15.000,00 €"),
        (RecordField::Cofinancing, "Non prevista come premialità nel bando di riferimento"),
        (RecordField::CofinancingPercent, "0,00"),
        (RecordField::StartYear, "2022"),
        (RecordField::Start, "01/02/2022"),
        (RecordField::End, "23/12/2022"),
        (RecordField::Months, "10"),
        (RecordField::Extension, "Sì"),
        (RecordField::Scope, "welfare, società dell'informazione"),
        (RecordField::Topic, "giovani"),
    ] {
        assert_eq!(text(&record, field), words, "{field}");
    }
    let file = write(&record);
    assert!(file.starts_with("\u{feff}Numero della scheda;Titolo;"), "{file}");
    assert!(file.contains(";Non indicato o dato non disponibile nelle fonti consultate;"));
    assert!(file.contains("\"'- Condivisione\n"), "no formula for a spreadsheet: {file}");
    assert_eq!(record.missing().first(), Some(&RecordField::Logo));
    assert!(!record.missing().contains(&RecordField::Months), "what follows from others is not asked for");
}

#[test]
fn shares_and_durations_are_those_of_the_published_records() {
    let other = ProjectSheet { budget_cents: Some(2_100_000), ..sheet() };
    assert_eq!(text(&record_of(&facts(&other)), RecordField::CofinancingPercent), "28,57");
    for (from, to, months) in
        [("2022-02-01", "2022-12-23", "10"), ("2021-02-01", "2021-07-22", "5"), ("2022-02-15", "2022-11-18", "9")]
    {
        let lasted = RecordFacts { started_on: day(from), concluded_on: day(to), ..facts(&other) };
        assert_eq!(text(&record_of(&lasted), RecordField::Months), months);
    }
    let running = RecordFacts { concluded_on: None, stage: Stage::Opening, ..facts(&other) };
    let record = record_of(&running);
    assert_eq!(
        (text(&record, RecordField::Progress), text(&record, RecordField::Months)),
        ("In corso".into(), "".into())
    );
    assert!(record.missing().contains(&RecordField::End));
}

#[test]
fn what_was_written_is_read_without_a_change() {
    let record = record_of(&facts(&sheet()));
    let received = read(write(&record).as_bytes()).unwrap();
    assert_eq!(received.unknown, Vec::<String>::new());
    let checked = check(&record, &received);
    assert_eq!((checked.rows, checked.taken), (vec![(2, Verdict::Unchanged)], None));
    let read = received.rows.into_iter().next().unwrap().read.unwrap();
    assert_eq!(write(&record.clone().overlaid(&read.beside(&record))), write(&record));
}

#[test]
fn an_unknown_column_is_kept_and_told() {
    let here = record_of(&facts(&sheet()));
    let file = "Numero della scheda;Nota;TITOLO;Nota\r\n2162;=1+1;Welfare;seconda\r\n1981;x;Rega;y\r\n";
    let received = read(file.as_bytes()).unwrap();
    assert_eq!(received.unknown, ["Nota", "Nota (2)"]);
    let checked = check(&here, &received);
    assert_eq!(checked.elsewhere, 1);
    let Verdict::Changes(changes) = &checked.rows[0].1 else { panic!("{:?}", checked.rows) };
    let headings: Vec<&str> = changes.iter().map(|change| change.heading.as_str()).collect();
    assert_eq!(headings, ["Titolo", "Nota", "Nota (2)"]);
    assert_eq!(changes[0].here.as_deref(), Some("Welfare e agenda digitale locale"));
    assert_eq!(changes[0].there.as_deref(), Some("Welfare"));
    let kept = Record::default().overlaid(&checked.taken.unwrap()).beside(&here);
    assert_eq!(kept.fields.len(), 1, "what the process says itself is not kept twice");
    let again = write(&here.clone().overlaid(&kept));
    assert!(again.contains(";Nota;Nota (2)\r\n") && again.ends_with(";'=1+1;seconda\r\n"), "{again}");
    let now = here.clone().overlaid(&kept);
    assert_eq!(check(&now, &read(again.as_bytes()).unwrap()).rows, [(2, Verdict::Unchanged)]);
}

#[test]
fn a_row_that_cannot_be_is_rejected_with_its_reason() {
    let here = record_of(&facts(&sheet()));
    let rejected = |file: &str| match check(&here, &read(file.as_bytes()).unwrap()).rows.remove(0) {
        (row, Verdict::Rejected(faults)) => (row, faults),
        other => panic!("{other:?}"),
    };
    let end = "Numero della scheda;Data inizio;Data fine\n2162;23/12/2022;01/02/2022\n";
    assert_eq!(rejected(end), (2, vec![RowFault::EndBeforeStart]));
    // Against the start that the record knows.
    assert_eq!(rejected("Data fine\n31/01/2022\n").1, [RowFault::EndBeforeStart]);
    assert_eq!(rejected("Titolo\nUno\nDue\n").1, [RowFault::NoNumber]);
    let twice = "Numero della scheda;Titolo\n2162;Welfare\n2162;Altro\n";
    assert_eq!(check(&here, &read(twice.as_bytes()).unwrap()).rows[1].1, Verdict::Rejected(vec![RowFault::Repeated]));
}

#[test]
fn a_bad_cell_is_named_by_its_column() {
    let cell = |heading: &str, fault: Fault| RowFault::Cell { heading: heading.into(), fault };
    let money = Fault::Number { min: 0, max: crate::money::MAX_CENTS / 100 };
    let years = Fault::Number { min: 1_900, max: 2_200 };
    for (file, fault) in [
        ("Data inizio\n2022\n", cell("Data inizio", Fault::Date)),
        ("Costo complessivo\nventi\n", cell("Costo complessivo", money)),
        (
            "Percentuale cofinanziamento\n128,57\n",
            cell("Percentuale cofinanziamento", Fault::Number { min: 0, max: 100 }),
        ),
        ("Anno di avvio\n22\n", cell("Anno di avvio", years)),
        ("Stato di avanzamento\nFinito\n", cell("Stato di avanzamento", Fault::Choice)),
        ("Certificato\nforse\n", cell("Certificato", Fault::Choice)),
        ("Ambito di intervento\nwelfare, mare\n", cell("Ambito di intervento", Fault::Choice)),
        ("Titolo\nuno\u{202e}due\n", cell("Titolo", Fault::Form)),
        ("Nota;Titolo\nuno\u{202e}due;\n", cell("Nota", Fault::Form)),
        ("Titolo;\nuno;due\n", RowFault::NoHeading { column: 2 }),
        ("Titolo\nuno;due\n", RowFault::NoHeading { column: 2 }),
    ] {
        assert_eq!(faults(file), [fault], "{file:?}");
    }
    // Nothing that says nothing is a fault.
    assert!(read("Titolo;;\nuno;;\n;;\n".as_bytes()).unwrap().rows.iter().all(|row| row.read.is_ok()));
}

proptest! {
    #[test]
    fn any_text_comes_back(title in "['=+@;\"\n -]{0,4}[a-zà ]{0,12}", note in ".{0,20}") {
        let title = RecordField::Title.read(&title).unwrap_or_default();
        let note = crate::text::optional_prose(&note, 100).unwrap_or_default();
        let record = Record { fields: [(RecordField::Title, title)].into(), others: vec![("Nota".into(), note)] };
        let full = Record { fields: RecordField::ALL.iter().map(|f| (*f, record.get(*f).cloned())).collect(), ..record };
        let text = write(&full);
        if let Ok(received) = read(text.as_bytes()) {
            let mut said = full;
            said.fields.retain(|field, value| value.is_some() || field.source() == Source::Record);
            prop_assert_eq!(received.rows[0].read.as_ref(), Ok(&said));
        }
    }

    #[test]
    fn reading_never_panics(file in ".{0,200}") {
        let _ = read(file.as_bytes());
    }
}
