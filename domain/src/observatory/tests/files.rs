//! Files as they come: what is refused, how rows are counted, what is kept of them.

use super::*;

#[test]
fn what_is_no_table_of_ours_is_refused() {
    for (file, fault) in [
        (b"".as_slice(), Fault::Required),
        (b"Titolo\n", Fault::Required),
        (b"Nome;Cognome\na;b\n", Fault::NoHeading),
        (b"Nome;Cognome\na\n", Fault::NoHeading),
        (b"\xff\xfe\x00", Fault::Encoding),
        (b"Titolo\nCitt\xe0\n", Fault::Encoding),
    ] {
        assert_eq!(read(file), Err(fault));
    }
    let long = format!("Titolo\n{}", "a\n".repeat(1_001));
    assert_eq!(read(long.as_bytes()), Err(Fault::TooManyRows { max: 1_000 }));
    // A row may say less than the headings ask.
    assert_eq!(read(b"Titolo;Logo\nuno\n").unwrap().rows[0].read.as_ref().unwrap().fields.len(), 1);
    // Commas between cells, as other spreadsheets write them.
    assert_eq!(read(b"Titolo,Logo\nuno,due\n").unwrap().rows[0].read.as_ref().unwrap().fields.len(), 2);
}

#[test]
fn rows_are_counted_as_a_spreadsheet_shows_them() {
    for (file, expected) in [
        ("Titolo\nuno\ndue\n", [2, 3]),
        ("Titolo\n\nuno\n\n\ndue", [3, 6]),
        ("\u{feff}Titolo\r\n\r\nuno\r\n\r\n\r\ndue\r\n\r\n", [3, 6]),
        ("\n\nTitolo\nuno\n\ndue\n", [4, 6]),
        // A cell of two lines is one row, and a row of blank cells is one too.
        ("Titolo;Logo\n\"u\n\nno\";x\n;\ndue;y\n", [2, 4]),
    ] {
        let rows: Vec<u32> = read(file.as_bytes()).unwrap().rows.iter().map(|row| row.row).collect();
        assert_eq!(rows, expected, "{file:?}");
    }
}

#[test]
fn a_blank_cell_takes_nothing_away_from_the_process() {
    let here = record_of(&facts(&sheet()));
    let here = here.overlaid(&Record {
        fields: [(RecordField::Logo, RecordField::Logo.read("https://a.example/logo.png").unwrap())].into(),
        others: Vec::new(),
    });
    let file = format!("Titolo;Struttura responsabile;Data fine;Logo\n;{UNKNOWN};;\n");
    let checked = check(&here, &read(file.as_bytes()).unwrap());
    let Verdict::Changes(changes) = &checked.rows[0].1 else { panic!("{:?}", checked.rows) };
    let headings: Vec<&str> = changes.iter().map(|change| change.heading.as_str()).collect();
    assert_eq!(headings, ["Logo"], "what the record alone says may be blanked");
    let blank = format!("Titolo;Data fine\n;{UNKNOWN}\n");
    assert_eq!(check(&here, &read(blank.as_bytes()).unwrap()).rows, [(2, Verdict::Unchanged)]);
}

#[test]
fn a_file_is_kept_without_its_rows_about_other_records() {
    let here = record_of(&facts(&sheet()));
    let file = "Numero della scheda;Titolo\n1981;Rega\n2162;Welfare\n;Senza\nx;Illeggibile\n";
    let whole = read(file.as_bytes()).unwrap();
    let kept = whole.clone().about(here.number());
    let rows: Vec<u32> = kept.rows.iter().map(|row| row.row).collect();
    assert_eq!((rows, kept.elsewhere), (vec![3, 4, 5], 1));
    assert_eq!(check(&here, &kept), check(&here, &whole), "nothing else changes");
    assert_eq!(whole.clone().about(None), whole);
    let one = read("Numero della scheda;Titolo\n1981;Rega\n;Senza\n".as_bytes()).unwrap().about(here.number());
    assert_eq!(check(&here, &one).rows, [(3, Verdict::Rejected(vec![RowFault::NoNumber]))]);
}
