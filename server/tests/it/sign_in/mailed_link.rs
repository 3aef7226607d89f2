//! Coming back to a mailed link after signing in for it.

use crate::app::{TestApp, Visitor, on_each_database};
use axum::body::Body;
use domain::role::Role;

/// The page of an invitation to the tenant `alfa`, and the cookie that its visitor is left with.
async fn opened(app: &TestApp, visitor: &Visitor<'_>) -> (String, String) {
    let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
    let invite = [("email", "nora@alfa.example"), ("role", "moderator"), ("process", "")];
    admin.post("staff/invite", &invite).await.is(303);
    let page = crate::console::newest_link(app, "alfa").await;
    let shown = visitor.get(&page).await.is(200).says("/accedi?dopo=/accedi/torna");
    let links: Vec<_> = shown.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(!links.iter().any(|link| link.contains(&page)), "the key stands in an address: {links:?}");
    let cookie = shown.headers.get("set-cookie").expect("the link is kept").to_str().unwrap().to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    (page, cookie.split(';').next().unwrap_or_default().to_owned())
}

#[test]
fn who_signs_in_for_a_mailed_link_comes_back_to_it_and_its_key_stands_in_no_address() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        let (page, cookie) = opened(&app, &visitor).await;
        let back = visitor.request("GET", "/accedi/torna?esito=signed_in").header("cookie", &cookie);
        let answer = visitor.send(back.body(Body::empty()).unwrap()).await.is(303);
        assert_eq!(answer.location.as_deref(), Some(format!("{page}?esito=signed_in").as_str()));
        assert!(answer.headers.get("set-cookie").expect("it is forgotten").to_str().unwrap().contains("Max-Age=0"));
    });
}

#[test]
fn who_kept_no_link_comes_home() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        let kept = |page: &str| format!("tavolo-collegamento={}", hex::encode(page));
        // A receipt is met by nobody after its reader at the same machine.
        let others = [kept("/lavoro"), kept("/ricevuta/ABCD"), kept("/questionari/ricevuta/ABCD")];
        for cookie in
            ["tavolo-collegamento=", "tavolo-collegamento=zz"].into_iter().chain(others.iter().map(String::as_str))
        {
            let back = visitor.request("GET", "/accedi/torna").header("cookie", cookie);
            let answer = visitor.send(back.body(Body::empty()).unwrap()).await.is(303);
            assert_eq!(answer.location.as_deref(), Some("/"), "{cookie}");
        }
        // A page that is not there leaves nothing behind.
        assert!(visitor.get("/invito/xxxx").await.is(404).headers.get("set-cookie").is_none());
    });
}
