//! What befalls a chart in pages that nobody here has written. Each has its number.

use std::time::Duration;

use dak_so::model::{ChartId, Slug};
use e2e::{Behaviour, Engine, Key, Page, Result};
use serde_json::json;
use tokio::time::sleep;

use super::host::{Host, assert_same, assert_whole, bring_to_life, frame, script, sized};
use crate::visit::{Visit, visit_as};

const VISITS: [Visit; 3] = Visit::IN_EACH;

/// A frame settles within as many messages.
const MESSAGES: usize = 3;

fn in_each(test: &impl AsyncFn(&Page) -> Result<()>) {
    for visit in VISITS {
        visit_as(visit, async |page, _| test(page).await);
    }
}

#[test]
fn fault_12_what_a_portal_has_left_keeps_no_embed_asleep() {
    for visit in VISITS {
        let behaviour = Behaviour::Portal(&["assets/dak-so"]);
        visit_as(Visit { behaviour, ..visit }, async |page, server| {
            let address = "nhung/like-for-like/";
            page.go(address).await?;
            page.ask::<()>("dispatchEvent(new Event('focusin'))").await?;
            let failed = "return document.documentElement.dataset.app === 'failed'";
            page.until("the app gives up", failed).await?;
            server.behave(Behaviour::Faithful);
            page.go(address).await?;
            bring_to_life(page).await?;
            assert_whole(page, ChartId::Pair).await
        });
    }
}

#[test]
fn fault_27_a_sandbox_without_the_same_origin_shows_the_chart() {
    in_each(&async |page| {
        let body = sized(page, ChartId::Coverage, "sandbox=\"allow-scripts\"");
        let host = Host::open(page, &body).await?;
        let told = host.told(0).await?;
        host.inside(0, async |frame| {
            assert_eq!(frame.ask::<String>("return origin").await?, "null");
            assert_whole(frame, ChartId::Coverage).await?;
            bring_to_life(frame).await?;
            assert_whole(frame, ChartId::Coverage).await
        })
        .await?;
        assert_same(host.height(0).await?, told.last().unwrap().1);
        Ok(())
    });
}

#[test]
fn fault_28_storage_that_is_denied_changes_nothing() {
    in_each(&async |page| {
        let sandbox = if page.engine() == Engine::Chromium {
            let deny = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
                Object.defineProperty(window, name, { get() { throw new DOMException(name, 'SecurityError'); } });
            }";
            page.before_each_page(deny).await?;
            ""
        } else {
            "sandbox=\"allow-scripts\""
        };
        let host = Host::open(page, &sized(page, ChartId::Pair, sandbox)).await?;
        let told = host.told(0).await?;
        host.inside(0, async |frame| {
            let denied = "try { return !localStorage } catch { return true }";
            assert!(frame.ask::<bool>(denied).await?);
            bring_to_life(frame).await?;
            assert_whole(frame, ChartId::Pair).await
        })
        .await?;
        assert_same(host.height(0).await?, told.last().unwrap().1);
        Ok(())
    });
}

#[test]
fn fault_29_two_portals_know_nothing_of_each_other() {
    in_each(&async |page| {
        const ASIDE: &str = "return [localStorage.length, document.cookie, location.search,
            document.querySelectorAll('.legend [aria-pressed=true]').length,
            document.documentElement.dataset.theme ?? '']";
        let body = frame(page, ChartId::Pair, "").replace("/\" width", "/?theme=dark\" width");
        let first = Host::open(page, &body).await?;
        first.told(0).await?;
        first
            .inside(0, async |frame| {
                bring_to_life(frame).await?;
                frame.ask::<()>("document.querySelector('.legend button').click()").await?;
                frame.settle().await?;
                let aside: (u32, String, String, u32, String) = frame.ask(ASIDE).await?;
                assert_eq!((aside.0, aside.1.as_str(), aside.3), (0, "", 1));
                assert_eq!(aside.4, "dark");
                Ok(())
            })
            .await?;
        let second = Host::open(page, &frame(page, ChartId::Pair, "")).await?;
        second.told(0).await?;
        assert_ne!(first.page.site(), second.page.site());
        second
            .inside(0, async |frame| {
                bring_to_life(frame).await?;
                let aside: (u32, String, String, u32, String) = frame.ask(ASIDE).await?;
                assert_eq!(aside, (0, String::new(), String::new(), 0, String::new()));
                Ok(())
            })
            .await
    });
}

