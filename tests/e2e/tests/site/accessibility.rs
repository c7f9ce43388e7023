use std::collections::BTreeSet;

use dak_so::chart::{ChartId, heading, takeaway};
use dak_so::embedded::DATASET;
use dak_so::i18n::messages;
use dak_so::model::{Language, Slug};
use e2e::{Key, Page, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::card::plain;
use crate::pages::address_of;
use crate::visit::{address, visit};

/// Something that assistive technology is told of.
#[derive(Debug)]
struct Node {
    role: String,
    name: String,
    description: String,
    level: Option<u64>,
    // The browser garbles the words when it tells them to us, so that they are no use.
    has_role_description: bool,
}

/// A node as the browser answers it.
#[derive(Deserialize)]
struct RawNode {
    ignored: bool,
    #[serde(default)]
    role: Field,
    #[serde(default)]
    name: Field,
    #[serde(default)]
    description: Field,
    #[serde(default)]
    properties: Vec<Property>,
}

#[derive(Default, Deserialize)]
struct Field {
    #[serde(default)]
    value: Value,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    value: Field,
}

impl RawNode {
    fn into_node(self) -> Node {
        let text = |field: Field| plain(field.value.as_str().unwrap_or_default());
        let property = |name: &str| {
            let mut properties = self.properties.iter();
            let found = properties.find(|property| property.name == name);
            found.map(|property| property.value.value.clone())
        };
        Node {
            level: property("level").and_then(|level| level.as_u64()),
            has_role_description: property("roledescription").is_some(),
            role: text(self.role),
            name: text(self.name),
            description: text(self.description),
        }
    }
}

async fn tree(page: &Page) -> Result<Vec<Node>> {
    page.command("Accessibility.enable", json!({})).await?;
    let mut tree = page.command("Accessibility.getFullAXTree", json!({})).await?;
    let nodes: Vec<RawNode> = serde_json::from_value(tree["nodes"].take())?;
    let told = nodes.into_iter().filter(|node| !node.ignored);
    Ok(told.map(RawNode::into_node).collect())
}

#[test]
fn each_chart_is_a_group_with_a_name_and_its_takeaway() {
    visit(async |page| {
        for language in Language::ALL {
            let text = messages(*language);
            for chart in ChartId::ALL {
                page.open(&address_of(*chart, *language)).await?;
                let (tree, heading) = (tree(page).await?, heading(*language, *chart));
                let is_chart = |node: &&Node| {
                    node.has_role_description && node.role == "group" && node.name == heading
                };
                let charts: Vec<&Node> = tree.iter().filter(is_chart).collect();
                let [group] = charts.as_slice() else { panic!("{heading}: {charts:#?}") };
                let takeaway = plain(&takeaway(*language, &DATASET, *chart));
                assert!(group.description.contains(&takeaway), "{group:?}");
                assert!(group.description.contains(text.chart_hint), "{group:?}");
                let figure = |node: &Node| node.role == "figure" && node.name == heading;
                assert!(tree.iter().any(figure), "{heading}");
            }
        }
        Ok(())
    });
}

#[test]
fn the_page_has_its_landmarks_and_one_main_heading() {
    visit(async |page| {
        for language in Language::ALL {
            page.open(address(*language)).await?;
            let text = messages(*language);
            let tree = tree(page).await?;
            let names = |role: &str| {
                let nodes = tree.iter().filter(|node| node.role == role);
                nodes.map(|node| node.name.as_str()).collect::<Vec<_>>()
            };
            assert_eq!(names("main").len(), 1);
            assert_eq!(names("banner").len(), 1);
            assert_eq!(names("contentinfo").len(), 1);
            // The tree is told level by level, not in reading order.
            let navigation: BTreeSet<&str> = names("navigation").into_iter().collect();
            let expected = [text.languages_label, text.pages_label];
            assert_eq!(navigation, BTreeSet::from(expected));
            let at_level = |level| {
                let nodes = tree.iter().filter(|node| node.role == "heading");
                let nodes = nodes.filter(|node| node.level == Some(level));
                nodes.map(|node| node.name.as_str()).collect::<Vec<_>>()
            };
            assert_eq!(at_level(1), [plain(text.heading)]);
            assert!(at_level(2).contains(&text.pair_heading));
        }
        Ok(())
    });
}

#[test]
fn nothing_that_can_be_used_is_without_a_name() {
    visit(async |page| {
        for language in Language::ALL {
            page.open(&address_of(ChartId::Targets, *language)).await?;
            page.ask::<()>("document.querySelector('#targets .marks').focus()").await?;
            page.press(Key::Right).await?;
            let tree = tree(page).await?;
            let roles = ["link", "button", "DisclosureTriangle", "table", "figure"];
            let used: Vec<&Node> =
                tree.iter().filter(|node| roles.contains(&&*node.role)).collect();
            assert!(used.iter().any(|node| node.role == "button"));
            assert!(used.len() > 20);
            let nameless = used.into_iter().filter(|node| node.name.is_empty());
            let nameless: Vec<&Node> = nameless.collect();
            assert!(nameless.is_empty(), "{nameless:#?}");
            // What cannot be read out is not announced either.
            assert!(tree.iter().all(|node| node.role != "Canvas"));
        }
        Ok(())
    });
}
