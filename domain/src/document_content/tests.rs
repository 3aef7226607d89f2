use super::*;
use crate::id::ContributionId;

fn section(key: &str, text: &str) -> Section {
    Section { key: key.to_owned(), title: "Titolo".to_owned(), text: text.to_owned() }
}

#[test]
fn the_digest_tells_contents_apart() {
    let of = |sections: &[Section]| DocumentContent { sections: sections.to_vec(), proposals: vec![] }.sha256();
    let one = of(&[section("object", "ab"), section("needs", "")]);
    assert_eq!(one, of(&[section("object", "ab"), section("needs", "")]));
    assert_ne!(one, of(&[section("object", "a"), section("needs", "b")]));
    assert_ne!(one, of(&[section("needs", ""), section("object", "ab")]));
    let forged = section("object", "ab\nsection 5\nneeds\ntitle 6\nTitolo\ntext 0\n");
    assert_ne!(one, of(&[forged]));
}

#[test]
fn every_field_is_published() {
    let mut content = DocumentContent { sections: vec![section("object", "Oggetto")], proposals: vec![] };
    let origin = format!("contribution:{}", ContributionId::fresh());
    let typed = TypedProposal {
        number: "1",
        title: "Sportello",
        text: "Aprire uno sportello",
        competence: "Unione",
        feasibility: "Buona",
        cost: "1.500,00 €",
        origins: &[&origin],
    };
    content.proposals.push(ProposalText::parse(typed).unwrap());
    assert_eq!(content.proposals[0].cost, Some(150_000));
    let fields: Vec<_> = content.published_fields().into_iter().map(|(_, _, text)| text).collect();
    assert_eq!(fields, ["Titolo", "Oggetto", "Sportello", "Aprire uno sportello", "Unione", "Buona"]);
    assert_eq!((content.section("object"), content.section("needs")), ("Oggetto", ""));
}

#[test]
fn personal_data_are_told_with_their_place() {
    let content = DocumentContent {
        sections: vec![section("object", "Oggetto"), section("path", "Ha curato anna rossi.")],
        proposals: vec![],
    };
    let found = content.personal_data(&["Anna Rossi"]);
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0].place, found[0].field.as_str()), (&ContentPlace::Section("path".to_owned()), "text"));
    assert_eq!((found[0].finding.start, found[0].finding.excerpt.as_str()), (10, "anna rossi"));
}

#[test]
fn every_faulty_field_is_named() {
    let errors = ProposalText::parse(TypedProposal { number: "0", cost: "gratis", ..Default::default() }).unwrap_err();
    let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["competence", "cost", "number", "origins", "text", "title"]);
    assert!(Section::parse("object", "Oggetto", "").is_ok());
    assert!(Section::parse("object", "", "").is_err());
}
