//! Mail leaves through the outbox to a real SMTP server, and what the server says is kept to.

mod smtp;

use crate::{app::on_each_database, rows::Rows};
use ::app::{error::Outcome, letter::Words};
use domain::role::Role;
use server::{
    mail::{self, MailServer},
    state::App,
    store::mails,
};
use smtp::Smtp;
use tokio::sync::watch;

const INVITED: [(&str, &str); 3] = [("email", "rita@example.org"), ("role", "moderator"), ("process", "")];

/// One look into every outbox, which nobody stops.
async fn pass(app: &App, server: &MailServer) -> Outcome<usize> {
    mail::pass(app, server, &watch::channel(false).1).await
}

#[test]
fn a_mail_leaves_once_as_it_was_written() {
    on_each_database(|app| async move {
        let smtp = Smtp::start().await;
        let server = MailServer::at(&smtp.url()).unwrap();
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        admin.post("staff/invite", &INVITED).await.is(303);
        let kept = app.visitor("alfa").get("/dev/mail.json").await.is(200).body;
        let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
        assert_eq!(pass(&app.app, &server).await, Ok(1));
        assert_eq!(pass(&app.app, &server).await, Ok(0), "it left already");
        let taken = smtp.taken();
        let [mail] = &taken[..] else { panic!("{taken:?}") };
        assert_eq!((mail.from.as_str(), mail.to.as_str()), ("tavolo@tavolo.test", "rita@example.org"));
        assert_eq!(mail.header("from"), "Tavolo <tavolo@tavolo.test>");
        assert_eq!(mail.header("to"), "rita@example.org");
        assert_eq!(mail.header("content-type"), "text/plain; charset=utf-8");
        assert_eq!(mail.header("mime-version"), "1.0");
        assert!(mail.header("date").ends_with("+0000"), "{}", mail.header("date"));
        assert!(mail.header("message-id").ends_with("@tavolo.test>"), "{}", mail.header("message-id"));
        assert!(mail.raw.is_ascii(), "nothing of it needs an eight-bit way");
        assert_eq!(mail.header("subject"), kept[0]["subject"].as_str().unwrap());
        assert_eq!(mail.text(), kept[0]["body"].as_str().unwrap());
        assert!(mail.text().contains("/invito/") && !mail.text().is_ascii(), "{}", mail.text());
        // What left is kept without its words: they hold a key.
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("mails", "state = 'sent' AND body = ''").await, 1);
    });
}

#[test]
fn every_character_arrives_as_it_was_written() {
    on_each_database(|app| async move {
        let smtp = Smtp::start().await;
        let long = "Perché così è più lungo di una riga di posta: ".repeat(40);
        for (subject, body) in [
            ("Così è: «già» – l’invito del Comune di Forlì, perché lunghissimo più di una riga 🎉", long.trim()),
            ("Solo ASCII", ".una riga che comincia con un punto\n.\n..\ne poi una fine"),
            ("Ünïcödé", "日本語\nRiga  con   spazi \t e = segni =C3=A8"),
        ] {
            let seed = app.seed("alfa").await;
            let tx = seed.begin().await.unwrap();
            let words = Words { subject: subject.into(), body: body.into() };
            mails::post(&tx, seed.scope(), "anna@example.org".into(), words, app.app.clock.now()).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(pass(&app.app, &MailServer::at(&smtp.url()).unwrap()).await, Ok(1));
            let mail = smtp.taken().pop().unwrap();
            assert_eq!((mail.header("subject").as_str(), mail.text().as_str()), (subject, body));
            assert!(mail.raw.is_ascii() && mail.raw.lines().all(|line| line.len() <= 998), "{}", mail.raw);
        }
    });
}

