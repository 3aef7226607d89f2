use super::*;
use proptest::prelude::*;

/// What was found, as `kind: excerpt`.
fn seen(text: &str) -> Vec<String> {
    find(text, &["Anna Rossi", "Niccolò D'Amico", "José María Muñoz"])
        .into_iter()
        .map(|finding| format!("{}: {}", finding.kind, finding.excerpt))
        .collect()
}

#[test]
fn fiscal_codes_are_found() {
    for code in ["RSSMRA85T10A562S", "rssmra85t10a562s", "RSSMRA80A01H501U", "RSS MRA 80A01 H501U"] {
        assert_eq!(seen(&format!("Il codice ({code}), poi altro.")), [format!("fiscal_code: {code}")]);
    }
}

#[test]
fn fiscal_codes_with_letters_for_digits_are_found() {
    // Every digit of a valid code in turn becomes its letter, and the control character follows.
    let swaps = [(6, 'U'), (7, 'L'), (9, 'L'), (10, 'M'), (12, 'R'), (13, 'L'), (14, 'M')];
    for (at, letter) in swaps {
        let mut code: Vec<char> = "RSSMRA80A01H501U".chars().collect();
        code[at] = letter;
        let valid = ('A'..='Z').filter(|&control| {
            code[15] = control;
            is_fiscal_code(&code.iter().collect::<String>())
        });
        assert_eq!(valid.count(), 1, "place {at}");
    }
}

