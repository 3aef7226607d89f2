//! People with their roles, and the supporters whom the files only count.

use super::{Fault, Load, TenantRegion};
use crate::store::{
    grants,
    people::{self, Grant, Person},
};
use domain::{id::PersonId, role::Role};

/// Writes the people of a tenant; roles of one process are granted in the tenant's process.
pub(super) async fn load(load: &mut Load<'_>, own: &TenantRegion) -> Result<(), Fault> {
    let since = load.scope.place().created_at;
    for data in &own.people {
        let id = PersonId::fresh();
        let (email, name) = (data.email.clone(), data.name.clone());
        let person = Person { id, email, name, language: "it".into(), created_at: since, age_reached: Some(18) };
        people::insert(&load.tx, &load.scope, &person).await?;
        for &role in data.roles.iter().filter(|role| **role != Role::Citizen) {
            let process = load.process.filter(|_| role.per_process());
            grants::add(&load.tx, &load.scope, id, Grant { role, process }, since).await?;
        }
        load.people.insert(data.key.clone(), id);
    }
    Ok(())
}