#[test]
fn fault_30_twelve_lazy_frames_are_sized_once_each_and_stay_light() {
    /// What a page of twelve charts that nobody has touched may hold, in bytes.
    const HEAP: f64 = 24e6;
    const SIZES: &str = "<script>
        window.sizes = new Map();
        new MutationObserver(changes => {
            for (const { target } of changes) {
                const sizes = window.sizes.get(target) ?? new Set();
                window.sizes.set(target, sizes.add(target.style.height));
            }
        }).observe(document.body, { attributeFilter: ['style'], subtree: true });
        </script>";
    in_each(&async |page| {
        let charts = (0..12).map(|index| ChartId::ALL[index % ChartId::ALL.len()]);
        let frames: Vec<String> = charts
            .map(|chart| {
                frame(page, chart, "loading=\"lazy\" style=\"display:block;height:600px\"")
            })
            .collect();
        let body = format!("{SIZES}{}{}", script(page), frames.join("<p>…</p>"));
        let host = Host::open(page, &body).await?;
        for index in 0..12 {
            let reach = "document.querySelectorAll('iframe')[arguments[0]].scrollIntoView()";
            host.page.ask_about::<()>(reach, index).await?;
            let told = host.told(index).await?;
            assert!(told.len() <= MESSAGES, "{told:?}");
        }
        let sizes: Vec<usize> =
            host.page.ask("return [...window.sizes.values()].map(sizes => sizes.size)").await?;
        assert_eq!(sizes, [1; 12], "each frame has had one height");
        for index in [0, 11] {
            host.inside(index, async |frame| {
                let wasm = "return performance.getEntriesByType('resource')
                    .filter(({ name }) => name.endsWith('.wasm')).length";
                assert_eq!(frame.ask::<usize>(wasm).await?, 0, "nobody has asked for the app");
                Ok(())
            })
            .await?;
        }
        if page.engine() == Engine::Chromium {
            page.command("HeapProfiler.collectGarbage", json!({})).await?;
            let heap = page.command("Runtime.getHeapUsage", json!({})).await?;
            let used = heap["usedSize"].as_f64().unwrap();
            println!("twelve embeds hold {:.1} MB", used / 1e6);
            assert!(used < HEAP, "{used}");
        }
        Ok(())
    });
}

#[test]
fn fault_31_hostile_messages_change_nothing() {
    const FORGED: &str = "
        const bad = [null, 0, '', 'height', [], NaN, { 'dak-so': null }, { 'dak-so': { height: NaN } },
            { 'dak-so': { height: Infinity } }, { 'dak-so': { height: '999' } }, { 'dak-so': { height: {} } },
            JSON.parse('{\"__proto__\": {\"dak-so\": {\"height\": 7}}, \"constructor\": 1}')];
        const good = [{ 'dak-so': { chart: 'coverage', height: 777 } }];";
    in_each(&async |page| {
        let body =
            format!("{}<iframe title=\"x\" srcdoc=\"x\"></iframe>", sized(page, ChartId::Pair, ""));
        let host = Host::open(page, &body).await?;
        let honest = host.told(0).await?.last().unwrap().1;
        // From the page itself, and from a frame of somebody else.
        let flood = format!(
            "{FORGED} const other = document.querySelectorAll('iframe')[1].contentWindow;
            other.eval('window.tell = message => parent.postMessage(message, \"*\")');
            for (const message of [...bad, ...good]) {{
                for (let i = 0; i < 300; i++) {{ postMessage(message, '*'); other.tell(message); }}
            }}
            postMessage({{ 'dak-so': {{ height: 777 }}, rest: 'x'.repeat(5e6) }}, '*');"
        );
        host.page.ask::<()>(&flood).await?;
        host.page.settle().await?;
        assert_same(host.height(0).await?, honest);
        // From the frame itself, as if it were not ours any more.
        host.inside(0, async |frame| {
            let lies =
                format!("{FORGED} for (const message of bad) parent.postMessage(message, '*')");
            frame.ask::<()>(&lies).await
        })
        .await?;
        host.page.settle().await?;
        assert_same(host.height(0).await?, honest);
        let tell = |height: &str| {
            format!("parent.postMessage({{ 'dak-so': {{ height: {height} }} }}, '*')")
        };
        for (told, taken) in [("1e300", 8000.0), ("-5", 100.0), ("432.4", 432.0)] {
            host.inside(0, async |frame| frame.ask::<()>(&tell(told)).await).await?;
            let expected =
                format!("return document.querySelector('iframe').clientHeight === {taken}");
            host.page.until("the height is kept within bounds", &expected).await?;
        }
        assert!(host.page.ask::<bool>("return {}['dak-so'] === undefined").await?);
        // A page that does not stop asking is answered no more often than it needs.
        let before = host.told(0).await?.len();
        let ask = "for (let i = 0; i < 2000; i++)
            document.querySelector('iframe').contentWindow.postMessage({ 'dak-so': 'height' }, '*')";
        host.page.ask::<()>(ask).await?;
        let after = host.told(0).await?.len();
        assert!(after - before <= MESSAGES, "{before} {after}");
        Ok(())
    });
}

#[test]
fn fault_32_where_nobody_listens_the_frame_scrolls() {
    in_each(&async |page| {
        let host = Host::open(page, &frame(page, ChartId::Targets, "height=\"200\"")).await?;
        host.told(0).await?;
        assert_same(host.height(0).await?, 200.0);
        host.inside(0, async |frame| {
            assert_whole(frame, ChartId::Targets).await?;
            // In WebKitGTK the focus of a script leads nowhere in a frame that has none.
            let to_foot = "const link = document.querySelector('footer a');
                link.focus();
                link.scrollIntoView({ behavior: 'instant' })";
            frame.ask::<()>(to_foot).await?;
            let seen = "const { top, bottom } = document.querySelector('footer a').getBoundingClientRect();
                return scrollY > 200 && top >= 0 && bottom <= innerHeight";
            frame.until("what has the focus is in view", seen).await
        })
        .await
    });
}

