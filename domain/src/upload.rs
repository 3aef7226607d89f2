//! Files that people send: accepted by their name, their size and their first bytes.

use crate::{
    code::coded,
    invalid::{Fault, FieldErrors},
    text::{self, without_accent},
};

/// Largest file, in MiB.
pub const FILE_MAX_MIB: u32 = 20;
/// Largest file beside a contribution, in MiB.
pub const ATTACHMENT_MAX_MIB: u32 = 5;
/// The kinds of file that are taken beside a contribution.
pub const ATTACHMENT_KINDS: &[FileKind] = &[FileKind::Pdf, FileKind::Png, FileKind::Jpg, FileKind::Odt];

coded! {
    /// A kind of file that is taken; its code is the ending of the name.
    pub enum FileKind {
        Pdf = "pdf",
        /// A signed envelope (CAdES); its signature is not verified.
        P7m = "p7m",
        Odt = "odt",
        Docx = "docx",
        Ods = "ods",
        Xlsx = "xlsx",
        Png = "png",
        Jpg = "jpg",
        Txt = "txt",
        Csv = "csv",
    }
}

impl FileKind {
    /// The kind that the ending of a file's name tells.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (stem, ending) = name.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        let ending = if ending == "jpeg" { "jpg" } else { ending.as_str() };
        if stem.is_empty() { None } else { ending.parse().ok() }
    }

    /// The media type under which files of this kind are served.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::P7m => "application/pkcs7-mime",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Png => "image/png",
            Self::Jpg => "image/jpeg",
            Self::Txt => "text/plain; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    /// Whether a file that begins with `head` can be of this kind.
    #[must_use]
    pub fn begins_like(self, head: &[u8]) -> bool {
        match self {
            Self::Pdf => head.starts_with(b"%PDF-"),
            // DER, or its base64 with or without armour.
            Self::P7m => head.starts_with(&[0x30]) || head.starts_with(b"MI") || head.starts_with(b"-----BEGIN"),
            Self::Docx | Self::Xlsx => head.starts_with(b"PK\x03\x04"),
            Self::Odt | Self::Ods => head.starts_with(b"PK\x03\x04") && names_itself(head, self.media_type()),
            Self::Png => head.starts_with(b"\x89PNG\r\n\x1a\n"),
            Self::Jpg => head.starts_with(&[0xff, 0xd8, 0xff]),
            Self::Txt | Self::Csv => !head.contains(&0),
        }
    }
}

/// Whether the first file of an archive is called `mimetype` and begins with `media_type`, as OpenDocument wants it.
fn names_itself(head: &[u8], media_type: &str) -> bool {
    let first = head.get(30..).and_then(|rest| rest.strip_prefix(b"mimetype"));
    first.is_some_and(|rest| rest.starts_with(media_type.as_bytes()))
}

/// A file that may be stored, under a name without folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUpload {
    pub name: String,
    pub kind: FileKind,
    pub size: u64,
}

impl NewUpload {
    /// Reads the field `file`: its name, its size in bytes and its first bytes.
    ///
    /// # Errors
    /// `Required` when it is empty, `FileSize`, `FileKind` when name or bytes tell another kind, `TooLong` or `Form`
    /// for the name.
    pub fn parse(name: &str, size: u64, head: &[u8]) -> Result<Self, FieldErrors> {
        Self::read(name, size, head, FILE_MAX_MIB * 1024, FileKind::ALL)
            .map_err(|fault| FieldErrors::one("file", fault))
    }

    /// The same for a file beside a contribution: smaller, and of fewer kinds.
    ///
    /// # Errors
    /// As [`NewUpload::parse`].
    pub fn attachment(name: &str, size: u64, head: &[u8]) -> Result<Self, FieldErrors> {
        Self::read(name, size, head, ATTACHMENT_MAX_MIB * 1024, ATTACHMENT_KINDS)
            .map_err(|fault| FieldErrors::one("file", fault))
    }

    /// The same for a file of some kinds alone, whole, of at most `max_kib` KiB.
    ///
    /// # Errors
    /// As [`NewUpload::parse`].
    pub fn of_kinds(name: &str, bytes: &[u8], max_kib: u32, kinds: &[FileKind]) -> Result<Self, FieldErrors> {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Self::read(name, size, bytes, max_kib, kinds).map_err(|fault| FieldErrors::one("file", fault))
    }

    fn read(name: &str, size: u64, head: &[u8], max_kib: u32, kinds: &[FileKind]) -> Result<Self, Fault> {
        // Some browsers send the path.
        let name = text::line(name.rsplit(['/', '\\']).next().unwrap_or_default(), 160)?;
        if size == 0 {
            return Err(Fault::Required);
        }
        if size > u64::from(max_kib) * 1024 {
            return Err(Fault::FileSize { max_kib });
        }
        let taken = |kind: &FileKind| kinds.contains(kind) && kind.begins_like(head);
        let kind = FileKind::of_name(&name).filter(taken).ok_or(Fault::FileKind)?;
        Ok(Self { name, kind, size })
    }
}

