//! The graph of an app: in each stack its components and what they share, and which stack uses which.

mod dot;
mod mermaid;
mod svg;

use std::collections::{BTreeMap, BTreeSet};

use crate::terraform::Summary;
use crate::terraform::summary::StackSummary;

/// What is drawn.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    stacks: Vec<Group>,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

/// A stack: its nodes stand together, the first of them being its title.
#[derive(Debug)]
struct Group {
    title: usize,
    nodes: Vec<usize>,
}

#[derive(Debug)]
struct Node {
    label: String,
    /// A second line, in smaller letters; may be empty.
    note: String,
    kind: Kind,
}

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Stack,
    Component,
    /// Serves several components.
    Shared,
    /// Serves one.
    Own,
    /// Declared by the program itself.
    Resource,
}

#[derive(Debug)]
struct Edge {
    from: usize,
    to: usize,
    kind: EdgeKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EdgeKind {
    /// A component uses a resource, or a resource another.
    Uses,
    /// A stack uses values of another.
    Reads,
}

/// How it is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// A picture
    Svg,
    /// Text for Markdown
    Mermaid,
    /// Text for Graphviz
    Dot,
}

impl Graph {
    /// Of all stacks, or of one.
    pub fn of(summary: &Summary, only: Option<&str>) -> Graph {
        let mut graph = Graph::default();
        let mut titles: BTreeMap<&str, usize> = BTreeMap::new();
        for stack in summary.stacks.iter().filter(|stack| only.is_none_or(|only| only == stack.name)) {
            titles.insert(&stack.name, graph.stack(stack));
        }
        for stack in &summary.stacks {
            for read in &stack.reads {
                // of a single stack, its neighbours are shown by their names
                let end = |name: &str, graph: &mut Graph| match titles.get(name) {
                    Some(title) => *title,
                    None => graph.node(name, "stack".to_owned(), Kind::Stack),
                };
                if only.is_none_or(|only| only == stack.name || only == read) {
                    let (from, to) = (end(&stack.name, &mut graph), end(read, &mut graph));
                    graph.edges.push(Edge { from, to, kind: EdgeKind::Reads });
                }
            }
        }
        graph
    }

    /// The text of it.
    pub fn text(&self, format: Format) -> String {
        match format {
            Format::Svg => svg::text(self),
            Format::Mermaid => mermaid::text(self),
            Format::Dot => dot::text(self),
        }
    }

    fn node(&mut self, label: impl Into<String>, note: String, kind: Kind) -> usize {
        self.nodes.push(Node { label: label.into(), note, kind });
        self.nodes.len() - 1
    }

    fn stack(&mut self, stack: &StackSummary) -> usize {
        let plural = if stack.resources == 1 { "" } else { "s" };
        let title = self.node(&stack.name, format!("{} resource{plural}", stack.resources), Kind::Stack);
        let mut components: BTreeMap<&str, usize> = BTreeMap::new();
        let shared: BTreeSet<&str> = stack.shares.iter().flat_map(|(_, members)| members.split(", ")).collect();
        let mut names: Vec<&str> = Vec::new();
        let declared = stack.declared.iter().flat_map(|resource| resource.components());
        for name in stack.shares.iter().flat_map(|(_, members)| members.split(", ")).chain(declared) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        for name in names {
            components.insert(name, self.node(name, String::new(), Kind::Component));
        }
        for (what, members) in &stack.shares {
            let (label, note) = match what.split_once(" (") {
                Some((label, note)) => (label, note.trim_end_matches(')').to_owned()),
                None => (what.as_str(), String::new()),
            };
            let kind = if members.contains(',') { Kind::Shared } else { Kind::Own };
            let to = self.node(label, note, kind);
            self.uses(members.split(", ").filter_map(|member| components.get(member).copied()), to);
        }
        // what no provider made stands for itself
        let own = |resource: &&crate::terraform::summary::ResourceSummary| {
            *resource.address != *"azurerm_resource_group.main"
                && !resource.components().any(|component| shared.contains(component))
        };
        let mut resources: BTreeMap<&str, usize> = BTreeMap::new();
        for resource in stack.declared.iter().filter(own) {
            let (type_name, name) = resource.address.split_once('.').unwrap_or((&resource.address, ""));
            let label = type_name.strip_prefix("azurerm_").unwrap_or(type_name).replace('_', " ");
            let to = self.node(label, name.to_owned(), Kind::Resource);
            resources.insert(&resource.address, to);
            let asked = resource.components().filter_map(|component| components.get(component).copied());
            self.uses(asked.collect::<Vec<_>>().into_iter(), to);
        }
        for resource in stack.declared.iter().filter(own) {
            let uses = resource.uses.iter().filter_map(|used| resources.get(&**used));
            for (to, from) in uses.zip(std::iter::repeat(resources.get(&*resource.address))) {
                self.edges.extend(from.map(|from| Edge { from: *from, to: *to, kind: EdgeKind::Uses }));
            }
        }
        self.stacks.push(Group { title, nodes: (title..self.nodes.len()).collect() });
        title
    }

    fn uses(&mut self, from: impl Iterator<Item = usize>, to: usize) {
        self.edges.extend(from.map(|from| Edge { from, to, kind: EdgeKind::Uses }));
    }

    /// The nodes that are in no stack.
    fn outside(&self) -> impl Iterator<Item = usize> {
        (0..self.nodes.len()).filter(|node| !self.stacks.iter().any(|stack| stack.nodes.contains(node)))
    }
}
