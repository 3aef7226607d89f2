//! Fills an empty database with the demo region.

use crate::{
    config::Config,
    demo::{self, Region},
    store::{settings, tenants},
};
use app::{components::words::role_words, i18n::Locale};
use chrono::{DateTime, Utc};

/// Refuses a configuration that is not for showing the program.
fn in_demo_mode(config: &Config) -> Result<(), String> {
    if config.demo { Ok(()) } else { Err("the demo is for demo mode alone: set TAVOLO_DEMO=true".into()) }
}

/// Makes the story's clock show `instant` now.
pub(super) async fn move_clock(config: Config, instant: DateTime<Utc>) -> Result<(), String> {
    in_demo_mode(&config)?;
    let app = super::open(config).await?;
    let offset = (instant - Utc::now()).num_seconds();
    settings::keep_clock_offset(&app.db, offset).await.map_err(|error| error.to_string())?;
    println!("The story's clock stands at {instant}. A running server reads it at its next start.");
    Ok(())
}

/// Tells who is in the region and where, if this database holds it.
pub(super) async fn tell(config: Config) -> Result<(), String> {
    in_demo_mode(&config)?;
    let app = super::open(config).await?;
    let region = Region::read(false).map_err(|fault| fault.to_string())?;
    let present = tenants::all(&app.db).await.map_err(|error| error.to_string())?;
    let is_there = |slug: &str| slug.is_empty() || present.iter().any(|tenant| tenant.slug == slug);
    if !region.tenants.iter().all(|own| is_there(&own.tenant.slug)) {
        return Err("this database does not hold the demo region: make it in an empty one with tavolo demo".into());
    }
    println!("{}", guide(&app.config, &region));
    Ok(())
}

pub(super) async fn demo(config: Config) -> Result<(), String> {
    in_demo_mode(&config)?;
    super::migrate(&config).await?;
    let app = super::open(config).await?;
    let present = tenants::all(&app.db).await.map_err(|error| error.to_string())?;
    if !present.is_empty() {
        return Err(format!(
            "the database holds {} tenants already and is left as it is: to begin again, point TAVOLO_DATABASE_URL at \
             an empty one",
            present.len()
        ));
    }
    let region = demo::load(&app).await.map_err(|fault| fault.to_string())?;
    println!("{}", guide(&app.config, &region));
    Ok(())
}

/// Addresses and people, for whoever looks around.
fn guide(config: &Config, region: &Region) -> String {
    let mut lines = vec!["The demo region is ready; its clock stands at 5 October 2022.".to_owned()];
    for own in &region.tenants {
        let host = match own.tenant.slug.as_str() {
            "" => config.base_host.clone(),
            slug => format!("{slug}.{}", config.base_host),
        };
        lines.push(format!("\n{}\n  {}", own.tenant.name, config.origin(&host)));
        for person in &own.people {
            let roles: Vec<_> = person.roles.iter().map(|role| role_words(Locale::en, *role)).collect();
            lines.push(format!("  {:<22} {:<44} {}", person.name, person.email, roles.join(", ")));
        }
    }
    lines.push(
        "\nTo sign in: open an address, choose \"Accedi\", press a person's name. Mail is kept under /dev/mail.\n\
         Next: tavolo serve"
            .to_owned(),
    );
    lines.join("\n")
}
