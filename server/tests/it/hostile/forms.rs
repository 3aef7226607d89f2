//! The forms of all pages, sent with hostile words until these are taken or refused beside their field.

use crate::{
    app::{Answer, Visitor},
    crawl::{self, PageForm},
};
use std::collections::BTreeMap;

/// Words that would break out of text, attribute, title, link or direction if they were not escaped.
pub(super) const WORDS: [&str; 6] = [
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(2)</script>",
    "\u{202e}javascript:alert(3)",
    "javascript:alert(4)",
    "[x](javascript:alert(5)) <javascript:alert(6)> ![y](JavaScript:alert(7))",
    "\"><img src=x onerror=alert(8)>",
];

/// How often a field that takes no words is tried with something else.
const TRIES: usize = 4;

/// How the addresses end of what takes a thing away, or moves it on: tried once all others were.
const ENDINGS: [&str; 7] = ["/remove", "/cancel", "/delete", "/step", "/move", "/withdraw", "/leave"];

/// Whether the form may take away what others stand on.
pub(super) fn ends(known: &Known) -> bool {
    ENDINGS.iter().any(|end| known.address.ends_with(end))
}

/// What would end the crawl's own session.
const LEFT_OUT: [&str; 2] = ["/api/people/sign-out", "/api/space/erase"];

fn is_free_text(kind: &str) -> bool {
    matches!(kind, "text" | "textarea" | "search")
}

pub(super) fn is_link(field: &crawl::Field) -> bool {
    field.kind == "url"
}

/// The form with `words` in every field that can be typed.
fn spoiled(form: &PageForm, words: &str) -> PageForm {
    let mut form = form.clone();
    let typed = form.fields.iter_mut().filter(|field| !matches!(&*field.kind, "hidden" | "file"));
    typed.for_each(|field| field.value = words.to_owned());
    form
}

/// What a field that takes no words is tried with, one after the other; the first is what stood in it.
fn candidates(name: &str, own: &str) -> Vec<String> {
    let unique = || uuid::Uuid::now_v7().simple().to_string();
    let name = name.rsplit('-').next().unwrap_or(name);
    let like = match name {
        "year" => "2022".to_owned(),
        "dated" | "date" | "on" => "2022-10-04".to_owned(),
        "until" => "2022-12-01".to_owned(),
        "slug" => format!("ostile-{}", &unique()[20..]),
        "custom_domain" => format!("ostile-{}.example.org", unique()),
        "issuer" => format!("https://ostile-{}.example.org/", unique()),
        "comment_days" => "7".to_owned(),
        _ => "Parole chiare".to_owned(),
    };
    vec![own.to_owned(), like, "1".to_owned(), String::new()]
}

/// Fields that refused the words, each with how often it refused something.
pub(super) type Spared = BTreeMap<String, usize>;

/// The form with `words` in its free text, but where `spared` names a field, and plausible values elsewhere.
pub(super) fn filled(form: &PageForm, words: &str, spared: &Spared) -> PageForm {
    let mut form = form.clone();
    for field in &mut form.fields {
        field.value = match field.kind.as_str() {
            _ if spared.contains_key(&field.name) => {
                let tried = spared[&field.name] - 1;
                candidates(&field.name, &field.value).into_iter().nth(tried).unwrap_or_default()
            }
            kind if is_free_text(kind) => words.to_owned(),
            "email" => format!("ostile-{}@example.org", uuid::Uuid::now_v7().simple()),
            "url" => "https://example.org/".into(),
            "date" => "2022-10-06".into(),
            "time" => "17:30".into(),
            "number" => "1".into(),
            _ => continue,
        };
    }
    form
}

/// A form, and the pages on which it stood.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) address: String,
    pub(super) form: PageForm,
    pages: Vec<String>,
}

