//! A stack: one root module of Terraform, with a state of its own. Building it never fails; what is wrong is kept and told
//! when the app closes, all at once.

use std::borrow::Cow;
use std::cell::{Ref as Borrowed, RefCell, RefMut};
use std::fmt;
use std::panic::Location;
use std::rc::Rc;
use std::sync::Arc;

use super::app::Shared;
use super::contents::{Contents, Declared, Known};
use super::convert::IntoTf;
use super::declare::{Block, Declaration, Declare, Handle, Mode, Source};
use super::json::is_literal;
use super::reference::Ref;
use super::summary::Usage;
use super::types::{Any, Text};
use super::value::{Pending, StackId, Value};
use crate::azure::Region;
use crate::check::document::{names, pending, references};

/// A handle to a stack; a clone means the same one.
#[derive(Clone)]
pub struct Stack {
    inner: Rc<Inner>,
    component: Option<Arc<str>>,
    source: Option<Source>,
    of_backend: bool,
}

struct Inner {
    app: Rc<Shared>,
    id: StackId,
    name: String,
    region: Region,
    contents: RefCell<Contents>,
}

/// A stack that has a name, and does not have a place yet.
#[must_use = "a stack is in the app only when it has a resource group"]
pub struct StackBuilder {
    app: Rc<Shared>,
    name: String,
}

/// Terraform's name for the resource group of a stack.
const MAIN: &str = "main";
const RESOURCE_GROUP: &str = "azurerm_resource_group";
const OWN_GROUP: &str = "azurerm_resource_group.main";
const OTHER_GROUP: &str = "data.azurerm_resource_group.main";

impl StackBuilder {
    pub(crate) fn new(app: Rc<Shared>, name: String) -> Self {
        StackBuilder { app, name }
    }

    /// In a resource group of its own, which the stack makes: `azurerm_resource_group.main`.
    #[track_caller]
    pub fn resource_group(self, name: impl IntoTf<Text>, region: Region) -> Stack {
        let mut body = Block::new();
        body.put("location", Value::Text(Cow::Owned(region.to_string())));
        self.place(Mode::Managed, name.into_tf(), body, region)
    }

    /// In a resource group that is there already: `data.azurerm_resource_group.main`.
    #[track_caller]
    pub fn existing_resource_group(self, name: impl IntoTf<Text>, region: Region) -> Stack {
        self.place(Mode::Data, name.into_tf(), Block::new(), region)
    }

    /// Without a resource group: for what belongs to a subscription or to no place.
    pub fn without_resource_group(self, region: Region) -> Stack {
        let StackBuilder { app, name } = self;
        let mut stacks = app.stacks.borrow_mut();
        let mut contents = Contents::default();
        contents.problems.extend(names::folder("stack", &name));
        let id = StackId(u32::try_from(stacks.len()).unwrap_or(u32::MAX - 1));
        let app = Rc::clone(&app);
        let inner = Rc::new(Inner { app, id, name, region, contents: RefCell::new(contents) });
        let stack = Stack { inner, component: None, source: None, of_backend: false };
        stacks.push(stack.clone());
        stack
    }

    #[track_caller]
    fn place(self, mode: Mode, name: Value, mut body: Block, region: Region) -> Stack {
        let stack = self.without_resource_group(region);
        body.put("name", name);
        let source = stack.source();
        stack.put(mode, RESOURCE_GROUP.into(), MAIN.into(), body, (mode == Mode::Managed, Vec::new()), source);
        stack
    }
}

impl Stack {
    /// Its name, which is also the name of its folder.
    pub fn name(&self) -> &str {
        &self.inner.name
    }

    /// Which stack of the app it is.
    pub fn id(&self) -> StackId {
        self.inner.id
    }

    /// Where its resources are.
    pub fn location(&self) -> Region {
        self.inner.region
    }

    /// Its resource group. A stack that was built without one reports the use when the app closes.
    pub fn resource_group(&self) -> ResourceGroup {
        let contents = self.contents();
        let there = |address: &str| contents.resource(address).map(|resource| Arc::clone(&resource.address));
        let address = there(OTHER_GROUP).or_else(|| there(OWN_GROUP)).unwrap_or_else(|| OWN_GROUP.into());
        ResourceGroup(Handle::new(self.id(), address))
    }

    /// The environment of this run, the same for all stacks.
    pub fn environment(&self) -> String {
        self.inner.app.environment().to_owned()
    }

    /// The name of the app.
    pub fn app_name(&self) -> &str {
        &self.inner.app.name
    }

