//! The formal agreement: its text, its parties, and what each of them put a signature to.

use crate::wall::{Rights, owned, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, agreements(), Rights::Full).await?;
        manager.create_index(unique("agreements_process", "agreements", &["tenant_id", "process_id"])).await?;
        raise(manager, parties(), Rights::Full).await?;
        manager.create_index(unique("agreement_parties_key", "agreement_parties", &["tenant_id", "key_hash"])).await?;
        let of_agreement = ["tenant_id", "agreement_id", "id"];
        manager.create_index(unique("agreement_parties_of", "agreement_parties", &of_agreement)).await?;
        raise(manager, texts(), Rights::AppendOnly).await?;
        let versions = ["tenant_id", "agreement_id", "version"];
        manager.create_index(unique("agreement_texts_version", "agreement_texts", &versions)).await?;
        raise(manager, signatures(), Rights::AppendOnly).await?;
        manager.create_index(unique("agreement_signatures_of", "agreement_signatures", &of_agreement)).await
    }
}

fn agreements() -> TableCreateStatement {
    owned("agreements")
        .col(uuid("process_id"))
        .col(text("text"))
        .col(integer("version"))
        .col(boolean("decision_body_differs"))
        .col(integer("edition"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within("agreements", "process_id", "processes"))
        .to_owned()
}

fn parties() -> TableCreateStatement {
    owned("agreement_parties")
        .col(uuid("agreement_id"))
        .col(string("organisation"))
        .col(string("kind"))
        .col(string("email"))
        .col(string("capacity"))
        .col(string_null("signer"))
        .col(string("state"))
        .col(integer_null("signed_version"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(uuid_null("document_id"))
        .col(string("key_hash"))
        .col(timestamp_with_time_zone("link_sent_at"))
        .col(timestamp_with_time_zone_null("link_used_at"))
        .foreign_key(&mut within("agreement_parties", "agreement_id", "agreements"))
        .foreign_key(&mut within("agreement_parties", "document_id", "documents"))
        .to_owned()
}

fn texts() -> TableCreateStatement {
    owned("agreement_texts")
        .col(uuid("agreement_id"))
        .col(integer("version"))
        .col(text("text"))
        .col(string("sha256"))
        .col(timestamp_with_time_zone("frozen_at"))
        .foreign_key(&mut within("agreement_texts", "agreement_id", "agreements"))
        .to_owned()
}

fn signatures() -> TableCreateStatement {
    owned("agreement_signatures")
        .col(uuid("agreement_id"))
        .col(uuid("party_id"))
        .col(string("step"))
        .col(integer("version"))
        .col(string("sha256"))
        .col(string("capacity"))
        .col(string_null("signer"))
        .col(uuid_null("document_id"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut within("agreement_signatures", "agreement_id", "agreements"))
        .foreign_key(&mut within("agreement_signatures", "party_id", "agreement_parties"))
        .foreign_key(&mut within("agreement_signatures", "document_id", "documents"))
        .to_owned()
}

fn unique(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create().name(name).table(table).unique().to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}
