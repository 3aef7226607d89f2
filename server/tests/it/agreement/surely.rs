//! Where a tenant asks who signs to be known surely, a link alone signs nothing.

use super::{TEXT, envelope, hash, invite, send_p7m, sign, written};
use crate::{
    app::on_each_database,
    identification::ask,
    oidc::{Way, session_of},
};
use domain::role::Role;

#[test]
fn a_click_signs_for_who_is_known_surely_and_a_signed_file_for_itself() {
    on_each_database(|app| async move {
        let owner = written(&app).await;
        let (key, other) =
            (invite(&app, &owner, "Pro Loco", "association").await, invite(&app, &owner, "Auser", "association").await);
        let (admin, way) = (app.person("alfa", "Ada", &[Role::TenantAdmin]).await, Way::open(&app).await);
        ask(&admin, ["low", "substantial", "substantial"], ["", ""]).await.is(303);
        let page = format!("/accordo/{key}");
        let shown = app.visitor("alfa").get(&page).await.is(200).says("serve un’identità più sicura");
        // The address is a permission: it stands in no other.
        shown.says("/accedi?dopo=/accedi/torna&amp;livello=substantial");
        let refused = sign(&app, &key, &hash(TEXT)).await.is(422).says("Serve un’identità più sicura");
        refused.says("value=\"Anna Segreta\"");
        assert_eq!(app.count("agreement_signatures").await, 0);
        send_p7m(&app, &other, ("accordo.p7m", &envelope(TEXT.as_bytes()))).await.is(303);

        let answer = way.sign_in(&app.visitor("alfa")).await;
        let anna = app.visitor("alfa").with_key(&session_of(&answer));
        anna.get(&page).await.is(200).hides("serve un’identità più sicura");
        let seen = hash(TEXT);
        let typed = [("token", key.as_str()), ("seen", &seen), ("signer", "Anna Rossi"), ("capacity", "Presidente")];
        anna.post_from(&page, "agreements/sign", &typed).await.is(303);
        assert_eq!(app.count("agreement_signatures").await, 2);
    });
}
