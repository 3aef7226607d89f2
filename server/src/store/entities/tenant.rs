use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tenants")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub state: String,
    pub name: String,
    pub slug: String,
    pub custom_domain: Option<String>,
    pub description: String,
    pub accent: String,
    pub logo: Option<String>,
    pub istat_code: Option<String>,
    pub ipa_code: Option<String>,
    pub parent_id: Option<Uuid>,
    pub pack: String,
    pub template: String,
    pub patron_day: String,
    pub has_agenda: bool,
    pub created_at: DateTimeUtc,
    pub needs: Option<String>,
    pub holds_first: bool,
}

impl ActiveModelBehavior for ActiveModel {}
