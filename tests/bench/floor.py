"""The floor under synth: a program of plain structs that writes the same files with serde_json, and nothing else.

It is generated from what the synth program wrote for one stack. Objects become structs, an object whose keys differ from
stack to stack becomes a list of entries, and a text in which the stack, its number or its region stands becomes a
`format!`. Each stack is built, written and dropped, each file created, written and closed: no check, no comparison with
what is there, no manifest that is read. The manifest is written too, with fingerprints that nobody computed.
"""

import json
import re

MANIFEST = ".atakora-manifest.json"

PRELUDE = """#![allow(non_snake_case)]
use std::fs;
use std::path::Path;

use serde::ser::{Serialize, Serializer};

/// An object whose keys are data.
struct Entries<T>(Vec<(String, T)>);

impl<T: Serialize> Serialize for Entries<T> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

struct Out {
    atomically: bool,
    buffer: Vec<u8>,
}

impl Out {
    fn write(&mut self, path: &Path, document: &impl Serialize) -> std::io::Result<()> {
        self.buffer.clear();
        serde_json::to_writer_pretty(&mut self.buffer, document)?;
        self.buffer.push(b'\\n');
        if !self.atomically {
            return fs::write(path, &self.buffer);
        }
        let beside = path.with_extension("part");
        fs::write(&beside, &self.buffer)?;
        fs::rename(beside, path)
    }
}
"""

MAIN = """
fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let stacks: usize = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(3);
    let folder = Path::new(&arguments.next().unwrap_or_else(|| "out".into())).join(ENVIRONMENT);
    let mut out = Out { atomically: arguments.next().is_some(), buffer: Vec::new() };
    fs::create_dir_all(&folder)?;
    let mut files = Vec::new();
    for i in 0..stacks {
        let (region, short) = REGIONS[i % REGIONS.len()];
        stack(i, region, short, &folder, &mut out, &mut files)?;
    }
    files.sort();
    let files = files.into_iter().map(|file| (file, ["0000000000000000"])).collect();
    out.write(&folder.join(MANIFEST), &Manifest { files: Entries(files), format: 1 })?;
    print!("{}", fs::read_to_string("/proc/self/status").unwrap_or_default());
    Ok(())
}
"""


class Floor:
    """The program for the stacks of one environment, after the files of its stack 0."""

    def __init__(self, environment, regions):
        self.structs = {}
        region, short = regions[0]
        # what tells stack 0 from another; the longest word first
        self.words = {"stack-0": "stack-{i}", "rg-0": "rg-{i}", "t0": "t{i}", region: "{region}", short: "{short}"}
        self.word = re.compile(f"stack-0|rg-0|(?<![a-z0-9])t0(?![0-9])|(?<=prod)t0|{region}|{short}(?![a-z])")
        self.source = self._source(environment, regions)

    def _source(self, environment, regions):
        stack = environment / "stack-0"
        folders = sorted(path for path in stack.rglob("*") if path.is_dir())
        files = sorted(path for path in stack.rglob("*") if path.is_file())
        name = lambda path: self._text(str(path.relative_to(environment)), "&*")
        body = [f"fs::create_dir(folder.join({name(path)}))?;" for path in [stack, *folders]]
        for path in files:
            document = json.loads(path.read_text())
            kind = self._kind([document])
            body.append(f"let path = {self._text(str(path.relative_to(environment)), '')};")
            body.append(f"let document = {self._value(document, kind)};")
            body.append("out.write(&folder.join(&path), &document)?;")
            body.append("files.push(path.to_string());")
        known = ", ".join(f'("{region}", "{short}")' for region, short in regions)
        return "\n".join(
            [
                PRELUDE,
                "#[derive(serde::Serialize)]\nstruct Manifest { files: Entries<[&'static str; 1]>, format: u32 }",
                f'const ENVIRONMENT: &str = "{environment.name}";\nconst MANIFEST: &str = "{MANIFEST}";',
                f"const REGIONS: [(&str, &str); {len(regions)}] = [{known}];",
                *self.structs.values(),
                "#[rustfmt::skip]",
                "fn stack(i: usize, region: &'static str, short: &str, folder: &Path, out: &mut Out, files: &mut Vec<String>) "
                "-> std::io::Result<()> {",
                *body,
                "Ok(())\n}",
                MAIN,
            ]
        )

    def _differs(self, text):
        return self.word.search(text) is not None

    def _text(self, text, borrow=""):
        quoted = json.dumps(text, ensure_ascii=False)
        if not self._differs(text):
            return quoted
        quoted = quoted.replace("{", "{{").replace("}", "}}")
        return f"{borrow}format!({self.word.sub(lambda found: self.words[found.group()], quoted)})"

    def _kind(self, values):
        """The type that holds all of `values`, as (name, parts)."""
        first = values[0]
        if isinstance(first, bool):
            return "bool", None
        if isinstance(first, int):
            return "i64", None
        if isinstance(first, str):
            return ("String" if any(map(self._differs, values)) else "&'static str"), None
        if isinstance(first, list):
            items = self._kind([item for value in values for item in value] or [""])
            return f"Vec<{items[0]}>", items
        keys = sorted({key for value in values for key in value})
        if any(map(self._differs, keys)):
            items = self._kind([item for value in values for item in value.values()])
            return f"Entries<{items[0]}>", items
        fields = {key: self._kind([value[key] for value in values if key in value]) for key in keys}
        optional = {key for key in keys if any(key not in value for value in values)}
        lines = []
        for number, key in enumerate(keys):
            attributes = [f"rename = {json.dumps(key)}"]
            kind = fields[key][0]
            if key in optional:
                attributes.append('skip_serializing_if = "Option::is_none"')
                kind = f"Option<{kind}>"
            lines.append(f"    #[serde({', '.join(attributes)})]\n    f{number}: {kind},")
        # equal structs are one
        text = "\n".join(lines)
        name = next((name for name, old in self.structs.items() if old.split("\n", 2)[2] == text + "\n}"), None)
        if name is None:
            name = f"S{len(self.structs)}"
            self.structs[name] = f"#[derive(serde::Serialize)]\nstruct {name} {{\n{text}\n}}"
        return name, (keys, fields, optional)

    def _value(self, value, kind):
        name, parts = kind
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int):
            return str(value)
        if isinstance(value, str):
            return self._text(value) + (".to_owned()" if name == "String" and not self._differs(value) else "")
        if isinstance(value, list):
            return f"vec![{', '.join(self._value(item, parts) for item in value)}]"
        if name.startswith("Entries"):
            entry = lambda key: self._text(key) + ("" if self._differs(key) else ".to_owned()")
            return f"Entries(vec![{', '.join(f'({entry(key)}, {self._value(item, parts)})' for key, item in value.items())}])"
        keys, fields, optional = parts
        given = []
        for number, key in enumerate(keys):
            text = self._value(value[key], fields[key]) if key in value else "None"
            given.append(f"f{number}: Some({text})" if key in optional and key in value else f"f{number}: {text}")
        return f"{name} {{ {', '.join(given)} }}"


def same_files(ours, floor):
    """What is not the same in the two folders: nothing but fingerprints may differ."""
    listed = lambda folder: sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    if listed(ours) != listed(floor):
        return "the floor writes other files than synth"
    for path in listed(ours):
        mine, theirs = (ours / path).read_bytes(), (floor / path).read_bytes()
        if mine != theirs and not (path.name == MANIFEST and len(mine) == len(theirs)):
            return f"the floor writes another {path} than synth"
    return None
