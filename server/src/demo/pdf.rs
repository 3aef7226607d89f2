//! A PDF of one page with a few lines of text, written by hand: enough for any reader to open.

const WIDTH: usize = 84;

/// One A4 page with a heading and lines.
pub(super) fn page(title: &str, lines: &[String]) -> Vec<u8> {
    let mut text = b"BT /F1 16 Tf 56 780 Td 20 TL ".to_vec();
    for line in wrapped(title, 54) {
        show(&mut text, &line);
    }
    text.extend_from_slice(b"/F1 11 Tf 16 TL T* ");
    for line in lines.iter().flat_map(|line| wrapped(line, WIDTH)) {
        show(&mut text, &line);
    }
    text.extend_from_slice(b"ET");

    let mut stream = format!("<< /Length {} >>\nstream\n", text.len()).into_bytes();
    stream.extend_from_slice(&text);
    stream.extend_from_slice(b"\nendstream");
    let font: &[u8] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    let sheet: &[u8] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
        /Resources << /Font << /F1 5 0 R >> >> >>";
    let catalogue: &[u8] = b"<< /Type /Catalog /Pages 2 0 R /Lang (it-IT) >>";
    assemble(&[catalogue, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", sheet, &stream, font])
}

/// Numbers the objects and adds the table of where they stand.
fn assemble(objects: &[&[u8]]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(file.len());
        file.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let (count, start) = (objects.len() + 1, file.len());
    file.extend_from_slice(format!("xref\n0 {count}\n0000000000 65535 f \n").as_bytes());
    for place in places {
        file.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let end = format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    file.extend_from_slice(end.as_bytes());
    file
}

fn show(into: &mut Vec<u8>, line: &str) {
    into.push(b'(');
    for c in line.chars() {
        match (c, u8::try_from(u32::from(c))) {
            ('(' | ')' | '\\', Ok(byte)) => into.extend_from_slice(&[b'\\', byte]),
            ('’' | '‘', _) => into.push(b'\''),
            (_, Ok(byte)) => into.push(byte),
            _ => into.push(b'?'),
        }
    }
    into.extend_from_slice(b") Tj T* ");
}

fn wrapped(line: &str, width: usize) -> Vec<String> {
    let mut rows = vec![String::new()];
    for word in line.split_whitespace() {
        let row = rows.last_mut().expect("there is always a row");
        if !row.is_empty() && row.chars().count() + word.chars().count() >= width {
            rows.push(word.to_owned());
        } else {
            if !row.is_empty() {
                row.push(' ');
            }
            row.push_str(word);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn the_table_of_objects_points_at_them() {
        let file = page("Titolo (prova)", &["È una riga".to_owned()]);
        let text: String = file.iter().map(|byte| char::from(*byte)).collect();
        let table: usize = text.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse().unwrap();
        assert!(text[text.char_indices().nth(table).unwrap().0..].starts_with("xref\n0 6"));
        assert!(text.contains("(Titolo \\(prova\\)) Tj"));
    }
}
