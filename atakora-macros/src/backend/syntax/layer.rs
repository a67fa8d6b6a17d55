//! What a backend says, and what one of its environments says again.

use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitBool, LitInt, LitStr, Token, braced, bracketed};

use super::{Entry, colon_after, each, entries};
use crate::errors::Errors;
use crate::near;

/// What an environment can set beside the sections of providers and components.
pub(in crate::backend) const LAYERED: [&str; 4] = ["protect", "limits", "tags", "allow"];

/// What a backend has once.
const SHARED: [&str; 5] = ["name", "unique", "label", "naming", "providers"];

#[derive(Default)]
pub(in crate::backend) struct Layer {
    pub(in crate::backend) protect: Option<LitBool>,
    pub(in crate::backend) limits: Vec<Limit>,
    pub(in crate::backend) tags: Vec<(Ident, LitStr)>,
    pub(in crate::backend) allow: Option<Vec<LitStr>>,
    /// Settings of providers; in an environment those of components as well.
    pub(in crate::backend) sections: Vec<Section>,
    /// Everything that is set.
    words: Vec<Ident>,
}

pub(in crate::backend) struct Limit {
    pub(in crate::backend) name: Ident,
    pub(in crate::backend) value: LitInt,
}

/// The settings of one provider: `monitoring: { retention_days: 90 }`.
pub(in crate::backend) struct Section {
    pub(in crate::backend) name: Ident,
    pub(in crate::backend) settings: Vec<Entry>,
}

/// `staging: { monitoring: { retention_days: 30 }, limits: { .. } }`.
pub(in crate::backend) struct Environment {
    pub(in crate::backend) name: Ident,
    pub(in crate::backend) layer: Layer,
}

pub(super) fn environment(body: ParseStream, errors: &mut Errors) -> syn::Result<Environment> {
    let name = body.call(Ident::parse_any)?;
    let expected = || format!("expected `{name}: {{ … }}`: what is different there, or nothing");
    if body.parse::<Option<Token![:]>>()?.is_none() || !body.peek(syn::token::Brace) {
        return Err(syn::Error::new(name.span(), expected()));
    }
    let overlay;
    braced!(overlay in body);
    let mut layer = Layer::default();
    each(&overlay, errors, |overlay, errors| {
        let name = overlay.call(Ident::parse_any)?;
        let word = name.unraw().to_string();
        colon_after(overlay, &name)?;
        layer.once(&name, errors);
        if SHARED.contains(&word.as_str()) {
            let text = format!("`{word}` is the same in all environments\n  Solution: write it beside `environments`");
            return Err(syn::Error::new(name.span(), text));
        }
        if layer.set(&name, &word, overlay, errors)? {
            return Ok(());
        }
        let hint = near::hint_or_all(&word, LAYERED);
        Err(syn::Error::new(name.span(), format!("an environment has no setting `{word}`{hint}")))
    });
    Ok(Environment { name, layer })
}

impl Layer {
    /// Notes that something is set; twice is an error.
    pub(super) fn once(&mut self, name: &Ident, errors: &mut Errors) {
        if self.words.contains(name) {
            errors.at(name.span(), format!("`{}` is set twice", name.unraw()));
        }
        self.words.push(name.clone());
    }

    /// Everything that is set, in its order.
    pub(in crate::backend) fn words(&self) -> &[Ident] {
        &self.words
    }

    /// Reads the value of `name`, of which the colon has been read; `false` if a layer has no such setting.
    pub(super) fn set(
        &mut self,
        name: &Ident,
        word: &str,
        body: ParseStream,
        errors: &mut Errors,
    ) -> syn::Result<bool> {
        match word {
            "protect" => self.protect = Some(body.parse()?),
            "limits" => {
                let limits;
                braced!(limits in body);
                each(&limits, errors, |limits, errors| {
                    let name = limits.call(Ident::parse_any)?;
                    colon_after(limits, &name)?;
                    let value: LitInt = limits.parse()?;
                    if self.limits.iter().any(|limit| limit.name == name) {
                        errors.at(name.span(), format!("limit `{name}` is set twice"));
                    }
                    self.limits.push(Limit { name, value });
                    Ok(())
                });
            }
            "tags" => {
                let tags;
                braced!(tags in body);
                each(&tags, errors, |tags, errors| {
                    let name = tags.call(Ident::parse_any)?;
                    colon_after(tags, &name)?;
                    if self.tags.iter().any(|(known, _)| *known == name) {
                        errors.at(name.span(), format!("tag `{name}` is set twice"));
                    }
                    self.tags.push((name, tags.parse()?));
                    Ok(())
                });
            }
            "allow" => {
                let allow;
                bracketed!(allow in body);
                let rules = allow.parse_terminated(<LitStr as Parse>::parse, Token![,])?;
                self.allow.get_or_insert_default().extend(rules);
            }
            _ if body.peek(syn::token::Brace) => {
                let settings;
                braced!(settings in body);
                let settings = entries(&settings, errors);
                self.sections.push(Section { name: name.clone(), settings });
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}
