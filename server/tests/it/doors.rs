//! What exists in demo mode alone, and whether the process says that it lives and can serve.

use crate::app::{TestApp, on_each_database};
use axum::body::Body;
use domain::role::Role;
use http_body_util::BodyExt;
use server::{config::Config, state::App};
use std::sync::Arc;
use tower::ServiceExt;

/// The same database, served without demo mode.
fn in_earnest(app: &TestApp) -> axum::Router {
    let config = Config { demo: false, ..Config::clone(&app.app.config) };
    server::http::router(App { config: Arc::new(config), ..app.app.clone() })
}

#[test]
fn without_demo_mode_mail_is_shown_to_nobody_and_nobody_chooses_who_to_be() {
    on_each_database(|app| async move {
        let ada = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        app.visitor("alfa").post("people/code", &[("email", "anna@example.org"), ("back", "/")]).await.is(303);
        let earnest = in_earnest(&app);
        let sessions = app.count("sessions").await;
        for slug in ["alfa", "platform"] {
            for who in [app.visitor(slug), ada.on(slug)] {
                for path in ["/dev/mail", "/dev/mail.json"] {
                    who.get(path).await.is(200);
                    let asked = who.request("GET", path).body(Body::empty()).unwrap();
                    let answer = earnest.clone().oneshot(asked).await.unwrap();
                    assert_eq!(answer.status(), 404, "{slug}{path}");
                    let body = answer.into_body().collect().await.unwrap().to_bytes();
                    assert!(!String::from_utf8_lossy(&body).contains("anna@example.org"), "{slug}{path}");
                }
                let form = format!("person={}&back=%2F", ada.id.unwrap());
                let posted = who
                    .request("POST", "/api/people/sign-in-as?da=/accedi")
                    .header("content-type", "application/x-www-form-urlencoded")
                    .body(Body::from(form))
                    .unwrap();
                let answer = earnest.clone().oneshot(posted).await.unwrap();
                assert_eq!(answer.status(), 404, "{slug}: sign-in-as");
                assert!(!answer.headers().contains_key("set-cookie"));
            }
        }
        assert_eq!(app.count("sessions").await, sessions);
        let asked = app.visitor("alfa").request("GET", "/accedi").body(Body::empty()).unwrap();
        let page = earnest.oneshot(asked).await.unwrap().into_body().collect().await.unwrap().to_bytes();
        let page = String::from_utf8_lossy(&page).into_owned();
        assert!(!page.contains("demo-people") && !page.contains("/dev/mail"), "{page}");
    });
}

#[test]
fn a_process_lives_without_its_database_and_is_not_ready() {
    on_each_database(|app| async move {
        // No host is needed: who asks is a proxy.
        let ask = async |path: &str| {
            let request = axum::http::Request::get(path).body(Body::empty()).unwrap();
            let answer = app.visitor("alfa").send(request).await;
            (answer.status.as_u16(), answer.body)
        };
        assert_eq!(ask("/healthz").await, (200, "ok".into()));
        assert_eq!(ask("/readyz").await, (200, "ok".into()));
        app.app.db.close().await;
        assert_eq!(ask("/healthz").await, (200, "ok".into()));
        assert_eq!(ask("/readyz").await, (503, "the database does not answer".into()));
        app.visitor("alfa").get("/").await.is(503);
    });
}
