//! Tenants, people with their roles and sessions, the audit log, the outbox.

use crate::wall::{Rights, ensure_application_role, grant, keyed_by, owned, raise, readable_by_platform, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        ensure_application_role(manager).await?;
        manager.create_table(tenants()).await?;
        grant(manager, "tenants", "SELECT, INSERT, UPDATE").await?;
        manager.create_table(settings()).await?;
        grant(manager, "settings", "SELECT, INSERT, UPDATE").await?;

        raise(manager, people(), Rights::Full).await?;
        manager.create_index(unique("people_email", "people", &["tenant_id", "email"])).await?;
        raise(manager, role_grants(), Rights::Full).await?;
        manager.create_index(index("role_grants_person", "role_grants", &["tenant_id", "person_id"])).await?;
        raise(manager, sessions(), Rights::Full).await?;
        raise(manager, sign_in_codes(), Rights::Full).await?;
        raise(manager, attempts(), Rights::Full).await?;
        manager.create_index(index("attempts_of", "attempts", &["tenant_id", "kind", "subject", "at"])).await?;
        raise(manager, invitations(), Rights::Full).await?;
        manager.create_index(unique("invitations_key", "invitations", &["tenant_id", "key_hash"])).await?;
        raise(manager, audit_entries(), Rights::AppendOnly).await?;
        manager.create_index(index("audit_entries_at", "audit_entries", &["tenant_id", "at", "id"])).await?;
        raise(manager, mails(), Rights::Full).await?;
        readable_by_platform(manager, "mails").await?;
        manager.create_index(index("mails_due", "mails", &["state", "due_at"])).await?;
        Ok(())
    }
}

fn tenants() -> TableCreateStatement {
    Table::create()
        .table("tenants")
        .col(pk_uuid("id"))
        .col(string("kind"))
        .col(string("state"))
        .col(string("name"))
        .col(string_uniq("slug"))
        .col(string_null("custom_domain").unique_key())
        .col(text("description"))
        .col(string("accent"))
        .col(string_null("istat_code"))
        .col(string_null("ipa_code"))
        .col(uuid_null("parent_id"))
        .col(string("pack"))
        .col(string("template"))
        .col(string("patron_day"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(ForeignKey::create().from("tenants", "parent_id").to("tenants", "id"))
        .to_owned()
}

fn settings() -> TableCreateStatement {
    Table::create().table("settings").col(string("key").primary_key()).col(string("value")).to_owned()
}

fn people() -> TableCreateStatement {
    owned("people")
        .col(string("email"))
        .col(string("name"))
        .col(string("language"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn role_grants() -> TableCreateStatement {
    owned("role_grants")
        .col(uuid("person_id"))
        .col(string("role"))
        .col(uuid_null("process_id"))
        .col(timestamp_with_time_zone("granted_at"))
        .foreign_key(&mut within("role_grants", "person_id", "people"))
        .to_owned()
}

fn sessions() -> TableCreateStatement {
    keyed_by("sessions", &["key_hash"])
        .col(string("key_hash"))
        .col(uuid("person_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(&mut within("sessions", "person_id", "people"))
        .to_owned()
}

fn sign_in_codes() -> TableCreateStatement {
    keyed_by("sign_in_codes", &["email"])
        .col(string("email"))
        .col(string("code_hash"))
        .col(integer("tries"))
        .col(timestamp_with_time_zone("expires_at"))
        .to_owned()
}

fn attempts() -> TableCreateStatement {
    owned("attempts").col(string("kind")).col(string("subject")).col(timestamp_with_time_zone("at")).to_owned()
}

fn invitations() -> TableCreateStatement {
    owned("invitations")
        .col(string("key_hash"))
        .col(string("email"))
        .col(string("role"))
        .col(uuid_null("process_id"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .to_owned()
}

fn audit_entries() -> TableCreateStatement {
    owned("audit_entries")
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("actor_id"))
        .col(string("role"))
        .col(string("action"))
        .col(string("subject_kind"))
        .col(uuid_null("subject_id"))
        .col(string_null("before_hash"))
        .col(string_null("after_hash"))
        .col(string("request_id"))
        .col(boolean("refused"))
        .to_owned()
}

fn mails() -> TableCreateStatement {
    owned("mails")
        .col(string("recipient"))
        .col(string("subject"))
        .col(text("body"))
        .col(string("state"))
        .col(integer("tries"))
        .col(timestamp_with_time_zone("due_at"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn index(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create().name(name).table(table).to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}

fn unique(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(name, table, columns).unique().to_owned()
}
