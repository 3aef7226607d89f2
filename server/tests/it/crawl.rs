//! Follows the links of pages and reads their forms, as a browser without scripts would.

use crate::app::{Answer, Visitor};
use axum::{body::Body, http::header};
use std::collections::{HashMap, HashSet, VecDeque};

/// Pages of one shape (`/proposte/:id`) that are looked at.
const OF_ONE_SHAPE: usize = 2;

/// A form of a page, with the fields as they stand.
#[derive(Debug, Clone)]
pub struct PageForm {
    pub action: String,
    pub files: bool,
    pub fields: Vec<Field>,
}

/// One control of a form.
#[derive(Debug, Clone)]
pub struct Field {
    pub name: String,
    /// `hidden`, `text`, `textarea`, `select`, `date` and so on.
    pub kind: String,
    pub value: String,
}

/// Asks for `path` in Italian or English.
pub async fn fetch(who: &Visitor<'_>, path: &str, language: &str) -> Answer {
    let mut request = who.request("GET", path).body(Body::empty()).unwrap();
    let cookies = request.headers().get(header::COOKIE).map(|kept| format!("{}; ", kept.to_str().unwrap()));
    let cookies = format!("{}lingua={language}", cookies.unwrap_or_default());
    request.headers_mut().insert(header::COOKIE, cookies.parse().unwrap());
    who.send(request).await
}

/// Every page that links lead to from `start`, two of each shape.
pub async fn pages(who: &Visitor<'_>, start: &[&str], language: &str) -> Vec<(String, Answer)> {
    let mut waiting: VecDeque<String> = start.iter().map(|path| (*path).to_owned()).collect();
    let (mut seen, mut shapes) = (HashSet::new(), HashMap::<String, usize>::new());
    let mut found = Vec::new();
    while let Some(path) = waiting.pop_front() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let count = shapes.entry(shape(&path)).or_default();
        *count += 1;
        if *count > OF_ONE_SHAPE {
            continue;
        }
        let answer = fetch(who, &path, language).await;
        waiting.extend(links(&answer.body));
        found.push((path, answer));
    }
    found
}

/// The path with identifiers and values of the query left out.
fn shape(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let steps = path.split('/').map(|step| if uuid::Uuid::parse_str(step).is_ok() { ":id" } else { step });
    let names = query.split('&').map(|pair| pair.split('=').next().unwrap_or_default());
    format!("{}?{}", steps.collect::<Vec<_>>().join("/"), names.collect::<Vec<_>>().join("&"))
}

fn links(page: &str) -> Vec<String> {
    let anchors = page.split("<a ").skip(1).filter_map(|tag| attribute(tag.split('>').next()?, "href"));
    let wanted = |href: &String| {
        href.starts_with('/') && !["/api/", "/lingua/", "/pkg/"].iter().any(|prefix| href.starts_with(prefix))
    };
    anchors
        .map(|href| href.split('#').next().unwrap_or_default().to_owned())
        .filter(|href| wanted(href) && !href.ends_with("/file") && !href.ends_with("/esporta"))
        .collect()
}

/// The forms of a page that post to a server function.
pub fn forms(page: &str) -> Vec<PageForm> {
    let page = page.replace("<!>", "");
    let forms = page.split("<form").skip(1).filter_map(|part| part.split("</form>").next());
    forms
        .filter_map(|form| {
            let tag = form.split('>').next()?;
            let action = attribute(tag, "action").filter(|action| action.starts_with("/api/"))?;
            Some(PageForm { action, files: tag.contains("multipart/form-data"), fields: fields(form) })
        })
        .collect()
}

fn fields(form: &str) -> Vec<Field> {
    let mut fields = Vec::new();
    for (start, _) in form.match_indices('<') {
        let rest = &form[start + 1..];
        let tag = rest.split('>').next().unwrap_or_default();
        let Some(name) = attribute(tag, "name") else { continue };
        let value = attribute(tag, "value").unwrap_or_default();
        match tag.split(' ').next() {
            Some("input") => {
                let kind = attribute(tag, "type").unwrap_or_else(|| "text".into());
                if !(matches!(kind.as_str(), "checkbox" | "radio") && fields.iter().any(|one: &Field| one.name == name))
                {
                    fields.push(Field { name, kind, value });
                }
            }
            Some("textarea") => {
                let value = rest.split_once('>').and_then(|(_, text)| text.split("</textarea>").next());
                fields.push(Field { name, kind: "textarea".into(), value: value.unwrap_or_default().to_owned() });
            }
            Some("select") => {
                let list = rest.split("</select>").next().unwrap_or_default();
                let options = list.split("<option").skip(1).filter_map(|option| attribute(option, "value"));
                let value = options.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
                fields.push(Field { name, kind: "select".into(), value });
            }
            // One button is pressed: of several, the last.
            Some("button") => {
                fields.retain(|one| one.name != name);
                fields.push(Field { name, kind: "hidden".into(), value });
            }
            _ => {}
        }
    }
    fields
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\"")).or_else(|| {
        let rest = tag.strip_prefix(&format!("{name}=\""))?;
        Some(("", rest))
    })?;
    Some(rest.split('"').next()?.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
}

/// Sends the form as it stands.
pub async fn send(who: &Visitor<'_>, form: &PageForm) -> Answer {
    let request = who.request("POST", &form.action);
    let (kind, body) = if form.files { multipart(form) } else { urlencoded(form) };
    who.send(request.header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap()).await
}

fn urlencoded(form: &PageForm) -> (String, String) {
    let pairs = form.fields.iter().map(|field| (&field.name, &field.value));
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    ("application/x-www-form-urlencoded".into(), body)
}

fn multipart(form: &PageForm) -> (String, String) {
    let part = |field: &Field| {
        let file = if field.kind == "file" { "; filename=\"prova.txt\"\r\nContent-Type: text/plain" } else { "" };
        let value = if field.kind == "file" { "testo" } else { &field.value };
        format!("--limite\r\nContent-Disposition: form-data; name=\"{}\"{file}\r\n\r\n{value}\r\n", field.name)
    };
    let body: String = form.fields.iter().map(part).collect();
    ("multipart/form-data; boundary=limite".into(), format!("{body}--limite--\r\n"))
}