#[test]
fn what_is_no_fiscal_code_is_left_alone() {
    for text in [
        "RSSMRA80A01H501V",
        "RSSMRA80Z01H501U",
        "RSSMRA80A32H501U",
        "XRSSMRA80A01H501U",
        "RSSMRA80A01H501U9",
        "RSSMRA80A01H501",
        "PARTECIPAZIONE16",
    ] {
        assert_eq!(seen(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn addresses_are_found_without_the_sentence_around() {
    assert_eq!(seen("Scrivere a <anna.rossi@example.it>."), ["email: anna.rossi@example.it"]);
    assert_eq!(seen("(URP@unione.valdenza.re.it)"), ["email: URP@unione.valdenza.re.it"]);
    assert_eq!(seen("mailto:a_b+c@x-y.museum, grazie"), ["email: a_b+c@x-y.museum"]);
    assert_eq!(seen("città@comune.forlì.it"), ["email: città@comune.forlì.it"]);
    for text in ["@tavolo", "2 pizze @ 5 euro", "a@b", "a@b..it", "a@.it", "@@@", "io@", "x@1.2"] {
        assert_eq!(seen(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn ibans_are_found() {
    for iban in ["IT60X0542811101000000123456", "it60 x054 2811 1010 0000 0123 456", "DE89370400440532013000"] {
        assert_eq!(seen(&format!("Conto {iban} intestato")), [format!("iban: {iban}")]);
    }
    for text in ["IT61X0542811101000000123456", "IT60X054281110100000012345", "XX60X0542811101000000123456"] {
        assert_eq!(seen(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn telephone_numbers_are_found() {
    for phone in [
        "333 1234567",
        "3331234567",
        "333-123.45.67",
        "333/1234567",
        "+39 333 1234567",
        "+393331234567",
        "0039 0522 123456",
        "0522 123456",
        "0522/123456",
        "0522-12.34.56",
        "0522123456",
        "02 12345678",
        "06.1234567",
        "+44 20 7946 0958",
    ] {
        assert_eq!(seen(&format!("Tel. {phone}, ore 9-12")), [format!("phone: {phone}")], "{phone}");
    }
    assert_eq!(seen("chiamare il 333 1234567 dalle 9"), ["phone: 333 1234567"]);
    assert_eq!(seen("333 1234567 4 sale"), ["phone: 333 1234567"]);
    assert_eq!(seen("(0522) 123456"), ["phone: 0522) 123456"]);
}

#[test]
fn official_numbers_are_left_alone() {
    for text in [
        "AL/2020/0019558 del 02/10/2020 10:32:06",
        "AL/2020/0027346 del 28/12/2020 16:29:15",
        "prot. n. 0019558",
        "prot. n. 0212345678",
        "Protocollo 0522123456 del 2022",
        "2022/0123456",
        "0123456/2022",
        "CUP E59J21005170006",
        "CIG Z1234567AB",
        "CIG 3331234567",
        "P.IVA 00447820353",
        "partita IVA 02345678901",
        "delibera n. 0012345678",
        "42027 Montecchio Emilia",
        "DGC 29/2021",
        "L.R. 15/2018, art. 12",
    ] {
        assert_eq!(seen(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn dates_and_amounts_are_left_alone() {
    for text in [
        "02/10/2020",
        "02-10-2020",
        "02.10.2020",
        "02 10 2020",
        "2022-12-23T10:32:06",
        "01/02/2022-23/12/2022",
        "01/02/2022–23/12/2022",
        "dal 01/02/2022 al 23/12/2022, 10 mesi",
        "02/10/2020 10:32:06",
        "15.000,00 €",
        "€ 15.000,00",
        "350.000.000",
        "3.500.000.000,00 euro",
        "3500000000 euro",
        "3.474 accessi, 2.208 utenti, 148 / 643 / 1.028 / 389",
        "44,698765 10,445566",
    ] {
        assert_eq!(seen(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn names_are_found_whatever_their_case_accents_and_order() {
    for name in ["Anna Rossi", "ANNA ROSSI", "Rossi Anna", "Rossi, Anna", "anna\nrossi"] {
        assert_eq!(seen(&format!("Presente {name}.")), [format!("member_name: {name}")]);
    }
    assert_eq!(seen("Nicolo' D'Amico"), [] as [&str; 0]);
    assert_eq!(seen("Niccolo’ D’AMICO"), ["member_name: Niccolo’ D’AMICO"]);
    assert_eq!(seen("Jose Maria Munoz"), ["member_name: Jose Maria Munoz"]);
    assert_eq!(seen("Munoz Jose\u{301} Mari\u{301}a"), ["member_name: Munoz Jose\u{301} Mari\u{301}a"]);
    for text in ["Susanna Rossi", "Anna Rossini", "Anna e Rossi", "via Anna; Rossi", "Anna"] {
        assert_eq!(seen(text), [] as [&str; 0], "{text}");
    }
    assert_eq!(find("a b ab", &["a", "", "b", "  "]), []);
}

#[test]
fn places_are_counted_in_characters() {
    let findings = find("Perché à: anna@example.it, 333 1234567", &[]);
    let places: Vec<_> = findings.iter().map(|one| (one.kind, one.start, one.end)).collect();
    assert_eq!(places, [(FindingKind::Email, 10, 25), (FindingKind::Phone, 27, 38)]);
}

proptest! {
    #[test]
    fn any_text_is_searched_without_panic(text in any::<String>(), name in any::<String>()) {
        let chars: Vec<char> = text.chars().collect();
        for finding in find(&text, &[&name, "Anna Rossi"]) {
            prop_assert!(finding.start < finding.end && finding.end <= chars.len());
            let excerpt: String = chars[finding.start..finding.end].iter().collect();
            prop_assert_eq!(excerpt, finding.excerpt);
        }
    }

    #[test]
    fn any_text_of_the_alphabet_of_codes_is_too(text in "[0-9A-Za-z@+./() \u{a0}€\u{301}-]{0,60}") {
        prop_assert!(find(&text, &["a b"]).iter().all(|finding| !finding.excerpt.is_empty()));
    }
}

#[test]
fn a_code_of_a_person_stays_out_of_what_everybody_reads_and_an_address_may_stand_in_it() {
    let refused = |kind| Err(Fault::PersonalData { kinds: vec![kind] });
    assert_eq!(without_codes("Sono RSSMRA80A01H501U".into()), refused(FindingKind::FiscalCode));
    assert_eq!(without_codes("IT60 X054 2811 1010 0000 0123 456".into()), refused(FindingKind::Iban));
    for text in ["Scrivete a urp@comune.example", "Il centralino è lo 0522 655454", "RSSMRA80A01H501X", ""] {
        assert_eq!(without_codes(text.into()), Ok(text.into()));
    }
}
