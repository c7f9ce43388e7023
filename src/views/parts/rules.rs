use yew::Html;

use crate::i18n::{
    hedge, hedge_rule, period_rule, rule_texts, status, status_rule, verdict, verdict_rule,
};
use crate::model::{PeriodBasis, Qualifier, Slug};
use crate::query::{Status, Verdict};
use crate::state::Route;
use crate::views::Context;
use crate::views::markup::{each, markup};

use super::section::section;

/// Every verdict, every status, every way to know a period and every hedge: what it means and by what
/// rule it is given, in the words that the views use for it.
pub(in crate::views) fn rules(cx: Context<'_>) -> Html {
    let text = rule_texts(cx.language());
    markup! {
        { section("verdicts", text.verdicts, list(text.verdicts_lead, verdicts(cx))) }
        { section("statuses", text.statuses, list(text.statuses_lead, statuses(cx))) }
        { section("periods", text.periods, list(text.periods_lead, periods(cx))) }
        { section("hedges", text.hedges, list(text.hedges_lead, hedges(cx))) }
    }
}

/// The place on the page of the documents that explains a status.
pub(in crate::views) fn status_anchor(of: Status) -> String {
    format!("status-{}", of.slug())
}

fn verdicts(cx: Context<'_>) -> Vec<Html> {
    let language = cx.language();
    each(Verdict::ALL, |of| {
        let id = format!("verdict-{}", of.slug());
        rule(id, verdict(language, *of), verdict_rule(language, *of).into())
    })
}

fn statuses(cx: Context<'_>) -> Vec<Html> {
    let language = cx.language();
    each(Status::ALL, |of| {
        // The ledger has a group for each status that a target has.
        let count = cx.analysis.ledger().iter().filter(|entry| entry.status == *of).count();
        let group = (count > 0).then(|| {
            let href = cx.place(Route::Targets, of.slug());
            let name = rule_texts(language).targets_with_status;
            markup! { { " " }<a href={href}>{ name }</a>{ format!("\u{a0}({count}).") } }
        });
        let said = markup! { { status_rule(language, *of) }{ group } };
        rule(status_anchor(*of), status(language, *of), said)
    })
}

fn periods(cx: Context<'_>) -> Vec<Html> {
    let text = cx.messages();
    each(PeriodBasis::ALL, |of| {
        let name = match of {
            PeriodBasis::Stated => text.period_stated,
            PeriodBasis::Inferred => text.period_inferred,
        };
        let id = format!("period-{}", of.slug());
        rule(id, name, period_rule(cx.language(), *of).into())
    })
}

fn hedges(cx: Context<'_>) -> Vec<Html> {
    let language = cx.language();
    each(Qualifier::ALL, |of| {
        let id = format!("hedge-{}", of.slug());
        rule(id, hedge(language, *of), hedge_rule(language, *of).into())
    })
}

fn list(lead: &'static str, rules: Vec<Html>) -> Html {
    markup! { <p>{ lead }</p><dl class="facts-of-figure">{ rules }</dl> }
}

fn rule(id: String, name: &'static str, said: Html) -> Html {
    markup! { <div id={id}><dt>{ name }</dt><dd>{ said }</dd></div> }
}
