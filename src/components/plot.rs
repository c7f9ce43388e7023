use web_sys::{
    Element, FocusEvent, HtmlCanvasElement, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent,
};
use yew::{
    Callback, Html, Properties, component, html, use_effect_with, use_memo, use_node_ref,
    use_state_eq,
};

use crate::chart::{ChartId, Colors, Point, Region, Rgb, Role, Scene, Theme, layout};
use crate::i18n::chart_role;
use crate::model::{ObservationId, ProvinceId, Slug};
use crate::platform::{
    Subscription, Surroundings, colors, fill_card, focus_stays, is_close_button, keep_ratio, later,
    place, reveal, say, surroundings, uncover, watch,
};
use crate::render::draw_on_canvas;

use super::card::place_of;
use super::page::Page;

/// Which chart on which page, and whom to tell.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlotProps {
    pub(super) page: Page,
    pub(super) chart: ChartId,
    /// Where on the page it lives.
    pub(super) place: Element,
    /// The province that stands out.
    pub(super) province: Option<ProvinceId>,
    /// The figure whose card is open because the reader, or the address, has chosen it.
    pub(super) figure: Option<ObservationId>,
    /// Told when the reader chooses a figure, or none.
    pub(super) onchoose: Callback<Option<ObservationId>>,
    /// Told once when the chart reacts to the reader, before it is drawn.
    pub(super) onlistening: Callback<()>,
    /// Told after each drawing whether the canvas holds it.
    pub(super) ondrawn: Callback<(ChartId, bool)>,
}

/// The mark that the reader looks at.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Selection {
    mark: usize,
    /// Whether it stays when the pointer moves on: after a click, a tap or a key.
    pinned: bool,
}

