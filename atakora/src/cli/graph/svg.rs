//! The graph as a picture: placed by a layout of layers, from left to right, each stack a box around its nodes.

use std::fmt::Write;

use dagre::graph::{Graph as Layout, GraphOptions};
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, Point, RankDir};

use super::{Edge, EdgeKind, Graph, Kind, Node};

/// Sizes in pixels: of letters, around them, around everything.
const LETTER: f64 = 7.3;
const NOTE_LETTER: f64 = 6.2;
const PADDING: f64 = 28.0;
const HEIGHT: f64 = 44.0;
const MARGIN: f64 = 24.0;

const STYLE: &str = "text{font:13px system-ui,-apple-system,'Segoe UI',sans-serif;fill:#1b1f24;text-anchor:middle}\
.note{font-size:11px;fill:#57606a}.stack text{font-weight:600}\
.group{fill:#f6f8fa;stroke:#d0d7de}.stack rect{fill:#24292f}.stack text,.stack .note{fill:#fff}\
.component rect{fill:#ddf4ff;stroke:#54aeff}.shared rect{fill:#fff8c5;stroke:#bf8700;stroke-width:2}\
.own rect,.resource rect{fill:#fff;stroke:#8c959f}\
path{fill:none;stroke:#8c959f;stroke-width:1.3}.reads{stroke:#24292f;stroke-dasharray:5 4}";

pub(super) fn text(graph: &Graph) -> String {
    let layout = place(graph);
    let at =
        |id: &str| layout.node(id).map(|node| (node.x.unwrap_or(0.0), node.y.unwrap_or(0.0), node.width, node.height));
    let mut body = String::new();
    let (mut width, mut height) = (0.0_f64, 0.0_f64);
    for (number, _) in graph.stacks.iter().enumerate() {
        if let Some((x, y, w, h)) = at(&format!("s{number}")) {
            (width, height) = (width.max(x + w / 2.0), height.max(y + h / 2.0));
            let (x, y) = (x - w / 2.0, y - h / 2.0);
            let _ =
                writeln!(body, r#"<rect class="group" x="{x:.1}" y="{y:.1}" width="{w:.1}" height="{h:.1}" rx="12"/>"#);
        }
    }
    for (number, edge) in graph.edges.iter().enumerate() {
        if let Some(label) = layout.edge(&id(edge.from), &id(edge.to), Some(&number.to_string())) {
            let class = if edge.kind == EdgeKind::Reads { r#" class="reads""# } else { "" };
            let ends = (at(&id(edge.from)), at(&id(edge.to)));
            let path = match ends {
                // neighbours: from the middle of one side to the middle of the other
                (Some((x1, y1, w1, _)), Some((x2, y2, w2, _)))
                    if label.points.len() <= 3 && x1 + w1 / 2.0 < x2 - w2 / 2.0 =>
                {
                    let (x1, x2) = (x1 + w1 / 2.0, x2 - w2 / 2.0);
                    let middle = (x1 + x2) / 2.0;
                    format!("M{x1:.1} {y1:.1}C{middle:.1} {y1:.1} {middle:.1} {y2:.1} {x2:.1} {y2:.1}")
                }
                _ => curve(&label.points),
            };
            let _ = writeln!(body, r#"<path{class} marker-end="url(#arrow)" d="{path}"/>"#);
        }
    }
    for (number, node) in graph.nodes.iter().enumerate() {
        if let Some((x, y, w, h)) = at(&id(number)) {
            (width, height) = (width.max(x + w / 2.0), height.max(y + h / 2.0));
            draw(&mut body, node, (x, y), (w, h));
        }
    }
    let (width, height) = (width + MARGIN, height + MARGIN);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\">\n<style>{STYLE}</style>\n\
         <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
         orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" style=\"fill:#57606a;stroke:none\"/></marker></defs>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n{body}</svg>"
    )
}

fn id(node: usize) -> String {
    format!("n{node}")
}

fn place(graph: &Graph) -> Layout<NodeLabel, EdgeLabel> {
    let mut layout = Layout::with_options(GraphOptions { directed: true, multigraph: true, compound: true });
    for (number, node) in graph.nodes.iter().enumerate() {
        let letters = node.label.chars().count() as f64 * LETTER;
        let width = letters.max(node.note.chars().count() as f64 * NOTE_LETTER) + PADDING;
        layout.set_node(id(number), Some(NodeLabel { width, height: HEIGHT, ..NodeLabel::default() }));
    }
    for (number, stack) in graph.stacks.iter().enumerate() {
        let group = format!("s{number}");
        layout.set_node(group.clone(), Some(NodeLabel::default()));
        for node in &stack.nodes {
            layout.set_parent(&id(*node), Some(&group));
            // the title stands before everything that nothing else in the stack comes before
            let is_first = !graph.edges.iter().any(|edge| edge.to == *node && edge.kind == EdgeKind::Uses);
            if *node != stack.title && is_first {
                layout.set_edge(id(stack.title), id(*node), Some(EdgeLabel::default()), None);
            }
        }
    }
    for (number, Edge { from, to, .. }) in graph.edges.iter().enumerate() {
        layout.set_edge(id(*from), id(*to), Some(EdgeLabel::default()), Some(&number.to_string()));
    }
    let options = LayoutOptions {
        rankdir: RankDir::LR,
        nodesep: 18.0,
        edgesep: 12.0,
        ranksep: 70.0,
        marginx: MARGIN,
        marginy: MARGIN,
        ..LayoutOptions::default()
    };
    dagre::layout(&mut layout, Some(options));
    layout
}

/// Through the middles of the pieces, so that corners are round.
fn curve(points: &[Point]) -> String {
    let Some((first, rest)) = points.split_first() else { return String::new() };
    let mut path = format!("M{:.1} {:.1}", first.x, first.y);
    for pair in rest.windows(2) {
        let middle = ((pair[0].x + pair[1].x) / 2.0, (pair[0].y + pair[1].y) / 2.0);
        let _ = write!(path, "Q{:.1} {:.1} {:.1} {:.1}", pair[0].x, pair[0].y, middle.0, middle.1);
    }
    if let Some(last) = rest.last() {
        let _ = write!(path, "L{:.1} {:.1}", last.x, last.y);
    }
    path
}

fn draw(out: &mut String, node: &Node, (x, y): (f64, f64), (w, h): (f64, f64)) {
    let (class, round) = match node.kind {
        Kind::Stack => ("stack", 6.0),
        Kind::Component => ("component", h / 2.0),
        Kind::Shared => ("shared", 6.0),
        Kind::Own => ("own", 6.0),
        Kind::Resource => ("resource", 6.0),
    };
    let (left, top) = (x - w / 2.0, y - h / 2.0);
    let _ = write!(
        out,
        r#"<g class="{class}"><rect x="{left:.1}" y="{top:.1}" width="{w:.1}" height="{h:.1}" rx="{round}"/>"#
    );
    let line = if node.note.is_empty() { y + 4.5 } else { y - 3.0 };
    let _ = write!(out, r#"<text x="{x:.1}" y="{line:.1}">{}</text>"#, plain(&node.label));
    if !node.note.is_empty() {
        let _ = write!(out, r#"<text class="note" x="{x:.1}" y="{:.1}">{}</text>"#, y + 13.0, plain(&node.note));
    }
    out.push_str("</g>\n");
}

fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
