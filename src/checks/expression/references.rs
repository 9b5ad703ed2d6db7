//! Which properties an expression refers to, read off its syntax tree, and what the language leaves out.

use std::collections::BTreeSet;

use cel::IdedExpr;
use cel::common::ast::{CallExpr, EntryExpr, Expr, operators};

/// The properties that an expression refers to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    /// First fields behind `resource`.
    pub resource: BTreeSet<String>,
    /// First fields behind `account`.
    pub account: BTreeSet<String>,
    /// First fields behind `parameters`.
    pub parameters: BTreeSet<String>,
    /// Every chain of fields behind `resource` and `account`, root included: `["resource", "encryption", "rules"]`.
    pub chains: BTreeSet<Vec<String>>,
}

impl References {
    pub(super) fn of(tree: &IdedExpr) -> Self {
        let mut references = Self::default();
        visit(tree, &mut |node| {
            if let Some(chain) = chain_of(&node.expr) {
                let fields = match chain[0].as_str() {
                    "resource" => &mut references.resource,
                    "account" => &mut references.account,
                    "parameters" => {
                        references.parameters.extend(chain.get(1).cloned());
                        return;
                    }
                    _ => return,
                };
                fields.extend(chain.get(1).cloned());
                references.chains.insert(chain);
            }
        });
        references
    }

    /// Both sets of references together.
    pub fn extend(&mut self, other: Self) {
        self.resource.extend(other.resource);
        self.account.extend(other.account);
        self.parameters.extend(other.parameters);
        self.chains.extend(other.chains);
    }
}

/// Refuses what would hide an unknown or a reference: optionals, maps written out, the roots as whole values, and loops that rename the
/// roots.
pub(super) fn refuse_unsafe(tree: &IdedExpr) -> Result<(), String> {
    let mut refusal = Ok(());
    let mut refuse = |reason: String| {
        if refusal.is_ok() {
            refusal = Err(reason);
        }
    };
    visit(tree, &mut |node| match &node.expr {
        Expr::Call(call) => refuse_call(call, &mut refuse),
        // The language compares evidence with such a map without a look at what is unknown in it.
        Expr::Map(_) | Expr::Struct(_) => refuse("a map cannot be written out; compare its properties one by one".to_owned()),
        Expr::Comprehension(comprehension) if is_root(&comprehension.iter_var) => {
            refuse(format!("a loop variable must not be called `{}`", comprehension.iter_var));
        }
        _ => {}
    });
    visit_bare_roots(tree, &mut |name| {
        refuse(format!("`{name}` must be followed by a property, so that what to read is known beforehand"));
    });
    refusal
}

fn refuse_call(call: &CallExpr, refuse: &mut impl FnMut(String)) {
    let optional = matches!(call.func_name.as_str(), operators::OPT_INDEX | operators::OPT_SELECT)
        || call.target.as_ref().is_some_and(|target| matches!(&target.expr, Expr::Ident(name) if name == "optional"));
    if optional {
        refuse("optional access hides what could not be read; compare with null instead".to_owned());
    }
}

fn is_root(name: &str) -> bool {
    matches!(name, "resource" | "account" | "parameters")
}

/// The fields of `root.a.b`, root first; `None` for anything else.
fn chain_of(expression: &Expr) -> Option<Vec<String>> {
    match expression {
        Expr::Select(select) => {
            let mut chain = chain_of(&select.operand.expr)?;
            chain.push(select.field.clone());
            Some(chain)
        }
        Expr::Ident(name) if is_root(name) => Some(vec![name.clone()]),
        _ => None,
    }
}

fn visit_bare_roots(node: &IdedExpr, found: &mut impl FnMut(&str)) {
    match &node.expr {
        Expr::Ident(name) if is_root(name) => found(name),
        Expr::Select(select) if matches!(&select.operand.expr, Expr::Ident(_)) => {}
        _ => children(node, &mut |child| visit_bare_roots(child, found)),
    }
}

fn visit(node: &IdedExpr, found: &mut impl FnMut(&IdedExpr)) {
    found(node);
    children(node, &mut |child| visit(child, found));
}

fn children(node: &IdedExpr, found: &mut dyn FnMut(&IdedExpr)) {
    match &node.expr {
        Expr::Call(call) => call.target.iter().map(AsRef::as_ref).chain(&call.args).for_each(found),
        Expr::Comprehension(comprehension) => {
            for part in [
                &comprehension.iter_range,
                &comprehension.accu_init,
                &comprehension.loop_cond,
                &comprehension.loop_step,
                &comprehension.result,
            ] {
                found(part);
            }
        }
        Expr::List(list) => list.elements.iter().for_each(found),
        Expr::Select(select) => found(&select.operand),
        Expr::Map(map) => map.entries.iter().for_each(|entry| entry_children(&entry.expr, found)),
        Expr::Struct(fields) => fields.entries.iter().for_each(|entry| entry_children(&entry.expr, found)),
        Expr::Ident(_) | Expr::Literal(_) | Expr::Unspecified => {}
    }
}

fn entry_children(entry: &EntryExpr, found: &mut dyn FnMut(&IdedExpr)) {
    match entry {
        EntryExpr::StructField(field) => found(&field.value),
        EntryExpr::MapEntry(entry) => {
            found(&entry.key);
            found(&entry.value);
        }
    }
}