/// The name under which a file is handed out: letters, digits, dots and hyphens alone, with the ending of its kind.
#[must_use]
pub fn download_name(original: &str, kind: FileKind) -> String {
    let stem = original.rsplit_once('.').map_or(original, |(stem, _)| stem);
    // What a signed envelope wraps stays in its name: `accordo.pdf.p7m`.
    let mut name = String::with_capacity(stem.len());
    for c in stem.chars().map(plain) {
        if c != '-' || !name.ends_with('-') {
            name.push(c);
        }
    }
    let name = name.trim_matches(['-', '.']);
    let name: String = name.chars().take(80).collect();
    if name.is_empty() { format!("documento.{kind}") } else { format!("{name}.{kind}") }
}

fn plain(c: char) -> char {
    match without_accent(c) {
        c if c.is_ascii_alphanumeric() || c == '.' => c,
        _ => '-',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_handed_out_under_a_plain_name() {
        assert_eq!(download_name("Presa d’atto (finale).PDF", FileKind::Pdf), "Presa-d-atto-finale.pdf");
        assert_eq!(download_name("accordo.pdf.p7m", FileKind::P7m), "accordo.pdf.p7m");
        assert_eq!(download_name("\"\r\n;.pdf", FileKind::Pdf), "documento.pdf");
        assert_eq!(download_name("../../città.txt", FileKind::Txt), "citta.txt");
    }

    fn fault(name: &str, size: u64, head: &[u8]) -> Option<Fault> {
        NewUpload::parse(name, size, head).err().and_then(|errors| errors.of("file").cloned())
    }

    #[test]
    fn a_file_is_what_its_name_and_bytes_say() {
        let read = NewUpload::parse("C:\\atti\\Presa d'atto.PDF", 1_000, b"%PDF-1.7").unwrap();
        assert_eq!((read.name.as_str(), read.kind), ("Presa d'atto.PDF", FileKind::Pdf));
        assert_eq!(FileKind::of_name("accordo.pdf.p7m"), Some(FileKind::P7m));
        assert_eq!(FileKind::of_name("foto.JPEG"), Some(FileKind::Jpg));
        assert_eq!(fault("foto.png", 10, b"%PDF-1.7"), Some(Fault::FileKind));
        assert_eq!(fault("pagina.html", 10, b"<script>"), Some(Fault::FileKind));
        assert_eq!(fault(".pdf", 10, b"%PDF-1.7"), Some(Fault::FileKind));
        assert_eq!(fault("dati.csv", 10, b"a;b\0"), Some(Fault::FileKind));
    }

    #[test]
    fn beside_a_contribution_files_are_smaller_and_of_fewer_kinds() {
        let fault = |name: &str, size: u64, head: &[u8]| {
            NewUpload::attachment(name, size, head).err().and_then(|errors| errors.of("file").cloned())
        };
        let limit = 5 * 1024 * 1024;
        let png = b"\x89PNG\r\n\x1a\n";
        assert_eq!(fault("piazza.png", limit, png), None);
        assert_eq!(fault("piazza.png", limit + 1, png), Some(Fault::FileSize { max_kib: 5 * 1024 }));
        assert_eq!(fault("piazza.jpg", 10, png), Some(Fault::FileKind));
        assert_eq!(fault("dati.csv", 10, b"a;b"), Some(Fault::FileKind));
        let mut archive = b"PK\x03\x04".to_vec();
        archive.resize(30, 0);
        archive.extend(b"mimetypeapplication/vnd.oasis.opendocument.text");
        assert_eq!(fault("testo.odt", 10, &archive), None);
        assert_eq!(fault("testo.odt", 10, &archive[..38]), Some(Fault::FileKind));
    }

    #[test]
    fn a_file_is_neither_empty_nor_too_large() {
        let limit = 20 * 1024 * 1024;
        assert_eq!(fault("a.pdf", limit, b"%PDF-1.7"), None);
        assert_eq!(fault("a.pdf", limit + 1, b"%PDF-1.7"), Some(Fault::FileSize { max_kib: 20 * 1024 }));
        assert_eq!(fault("a.pdf", 0, b""), Some(Fault::Required));
        assert_eq!(fault("", 10, b""), Some(Fault::Required));
        assert_eq!(fault("a\n.pdf", 10, b"%PDF-"), Some(Fault::Form));
    }

    #[test]
    fn every_kind_has_its_media_type() {
        for kind in FileKind::ALL {
            assert!(kind.media_type().contains('/'));
            assert_eq!(FileKind::of_name(&format!("a.{kind}")), Some(*kind));
        }
    }
}
