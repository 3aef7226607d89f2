//! What changed since somebody last read it stands on top of their space, until they read it.

use super::ground::{CLOSING, ground};
use crate::app::{Visitor, on_each_database};
use domain::role::Role;

/// How many proposals with news the page tells of.
async fn news(who: &Visitor<'_>) -> usize {
    let page = who.get("/spazio").await.is(200).text();
    let Some((before, _)) = page.split_once(" con novità") else { return 0 };
    let words: Vec<&str> = before.rsplit('>').next().unwrap().split(' ').collect();
    words[0].parse().unwrap()
}

#[test]
fn news_stay_until_they_are_read() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let first = ground.propose(&anna, "Prima idea", "Una.").await;
        app.at("2022-09-11T09:00:00Z");
        let second = ground.propose(&anna, "Seconda idea", "Due.").await;
        bruno.post("contributions/follow", &[("id", &first), ("on", "si")]).await.is(303);
        assert_eq!((news(&anna).await, news(&bruno).await), (0, 0));

        app.at("2022-09-12T09:00:00Z");
        bruno.post("contributions/comment", &[("id", &first), ("body", "Bene")]).await.is(303);
        let page = anna.get("/spazio").await.is(200).says("1 proposta con novità").says("Novità: 12/09/2022");
        let place = |words: &str| page.body.find(words).unwrap();
        assert!(place("Prima idea") < place("Seconda idea"), "what has news comes first");
        // Reading one does not read the other, nor for anybody else.
        anna.get(&format!("/proposte/{second}")).await.is(200);
        assert_eq!((news(&anna).await, news(&bruno).await), (1, 1));
        anna.get(&format!("/proposte/{first}")).await.is(200);
        assert_eq!((news(&anna).await, news(&bruno).await), (0, 1));
        anna.get("/spazio").await.is(200).hides("Novità: ");
        bruno.get(&format!("/proposte/{first}")).await.is(200);
        assert_eq!(news(&bruno).await, 0);

        app.at(CLOSING);
        let answer = [("id", first.as_str()), ("evaluation", "accepted"), ("reason", "")];
        owner.post("contributions/answer", &answer).await.is(303);
        anna.get("/spazio").await.is(200).says("Novità: 24/09/2022");
        assert_eq!((news(&anna).await, news(&bruno).await, news(&owner).await), (1, 1, 0));
        // Who has nothing to do with it leaves no mark.
        owner.get(&format!("/proposte/{first}")).await.is(200);
        assert_eq!(app.count("contribution_reads").await, 2);
        anna.post("space/erase", &[("sure", "si")]).await.is(303);
        assert_eq!(app.count("contribution_reads").await, 1);
    });
}
