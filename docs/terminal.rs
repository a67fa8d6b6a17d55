//! Draws what a program prints, colours and all, as a terminal would show it.

use std::fmt::Write as _;

/// Columns of the terminal: what is longer goes on in the next row.
const COLUMNS: usize = 108;
/// In pixels: the width and height of a character's cell, and the space around the text.
const CELL: (f64, f64) = (7.8, 19.0);
const MARGIN: f64 = 20.0;
/// The bar of the window.
const BAR: f64 = 34.0;

const STYLE: &str = "text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; \
    fill: #d4d7dd; white-space: pre } .bold { font-weight: 700 } .red { fill: #ff7b72 } .blue { fill: #79b8ff } \
    .dim { fill: #8b949e }";

/// A run of characters of one style.
#[derive(Clone)]
struct Span {
    class: String,
    text: String,
}

/// An SVG picture of a terminal in which `command` was typed and this was printed.
pub fn picture(command: &str, printed: &str) -> String {
    let mut rows = vec![vec![
        Span { class: "dim".to_owned(), text: "$ ".to_owned() },
        Span { class: "bold".to_owned(), text: command.to_owned() },
    ]];
    let mut class = String::new();
    for line in printed.lines() {
        rows.extend(wrap(&spans(line, &mut class)));
    }
    let width = 2.0 * MARGIN + CELL.0 * COLUMNS as f64;
    let height = BAR + MARGIN + CELL.1 * rows.len() as f64;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n\
         <rect width=\"{width:.0}\" height=\"{height:.0}\" rx=\"10\" fill=\"#161b22\"/>\n",
        escaped(command)
    );
    for (at, colour) in ["#ff5f57", "#febc2e", "#28c840"].iter().enumerate() {
        let x = MARGIN + 4.0 + 20.0 * at as f64;
        let _ = writeln!(svg, "<circle cx=\"{x:.0}\" cy=\"{:.0}\" r=\"6\" fill=\"{colour}\"/>", BAR / 2.0 + 2.0);
    }
    for (at, row) in rows.iter().enumerate() {
        let y = BAR + CELL.1 * (at as f64 + 0.8);
        let _ = write!(svg, "<text x=\"{MARGIN:.0}\" y=\"{y:.1}\" xml:space=\"preserve\">");
        for span in row {
            let text = escaped(&span.text);
            let _ = match span.class.as_str() {
                "" => write!(svg, "{text}"),
                class => write!(svg, "<tspan class=\"{class}\">{text}</tspan>"),
            };
        }
        svg.push_str("</text>\n");
    }
    svg.push_str("</svg>\n");
    svg
}

/// The spans of a line; `class` is what holds at its beginning, and then at its end.
fn spans(line: &str, class: &mut String) -> Vec<Span> {
    let mut spans = Vec::new();
    for (at, piece) in line.split('\x1b').enumerate() {
        let text = match piece.split_once('m') {
            Some((codes, rest)) if at > 0 => {
                style(class, codes.trim_start_matches('['));
                rest
            }
            _ => piece,
        };
        if !text.is_empty() {
            spans.push(Span { class: class.clone(), text: text.to_owned() });
        }
    }
    spans
}

/// What the escapes that compilers use do to a style.
fn style(class: &mut String, codes: &str) {
    for code in codes.split(';') {
        let more = match code {
            "1" => "bold",
            "31" | "91" => "red",
            "34" | "94" => "blue",
            _ => {
                class.clear();
                continue;
            }
        };
        if !class.is_empty() {
            class.push(' ');
        }
        class.push_str(more);
    }
}

/// A line as rows: broken at spaces, what follows as far in as the line itself, and a bit.
fn wrap(line: &[Span]) -> Vec<Vec<Span>> {
    let whole: String = line.iter().map(|span| span.text.as_str()).collect();
    let indent = whole.len() - whole.trim_start().len() + 2;
    let mut rows = vec![Vec::new()];
    let mut column = 0;
    for span in line {
        let mut kept = String::new();
        for word in span.text.split_inclusive(' ') {
            let length = word.trim_end().chars().count();
            if column + length > COLUMNS && column > indent {
                push(&mut rows, span, std::mem::take(&mut kept));
                rows.push(vec![Span { class: String::new(), text: " ".repeat(indent) }]);
                column = indent;
            }
            kept.push_str(word);
            column += word.chars().count();
        }
        push(&mut rows, span, kept);
    }
    rows
}

fn push(rows: &mut [Vec<Span>], span: &Span, text: String) {
    if let (Some(row), false) = (rows.last_mut(), text.is_empty()) {
        row.push(Span { class: span.class.clone(), text });
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