impl Known {
    /// The form as its first page that still has it shows it now.
    async fn now(&self, who: &Visitor<'_>) -> Option<PageForm> {
        for path in &self.pages {
            let page = crawl::fetch(who, path, "it").await;
            let found = crawl::forms(&page.body).into_iter().find(|form| address(form) == self.address && speaks(form));
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

fn address(form: &PageForm) -> &str {
    form.action.split('?').next().unwrap_or_default()
}

fn speaks(form: &PageForm) -> bool {
    form.fields.iter().any(|field| is_free_text(&field.kind) || matches!(&*field.kind, "email" | "url"))
}

/// The names of the free texts of a form.
pub(super) fn texts(form: &PageForm) -> Vec<String> {
    form.fields.iter().filter(|field| is_free_text(&field.kind)).map(|field| field.name.clone()).collect()
}

/// One form of each address, from every page.
pub(super) fn each_form(pages: &[(String, Answer)]) -> Vec<Known> {
    let mut found: BTreeMap<String, Known> = BTreeMap::new();
    for (path, page) in pages {
        for form in crawl::forms(&page.body).into_iter().filter(speaks) {
            let address = address(&form).to_owned();
            if !LEFT_OUT.contains(&address.as_str()) {
                let known = || Known { address: address.clone(), form, pages: Vec::new() };
                found.entry(address.clone()).or_insert_with(known).pages.push(path.clone());
            }
        }
    }
    found.into_values().collect()
}

/// Sends each form with each of the words, each time as its page shows it then; tells what did not arrive, and why.
pub(super) async fn spoil(who: &Visitor<'_>, forms: &[Known]) -> Vec<(String, usize)> {
    let mut missed = Vec::new();
    for known in forms {
        for (number, words) in (1..).zip(WORDS) {
            if let Some(form) = known.now(who).await {
                send(who, &spoiled(&form, words)).await;
            }
            if let Err(why) = put(who, known, words).await {
                missed.push((format!("{}: {why}", known.address), number));
            }
        }
    }
    missed
}

/// Puts `words` into every free text of the form until it is taken; a field that refuses them has met them and is
/// spared from then on. Fails with the reason where some field met them neither way.
async fn put(who: &Visitor<'_>, known: &Known, words: &str) -> Result<(), String> {
    let mut spared = Spared::new();
    loop {
        let form = known.now(who).await.ok_or("the form is there no more")?;
        let typed = filled(&form, words, &spared);
        let answer = send(who, &typed).await;
        let (named, faults) = (refused(&typed, words, &answer), faults(&answer));
        let left = typed.fields.iter().any(|field| is_free_text(&field.kind) && !spared.contains_key(&field.name));
        if answer.status == 303 || !left {
            return Ok(());
        }
        // What was spared and is still refused is tried with something else, as long as there is something.
        let again = typed.fields.iter().filter(|field| {
            let tried = spared.get(&field.name).copied();
            let odd = tried.is_some() || matches!(&*field.kind, "date" | "number");
            odd && tried.unwrap_or_default() < TRIES && has_fault(&faults, &field.name)
        });
        let again: Vec<_> = again.map(|field| field.name.clone()).collect();
        if answer.status != 422 || (named.is_empty() && again.is_empty()) {
            return Err(format!("{} {}", answer.status.as_u16(), faults.join(" ")));
        }
        for name in named.into_iter().chain(again) {
            *spared.entry(name).or_default() += 1;
        }
    }
}

async fn send(who: &Visitor<'_>, form: &PageForm) -> Answer {
    let answer = crawl::send(who, form).await;
    assert!(answer.status.as_u16() < 500, "{}: {}", form.action, answer.status);
    let runs = ["<script>alert", "<img src=x"].iter().any(|mark| answer.body.contains(mark));
    assert!(!runs, "{} shows what runs", form.action);
    answer
}

/// The text with `:id` for each identifier in it: these are new in each run.
pub(super) fn without_ids(text: &str) -> String {
    let mut text = text.to_owned();
    let is_id = |part: &str| uuid::Uuid::parse_str(part).is_ok();
    while let Some(at) = (0..text.len()).find(|at| text.get(*at..at + 36).is_some_and(is_id)) {
        text.replace_range(at..at + 36, ":id");
    }
    text
}

/// The fields with a fault beside them, as their pages call them.
pub(super) fn faults(answer: &Answer) -> Vec<String> {
    let marks = answer.body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    marks.filter_map(|id| id.strip_suffix("-errore")).map(str::to_owned).collect()
}

fn has_fault(faults: &[String], name: &str) -> bool {
    faults.iter().any(|id| id == name || id.ends_with(&format!("-{name}")))
}

/// The free texts that refused the words.
pub(super) fn refused(typed: &PageForm, words: &str, answer: &Answer) -> Vec<String> {
    let faults = faults(answer);
    let fields = typed.fields.iter().filter(|field| is_free_text(&field.kind) && field.value == words);
    fields.map(|field| field.name.clone()).filter(|name| has_fault(&faults, name)).collect()
}
