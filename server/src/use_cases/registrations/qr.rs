//! A code as a picture that a telephone reads.

use app::contract::registrations::QrCode;
use qrcodegen::{QrCode as Fields, QrCodeEcc};
use std::fmt::Write;

/// Light fields around the code, which readers need.
const QUIET: i32 = 4;

/// The picture of an address of ours, which always fits.
pub(super) fn picture(address: &str) -> QrCode {
    let Ok(fields) = Fields::encode_text(address, QrCodeEcc::Medium) else {
        return QrCode { side: 0, dark: String::new() };
    };
    let size = fields.size();
    let mut dark = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| fields.get_module(*x, y)) {
            write!(dark, "M{} {}h1v1h-1z", x + QUIET, y + QUIET).expect("a string takes every text");
        }
    }
    QrCode { side: u32::try_from(size + 2 * QUIET).unwrap_or_default(), dark }
}
