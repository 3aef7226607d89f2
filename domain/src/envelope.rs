//! Signed envelopes (*.p7m*, CMS `SignedData`): what they wrap. Their signatures are not checked here.

use crate::{digest::Digest, upload::FileKind};

/// The digest of the text that a signed file wraps; none where it wraps something else than text, or cannot be read.
#[must_use]
pub fn wrapped_text(kind: FileKind, file: &[u8]) -> Option<Digest> {
    let wrapped = if kind == FileKind::P7m { enclosed(file)? } else { return None };
    if FileKind::Pdf.begins_like(&wrapped) {
        return None;
    }
    let text = String::from_utf8(wrapped).ok()?.replace("\r\n", "\n");
    Some(Digest::of(text.trim()))
}

/// The bytes that a DER- or BER-encoded envelope wraps; none where it cannot be read or wraps nothing.
#[must_use]
pub fn enclosed(envelope: &[u8]) -> Option<Vec<u8>> {
    let content_info = Element::read(envelope)?.0;
    let signed_data = content_info.child(1)?.child(0)?;
    let wrapped = signed_data.child(2)?.child(1)?.child(0)?;
    wrapped.octets(0)
}

/// One encoded element: its tag and what it holds.
#[derive(Debug, Clone, Copy)]
struct Element<'a> {
    tag: u8,
    body: &'a [u8],
}

const DEPTH: u32 = 8;
const CONSTRUCTED: u8 = 0x20;
const OCTET_STRING: u8 = 0x04;

impl<'a> Element<'a> {
    /// The first element of `bytes`, and what follows it.
    fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        Self::read_within(bytes, DEPTH)
    }

    fn read_within(bytes: &'a [u8], depth: u32) -> Option<(Self, &'a [u8])> {
        let depth = depth.checked_sub(1)?;
        let (&tag, rest) = bytes.split_first()?;
        let (&length, rest) = rest.split_first()?;
        match length {
            // Of no told length: elements until two zeros.
            0x80 => {
                let mut after = rest;
                while !after.starts_with(&[0, 0]) {
                    after = Self::read_within(after, depth)?.1;
                }
                let body = rest.get(..rest.len() - after.len())?;
                Some((Self { tag, body }, after.get(2..)?))
            }
            0..0x80 => Self::split(tag, rest, usize::from(length)),
            _ => {
                let count = usize::from(length & 0x7f);
                let digits = rest.get(..count).filter(|_| count <= 4)?;
                let length = digits.iter().fold(0, |sum: usize, digit| sum << 8 | usize::from(*digit));
                Self::split(tag, rest.get(count..)?, length)
            }
        }
    }

    fn split(tag: u8, rest: &'a [u8], length: usize) -> Option<(Self, &'a [u8])> {
        Some((Self { tag, body: rest.get(..length)? }, rest.get(length..)?))
    }

    fn child(self, place: usize) -> Option<Self> {
        let mut rest = self.body;
        for _ in 0..place {
            rest = Self::read(rest)?.1;
        }
        Self::read(rest).map(|(element, _)| element)
    }

    /// The bytes of an octet string, whole or in pieces.
    fn octets(self, depth: u32) -> Option<Vec<u8>> {
        if self.tag == OCTET_STRING {
            return Some(self.body.to_vec());
        }
        if self.tag != OCTET_STRING | CONSTRUCTED || depth == DEPTH {
            return None;
        }
        let (mut rest, mut bytes) = (self.body, Vec::new());
        while !rest.is_empty() {
            let (piece, after) = Self::read(rest)?;
            bytes.extend(piece.octets(depth + 1)?);
            rest = after;
        }
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
        let body = parts.concat();
        let length = u16::try_from(body.len()).unwrap().to_be_bytes();
        [&[tag, 0x82, length[0], length[1]], body.as_slice()].concat()
    }

    fn envelope(wrapped: &[u8]) -> Vec<u8> {
        let data = element(0x06, &[b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"]);
        let signed_data = element(0x06, &[b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"]);
        let content = element(0x30, &[&data, &element(0xa0, &[wrapped])]);
        let signed = element(0x30, &[&element(0x02, &[&[1]]), &element(0x31, &[]), &content]);
        element(0x30, &[&signed_data, &element(0xa0, &[&signed])])
    }

    #[test]
    fn what_an_envelope_wraps_is_read() {
        assert_eq!(enclosed(&envelope(&element(0x04, &[b"Testo"]))), Some(b"Testo".to_vec()));
        let pieces = element(0x24, &[&element(0x04, &[b"Te"]), &element(0x04, &[b"sto"])]);
        assert_eq!(enclosed(&envelope(&pieces)), Some(b"Testo".to_vec()));
        let endless = [b"\x24\x80".as_slice(), &element(0x04, &[b"Testo"]), b"\0\0"].concat();
        assert_eq!(enclosed(&envelope(&endless)), Some(b"Testo".to_vec()));
    }

    #[test]
    fn the_text_of_an_envelope_has_its_digest() {
        let wrapping = |bytes: &[u8]| wrapped_text(FileKind::P7m, &envelope(&element(0x04, &[bytes])));
        assert_eq!(wrapping(b"uno\r\ndue\r\n"), Some(Digest::of("uno\ndue")));
        assert_eq!(wrapping(b"%PDF-1.7"), None);
        assert_eq!(wrapping(&[0xff, 0xfe]), None);
        assert_eq!(wrapped_text(FileKind::Pdf, b"%PDF-1.7"), None);
    }

    #[test]
    fn what_is_no_envelope_reads_as_nothing() {
        for bytes in [b"".as_slice(), b"%PDF-1.7", b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", &[0x30; 40], &[0x80; 99]] {
            assert_eq!(enclosed(bytes), None);
        }
        let whole = envelope(&element(0x04, &[b"Testo"]));
        for end in 0..whole.len() {
            assert_eq!(enclosed(&whole[..end]), None, "cut at {end}");
        }
    }
}