#[test]
fn a_server_that_is_busy_is_asked_again_later_and_not_for_ever() {
    on_each_database(|app| async move {
        app.at("2022-10-10T09:00:00Z");
        let smtp = Smtp::start().await;
        let server = MailServer::at(&smtp.url()).unwrap();
        let visitor = app.visitor("alfa");
        visitor.post("people/code", &[("email", "anna@example.org"), ("back", "/")]).await.is(303);
        smtp.answer_recipients_with("451 4.3.2 not now");
        assert_eq!(pass(&app.app, &server).await, Ok(0));
        assert_eq!(pass(&app.app, &server).await, Ok(0));
        assert_eq!(smtp.asked(), 1, "it is put off for two minutes");
        // The clock runs on while mail is handed over: what follows keeps a minute's distance.
        app.at("2022-10-10T09:03:00Z");
        assert_eq!(pass(&app.app, &server).await, Ok(0));
        assert_eq!(smtp.asked(), 2);
        app.at("2022-10-10T09:06:00Z");
        assert_eq!(pass(&app.app, &server).await, Ok(0));
        assert_eq!(smtp.asked(), 2, "the pauses grow");
        app.at("2022-10-10T09:08:00Z");
        smtp.answer_recipients_with("250 fine");
        assert_eq!(pass(&app.app, &server).await, Ok(1));
        assert_eq!(smtp.taken()[0].header("subject"), "Il tuo codice per Unione alfa");

        smtp.answer_recipients_with("451 4.3.2 not now");
        visitor.post("people/code", &[("email", "bea@example.org"), ("back", "/")]).await.is(303);
        for hour in 10..22 {
            app.at(&format!("2022-10-10T{hour}:10:00Z"));
            assert_eq!(pass(&app.app, &server).await, Ok(0));
        }
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("mails", "state = 'dead' AND tries = 8 AND body = ''").await, 1);
    });
}

#[test]
fn a_refusal_for_good_is_told_to_the_coordinator_and_nobody_else_waits() {
    on_each_database(|app| async move {
        let smtp = Smtp::start().await;
        let server = MailServer::at(&smtp.url()).unwrap();
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        marta.get("/enti/alfa").await.is(200).says("Messaggi non consegnati</dt><dd>0</dd>");
        app.visitor("alfa").post("people/code", &[("email", "never@example.org"), ("back", "/")]).await.is(303);
        app.visitor("alfa").post("people/code", &[("email", "anna@example.org"), ("back", "/")]).await.is(303);
        app.visitor("beta").post("people/code", &[("email", "bea@example.org"), ("back", "/")]).await.is(303);
        assert_eq!(pass(&app.app, &server).await, Ok(2));
        assert_eq!(pass(&app.app, &server).await, Ok(0));
        assert_eq!(smtp.asked(), 3, "what was refused for good is not tried again");
        marta.get("/enti/alfa").await.is(200).says("Messaggi non consegnati</dt><dd>1</dd>");
        marta.get("/enti/beta").await.is(200).says("Messaggi non consegnati</dt><dd>0</dd>");
    });
}

#[test]
fn two_processes_send_a_mail_once() {
    on_each_database(|app| async move {
        let smtp = Smtp::start().await;
        let server = MailServer::at(&smtp.url()).unwrap();
        for number in 0..5 {
            let email = format!("persona{number}@example.org");
            app.visitor("alfa").post("people/code", &[("email", &email), ("back", "/")]).await.is(303);
        }
        let passes = (0..3).map(|_| pass(&app.app, &server));
        let taken = futures_util::future::join_all(passes).await.into_iter().map(|taken| taken.unwrap());
        assert_eq!(taken.sum::<usize>(), 5);
        let mut to: Vec<_> = smtp.taken().into_iter().map(|mail| mail.to).collect();
        to.sort_unstable();
        let expected: Vec<_> = (0..5).map(|number| format!("persona{number}@example.org")).collect();
        assert_eq!(to, expected);
    });
}

#[test]
fn a_mail_server_that_is_away_costs_nothing_but_time() {
    on_each_database(|app| async move {
        app.at("2022-10-10T09:00:00Z");
        let nobody = MailServer::at("smtp://127.0.0.1:1").unwrap();
        app.visitor("alfa").post("people/code", &[("email", "anna@example.org"), ("back", "/")]).await.is(303);
        assert_eq!(pass(&app.app, &nobody).await, Ok(0));
        let smtp = Smtp::start().await;
        app.at("2022-10-10T09:03:00Z");
        assert_eq!(pass(&app.app, &MailServer::at(&smtp.url()).unwrap()).await, Ok(1));
        assert!(smtp.taken()[0].text().contains("Il codice per accedere è"), "{}", smtp.taken()[0].text());
    });
}
