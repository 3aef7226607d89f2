//! Who registered for the meetings to come.

use super::{Fault, Load, data::MeetingData, noon};
use crate::{
    auth::secret::fresh_check_in_code,
    store::{
        meetings::Meeting,
        people,
        registrations::{self, Registration},
    },
};
use chrono::{DateTime, Utc};
use domain::{
    calendar::Deadline,
    id::RegistrationId,
    registration::{NewRegistration, RegistrationWindow},
};

/// How many may come, and until when they say so; nothing where the file asks nobody.
pub(super) fn window(data: &MeetingData, starts_at: DateTime<Utc>) -> Option<RegistrationWindow> {
    let closes_at = data.registration_until.map_or(starts_at, |day| Deadline(day).instant());
    data.places.map(|places| RegistrationWindow { places, closes_at })
}

/// Writes who registered for the meeting: once the places are taken, they wait.
pub(super) async fn load(load: &Load<'_>, meeting: &Meeting, data: &MeetingData) -> Result<(), Fault> {
    let places = data.places.unwrap_or(0);
    for (position, data) in (1..).zip(&data.registration) {
        let person = people::by_id(&load.tx, &load.scope, load.person(&data.person)?).await?;
        let new = Registration {
            id: RegistrationId::fresh(),
            meeting: meeting.id,
            person: person.id,
            position,
            seat: Some(position).filter(|seat| *seat <= places),
            code: fresh_check_in_code(),
            who: NewRegistration {
                name: person.name,
                kind: data.kind,
                organisation: data.organisation.clone(),
                gender: data.gender,
                needs: data.needs.clone(),
            },
            checked_in_at: None,
            reminded_at: None,
            created_at: noon(data.on),
        };
        registrations::insert(&load.tx, &load.scope, &new).await?;
    }
    Ok(())
}
