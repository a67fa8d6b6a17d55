//! What a backend means: which providers it has, what each component was given, which slots it leaves open.

mod environments;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Attribute, GenericArgument, Ident, LitBool, LitInt, LitStr, Path, PathArguments, Type, Visibility};

use self::environments::Known;
pub(super) use self::environments::{Environment, Overlay};
use super::raise::Range;
use super::syntax::{self, Entry, Layer, Limit, Raw, Section};
use super::value::{Reader, Slot};
use crate::errors::Errors;
use crate::near;
use crate::path::Library;
use crate::provider::WARNING_SLOTS;

pub(super) struct Backend {
    pub(super) library: Library,
    pub(super) attributes: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) name: Ident,
    pub(super) components: Vec<Component>,
    pub(super) providers: Vec<Provider>,
    /// What the components write, proven to fit into every physical name.
    pub(super) given_name: Option<LitStr>,
    /// The only one; none where there are [several](Backend::environments), or where it was forgotten.
    pub(super) environment: Option<LitStr>,
    /// Those that have settings of their own; empty in the form for one.
    pub(super) environments: Vec<Environment>,
    pub(super) unique: Option<LitStr>,
    pub(super) label: Option<LitInt>,
    /// Whether what holds data is kept from being destroyed.
    pub(super) protect: Option<LitBool>,
    pub(super) naming: Option<Setting>,
    pub(super) limits: Vec<Limit>,
    pub(super) tags: Vec<(Ident, LitStr)>,
    pub(super) allow: Vec<LitStr>,
    pub(super) slots: Vec<Slot>,
}

pub(super) struct Component {
    pub(super) name: Ident,
    pub(super) colon: Span,
    pub(super) ty: Type,
    pub(super) ty_start: Span,
    /// Name and type.
    pub(super) range: Range,
    /// The types that the type is given, as far as they can be seen.
    pub(super) parameters: Vec<Range>,
    pub(super) settings: Vec<Setting>,
    /// Components whose outputs the settings mention.
    pub(super) mentions: Vec<usize>,
}

pub(super) struct Setting {
    pub(super) name: Ident,
    pub(super) value: TokenStream,
    pub(super) range: Range,
}

pub(super) struct Provider {
    pub(super) path: TokenStream,
    /// Its name among the settings of a backend.
    pub(super) section: String,
    pub(super) settings: Vec<Setting>,
    pub(super) mentions: Vec<usize>,
    /// In which slots it can warn: to ask each costs the compiler something.
    pub(super) warnings: std::ops::Range<usize>,
}

/// In the order in which they emit within a stage, with the number of rules that warn: `providers/mod.rs` of the library
/// asserts the same.
const BUILT_IN: [(&str, &str, usize); 5] = [
    ("networking", "Networking", 0),
    ("monitoring", "Monitoring", 0),
    ("storage", "Storage", 0),
    ("cosmos", "Cosmos", 0),
    ("functions", "Functions", 1),
];

/// Providers that only some backends need, each with the built-in components that need it: a provider costs the compiler
/// something for every component, whoever requires it. A component under another name has its providers listed.
const ON_DEMAND: [(&str, &str, &[&str]); 3] = [
    ("static_site", "StaticSite", &["StaticSiteWithCdn"]),
    ("front_door", "CdnFrontDoor", &["FrontDoor", "FrontDoorProfile", "StaticSiteWithCdn"]),
    ("traffic_manager", "TrafficManagerProfiles", &["TrafficManager"]),
];

