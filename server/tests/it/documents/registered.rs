//! A number of the register stands on one document, and on no day to come.

use super::{DESK, PDF, path_in, registration, upload};
use crate::{app::on_each_database, rows::Rows};
use domain::{role::Role, stage::Stage};

const TAKEN: &str = "un altro documento porta già questo numero";

#[test]
fn two_documents_never_bear_the_same_registration() {
    on_each_database(|app| async move {
        let path = path_in(&app, "alfa", "agenda", Stage::Opening).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let first = upload(&owner, "Richiesta", "public", ("richiesta.pdf", PDF)).await;
        let second = upload(&owner, "Risposta", "public", ("risposta.pdf", PDF)).await;
        owner.post("documents/protocol", &registration(&first, "1")).await.is(303);
        let page = format!("/lavoro/documenti/{second}");
        let mut same = registration(&second, "1");
        for register in ["AL", "al"] {
            same[2].1 = register;
            let refused = owner.post_from(&page, "documents/protocol", &same).await.is(422).says(TAKEN);
            refused.says("href=\"#number\"").says("value=\"19558\"");
        }
        // Elsewhere the same number is another one.
        let there = path_in(&app, "beta", "agenda", Stage::Opening).await;
        let berta = app.person_in("beta", "Berta", &[Role::ProcessOwner], Some(there)).await;
        let foreign = upload(&berta, "Altrove", "public", ("altrove.pdf", PDF)).await;
        berta.post("documents/protocol", &registration(&foreign, "1")).await.is(303);

        // It was the wrong document: said there, the right one takes the number, and whatever follows leaves it so.
        let said = [("id", first.as_str()), ("kind", "cancelled"), ("reason", "Numero della risposta")];
        owner.post("documents/annotate", &said).await.is(303);
        owner.post("documents/protocol", &same).await.is(303);
        owner.post("documents/step", &[("id", &first), ("version", "2"), ("step", "transmit")]).await.is(303);

        // The same comes out of what was kept before.
        let rows = Rows::of(&app, "alfa").await;
        let kept = "registered = 'al/2022/0019558'";
        assert_eq!(rows.count("documents", kept).await, 1);
        let third = upload(&owner, "Copia", "public", ("copia.pdf", PDF)).await;
        let mut other = registration(&third, "1");
        other[4].1 = "7";
        owner.post("documents/protocol", &other).await.is(303);
        rows.run("DROP INDEX documents_registered_once").await;
        rows.change("UPDATE documents SET protocol = replace(protocol, '0000007', '0019558') WHERE 1 = 1").await;
        app.made_again("m0332_one_registration", &[("documents", "registered")]).await;
        assert_eq!(rows.count("documents", kept).await, 1, "the oldest that was not cancelled");
        assert_eq!(rows.count("documents", "registered IS NULL").await, 2);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn no_document_is_dated_or_registered_tomorrow() {
    on_each_database(|app| async move {
        app.at("2022-03-02T09:00:00Z");
        let path = path_in(&app, "alfa", "agenda", Stage::Opening).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        const FUTURE: &str = "questa data è nel futuro";
        let mut fields = [
            ("slug", "agenda"),
            ("title", "Verbale"),
            ("kind", "minutes"),
            ("visibility", "public"),
            ("dated", "2022-03-03"),
        ];
        let refused = owner.send_file(DESK, "documents/upload", &fields, ("a.pdf", PDF)).await.is(422).says(FUTURE);
        refused.says("value=\"Verbale\"");
        fields[4].1 = "1899-12-31";
        owner.send_file(DESK, "documents/upload", &fields, ("a.pdf", PDF)).await.is(422).says("href=\"#dated\"");
        let id = upload(&owner, "Verbale", "public", ("a.pdf", PDF)).await;
        let page = format!("/lavoro/documenti/{id}");
        let mut given = registration(&id, "1");
        given[5].1 = "2022-03-03";
        owner.post_from(&page, "documents/protocol", &given).await.is(422).says(FUTURE).says("href=\"#date\"");
        (given[3].1, given[5].1) = ("2023", "2023-01-01");
        owner.post_from(&page, "documents/protocol", &given).await.is(422).says("href=\"#year\"");
        owner.post("documents/protocol", &registration(&id, "1")).await.is(303);
    });
}
