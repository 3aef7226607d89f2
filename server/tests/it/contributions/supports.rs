//! One support for each person, whatever happens.

use super::ground::ground;
use crate::app::on_each_database;

#[test]
fn fifty_equal_supports_at_once_leave_one() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        let id = ground.propose(&citizen, "Panchine", "All’ombra.").await;
        let app = &app;
        let all = (0..50).map(|_| {
            let (citizen, id) = (citizen.clone(), id.clone());
            async move { citizen.post("contributions/support", &[("id", &id), ("on", "si")]).await }
        });
        let answers = at_once(all.collect()).await;
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

/// Polls all of `futures` together.
async fn at_once<F: Future>(futures: Vec<F>) -> Vec<F::Output> {
    let mut futures: Vec<_> = futures.into_iter().map(Box::pin).collect();
    let mut done: Vec<Option<F::Output>> = futures.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (future, slot) in futures.iter_mut().zip(&mut done) {
            if slot.is_none()
                && let std::task::Poll::Ready(value) = future.as_mut().poll(context)
            {
                *slot = Some(value);
            }
        }
        if done.iter().all(Option::is_some) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done.into_iter().flatten().collect()
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
