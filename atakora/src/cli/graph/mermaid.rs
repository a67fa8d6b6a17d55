//! The graph as text for Markdown.

use std::fmt::Write;

use super::{EdgeKind, Graph, Kind};

pub(super) fn text(graph: &Graph) -> String {
    let mut out = String::from("flowchart LR\n");
    let node = |out: &mut String, at: usize, indent: &str| {
        let node = &graph.nodes[at];
        let note =
            if node.note.is_empty() { String::new() } else { format!("<br/><small>{}</small>", plain(&node.note)) };
        let label = format!("{}{note}", plain(&node.label));
        let _ = match node.kind {
            Kind::Shared | Kind::Own | Kind::Resource => writeln!(out, "{indent}n{at}[(\"{label}\")]"),
            Kind::Component => writeln!(out, "{indent}n{at}([\"{label}\"])"),
            Kind::Stack => writeln!(out, "{indent}n{at}[[\"{label}\"]]"),
        };
    };
    for stack in &graph.stacks {
        let _ = writeln!(out, "  subgraph s{}[\"{}\"]", stack.title, plain(&graph.nodes[stack.title].label));
        stack.nodes.iter().for_each(|at| node(&mut out, *at, "    "));
        out.push_str("  end\n");
    }
    graph.outside().for_each(|at| node(&mut out, at, "  "));
    for edge in &graph.edges {
        let arrow = if edge.kind == EdgeKind::Reads { "-. uses .->" } else { "-->" };
        let _ = writeln!(out, "  n{} {arrow} n{}", edge.from, edge.to);
    }
    out.trim_end().to_owned()
}

fn plain(text: &str) -> String {
    text.replace('"', "#quot;").replace('<', "#lt;")
}