/// A chart on a canvas, with its marks within reach of pointer, finger and keyboard.
#[component]
pub(super) fn Plot(props: &PlotProps) -> Html {
    let page = props.page;
    let plot = use_node_ref();
    let frame = use_node_ref();
    let canvas = use_node_ref();
    let ring = use_node_ref();
    let card_node = use_node_ref();
    // Known before the first drawing, which is then the only one until something changes.
    let screen = use_state_eq(|| surroundings(&props.place));
    let selection = use_state_eq(|| None::<Selection>);
    // At first the static picture is seen through an empty canvas that already reacts. Drawing is left
    // to a task of its own.
    let drawing = use_state_eq(|| false);

    let scene = use_memo((page, props.chart, screen.chart_width), |(page, chart, width)| {
        layout(page.language(), page.dataset, *chart, *width)
    });

    use_effect_with(props.place.clone(), {
        let (screen, drawing, onlistening) =
            (screen.clone(), drawing.clone(), props.onlistening.clone());
        move |place| {
            onlistening.emit(());
            let draw = move || {
                let drawing = drawing.clone();
                drawing.set(false);
                later(move || drawing.set(true));
            };
            draw();
            let observed = place.clone();
            let changed = move || screen.set(surroundings(&observed));
            let subscription = watch(place, changed, draw);
            move || drop::<Subscription>(subscription)
        }
    });

    use_effect_with((scene.clone(), *screen, *drawing, props.province), {
        let (canvas, live) = (canvas.clone(), props.place.clone());
        let (chart, ondrawn) = (props.chart, props.ondrawn.clone());
        move |(scene, screen, drawing, province)| {
            let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else { return };
            keep_ratio(&canvas, scene.width, scene.height);
            if *drawing {
                let colors = Colors { theme: theme(*screen, &live), standing_out: *province };
                let magnified = f64::from(screen.width) / f64::from(scene.width.max(1));
                let result = draw_on_canvas(&canvas, scene, colors, screen.pixel_ratio * magnified);
                ondrawn.emit((chart, result.is_ok()));
            }
        }
    });

    // What follows the pointer touches nothing that is drawn.
    use_effect_with((scene.clone(), *screen, *selection), {
        let (card, ring) = (card_node.clone(), ring.clone());
        let (plot, frame) = (plot.clone(), frame.clone());
        move |(scene, screen, selection)| {
            let mark = selection.and_then(|selection| scene.marks.get(selection.mark));
            if let Some(plot) = plot.cast::<Element>() {
                say(&plot, mark.map(|mark| page.dataset.observation(mark.observation).slug));
            }
            let (Some(mark), Some(card), Some(ring)) =
                (mark, card.cast::<HtmlElement>(), ring.cast::<HtmlElement>())
            else {
                return;
            };
            let on_page = |region| on_page(region, scene, screen.width);
            let (shape, target) = (on_page(mark.shape), on_page(mark.target));
            place(
                &ring,
                [
                    ("left", shape.x),
                    ("top", shape.y),
                    ("width", shape.width),
                    ("height", shape.height),
                ],
            );
            fill_card(&card, page.dataset.observation(mark.observation).slug);
            let (left, top) = place_of(shape, target, screen.width);
            place(&card, [("left", left), ("top", top)]);
            // Only a card that is docked at the foot of the screen can cover its own mark.
            let pinned = selection.is_some_and(|selection| selection.pinned);
            if let (true, Some(frame)) = (pinned, frame.cast::<Element>()) {
                uncover(&frame, target.bottom(), &card);
            }
        }
    });

    // The address names what stays open, not what a pointer passes over.
    let choose = Callback::from({
        let (scene, selection, onchoose) =
            (scene.clone(), selection.clone(), props.onchoose.clone());
        move |chosen: Option<Selection>| {
            let (before, after) = (pinned(&scene, *selection), pinned(&scene, chosen));
            selection.set(chosen);
            if before != after {
                onchoose.emit(after);
            }
        }
    });
    use_effect_with(props.figure, {
        let (scene, selection, frame) = (scene.clone(), selection.clone(), frame.clone());
        move |figure| {
            if pinned(&scene, *selection) == *figure {
                return;
            }
            let mark = scene.marks.iter().position(|mark| Some(mark.observation) == *figure);
            selection.set(mark.map(|mark| Selection { mark, pinned: true }));
            if let (Some(_), Some(frame)) = (mark, frame.cast::<Element>()) {
                reveal(&frame);
            }
        }
    });

    let shown = screen.width;
    let onpointermove = {
        let (scene, selection) = (scene.clone(), selection.clone());
        Callback::from(move |event: PointerEvent| {
            let pinned = selection.is_some_and(|selection| selection.pinned);
            // A finger that scrolls is not pointing.
            if event.pointer_type() == "mouse" && !pinned {
                let mark = mark_under(&scene, shown, &event);
                selection.set(mark.map(|mark| Selection { mark, pinned: false }));
            }
        })
    };
    let onpointerleave = {
        let selection = selection.clone();
        Callback::from(move |_: PointerEvent| {
            if selection.is_some_and(|selection| !selection.pinned) {
                selection.set(None);
            }
        })
    };
    let onclick = {
        let (scene, selection, choose) = (scene.clone(), selection.clone(), choose.clone());
        Callback::from(move |event: MouseEvent| {
            let mark = mark_under(&scene, shown, &event);
            let again = selection.is_some_and(|old| old.pinned && Some(old.mark) == mark);
            let chosen = mark.filter(|_| !again).map(|mark| Selection { mark, pinned: true });
            choose.emit(chosen);
        })
    };
    let onkeydown = {
        let (scene, selection, choose) = (scene.clone(), selection.clone(), choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            let current = selection.as_ref().map(|selection| selection.mark);
            let Some(chosen) = after_key(&event.key(), current, scene.marks.len()) else {
                return;
            };
            event.prevent_default();
            choose.emit(chosen.map(|mark| Selection { mark, pinned: true }));
        })
    };
    // A card lasts as long as the reader is at the chart or at the card itself.
    let onfocusout = {
        let (choose, plot) = (choose.clone(), plot.clone());
        Callback::from(move |event: FocusEvent| {
            if plot.cast::<Element>().is_none_or(|plot| !focus_stays(&plot, &event)) {
                choose.emit(None);
            }
        })
    };
    let onclose = {
        let (choose, frame) = (choose.clone(), frame.clone());
        Callback::from(move |event: MouseEvent| {
            // The rest of the card is there to be read and selected.
            if !is_close_button(&event) {
                return;
            }
            choose.emit(None);
            // The button that had the focus is gone; the chart it belongs to takes it.
            if let Some(frame) = frame.cast::<HtmlElement>() {
                let _ = frame.focus();
            }
        })
    };

    // Its content comes from the page, in the effect above.
    let card = selection.map(|selection| {
        let class = yew::classes!("card", selection.pinned.then_some("pinned"));
        html! { <div ref={card_node} tabindex="-1" {class} onclick={onclose} /> }
    });
    // The texts that name and describe the chart stand in the static page.
    let id = props.chart.slug();
    let heading = format!("{id}-heading");
    // The marks are a slider: a widget, so that screen readers hand its keys on, and one that they can
    // move by gestures too. It stands before the first mark until the reader moves it.
    let chosen = selection.and_then(|selection| scene.marks.get(selection.mark));
    let said = chosen.map_or(page.messages().chart_hint, |mark| &mark.label).to_owned();
    let position = selection.map_or(0, |selection| selection.mark + 1);
    html! {
        <div class="drawing" ref={plot} role="group"
            aria-roledescription={chart_role(page.language())}
            aria-labelledby={heading.clone()}
            aria-describedby={format!("{id}-takeaway {id}-hint")}
            {onpointerleave} {onfocusout}>
            <div class="marks" ref={frame} tabindex="0" role="slider" aria-labelledby={heading}
                aria-valuemin="0" aria-valuemax={scene.marks.len().to_string()}
                aria-valuenow={position.to_string()} aria-valuetext={said}
                {onkeydown}>
                <canvas ref={canvas} aria-hidden="true" {onpointermove} {onclick} />
                <div class="ring" ref={ring} hidden={selection.is_none()} />
            </div>
            // In a place of its own: a sibling that comes and goes would change places with the marks.
            <div>{ for card }</div>
            <div class="said" aria-live="polite" />
        </div>
    }
}

