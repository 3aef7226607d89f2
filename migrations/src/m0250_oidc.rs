//! People whom identity providers vouch for: who they are here, sign-ins under way, and how a session began.

use crate::wall::{Rights, keyed_by, owned, raise, within};
use sea_orm_migration::{
    prelude::*,
    schema::{string, string_null, text, text_null, timestamp_with_time_zone, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, person_identities(), Rights::Full).await?;
        for (name, column) in
            [("person_identities_subject", "subject_hash"), ("person_identities_fiscal_code", "fiscal_hash")]
        {
            let index = Index::create().name(name).table("person_identities").col("tenant_id").col(column).to_owned();
            manager.create_index(index.clone().unique().to_owned()).await?;
        }
        let person = Index::create()
            .name("person_identities_person")
            .table("person_identities")
            .col("tenant_id")
            .col("person_id")
            .to_owned();
        manager.create_index(person).await?;
        raise(manager, oidc_sign_ins(), Rights::Full).await?;
        raise(manager, logout_tokens(), Rights::Full).await?;
        for column in [
            ColumnDef::new("level").string().not_null().default("address").to_owned(),
            uuid_null("provider_id"),
            string_null("subject_hash"),
            string_null("sid_hash"),
            // Sealed.
            text_null("id_token"),
        ] {
            manager.alter_table(Table::alter().table("sessions").add_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

fn person_identities() -> TableCreateStatement {
    owned("person_identities")
        .col(uuid("person_id"))
        .col(uuid("provider_id"))
        .col(string("subject_hash"))
        .col(string_null("fiscal_hash"))
        .col(string("level"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("seen_at"))
        .foreign_key(&mut within("person_identities", "person_id", "people"))
        .foreign_key(&mut within("person_identities", "provider_id", "identity_providers"))
        .to_owned()
}

fn oidc_sign_ins() -> TableCreateStatement {
    let mut provider = within("oidc_sign_ins", "provider_id", "identity_providers");
    keyed_by("oidc_sign_ins", &["state_hash"])
        .col(string("state_hash"))
        .col(uuid("provider_id"))
        .col(string("nonce"))
        .col(string("verifier"))
        .col(string("browser_hash"))
        .col(text("back"))
        .col(string("least"))
        .col(uuid_null("joining_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(provider.on_delete(ForeignKeyAction::Cascade))
        .foreign_key(&mut within("oidc_sign_ins", "joining_id", "people"))
        .to_owned()
}

fn logout_tokens() -> TableCreateStatement {
    keyed_by("logout_tokens", &["token_hash"])
        .col(string("token_hash"))
        .col(timestamp_with_time_zone("expires_at"))
        .to_owned()
}