pub(super) fn understand(raw: Raw, errors: &mut Errors) -> Backend {
    let Raw {
        library,
        attributes,
        vis,
        name,
        components,
        texts,
        label,
        naming,
        providers,
        layer,
        several,
        environments,
    } = raw;
    let Layer { protect, limits, tags, allow, sections, .. } = layer;
    let private = library.private();
    let components = once_each(components, errors);
    let names: Vec<String> = components.iter().map(|component| component.name.to_string()).collect();
    let mut slots = Vec::new();
    let built_in = built_in(&components, &library);
    let components = components
        .into_iter()
        .map(|component| understand_component(component, &names, &private, &mut slots, errors))
        .collect();
    let providers = understand_providers(built_in, providers, sections, &names, &library, &mut slots, errors);
    let mut known = Known { components: &names, providers: &providers, private: &private, slots: &mut slots };
    let environments = environments::understand(environments, &mut known, errors);
    let slots = one_each(slots, errors);
    let text = |word: &str| texts.iter().find(|(name, _)| name == word).map(|(_, text)| text.clone());
    let environment = text("environment");
    if let Some(several) = several {
        environments::check(several, environment.as_ref(), &environments, errors);
    } else if environment.is_none() {
        errors.at(
            name.span(),
            format!("backend `{name}` names no environment\n  Solution: `with {{ environment: \"production\" }}`"),
        );
    }
    if names.is_empty() {
        errors.at(name.span(), format!(
                "backend `{name}` has no components\n  Solution: name them: `{name} < users: CrudApi<User> > with {{ … }}`"
            ));
    }
    Backend {
        given_name: text("name"),
        environment,
        environments,
        unique: text("unique"),
        library,
        attributes,
        vis,
        name,
        components,
        providers,
        label,
        protect,
        naming: naming.map(|naming| understand_naming(naming, &private)),
        limits,
        tags,
        allow: allow.unwrap_or_default(),
        slots,
    }
}

/// A pattern that is written out, or an expression that is a `Convention`.
fn understand_naming(Entry { name, value, end }: Entry, private: &TokenStream) -> Setting {
    let range = Range { start: name.span(), end };
    let value = match syn::parse2::<LitStr>(value.clone()) {
        Ok(pattern) => quote!(#private::Convention::new(#pattern)),
        Err(_) => value,
    };
    Setting { name, value, range }
}

/// Drops the second of two components of one name: kept, it would only cause further errors.
fn once_each(components: Vec<syntax::Component>, errors: &mut Errors) -> Vec<syntax::Component> {
    let mut kept: Vec<syntax::Component> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for component in components {
        if seen.insert(component.name.to_string()) {
            kept.push(component);
        } else {
            errors.at(
                component.name.span(),
                format!("component `{}` is declared twice\n  Solution: rename one", component.name),
            );
        }
    }
    kept
}

fn understand_component(
    component: syntax::Component,
    names: &[String],
    private: &TokenStream,
    slots: &mut Vec<Slot>,
    errors: &mut Errors,
) -> Component {
    let syntax::Component { name, colon, ty, ty_start, ty_end, settings } = component;
    let (settings, mentions) = understand_settings(settings, names, private, slots, errors);
    let (range, parameters) = (Range { start: name.span(), end: ty_end }, parameters(&ty));
    Component { range, parameters, name, colon, ty, ty_start, settings, mentions }
}

/// Where `A` and `B` of `path::Type<A, B>` stand.
fn parameters(ty: &Type) -> Vec<Range> {
    let Type::Path(path) = ty else { return Vec::new() };
    let Some(last) = path.path.segments.last() else { return Vec::new() };
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return Vec::new() };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Lifetime(_) => None,
        argument => Range::of(argument),
    });
    types.collect()
}

fn understand_settings(
    entries: Vec<Entry>,
    names: &[String],
    private: &TokenStream,
    slots: &mut Vec<Slot>,
    errors: &mut Errors,
) -> (Vec<Setting>, Vec<usize>) {
    let mut reader =
        Reader { components: names, private, mentioned: Vec::new(), slots: Vec::new(), unreadable: false, errors };
    let mut settings: Vec<Setting> = Vec::new();
    for Entry { name, value, end } in entries {
        if settings.iter().any(|known| known.name == name) {
            reader.errors.at(name.span(), format!("`{name}` is set twice"));
            continue;
        }
        let Some(value) = reader.read(value, name == "env") else { continue };
        settings.push(Setting { range: Range { start: name.span(), end }, name, value });
    }
    slots.append(&mut reader.slots);
    (settings, reader.mentioned)
}

/// The providers that nobody lists.
fn built_in(components: &[syntax::Component], library: &Library) -> Vec<Provider> {
    let wanted = |types: &&[&str]| components.iter().any(|component| named(&component.ty, types));
    let on_demand = ON_DEMAND.iter().filter(|(_, _, types)| wanted(types)).map(|(section, ty, _)| (*section, *ty, 0));
    let provider = |(section, ty, warnings): (&str, &str, usize)| {
        let ty = format_ident!("{ty}");
        Provider {
            path: quote!(#library::providers::#ty),
            section: section.to_owned(),
            settings: Vec::new(),
            mentions: Vec::new(),
            // the first slot is for requirements that were overruled, and none of these has priorities
            warnings: 1..1 + warnings,
        }
    };
    BUILT_IN.into_iter().chain(on_demand).map(provider).collect()
}

/// Whether the last name of a type's path is one of these.
fn named(ty: &Type, names: &[&str]) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|last| names.iter().any(|name| last.ident == name))
}

