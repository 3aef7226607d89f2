//! One support for each person, whatever happens.

use super::ground::ground;
use crate::app::on_each_database;

#[test]
fn fifty_equal_supports_at_once_leave_one() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        let id = ground.propose(&citizen, "Panchine", "All’ombra.").await;
        let typed = [("id", id.as_str()), ("on", "si")];
        let all = (0..50).map(|_| citizen.post("contributions/support", &typed));
        let answers = futures_util::future::join_all(all).await;
        assert!(answers.iter().all(|answer| answer.status == 303), "{:?}", answers.first());
        assert_eq!(app.count("supports").await, 1);
        citizen.get(&format!("/proposte/{id}")).await.is(200).says("support-count").says("Ritira il sostegno");
        citizen.get("/proposte?ordine=sostenute").await.is(200).says("1 sostegno");
        for _ in 0..2 {
            citizen.post("contributions/support", &[("id", &id), ("on", "no")]).await.is(303);
        }
        assert_eq!(app.count("supports").await, 0);
        citizen.get("/proposte").await.is(200).says("0 sostegni");
    });
}

#[test]
fn comments_and_follows_are_kept_and_counted() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        bruno.post("contributions/comment", &[("id", &id), ("body", "Anche **al sole**.")]).await.is(303);
        bruno.post("contributions/comment", &[("id", &id), ("body", " ")]).await.is(422);
        for _ in 0..2 {
            bruno.post("contributions/follow", &[("id", &id), ("on", "si")]).await.is(303);
        }
        let page = bruno.get(&format!("/proposte/{id}")).await.is(200);
        page.says("1 commento").says("<strong>al sole</strong>").says("Non seguire più");
        assert_eq!((app.count("comments").await, app.count("follows").await), (1, 1));
        bruno.post("contributions/follow", &[("id", &id), ("on", "no")]).await.is(303);
        assert_eq!(app.count("follows").await, 0);
        crate::audit::holds(&app, "alfa").await;
    });
}