#[test]
fn fault_33_a_height_that_feeds_itself_settles() {
    in_each(&async |page| {
        // The page gives more than it is asked for, and the frame asks for all that it has, and more.
        let feed = "<script>addEventListener('message', ({ data }) => {
            document.querySelector('iframe').style.height = `${data['dak-so'].height + 50}px`;
        })</script>";
        let body = format!("{feed}{}", frame(page, ChartId::Pair, ""));
        let host = Host::open(page, &body).await?;
        host.told(0).await?;
        let greedy = "document.body.style.minHeight = 'calc(100vh + 10px)'";
        host.inside(0, async |frame| frame.ask::<()>(greedy).await).await?;
        let told = host.told(0).await?;
        assert_eq!(told.len(), MESSAGES, "{told:?}");
        Ok(())
    });
}

#[test]
fn fault_34_what_is_hidden_at_first_is_sized_and_drawn_once_when_it_is_shown() {
    in_each(&async |page| {
        for hidden in ["display:none", "width:0;height:0"] {
            let body = format!(
                "<div>{}</div>",
                sized(page, ChartId::Pair, &format!("style=\"{hidden}\""))
            );
            let host = Host::open(page, &body).await?;
            host.page
                .until("the page is there", "return document.readyState === 'complete'")
                .await?;
            host.page.settle().await?;
            let told = "return (window.told.get(0) ?? []).length";
            assert_eq!(host.page.ask::<usize>(told).await?, 0, "{hidden}");
            let show = "document.querySelector('iframe').style.cssText = 'width:480px'";
            host.page.ask::<()>(show).await?;
            let told = host.told(0).await?;
            assert_eq!(told.len(), 1, "{hidden}: {told:?}");
            assert_same(host.height(0).await?, told[0].1);
            host.inside(0, async |frame| {
                assert_whole(frame, ChartId::Pair).await?;
                frame.ask::<()>(COUNT_DRAWINGS).await?;
                bring_to_life(frame).await?;
                assert_eq!(frame.ask::<usize>("return window.drawings").await?, 1, "{hidden}");
                Ok(())
            })
            .await?;
        }
        Ok(())
    });
}

/// Counts how often a canvas is drawn anew: each drawing clears it first.
const COUNT_DRAWINGS: &str = "window.drawings = 0;
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        window.drawings++;
        return clear.apply(this, box);
    }";

#[test]
fn fault_35_a_portal_that_may_not_frame_it_sees_nothing_of_it() {
    const REFUSED: Behaviour = Behaviour::Csp("frame-ancestors 'self'");
    const ALLOWED: Behaviour = Behaviour::Csp("frame-ancestors 'self' http://127.0.0.1:*");
    for visit in VISITS {
        visit_as(Visit { behaviour: REFUSED, ..visit }, async |page, _| {
            let host = Host::open(page, &frame(page, ChartId::Pair, "")).await?;
            // One that may tells its height long before.
            sleep(Duration::from_secs(1)).await;
            assert!(host.page.ask::<bool>("return window.told.size === 0").await?);
            Ok(())
        });
        visit_as(Visit { behaviour: ALLOWED, ..visit }, async |page, _| {
            let host = Host::open(page, &frame(page, ChartId::Pair, "")).await?;
            host.told(0).await?;
            host.inside(0, async |frame| assert_whole(frame, ChartId::Pair).await).await
        });
    }
}

#[test]
fn fault_46_the_tab_key_goes_through_two_frames_and_out() {
    in_each(&async |page| {
        let frames =
            [ChartId::Pair, ChartId::Coverage].map(|chart| frame(page, chart, "height=\"500\""));
        let body = format!(
            "<button id=\"before\">1</button>{}<button id=\"after\">2</button>",
            frames.concat()
        );
        let host = Host::open(page, &body).await?;
        for index in 0..2 {
            host.told(index).await?;
        }
        const AT: &str = "const at = document.activeElement;
            return at.id || (at.localName === 'iframe' ? at.title : at.localName)";
        for (from, to) in [("before", "after"), ("after", "before")] {
            host.page
                .ask_about::<()>("document.getElementById(arguments[0]).focus()", from)
                .await?;
            let mut way = Vec::new();
            // Heading, legend, marks, notes, foot; in each of the two.
            for _ in 0..40 {
                match from {
                    "before" => host.page.press(Key::Tab).await?,
                    _ => host.page.press_shifted(Key::Tab).await?,
                }
                let at: String = host.page.ask(AT).await?;
                if way.last() != Some(&at) {
                    way.push(at.clone());
                }
                if at == to {
                    break;
                }
            }
            let mut frames = vec!["like-for-like", "coverage"];
            if from == "after" {
                frames.reverse();
            }
            frames.push(to);
            assert_eq!(way, frames, "{:?}", page.engine());
        }
        Ok(())
    });
}
