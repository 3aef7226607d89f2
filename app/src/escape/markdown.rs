//! Markdown, made harmless (server only).

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream, html};

/// Markdown as harmless HTML: no scripts, no styles, no images; links are not followed by robots. Its headings stand
/// below those of the page, which has its title and its sections.
#[must_use]
pub fn markdown(source: &str) -> String {
    let mut raw = String::with_capacity(source.len() * 3 / 2);
    let events = TextMergeStream::new(Parser::new_ext(source, Options::ENABLE_STRIKETHROUGH));
    html::push_html(&mut raw, linked(events).map(lowered));
    ammonia::Builder::default()
        .rm_tags(["img", "h1", "h2"])
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("nofollow ugc noopener noreferrer"))
        .clean(&raw)
        .to_string()
}

/// The events with plain web addresses made into links, where none is already and outside code.
fn linked<'a>(events: impl Iterator<Item = Event<'a>>) -> impl Iterator<Item = Event<'a>> {
    let mut within = 0_u32;
    events.flat_map(move |event| {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::CodeBlock(_)) => within += 1,
            Event::End(TagEnd::Link | TagEnd::CodeBlock) => within = within.saturating_sub(1),
            _ => {}
        }
        match event {
            Event::Text(text) if within == 0 => addresses(&text),
            event => vec![event],
        }
    })
}

/// A text cut before and after each web address, which becomes a link; marks that end a sentence stay outside.
fn addresses<'a>(text: &str) -> Vec<Event<'a>> {
    let plain = |text: &str| Event::Text(CowStr::from(text.to_owned()));
    let mut events = Vec::new();
    let mut rest = text;
    while let Some(start) = ["https://", "http://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, from) = rest.split_at(start);
        let end = from.find(|sign: char| sign.is_whitespace() || "<>\"«»".contains(sign)).unwrap_or(from.len());
        let address = from[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '’', '\'']);
        let link = Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: address.to_owned().into(),
            title: "".into(),
            id: "".into(),
        };
        events.extend([plain(before), Event::Start(link), plain(address), Event::End(TagEnd::Link)]);
        rest = &from[address.len()..];
    }
    events.push(plain(rest));
    events
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
    // What a script or a style sheet says is no text: the page leaves it out as well.
    let mut unread = false;
    for event in Parser::new(source) {
        match event {
            Event::InlineHtml(tag) => {
                let tag = tag.to_ascii_lowercase();
                let is = |name: &str| tag.trim_start_matches(['<', '/']).starts_with(name);
                if is("script") || is("style") {
                    unread = !tag.starts_with("</");
                }
            }
            _ if unread => {}
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::End(end) if within_words(&end) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push(' '),
            _ => {}
        }
        if text.len() > limit && text.chars().count() > limit {
            return shortened(&text, limit);
        }
    }
    text.trim().to_owned()
}

/// The first `limit` characters of plain text, cut between words where it goes on.
#[must_use]
pub fn shortened(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let cut = &text[..end];
    format!("{}…", cut.rsplit_once(' ').map_or(cut, |(head, _)| head).trim_end())
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
    fn a_plain_address_is_a_link() {
        let page = markdown("Vedi (https://esempio.it/a_b_c?x=1&y=2), grazie. `https://no.it` [qui](https://si.it)");
        assert!(page.contains("<a href=\"https://esempio.it/a_b_c?x=1&amp;y=2\" rel=\"nofollow"), "{page}");
        assert!(page.contains("</a>), grazie."), "{page}");
        assert_eq!(page.matches("<a ").count(), 2, "{page}");
    }

    #[test]
    fn an_excerpt_ends_at_a_word() {
        assert_eq!(excerpt("# Titolo\n\nUna *frase* breve.", 80), "Titolo Una frase breve.");
        assert_eq!(excerpt("parola parola parola", 10), "parola…");
    }

    #[test]
    fn an_excerpt_says_what_the_page_says() {
        assert_eq!(excerpt("Prima <b>forte</b> <script>alert(1)</script>e dopo", 80), "Prima forte e dopo");
        assert_eq!(excerpt("</textarea><script>alert(1)</script>", 80), "");
        assert_eq!(excerpt("<style>p { color: red }</style>\n\nTesto", 80), "Testo");
    }
}
