//! The page of the documents: by what rules figures are read, and what does not add up in them.

use dak_so::i18n::{
    hedge, hedge_rule, messages, period_rule, status, status_rule, verdict, verdict_rule,
};
use dak_so::model::{Input, PeriodBasis, Qualifier};
use dak_so::query::Verdict;

use super::*;

fn sources(language: Language) -> String {
    written(&site(), View { language, route: Route::Sources })
}

/// The text of the entry that has an id.
fn entry(html: &str, id: &str) -> String {
    let found = html.split(&format!("<div id=\"{id}\">")).nth(1);
    let found = found.unwrap_or_else(|| panic!("nothing has the id {id}"));
    text(found.split("</dd>").next().unwrap())
}

#[test]
fn every_verdict_status_period_and_hedge_is_explained_at_an_address_of_its_own() {
    for &language in Language::ALL {
        let html = sources(language);
        let check = |id: String, name: &str, rule: &str| {
            let said = entry(&html, &id);
            assert!(said.starts_with(&format!("{name}{rule}")), "{id}: {said}");
        };
        for of in Verdict::ALL {
            let id = format!("verdict-{}", of.slug());
            check(id, verdict(language, *of), &verdict_rule(language, *of));
        }
        for of in Status::ALL {
            let id = format!("status-{}", of.slug());
            check(id, status(language, *of), status_rule(language, *of));
        }
        for of in Qualifier::ALL {
            let id = format!("hedge-{}", of.slug());
            check(id, hedge(language, *of), hedge_rule(language, *of));
        }
        let text = messages(language);
        let names = [text.period_stated, text.period_inferred];
        for (of, name) in PeriodBasis::ALL.iter().zip(names) {
            check(format!("period-{}", of.slug()), name, period_rule(language, *of));
        }
    }
}

#[test]
fn the_rule_of_a_verdict_names_the_months_that_decide() {
    assert!(entry(&sources(Language::Vi), "verdict-same").contains("không quá 6 tháng"));
    assert!(
        entry(&sources(Language::En), "verdict-different_period").contains("more than 6 months")
    );
}

#[test]
fn a_status_leads_to_its_targets_and_a_group_of_targets_to_its_explanation() {
    for (language, to_targets, to_sources) in [
        (Language::Vi, "../muc-tieu/", "../nguon/"),
        (Language::En, "../../en/targets/", "../../en/sources/"),
    ] {
        let sources = sources(language);
        let targets = written(&site(), View { language, route: Route::Targets });
        let entries = ledger(&DATASET);
        for of in Status::ALL {
            let slug = of.slug();
            let has_targets = entries.iter().any(|entry| entry.status == *of);
            let group = format!("<a href=\"{to_targets}#{slug}\">");
            assert_eq!(sources.contains(&group), has_targets, "{group}");
            let link = format!(
                "<h3 id=\"{slug}-heading\"><a href=\"{to_sources}#status-{slug}\">{}</a>",
                status(language, *of)
            );
            assert_eq!(targets.contains(&link), has_targets, "{link}");
        }
    }
}

/// The part of the page that lists what was found, item by item.
fn findings(html: &str) -> Vec<&str> {
    let part = html.split(" id=\"findings\"").nth(1).unwrap();
    let part = part.split("</section>").next().unwrap();
    part.split("<li>").skip(1).map(|item| item.split("</li>").next().unwrap()).collect()
}

#[test]
fn every_note_of_a_figure_is_listed_once_with_the_figures_and_their_places() {
    for &language in Language::ALL {
        let html = sources(language);
        let items = findings(&html);
        for (id, figure) in DATASET.observations() {
            let note = figure.note.get(language);
            if note.is_empty() {
                continue;
            }
            let has_note = |item: &&&str| item.split("</div>").any(|block| text(block) == note);
            let with_note: Vec<&&str> = items.iter().filter(has_note).collect();
            let [item] = with_note.as_slice() else { panic!("{}: {with_note:?}", figure.slug) };
            let view = View { language, route: Route::Sources };
            let href = view.link(&DATASET, view.at(Route::Figure(id)));
            assert!(item.contains(&format!("href=\"{href}\"")), "{}: {item}", figure.slug);
            let number = figure.source.0 + 1;
            let place = format!("[{number}] {} {}", messages(language).paragraph, figure.paragraph);
            assert!(item.contains(&format!("href=\"#source-{number}\"")), "{item}");
            assert!(text(item).contains(&place), "{place}: {item}");
        }
    }
}

#[test]
fn what_was_computed_to_see_a_contradiction_stands_beside_it() {
    for &language in Language::ALL {
        let html = sources(language);
        let computed = findings(&html).into_iter().flat_map(|item| item.split("</div>"));
        let computed: Vec<String> =
            computed.filter(|block| block.contains("\"evidence\"")).map(text).collect();
        for (id, derivation) in DATASET.derivations() {
            let noted = |input: &Input| match input {
                Input::Observation(id) => !DATASET.observation(*id).note.get(language).is_empty(),
                Input::Derivation(_) => false,
            };
            let note = derivation.note.get(language);
            if note.is_empty() && !derivation.inputs.iter().all(noted) {
                continue;
            }
            let sum = arithmetic(language, &DATASET, id).replace('\u{a0}', " ");
            let beside = computed.iter().filter(|said| said.contains(&sum) && said.contains(note));
            assert_eq!(beside.count(), 1, "{}: {sum}", derivation.slug);
        }
    }
    let html = sources(Language::En);
    let items = findings(&html);
    let people = items.into_iter().map(text).find(|item| item.contains("105.9 × 100"));
    let people = people.unwrap();
    for said in
        ["28.4 subscriptions per 100 people", "2,000,000 ÷ 105.9 × 100 ≈ 1,890,000", "≈ 1.96"]
    {
        assert!(people.contains(said), "{said}: {people}");
    }
}

#[test]
fn the_contents_lead_to_parts_that_are_there_and_the_boundaries_are_said_once() {
    for &language in Language::ALL {
        let html = sources(language);
        let nav = html.split("<nav aria-label").last().unwrap().split("</nav>").next().unwrap();
        let parts = values(nav, "<a", "href");
        assert_eq!(parts.len(), 7);
        for part in parts {
            let id = part.strip_prefix('#').unwrap();
            assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{part}");
        }
        for province in DATASET.provinces.iter() {
            assert_eq!(text(&html).matches(province.note.get(language)).count(), 1);
        }
    }
}
