use std::collections::BTreeSet;
use std::fs;

use dak_so::embedded::DATASET;
use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};
use e2e::{Key, Page, Result};

use crate::pages::folder;
use crate::visit::{address, visit};

/// What the page says in its own language, in view or to assistive technology: everything but
/// what is marked as being in another one.
const OWN_TEXT: &str = "
    const page = document.documentElement;
    const isOwn = element => element.closest('[lang]').lang === page.lang
        && !element.closest('[hidden], script, style, .address');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const own = [document.title];
    while (texts.nextNode()) {
        if (isOwn(texts.currentNode.parentElement)) own.push(texts.currentNode.data);
    }
    for (const name of ['aria-label', 'aria-roledescription', 'alt', 'title']) {
        for (const element of document.querySelectorAll(`body [${name}]`)) {
            if (isOwn(element)) own.push(element.getAttribute(name));
        }
    }
    return own.join('\\n')";

/// English words of the interface that are no Vietnamese ones.
const ENGLISH: &[&str] = &[
    "Source",
    "Sources",
    "paragraph",
    "published",
    "figure",
    "Legend",
    "Target",
    "Result",
    "Indicator",
    "Close",
    "Download",
    "Period",
    "Unit",
    "Certainty",
    "about",
    "over",
    "nearly",
    "estimated",
    "per",
    "of",
    "the",
    "chart",
];

async fn own_text(page: &Page) -> Result<String> {
    // With a card open, its words are looked at as well.
    page.ask::<()>("document.querySelector('.marks').focus()").await?;
    page.press(Key::Right).await?;
    page.ask(OWN_TEXT).await
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

#[test]
fn the_language_links_lead_there_and_back() {
    visit(async |page| {
        page.open("").await?;
        for language in [Language::En, Language::Vi] {
            page.click(&format!(".languages a[hreflang={}]", language.slug())).await?;
            let there = format!("return document.documentElement.lang === '{}'", language.slug());
            page.until("the other language opens", &there).await?;
            page.until_ready().await?;
            let address_now = page.driver().current_url().await?.to_string();
            assert_eq!(address_now, format!("{}/{}", page.site(), address(language)));
            assert_eq!(page.driver().title().await?, messages(language).document_title);
            let current = "return [...document.querySelectorAll('.languages a')]
                .filter(link => link.ariaCurrent === 'page' || link.hasAttribute('aria-current'))
                .map(link => link.hreflang)";
            let current: Vec<String> = page.ask(current).await?;
            assert_eq!(current, [language.slug()]);
        }
        Ok(())
    });
}

#[test]
fn the_english_page_has_no_vietnamese_words_but_names() {
    visit(async |page| {
        page.open(address(Language::En)).await?;
        let text = own_text(page).await?;
        // Names of people and places, of the product and of an app, and a misprint that a note
        // tells of.
        let mut names: BTreeSet<&str> = words("Đắk Số, Đăk Nông – C, Đắc Lắk").collect();
        for province in DATASET.provinces.iter() {
            names.extend(words(province.name.en));
            names.extend(words(province.successor.en));
            names.extend(
                words(province.note.en).filter(|word| word.starts_with(char::is_uppercase)),
            );
        }
        for source in DATASET.sources.iter() {
            names.extend(words(source.author));
        }
        let vietnamese = words(&text).filter(|word| !word.is_ascii());
        let left: BTreeSet<&str> = vietnamese.filter(|word| !names.contains(word)).collect();
        assert!(left.is_empty(), "{left:?}");
        // Some words of Vietnamese are written without diacritics.
        for word in ["Trang", "trang", "theo", "cho", "trong", "hai", "sau"] {
            assert!(!words(&text).any(|other| other == word), "{word}");
        }
        assert_numbers(&text, '.', ',');
        Ok(())
    });
}

#[test]
fn the_vietnamese_page_has_no_english_words() {
    visit(async |page| {
        page.open(address(Language::Vi)).await?;
        let text = own_text(page).await?;
        let left: BTreeSet<&str> = words(&text).filter(|word| ENGLISH.contains(word)).collect();
        assert!(left.is_empty(), "{left:?}");
        assert_numbers(&text, ',', '.');
        Ok(())
    });
}

/// Checks that the separators of numbers are those of the language: what groups digits has three of
/// them behind it, and both occur.
fn assert_numbers(text: &str, point: char, group: char) {
    // The version that citations and the foot of the page name is no number.
    let package = fs::read_to_string(folder().join("data/datapackage.json")).unwrap();
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    let text = text.replace(package["version"].as_str().unwrap(), " ");
    let numbers: Vec<&str> = text
        .split(|letter: char| !(letter.is_ascii_digit() || letter == point || letter == group))
        .map(|number| number.trim_matches([point, group]))
        .collect();
    assert!(numbers.iter().any(|number| number.contains(point)));
    for number in numbers {
        let mut groups = number.split(point).next().unwrap_or_default().split(group);
        let first = groups.next().unwrap_or_default();
        let is_grouped = groups.all(|digits| digits.len() == 3);
        assert!(is_grouped && (first.len() <= 3 || !number.contains(group)), "{number}");
    }
}
