//! The wall between tenants: keys that start with the tenant, and row security on PostgreSQL.

use sea_orm_migration::{prelude::*, schema::uuid, sea_orm::DbBackend};

/// The role whose members run the application: it owns nothing and cannot pass the wall.
const APPLICATION: &str = "tavolo_app";

/// What the application may do with a table's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rights {
    /// Read, insert, change, delete.
    Full,
    /// Read and insert: what was written stays.
    AppendOnly,
}

/// A table of a tenant: `tenant_id` and `id` as its key, and a reference to the tenant.
pub(crate) fn owned(name: &'static str) -> TableCreateStatement {
    let mut table = keyed_by(name, &["id"]);
    table.col(uuid("id"));
    table
}

/// A table of a tenant whose key is `tenant_id` and then `columns`, which the caller adds.
pub(crate) fn keyed_by(name: &'static str, columns: &[&'static str]) -> TableCreateStatement {
    let mut key = Index::create().col("tenant_id").to_owned();
    for column in columns {
        key.col(*column);
    }
    let mut table = Table::create().table(name).col(uuid("tenant_id")).to_owned();
    table.primary_key(&mut key).foreign_key(ForeignKey::create().from(name, "tenant_id").to("tenants", "id"));
    table
}

/// A reference within the tenant: `column` names a row of `target` that belongs to the same tenant.
pub(crate) fn within(name: &'static str, column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(name, ("tenant_id", column)).to(target, ("tenant_id", "id")).to_owned()
}

/// Creates the table and, on PostgreSQL, closes it: row security on and forced, rights to the application.
pub(crate) async fn raise(
    manager: &SchemaManager<'_>,
    table: TableCreateStatement,
    rights: Rights,
) -> Result<(), DbErr> {
    let name = match table.get_table_name() {
        Some(TableRef::Table(name, _)) => name.1.to_string(),
        _ => return Err(DbErr::Custom("a table of a tenant has a plain name".into())),
    };
    manager.create_table(table).await?;
    if manager.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let granted = match rights {
        Rights::Full => "SELECT, INSERT, UPDATE, DELETE",
        Rights::AppendOnly => "SELECT, INSERT",
    };
    let mine = "tenant_id = NULLIF(current_setting('tavolo.tenant', true), '')::uuid";
    manager
        .get_connection()
        .execute_unprepared(&format!(
            "ALTER TABLE {name} ENABLE ROW LEVEL SECURITY;
             ALTER TABLE {name} FORCE ROW LEVEL SECURITY;
             CREATE POLICY own_tenant ON {name} USING ({mine}) WITH CHECK ({mine});
             GRANT {granted} ON {name} TO {APPLICATION};"
        ))
        .await?;
    Ok(())
}

/// Lets the platform's own pages read the table over all tenants; they never write it.
pub(crate) async fn readable_by_platform(manager: &SchemaManager<'_>, name: &str) -> Result<(), DbErr> {
    on_postgres(
        manager,
        &format!(
            "CREATE POLICY platform_reads ON {name} FOR SELECT USING (current_setting('tavolo.platform', true) = 'on');"
        ),
    )
    .await
}

/// The same, for the rows alone that fulfil `condition`.
pub(crate) async fn platform_reads_where(
    manager: &SchemaManager<'_>,
    name: &str,
    condition: &str,
) -> Result<(), DbErr> {
    let on = "current_setting('tavolo.platform', true) = 'on'";
    on_postgres(manager, &format!("CREATE POLICY platform_reads ON {name} FOR SELECT USING ({on} AND {condition});"))
        .await
}

/// Lets the owner, who stands behind the wall too, see the rows of all tenants until [`restore`].
pub(crate) async fn lower(manager: &SchemaManager<'_>, tables: &[&str]) -> Result<(), DbErr> {
    force(manager, tables, "NO FORCE").await
}

/// Puts the owner back behind the wall.
pub(crate) async fn restore(manager: &SchemaManager<'_>, tables: &[&str]) -> Result<(), DbErr> {
    force(manager, tables, "FORCE").await
}

async fn force(manager: &SchemaManager<'_>, tables: &[&str], how: &str) -> Result<(), DbErr> {
    for table in tables {
        on_postgres(manager, &format!("ALTER TABLE {table} {how} ROW LEVEL SECURITY;")).await?;
    }
    Ok(())
}

/// Makes the application's role where it is missing.
pub(crate) async fn ensure_application_role(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    on_postgres(
        manager,
        &format!(
            "DO $$ BEGIN
               IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APPLICATION}') THEN
                 CREATE ROLE {APPLICATION} NOLOGIN;
               END IF;
             END $$;"
        ),
    )
    .await
}

/// Gives the application rights on a table that belongs to no tenant.
pub(crate) async fn grant(manager: &SchemaManager<'_>, name: &str, rights: &str) -> Result<(), DbErr> {
    on_postgres(manager, &format!("GRANT {rights} ON {name} TO {APPLICATION};")).await
}

/// Runs `sql` where row security exists.
pub(crate) async fn on_postgres(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Postgres {
        manager.get_connection().execute_unprepared(sql).await?;
    }
    Ok(())
}
