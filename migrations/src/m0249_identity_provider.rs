//! Identity providers of a tenant.

use crate::wall::{Rights, owned, raise};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let providers = owned("identity_providers")
            .col(integer("version"))
            .col(string("name"))
            .col(text("issuer"))
            .col(string("client_id"))
            .col(string("auth"))
            .col(text("scopes"))
            .col(text("acr_values"))
            .col(string("least"))
            .col(text("claims"))
            // Encrypted under a key that stands outside the database.
            .col(text_null("secret"))
            .col(timestamp_with_time_zone_null("secret_since"))
            .col(text_null("public_key"))
            // The settings that were last tried, when, and why in vain.
            .col(string_null("tried"))
            .col(timestamp_with_time_zone_null("tried_at"))
            .col(string_null("tried_fault"))
            .col(boolean("offered"))
            .col(timestamp_with_time_zone("created_at"))
            .to_owned();
        raise(manager, providers, Rights::Full).await?;
        let name = Index::create()
            .name("identity_providers_by_name")
            .table("identity_providers")
            .col("tenant_id")
            .col("name")
            .unique()
            .to_owned();
        manager.create_index(name).await
    }
}