fn understand_providers(
    mut providers: Vec<Provider>,
    listed: Vec<Path>,
    sections: Vec<Section>,
    names: &[String],
    library: &Library,
    slots: &mut Vec<Slot>,
    errors: &mut Errors,
) -> Vec<Provider> {
    let private = library.private();
    for path in listed {
        let section = path.segments.last().map(|last| snake_case(&last.ident.to_string())).unwrap_or_default();
        if providers.iter().any(|provider| provider.section == section) {
            errors.over(&path, format!("provider `{section}` is listed twice, or is built in"));
            continue;
        }
        providers.push(Provider {
            path: quote!(#path),
            section,
            settings: Vec::new(),
            mentions: Vec::new(),
            warnings: 0..WARNING_SLOTS,
        });
    }
    for Section { name, settings } in sections {
        let Some(provider) = providers.iter_mut().find(|provider| name == provider.section) else {
            let known: Vec<String> = syntax::WORDS
                .iter()
                .map(|word| (*word).to_owned())
                .chain(providers.iter().map(|provider| provider.section.clone()))
                .collect();
            let hint = near::hint_or_all(&name.to_string(), known.iter().map(String::as_str));
            errors.at(name.span(), format!("a backend has no setting `{name}`, and no provider of this name{hint}"));
            continue;
        };
        (provider.settings, provider.mentions) = understand_settings(settings, names, &private, slots, errors);
    }
    providers
}

/// One name is one slot; two types under one name are an error.
fn one_each(slots: Vec<Slot>, errors: &mut Errors) -> Vec<Slot> {
    let mut kept: Vec<Slot> = Vec::new();
    for slot in slots {
        match kept.iter_mut().find(|known| known.name == slot.name) {
            None => kept.push(slot),
            Some(known) if known.ty.to_string() == slot.ty.to_string() => known.app_setting |= slot.app_setting,
            Some(known) => errors.at(
                slot.name.span(),
                format!(
                    "slot `{}` has two types: `{}` and `{}`\n  Solution: give both the same type, or rename one",
                    slot.name, known.ty, slot.ty
                ),
            ),
        }
    }
    kept
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

impl Backend {
    /// The components whose outputs some setting mentions.
    pub(super) fn mentions(&self) -> impl Iterator<Item = usize> {
        let components = self.components.iter().flat_map(|component| &component.mentions);
        let providers = self.providers.iter().flat_map(|provider| &provider.mentions);
        let overlays = self.environments.iter().flat_map(Environment::overlays).flat_map(|overlay| &overlay.mentions);
        components.chain(providers).chain(overlays).copied()
    }
    /// The name that physical names begin with: as written, or the type's in kebab case.
    pub(super) fn physical(&self) -> String {
        self.given_name.as_ref().map_or_else(|| snake_case(&self.name.to_string()).replace('_', "-"), LitStr::value)
    }
    /// The environment of the form for one.
    pub(super) fn environment(&self) -> String {
        let single = self.environment.as_ref().filter(|_| !self.is_several());
        single.map(LitStr::value).unwrap_or_default()
    }
    pub(super) fn handles(&self) -> Ident {
        format_ident!("{}Handles", self.name)
    }
    pub(super) fn given(&self) -> Ident {
        format_ident!("{}Given", self.name)
    }
    pub(super) fn plan(&self) -> Ident {
        format_ident!("{}Plan", self.name)
    }
    /// The alias of a component's type: the only place where the user's type is mentioned.
    pub(super) fn alias(&self, component: &Component) -> Ident {
        Ident::new(&format!("__{}_{}", self.name, component.name), component.ty_start)
    }
    /// [`Backend::shape`] where `__Shape` is imported.
    pub(super) fn shape_here(&self, component: &Component) -> TokenStream {
        let alias = self.alias(component);
        quote_spanned!(component.ty_start=> <#alias as __Shape>)
    }
    /// `<Alias as Shape>`, whatever of it a message is about underlined as the user's type.
    pub(super) fn shape(&self, component: &Component) -> TokenStream {
        let (alias, private) = (self.alias(component), self.library.private());
        quote_spanned!(component.ty_start=> <#alias as #private::Shape>)
    }
}
