//! Organs of a process and their members by organisation; who sits for them is kept apart.

use crate::wall::{Rights, keyed_by, owned, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, organs(), Rights::Full).await?;
        let one_of_a_kind = Index::create()
            .name("organs_process")
            .table("organs")
            .col("tenant_id")
            .col("process_id")
            .col("kind")
            .unique()
            .to_owned();
        manager.create_index(one_of_a_kind).await?;
        raise(manager, members(), Rights::Full).await?;
        let of_organ = Index::create()
            .name("organ_members_organ")
            .table("organ_members")
            .col("tenant_id")
            .col("organ_id")
            .col("id")
            .to_owned();
        manager.create_index(of_organ).await?;
        raise(manager, delegates(), Rights::Full).await?;
        let of_person = Index::create()
            .name("organ_delegates_person")
            .table("organ_delegates")
            .col("tenant_id")
            .col("person_id")
            .to_owned();
        manager.create_index(of_person).await
    }
}

fn organs() -> TableCreateStatement {
    owned("organs")
        .col(uuid("process_id"))
        .col(string("kind"))
        .col(text("rules"))
        .col(date("constituted_on"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within("organs", "process_id", "processes"))
        .to_owned()
}

fn members() -> TableCreateStatement {
    owned("organ_members")
        .col(uuid("process_id"))
        .col(uuid("organ_id"))
        .col(string("organisation"))
        .col(string("kind"))
        .col(string("category"))
        .col(string("way"))
        .col(string("state"))
        .col(boolean("votes"))
        .col(date_null("since"))
        .col(text_null("why"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within("organ_members", "process_id", "processes"))
        .foreign_key(&mut within("organ_members", "organ_id", "organs"))
        .to_owned()
}

/// Names and addresses, in a table of their own: public pages never read it.
fn delegates() -> TableCreateStatement {
    keyed_by("organ_delegates", &["member_id"])
        .col(uuid("member_id"))
        .col(string("name"))
        .col(string("email"))
        .col(uuid_null("person_id"))
        .foreign_key(&mut within("organ_delegates", "member_id", "organ_members"))
        .foreign_key(&mut within("organ_delegates", "person_id", "people"))
        .to_owned()
}
