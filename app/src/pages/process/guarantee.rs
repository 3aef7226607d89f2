//! How a process is guaranteed: rules, agreement, organs, guarantor, records.

use crate::{
    components::{Facts, process_words},
    contract::process::{AgreementInShort, Guarantee},
    format::number,
    i18n::*,
    visit::locale,
};
use domain::pack::{GuarantorKind, RulePack};
use leptos::prelude::*;

/// The side box of a process; it shows no guarantor where the pack knows none.
#[component]
pub(crate) fn GuaranteeBox(pack: &'static RulePack, guarantee: Guarantee) -> impl IntoView {
    let l = locale();
    let guarantor = match pack.guarantor {
        GuarantorKind::Single => td_string!(l, process.guarantor_single).to_string(),
        GuarantorKind::Collegial => td_string!(l, process.guarantor_collegial).to_string(),
        GuarantorKind::None => String::new(),
    };
    // Whether it binds comes first: many may have signed, and not those without whom it is not valid.
    let agreement = guarantee.agreement.map(|AgreementInShort { valid, signed, parties }| match valid {
        true => td_string!(l, process.guarantee_valid, signed = signed, parties = parties).to_string(),
        false => td_string!(l, process.guarantee_not_valid, signed = signed, parties = parties).to_string(),
    });
    let organisations = match guarantee.organisations {
        0 => String::new(),
        count => number(l, count),
    };
    let rows = vec![
        (td_string!(l, process.guarantee_rules).to_string(), process_words::text(l, &pack.legal_basis)),
        (td_string!(l, process.guarantee_agreement).to_string(), agreement.unwrap_or_default()),
        (td_string!(l, process.guarantee_organisations).to_string(), organisations),
        (td_string!(l, process.guarantee_guarantor).to_string(), guarantor),
    ];
    view! {
        <section class="side-box" aria-labelledby="garanzie">
            <h2 id="garanzie" class="h5">{td_string!(l, process.guarantee)}</h2>
            <Facts rows/>
            // No links: the box stands beside what is read after it, and the keyboard would go back and forth.
            <p>{td_string!(l, process.guarantee_proof).to_string()}</p>
        </section>
    }
}