/// The figure whose card stays open.
fn pinned(scene: &Scene, selection: Option<Selection>) -> Option<ObservationId> {
    let pinned = selection.filter(|selection| selection.pinned)?;
    scene.marks.get(pinned.mark).map(|mark| mark.observation)
}

/// The colours to draw in: the page's, where the reader has chosen them.
fn theme(screen: Surroundings, live: &Element) -> Theme {
    let properties = std::array::from_fn(|index| Role::ALL[index].property());
    let chosen = screen.own_colors.then(|| colors(live, properties)).flatten();
    match chosen {
        Some(colors) => Theme::Page(colors.map(|[red, green, blue]| Rgb(red, green, blue))),
        None if screen.dark => Theme::Dark,
        None => Theme::Light,
    }
}

/// A region of a scene that is shown at a width, both in whole CSS pixels of the page.
fn on_page(region: Region, scene: &Scene, shown: u32) -> Region {
    let scaled = |length: i32| scaled(length, shown, scene.width);
    Region {
        x: scaled(region.x),
        y: scaled(region.y),
        width: scaled(region.width),
        height: scaled(region.height),
    }
}

/// The mark under a pointer on a canvas that is shown at a width.
fn mark_under(scene: &Scene, shown: u32, event: &MouseEvent) -> Option<usize> {
    let on_scene = |length| scaled(length, scene.width, shown);
    scene.mark_at(Point { x: on_scene(event.offset_x()), y: on_scene(event.offset_y()) })
}

/// A length times one width and divided by another.
fn scaled(length: i32, times: u32, by: u32) -> i32 {
    length.saturating_mul(times.cast_signed()) / by.max(1).cast_signed()
}

/// Where a key leads from a mark; `None` for keys that mean nothing here.
#[expect(clippy::option_option, reason = "a key may lead to no mark at all")]
fn after_key(key: &str, current: Option<usize>, marks: usize) -> Option<Option<usize>> {
    let last = marks.checked_sub(1)?;
    let to = match key {
        "ArrowRight" | "ArrowDown" => current.map_or(0, |mark| (mark + 1).min(last)),
        "ArrowLeft" | "ArrowUp" => current.map_or(last, |mark| mark.saturating_sub(1)),
        "Home" => 0,
        "End" => last,
        "Escape" => return Some(None),
        _ => return None,
    };
    Some(Some(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_walk_the_marks() {
        let cases = [
            ("ArrowRight", None, Some(Some(0))),
            ("ArrowDown", Some(0), Some(Some(1))),
            ("ArrowDown", Some(2), Some(Some(2))),
            ("ArrowLeft", Some(0), Some(Some(0))),
            ("ArrowUp", None, Some(Some(2))),
            ("Home", Some(2), Some(Some(0))),
            ("End", Some(0), Some(Some(2))),
            ("Escape", Some(1), Some(None)),
            ("Tab", Some(1), None),
        ];
        for (key, current, expected) in cases {
            assert_eq!(after_key(key, current, 3), expected, "{key} at {current:?}");
        }
        assert_eq!(after_key("Home", None, 0), None);
    }

    #[test]
    fn regions_grow_with_the_chart() {
        let scene = Scene { width: 328, height: 100, items: Vec::new(), marks: Vec::new() };
        let region = Region { x: 41, y: 20, width: 164, height: 8 };
        assert_eq!(on_page(region, &scene, 328), region);
        let twice = Region { x: 82, y: 40, width: 328, height: 16 };
        assert_eq!(on_page(region, &scene, 656), twice);
    }
}