    /// The environments that a backend knows. The first backend that names a single one settles the environment of a run
    /// for which none was asked; an environment that is not among them is an error.
    pub fn declare_environments(&self, environments: &[&str]) -> crate::Result<String> {
        self.inner.app.declare_environments(environments).map(str::to_owned)
    }

    /// The same stack; what is declared through this handle serves `component`.
    pub fn for_component(&self, component: impl Into<Arc<str>>) -> Stack {
        Stack { component: Some(component.into()), ..self.clone() }
    }

    /// The same stack; what is declared through this handle was written at `source`, whoever declares it.
    pub fn written_at(&self, source: Source) -> Stack {
        Stack { source: Some(source), ..self.clone() }
    }

    /// The same stack; what is declared through this handle is a backend's.
    pub(crate) fn for_backend(&self) -> Stack {
        Stack { of_backend: true, ..self.clone() }
    }

    /// This stack is applied after `other`, even if it uses no value of it.
    pub fn depends_on(&self, other: &Stack) {
        if Rc::ptr_eq(&self.inner.app, &other.inner.app) {
            self.contents_mut().depends_on.insert(other.id());
        } else {
            self.problem(references::other_app("depends_on", self.name(), other.name()));
        }
    }

    /// A resource that no schema knows: nothing in it is checked.
    #[track_caller]
    pub fn raw_resource(&self, type_name: impl Into<String>, name: impl Into<String>, body: Block) -> Handle {
        let source = self.source();
        self.put(
            Mode::Managed,
            Cow::Owned(type_name.into()),
            Cow::Owned(name.into()),
            body,
            (false, Vec::new()),
            source,
        )
    }

    /// A data source that no schema knows: nothing in it is checked.
    #[track_caller]
    pub fn raw_data(&self, type_name: impl Into<String>, name: impl Into<String>, body: Block) -> Handle {
        let source = self.source();
        self.put(Mode::Data, Cow::Owned(type_name.into()), Cow::Owned(name.into()), body, (false, Vec::new()), source)
    }

    /// Inside the resource at `address`, and in those declared before it, its `attribute` is written as `literal`:
    /// Terraform refuses a resource that refers to itself, and two that refer to each other. The literal must be data.
    pub fn known(&self, address: &str, attribute: impl Into<String>, literal: impl IntoTf<Any>) {
        let (attribute, value) = (attribute.into(), literal.into_tf());
        let mut contents = self.contents_mut();
        if !is_literal(&value) {
            contents.problems.push(pending::known_not_literal(self.name(), address, &attribute));
            return;
        }
        let known = contents.known.entry(format!("{address}.{attribute}")).or_default();
        known.push(Known { address: address.into(), value });
    }

    /// Promises a value; [`Stack::fill`] keeps the promise.
    pub fn pending(&self) -> Pending {
        let mut contents = self.contents_mut();
        contents.pending.push(None);
        let index = u32::try_from(contents.pending.len() - 1).unwrap_or(u32::MAX);
        Pending { stack: self.id(), index }
    }

    /// Says what a promised value is; the last word counts.
    pub fn fill(&self, promised: Pending, value: impl IntoTf<Any>) {
        let value = value.into_tf();
        let stacks = self.inner.app.stacks.borrow();
        let Some(stack) = stacks.get(promised.stack.0 as usize) else {
            return;
        };
        if let Some(place) = stack.contents_mut().pending.get_mut(promised.index as usize) {
            *place = Some(value);
        }
    }

    /// A file beside the documents, at a path relative to the folder of the stack: `functions/app/host.json`.
    pub fn file(&self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        let path = path.into();
        let mut contents = self.contents_mut();
        contents.problems.extend(names::file_path(self.name(), &path));
        if contents.files.contains_key(&path) {
            contents.problems.push(names::file_twice(self.name(), &path));
        }
        contents.files.insert(path, content.into());
    }

    /// Another content for a file that is there.
    pub(crate) fn rewrite(&self, path: &str, content: Vec<u8>) {
        if let Some(file) = self.contents_mut().files.get_mut(path) {
            *file = content;
        }
    }

    /// A tag for everything in the stack that takes tags, the resource group included; the last value of a key holds.
    ///
    /// A resource's own tag of the same key wins, then this one, then those of the backends in the stack. A tag of a
    /// backend is one of its stack as well: the group and what stands beside the backend carry it too, unless two
    /// backends of the stack disagree about it. Resources that no schema knows ([`Stack::raw_resource`]) get none.
    pub fn tag(&self, key: impl Into<String>, value: impl fmt::Display) {
        self.contents_mut().tags.set(key.into(), value.to_string());
    }

    /// Something that whoever applies the stack should know or do: it stands in the summary.
    pub fn note(&self, note: impl Into<String>) {
        self.contents_mut().notes.push(note.into());
    }

