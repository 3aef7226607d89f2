//! People's words made safe to show (server only).

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Markdown as harmless HTML: no scripts, no styles, no images; links are not followed by robots. Its headings stand
/// below those of the page, which has its title and its sections.
#[must_use]
pub fn markdown(source: &str) -> String {
    let mut raw = String::with_capacity(source.len() * 3 / 2);
    html::push_html(&mut raw, Parser::new_ext(source, Options::ENABLE_STRIKETHROUGH).map(lowered));
    ammonia::Builder::default()
        .rm_tags(["img", "h1", "h2"])
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("nofollow ugc noopener noreferrer"))
        .clean(&raw)
        .to_string()
}

/// A heading two levels further down; everything else as it is.
fn lowered(event: Event<'_>) -> Event<'_> {
    let below = |level: HeadingLevel| match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    };
    match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: below(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        event => event,
    }
}

/// The first `limit` characters of Markdown as plain text, on one line.
#[must_use]
pub fn excerpt(source: &str, limit: usize) -> String {
    let within_words =
        |end: &TagEnd| matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link);
    let mut text = String::new();
    for event in Parser::new(source) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::End(end) if within_words(&end) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push(' '),
            _ => {}
        }
        if text.chars().count() > limit {
            let cut: String = text.chars().take(limit).collect();
            return format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head).trim_end());
        }
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_markdown_is_disarmed() {
        for (source, never) in [
            ("</textarea><script>alert(1)</script>", "<script"),
            ("[x](javascript:alert(1))", "javascript:"),
            ("<img src=x onerror=alert(1)>", "onerror"),
            ("<a href=\"data:text/html,x\">x</a>", "data:"),
        ] {
            assert!(!markdown(source).contains(never), "{source}");
        }
        assert!(markdown("# Titolo").contains("<h3>Titolo</h3>"));
        assert!(!markdown("<h1>Titolo</h1>").contains("<h1"));
        assert!(markdown("**forte**").contains("<strong>forte</strong>"));
    }

    #[test]
    fn an_excerpt_ends_at_a_word() {
        assert_eq!(excerpt("# Titolo\n\nUna *frase* breve.", 80), "Titolo Una frase breve.");
        assert_eq!(excerpt("parola parola parola", 10), "parola…");
    }
}
