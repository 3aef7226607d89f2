//! The youngest age to take part: declared once, kept as an age and not as a date.

use super::ground::ground;
use crate::{
    app::{TestApp, Visitor, on_each_database},
    rows::Rows,
};
use domain::id::PersonId;
use server::store::people::{self, Person};

const FORM: &str = "/proposte/nuova";

/// Somebody who has yet to say how old they are.
pub async fn newcomer<'a>(app: &'a TestApp, name: &str) -> Visitor<'a> {
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    let person = Person {
        id: PersonId::fresh(),
        email: format!("{}@alfa.example", name.to_lowercase()),
        name: name.into(),
        language: "it".into(),
        created_at: app.app.clock.now(),
        age_reached: None,
    };
    people::insert(&tx, seed.scope(), &person).await.unwrap();
    tx.commit().await.unwrap();
    app.person("alfa", name, &[]).await
}

#[test]
fn a_thirteen_year_old_is_refused() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, adult) = (newcomer(&app, "Anna").await, app.person("alfa", "Bruno", &[]).await);
        let id = ground.propose(&adult, "Panchine", "All’ombra.").await;
        anna.get(FORM).await.is(200).says("Data di nascita").says("occorrono 14 anni compiuti");
        adult.get(FORM).await.is(200).hides("name=\"born\"");
        let table = ground.table.to_string();
        let new = [("title", "Una"), ("body", "Due"), ("table", table.as_str()), ("place", "")];
        let page = anna.post_from(FORM, "contributions/propose", &new).await.is(422);
        page.says("href=\"#born\"").says("campo obbligatorio").says("value=\"Una\"");
        for (born, words) in [
            ("2009-06-01", "Per partecipare occorrono 14 anni compiuti"),
            ("2008-09-11", "Per partecipare occorrono 14 anni compiuti"),
            ("2008-09-11", "href=\"#born\""),
            ("2022-09-11", "href=\"#born\""),
            ("31/02/2000", "href=\"#born\""),
        ] {
            let typed = [new[0], new[1], new[2], new[3], ("born", born)];
            anna.post_from(FORM, "contributions/propose", &typed).await.is(422).says(words).says("value=\"Una\"");
        }
        let path = format!("/proposte/{id}");
        let comment = [("id", id.as_str()), ("body", "Bene"), ("born", "2009-06-01")];
        anna.post_from(&path, "contributions/comment", &comment).await.is(422).says("occorrono 14 anni compiuti");
        let support = |born| [("id", id.as_str()), ("on", "si"), ("born", born), ("form", "sostegno")];
        let shown = anna.get(&path).await.is(200).says("contributions/support").body;
        for field in ["id=\"born\"", "id=\"sostegno-born\""] {
            assert_eq!(shown.matches(field).count(), 1, "{field}");
        }
        for (born, words) in [("", "href=\"#sostegno-born\""), ("2009-06-01", "occorrono 14 anni compiuti")] {
            anna.post_from(&path, "contributions/support", &support(born)).await.is(422).says(words);
        }
        assert_eq!((app.count("contributions").await, app.count("comments").await), (1, 0));
        assert_eq!(app.count("supports").await, 0);
        assert_eq!(Rows::of(&app, "alfa").await.count("people", "age_reached IS NULL").await, 1);
    });
}

#[test]
fn the_age_is_declared_once_and_the_date_is_not_kept() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = newcomer(&app, "Anna").await;
        let table = ground.table.to_string();
        // Fourteen on this very day.
        let typed =
            [("title", "Una"), ("body", "Due"), ("table", table.as_str()), ("place", ""), ("born", "2008-09-10")];
        anna.post("contributions/propose", &typed).await.is(303);
        assert_eq!(Rows::of(&app, "alfa").await.count("people", "age_reached = 14").await, 1);
        anna.get(FORM).await.is(200).hides("name=\"born\"");
        let id = ground.propose(&anna, "Un’altra", "Senza chiedere.").await;
        anna.post("contributions/support", &[("id", &id), ("on", "si")]).await.is(303);
        anna.post("contributions/comment", &[("id", &id), ("body", "Bene")]).await.is(303);
        app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).hides("2008");
        for (table, rows) in Rows::of(&app, "alfa").await.all().await {
            assert!(!rows.contains("2008-09-10"), "{table} keeps the date of birth");
        }
        anna.post("space/erase", &[("sure", "si")]).await.is(303);
        assert_eq!(Rows::of(&app, "alfa").await.count("people", "age_reached IS NULL").await, 1);
    });
}
