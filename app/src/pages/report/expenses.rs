//! The expenses of a report with their totals beside the grant.

use crate::{
    api::report::{AddExpense, RemoveExpense},
    components::{Check, DateField, Empty, Facts, Form, Hidden, SelectField, Submit, TextField},
    contract::report::ReportView,
    format::date,
    i18n::*,
    visit::locale,
    wording::category_words,
};
use domain::{
    id::ExpenseId,
    money::{money, percent},
    report::{Expense, ExpenseCategory},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The expenses; suppliers, invoices and proofs are for staff alone (`work`).
pub(super) fn expenses(view: &ReportView, work: bool) -> impl IntoView + use<> {
    let l = locale();
    let table = if view.expenses.is_empty() {
        view! { <Empty words=td_string!(l, report.no_expenses)/> }.into_any()
    } else {
        table(view, work).into_any()
    };
    let settled = view.settlement;
    // Before the first expense there is nothing to compare with the grant.
    let reduced = if settled.reduced_by_cents > 0 && !view.expenses.is_empty() {
        money(settled.reduced_by_cents)
    } else {
        String::new()
    };
    let totals = vec![
        (td_string!(l, report.cost).to_string(), view.cost_cents.map(money).unwrap_or_default()),
        (td_string!(l, report.cofinancing).to_string(), view.cofinancing.map(share).unwrap_or_default()),
        (td_string!(l, report.eligible).to_string(), money(settled.eligible_cents)),
        (td_string!(l, report.grant).to_string(), money(settled.grant_cents)),
        (td_string!(l, report.payable).to_string(), money(settled.payable_cents)),
        (td_string!(l, report.reduced).to_string(), reduced),
    ];
    let add = (work && view.may_write).then(|| add(view));
    view! {
        <section class="section" aria-labelledby="spese">
            <h2 id="spese">{td_string!(l, report.expenses)}</h2>
            {table}
            <Facts rows=totals/>
            {add}
        </section>
    }
}

/// A share with its sign: `28,57 %`.
fn share(hundredths: u32) -> String {
    format!("{} %", percent(hundredths))
}

fn table(view: &ReportView, work: bool) -> impl IntoView + use<> {
    let l = locale();
    let rows = view.expenses.iter().map(|(id, one)| row(view, *id, one, work)).collect_view();
    let supplier = work.then(|| view! { <th scope="col">{td_string!(l, report.supplier)}</th> });
    let invoice = work.then(|| view! { <th scope="col">{td_string!(l, report.invoice)}</th> });
    let action =
        (work && view.may_write).then(|| view! { <th scope="col">{td_string!(l, report.remove_expense)}</th> });
    view! {
        <table class="table table-cards">
            <caption class="visually-hidden">{td_string!(l, report.expenses)}</caption>
            <thead>
                <tr>
                    <th scope="col">{td_string!(l, report.category)}</th>
                    {supplier}
                    {invoice}
                    <th scope="col">{td_string!(l, report.paid_on)}</th>
                    <th scope="col" class="num">{td_string!(l, report.net)}</th>
                    <th scope="col" class="num">{td_string!(l, report.vat)}</th>
                    <th scope="col" class="num">{td_string!(l, report.eligible)}</th>
                    {action}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(view: &ReportView, id: ExpenseId, one: &Expense, work: bool) -> impl IntoView + use<> {
    let l = locale();
    let supplier = work.then(|| view! { <td data-label=td_string!(l, report.supplier)>{one.supplier.clone()}</td> });
    let invoice = work.then(|| view! { <td data-label=td_string!(l, report.invoice)>{one.invoice.clone()}</td> });
    // Expenses may share an invoice: the button says which of them it takes away.
    let which = format!("{}: {}, {}", one.invoice, category_words(l, one.category), money(one.net_cents));
    let (slug, label) = (view.process.slug.clone(), format!("{} {which}", td_string!(l, report.remove_expense)));
    // Only what was paid counts.
    let paid_on = one.paid_on.map_or_else(|| td_string!(l, report.unpaid).to_string(), date);
    let action = (work && view.may_write).then(|| {
        view! {
            <td>
                <Form to=RemoveExpense::PATH key=id.to_string() class="inline-form">
                    <Hidden name="slug" value=slug/>
                    <Hidden name="expense" value=id.to_string()/>
                    <Submit kind="btn-link btn-sm" label=label/>
                </Form>
            </td>
        }
    });
    view! {
        <tr>
            <td data-label=td_string!(l, report.category)>{category_words(l, one.category)}</td>
            {supplier}
            {invoice}
            <td data-label=td_string!(l, report.paid_on)>{paid_on}</td>
            <td class="num" data-label=td_string!(l, report.net)>{money(one.net_cents)}</td>
            <td class="num" data-label=td_string!(l, report.vat)>{money(one.vat_cents)}</td>
            <td class="num" data-label=td_string!(l, report.eligible)>{money(one.eligible_cents())}</td>
            {action}
        </tr>
    }
}

fn add(view: &ReportView) -> impl IntoView + use<> {
    let l = locale();
    let kinds = ExpenseCategory::ALL.iter().map(|kind| (kind.code().to_owned(), category_words(l, *kind))).collect();
    let slug = view.process.slug.clone();
    view! {
        <h3>{td_string!(l, report.expense_new)}</h3>
        <Form to=AddExpense::PATH key="spesa" class="narrow">
            <Hidden name="slug" value=slug/>
            <SelectField name="category" label=td_string!(l, report.category) options=kinds/>
            <TextField name="supplier" label=td_string!(l, report.supplier) max=200/>
            <TextField name="act" label=td_string!(l, report.act) optional=true max=200/>
            <TextField name="invoice" label=td_string!(l, report.invoice) max=120/>
            <TextField name="net" label=td_string!(l, report.net) inputmode="decimal"/>
            <TextField name="vat" label=td_string!(l, report.vat) optional=true inputmode="decimal"/>
            <Check name="vat_deductible" label=td_string!(l, report.vat_deductible)/>
            <DateField
                name="paid_on" label=td_string!(l, report.paid_on) hint=td_string!(l, report.paid_on_hint).to_string()
                optional=true
            />
            <TextField name="proof" label=td_string!(l, report.proof) optional=true max=200/>
            <Submit label=td_string!(l, report.add_expense)/>
        </Form>
    }
}
