//! Documents: the version that two people must not both change, and the annotations of protocolled ones.

use crate::wall::{Rights, owned, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let version = Table::alter().table("documents").add_column(integer("version").default(1)).to_owned();
        manager.alter_table(version).await?;
        let public = Index::create()
            .name("documents_public")
            .table("documents")
            .col("tenant_id")
            .col("visibility")
            .col("dated")
            .col("id")
            .to_owned();
        manager.create_index(public).await?;
        raise(manager, annotations(), Rights::AppendOnly).await?;
        let of_document = Index::create()
            .name("document_annotations_document")
            .table("document_annotations")
            .col("tenant_id")
            .col("document_id")
            .col("id")
            .to_owned();
        manager.create_index(of_document).await
    }
}

fn annotations() -> TableCreateStatement {
    owned("document_annotations")
        .col(uuid("document_id"))
        .col(string("kind"))
        .col(text("reason"))
        .col(string("role"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut within("document_annotations", "document_id", "documents"))
        .to_owned()
}
