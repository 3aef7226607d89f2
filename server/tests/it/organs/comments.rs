//! Comments on minutes: so many in an hour, and read page by page.

use super::ground::{constitute, held, minutes, planned, process, seated};
use crate::app::on_each_database;
use domain::role::Role;

#[test]
fn comments_are_made_within_limits_and_read_page_by_page() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let laura = app.person("alfa", "Laura Bassi", &[]).await;
        let organ = constitute(&owner).await;
        seated(&owner, &laura, &organ).await;
        let meeting = planned(&owner, &format!("organ:{organ}")).await;
        held(&owner, &meeting).await;
        minutes(&owner, &meeting, &["open_comments"]).await;
        let room = format!("/incontri/{meeting}/verbale");
        let say = async |number: usize| {
            let words = format!("Intervento n. {number:02}.");
            let typed = [("meeting", meeting.as_str()), ("text", words.as_str()), ("objection", "si")];
            laura.post_from(&room, "minutes/comment", &typed).await
        };
        for hour in 0..3 {
            app.at(&format!("2022-03-02T{:02}:00:00Z", 8 + 2 * hour));
            for number in 1..=20 {
                say(20 * hour + number).await.is(303);
            }
            say(99).await.is(429).says("Intervento n. 99.");
        }
        assert_eq!(app.count("minutes_comments").await, 60);
        owner.get(&format!("/lavoro{room}")).await.is(200).says("n. 50.").hides("n. 51.").says("rel=\"next\"");
        let read = async |who: &crate::app::Visitor<'_>, page: &str| {
            let first = who.get(page).await.is(200).says("n. 01.").says("n. 50.").hides("n. 51.").text();
            let link = first.split("rel=\"next\" href=\"").nth(1).expect("there is a next page");
            let next = link.split('"').next().unwrap().to_owned();
            who.get(&next).await.is(200).says("n. 51.").says("n. 60.").hides("n. 50.").hides("rel=\"next\"");
            who.get(&format!("{page}?dopo=altro")).await.is(404);
        };
        read(&laura, &room).await;

        app.at("2022-03-09T10:00:00Z");
        for (version, step) in [("2", "approve"), ("3", "publish")] {
            let step = [("meeting", meeting.as_str()), ("version", version), ("step", step)];
            owner.post("minutes/move", &step).await.is(303);
        }
        read(&app.visitor("alfa"), &format!("/incontri/{meeting}")).await;
    });
}
