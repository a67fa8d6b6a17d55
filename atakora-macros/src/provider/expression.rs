//! Conditions and counts of a provider: ordinary Rust over the names of its fields.
//!
//! `sku == Basic && !topics.is_empty()` becomes `view.sku.rank() == <Sku>::Basic.rank() && !view.topics.is_empty()`:
//! `==` on enums is not const, and the fields are those of the merged view. `settings` and `context` keep their meaning.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{BinOp, Expr, ExprCall, ExprMethodCall, Ident};

use super::model::Field;
use crate::errors::Errors;
use crate::near;
use crate::types;

/// The rewritten expression and the fields that it reads, in order.
pub(super) fn rewrite(mut expression: Expr, fields: &[Field], errors: &mut Errors) -> (TokenStream, Vec<Ident>) {
    let mut rewriter = Rewriter { fields, used: Vec::new(), errors };
    rewriter.visit_expr_mut(&mut expression);
    (expression.to_token_stream(), rewriter.used)
}

struct Rewriter<'a> {
    fields: &'a [Field],
    used: Vec<Ident>,
    errors: &'a mut Errors,
}

impl<'a> Rewriter<'a> {
    fn field(&self, expression: &Expr) -> Option<&'a Field> {
        let name = lone(expression)?;
        self.fields.iter().find(|field| field.name == *name)
    }

    /// `field == Variant`, the field on either side.
    fn comparison(&mut self, left: &Expr, right: &Expr) -> Option<(TokenStream, TokenStream)> {
        let field = self.field(left)?;
        let variant = lone(right).filter(|name| is_capitalised(name))?;
        if types::is_number(&field.ty) {
            return None;
        }
        let (name, ty) = (&field.name, &field.ty);
        self.used.push(name.clone());
        Some((quote!(view.#name.rank()), quote!(<#ty>::#variant.rank())))
    }
}

impl VisitMut for Rewriter<'_> {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        if let Expr::Binary(binary) = expression {
            let compares = matches!(
                binary.op,
                BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_)
            );
            if compares {
                if let Some((field, variant)) = self.comparison(&binary.left, &binary.right) {
                    (*binary.left, *binary.right) = (Expr::Verbatim(field), Expr::Verbatim(variant));
                    return;
                }
                if let Some((field, variant)) = self.comparison(&binary.right, &binary.left) {
                    (*binary.left, *binary.right) = (Expr::Verbatim(variant), Expr::Verbatim(field));
                    return;
                }
            }
        }
        if let Some(field) = self.field(expression) {
            let name = &field.name;
            self.used.push(name.clone());
            *expression = Expr::Verbatim(quote!(view.#name));
            return;
        }
        if let Some(name) = lone(expression)
            && !is_capitalised(name)
            && name != "settings"
            && name != "context"
        {
            let names: Vec<String> = self.fields.iter().map(|field| field.name.to_string()).collect();
            let hint = near::hint(&name.to_string(), names.iter().map(String::as_str));
            self.errors.at(name.span(), format!("`{name}` is not a field of this provider{hint}"));
            return;
        }
        visit_mut::visit_expr_mut(self, expression);
    }

    fn visit_expr_call_mut(&mut self, call: &mut ExprCall) {
        // the function's name is not a field
        for argument in &mut call.args {
            self.visit_expr_mut(argument);
        }
    }

    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        self.visit_expr_mut(&mut call.receiver);
        for argument in &mut call.args {
            self.visit_expr_mut(argument);
        }
    }
}

fn lone(expression: &Expr) -> Option<&Ident> {
    match expression {
        Expr::Path(path) => path.path.get_ident(),
        _ => None,
    }
}

fn is_capitalised(name: &Ident) -> bool {
    name.to_string().starts_with(char::is_uppercase)
}