    /// Something that whoever applies the stack should think about: it stands in the summary.
    pub fn warn(&self, warning: impl Into<String>) {
        self.contents_mut().warnings.push(warning.into());
    }

    /// Silences the warnings of a rule, by its id, about what stands in the stack beside backends; a backend has its own
    /// `allow: ["…"]`. For the compiler's warnings of the same rules it is `#[allow(deprecated)]`.
    ///
    /// Of a rule that stops the app over a resource of the stack when it closes, it makes a warning: for the day on which
    /// Azure takes what it refused, or for a rule that is wrong. Terraform and Azure have the last word then.
    pub fn allow(&self, rule: impl Into<String>) {
        self.contents_mut().allowed.insert(rule.into());
    }

    /// A resource and the components that share it, for the summary.
    pub fn share(&self, resource: impl Into<String>, components: impl Into<String>) {
        self.contents_mut().shares.push((resource.into(), components.into()));
    }

    /// How much of something a backend uses, for the summary.
    pub fn usage(&self, usage: Usage) {
        self.contents_mut().usage.push(usage);
    }

    /// One more of something that no limit counts, for the summary.
    pub(crate) fn count(&self, label: &str) {
        let mut contents = self.contents_mut();
        match contents.usage.iter_mut().find(|usage| usage.label == label) {
            Some(usage) => usage.used += 1,
            None => contents.usage.push(Usage {
                name: String::new(),
                label: label.to_owned(),
                environment: String::new(),
                used: 1,
                limit: None,
            }),
        }
    }

    /// Something that is wrong: told when the app closes, and nothing is written.
    pub fn problem(&self, problem: impl Into<String>) {
        self.contents_mut().problems.push(problem.into());
    }

    /// Whether someone wants to know where resources come from.
    pub(crate) fn explains(&self) -> bool {
        self.inner.app.explains.get()
    }

    pub(crate) fn contents(&self) -> Borrowed<'_, Contents> {
        self.inner.contents.borrow()
    }

    pub(crate) fn contents_mut(&self) -> RefMut<'_, Contents> {
        self.inner.contents.borrow_mut()
    }

    /// Where the caller of a function of ours stands.
    #[track_caller]
    pub(crate) fn source(&self) -> Source {
        let caller = Location::caller();
        self.source.unwrap_or(Source { file: caller.file(), crate_dir: "", line: caller.line() })
    }

    fn put(
        &self,
        mode: Mode,
        type_name: Cow<'static, str>,
        name: Cow<'static, str>,
        body: Block,
        (takes_tags, unjudged): (bool, Vec<String>),
        source: Source,
    ) -> Handle {
        let data = if mode == Mode::Data { "data." } else { "" };
        let address: Arc<str> = [data, &*type_name, ".", &*name].concat().into();
        let mut contents = self.contents_mut();
        contents.problems.extend(names::identifier("resource", &name, self.name()));
        if contents.take_address(self.name(), &address, source) {
            let (address, component) = (Arc::clone(&address), self.component.clone());
            contents.resources.push(Declared {
                mode,
                type_name,
                name,
                address,
                body,
                takes_tags,
                of_backend: self.of_backend,
                unjudged,
                component,
                source,
            });
        }
        Handle::new(self.id(), address)
    }
}

#[diagnostic::do_not_recommend]
impl Declare for Stack {
    fn declare(&self, declaration: Declaration) -> Handle {
        let Declaration { mode, type_name, name, body, takes_tags, unjudged, problems, retires, source } = declaration;
        self.contents_mut().problems.extend(problems);
        let source = self.source.unwrap_or(source);
        let handle = self.put(mode, Cow::Borrowed(type_name), name, body, (takes_tags, unjudged), source);
        retires.into_iter().for_each(|rule| self.contents_mut().retiring.add(rule, handle.address()));
        handle
    }
}

impl fmt::Debug for Stack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stack").field("name", &self.name()).field("location", &self.location()).finish_non_exhaustive()
    }
}

/// The resource group that holds a stack's resources.
#[derive(Clone, Debug)]
pub struct ResourceGroup(Handle);

impl ResourceGroup {
    /// Its name.
    pub fn name(&self) -> Ref<Text> {
        self.0.attribute("name")
    }

    /// Its resource id.
    pub fn id(&self) -> Ref<Text> {
        self.0.attribute("id")
    }

    /// Its region.
    pub fn location(&self) -> Ref<Text> {
        self.0.attribute("location")
    }
}

#[diagnostic::do_not_recommend]
impl super::declare::Resource for ResourceGroup {
    fn handle(&self) -> &Handle {
        &self.0
    }
}
