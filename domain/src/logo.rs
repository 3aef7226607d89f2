//! A tenant's logo: a small picture beside its name on every page.

use crate::{
    digest::Digest,
    invalid::FieldErrors,
    upload::{FileKind, NewUpload},
};
use serde::Serialize;
use std::{fmt, str::FromStr};

/// Largest logo, in KiB: it travels with the first visit to any page.
pub const LOGO_MAX_KIB: u32 = 100;
/// The kinds of picture that are taken; SVG is not, since it may carry scripts.
pub const LOGO_KINDS: &[FileKind] = &[FileKind::Png, FileKind::Jpg];

/// A kept picture; written as `<sha256>.<ending>`, which is its name on the web.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Logo {
    pub sha256: Digest,
    pub kind: FileKind,
}

impl Logo {
    /// Reads the field `file`: the picture's name and bytes.
    ///
    /// # Errors
    /// `Required` when it is empty, `FileSize`, `FileKind` when name or bytes tell another kind.
    pub fn parse(name: &str, bytes: &[u8]) -> Result<Self, FieldErrors> {
        let taken = NewUpload::of_kinds(name, bytes, LOGO_MAX_KIB, LOGO_KINDS)?;
        Ok(Self { sha256: Digest::of(bytes), kind: taken.kind })
    }
}

impl fmt::Display for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.sha256, self.kind)
    }
}

/// The text is not the name of a logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a logo")]
pub struct NotALogo;

impl FromStr for Logo {
    type Err = NotALogo;
    fn from_str(text: &str) -> Result<Self, NotALogo> {
        let (sha256, ending) = text.split_once('.').ok_or(NotALogo)?;
        let kind = ending.parse().ok().filter(|kind| LOGO_KINDS.contains(kind)).ok_or(NotALogo)?;
        Ok(Self { sha256: sha256.parse().map_err(|_| NotALogo)?, kind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invalid::Fault;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n rest";

    #[test]
    fn a_logo_is_named_by_its_content() {
        let logo = Logo::parse("stemma.png", PNG).unwrap();
        assert_eq!(logo.to_string(), format!("{}.png", Digest::of(PNG)));
        assert_eq!(logo.to_string().parse(), Ok(logo));
    }

    #[test]
    fn only_small_pictures_are_taken() {
        let fault =
            |name: &str, bytes: &[u8]| Logo::parse(name, bytes).err().and_then(|errors| errors.of("file").cloned());
        assert_eq!(fault("stemma.svg", b"<svg onload='x'/>"), Some(Fault::FileKind));
        assert_eq!(fault("stemma.pdf", b"%PDF-1.7"), Some(Fault::FileKind));
        assert_eq!(fault("stemma.jpg", PNG), Some(Fault::FileKind));
        assert_eq!(fault("stemma.png", b""), Some(Fault::Required));
        let large = [PNG, &[0; 100 * 1024]].concat();
        assert_eq!(fault("stemma.png", &large), Some(Fault::FileSize { max_kib: 100 }));
    }

    #[test]
    fn what_is_no_name_of_a_logo_is_refused() {
        let hash = Digest::of(PNG);
        for text in ["", "logo.png", &hash.to_string(), &format!("{hash}.svg"), &format!("{hash}.pdf")] {
            assert_eq!(text.parse::<Logo>(), Err(NotALogo), "{text}");
        }
    }
}
