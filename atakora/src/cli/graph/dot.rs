//! The graph as text for Graphviz.

use std::fmt::Write;

use super::{EdgeKind, Graph, Kind};

pub(super) fn text(graph: &Graph) -> String {
    let mut out =
        String::from("digraph app {\n  rankdir=LR\n  node [shape=box, style=rounded, fontname=\"sans-serif\"]\n");
    let node = |out: &mut String, at: usize, indent: &str| {
        let node = &graph.nodes[at];
        let note = if node.note.is_empty() { String::new() } else { format!("\\n{}", plain(&node.note)) };
        let shape = match node.kind {
            Kind::Stack => ", shape=tab",
            Kind::Component => "",
            Kind::Shared => ", shape=cylinder, penwidth=2",
            Kind::Own | Kind::Resource => ", shape=cylinder",
        };
        let _ = writeln!(out, "{indent}n{at} [label=\"{}{note}\"{shape}]", plain(&node.label));
    };
    for stack in &graph.stacks {
        let _ = writeln!(out, "  subgraph cluster_{} {{", stack.title);
        let _ = writeln!(out, "    label=\"{}\"", plain(&graph.nodes[stack.title].label));
        stack.nodes.iter().for_each(|at| node(&mut out, *at, "    "));
        out.push_str("  }\n");
    }
    graph.outside().for_each(|at| node(&mut out, at, "  "));
    for edge in &graph.edges {
        let style = if edge.kind == EdgeKind::Reads { " [style=dashed]" } else { "" };
        let _ = writeln!(out, "  n{} -> n{}{style}", edge.from, edge.to);
    }
    out.push('}');
    out
}

fn plain(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
