use web_sys::{
    Element, FocusEvent, HtmlCanvasElement, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent,
};
use yew::{Callback, Html, Properties, component, html, use_memo, use_node_ref, use_state_eq};

use crate::chart::{ChartId, Colors, Rgb, Role, Scene, Theme, WIDTHS, layout};
use crate::embedded::DATASET;
use crate::i18n::{chart_role, messages};
use crate::model::{ObservationId, ProvinceId, Slug};
use crate::platform::{
    Surroundings, colors, focus_stays, give_up, has_focus, is_close_button, keep_ratio, later,
    lay_out_last_card, mark_alive, reveal, surroundings, watch, watch_escape, watch_paper,
    watch_pointer, when_idle,
};
use crate::render::draw_on_canvas;
use crate::state::{Route, View};
use crate::views::Medium;

use super::cards::{Cards, use_cards};
use super::change::use_change;
use super::follower::{Follower, Stage};
use super::selection::Act;

/// The width that a chart is laid out for when a view is printed: that of the widest picture of a file.
const ON_PAPER: u32 = WIDTHS[WIDTHS.len() - 1];

/// Which chart on which page, and whom to tell.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlotProps {
    pub(super) view: View,
    /// What the view is a part of.
    pub(super) medium: Medium,
    pub(super) chart: ChartId,
    /// Whether it is drawn before the view is seen, because no picture stands in its place.
    pub(super) at_once: bool,
    /// The province that stands out.
    pub(super) province: Option<ProvinceId>,
    /// The figure whose card is open because the reader, or the address, has chosen it.
    pub(super) figure: Option<ObservationId>,
    /// Told when the reader chooses a figure, or none.
    pub(super) onchoose: Callback<Option<ObservationId>>,
    /// Told once when the chart reacts to the reader, before it is drawn.
    pub(super) onlistening: Callback<()>,
    /// Told after each drawing.
    pub(super) ondrawn: Callback<()>,
}

/// A chart on a canvas, with its marks within reach of pointer, finger and keyboard.
#[component]
pub(super) fn Plot(props: &PlotProps) -> Html {
    let PlotProps { view, chart, .. } = *props;
    let place = use_node_ref();
    let canvas = use_node_ref();
    let stage = use_memo((), |()| Stage::default());
    // Known before the first drawing, which is then the only one until something changes.
    let screen = use_state_eq(Surroundings::default);
    let drawing = use_state_eq(|| false);

    let scene = use_memo((view.language, chart, screen.chart_width), |(language, chart, width)| {
        layout(*language, &DATASET, *chart, *width)
    });
    let cards = use_cards(view, props.medium);
    let follower = Follower {
        language: view.language,
        scene: scene.clone(),
        shown: screen.width,
        stage,
        make_card: cards.onmake(),
    };

    use_change((), {
        let (screen, drawing, place) = (screen.clone(), drawing.clone(), place.clone());
        let (at_once, onlistening) = (props.at_once, props.onlistening.clone());
        move |()| {
            let subscription = place.cast::<Element>().map(|place| {
                screen.set(surroundings(&place));
                let draw = {
                    let drawing = drawing.clone();
                    move || {
                        let drawing = drawing.clone();
                        drawing.set(false);
                        later(move || drawing.set(true));
                    }
                };
                // Over a picture that is seen through it, an empty canvas already reacts, and drawing is
                // left to a task of its own.
                if at_once {
                    drawing.set(true);
                } else {
                    draw();
                }
                let observed = place.clone();
                watch(&place, move || screen.set(surroundings(&observed)), draw)
            });
            onlistening.emit(());
            subscription
        }
    });

    use_change((scene.clone(), *screen, *drawing, props.province), {
        let (canvas, place) = (canvas.clone(), place.clone());
        let ondrawn = props.ondrawn.clone();
        move |(scene, screen, drawing, province)| {
            let (Some(canvas), Some(place)) =
                (canvas.cast::<HtmlCanvasElement>(), place.cast::<Element>())
            else {
                return None;
            };
            // As long as the width is not known, the scene is that of none: narrow and very high.
            if screen.chart_width > 0 {
                keep_ratio(&canvas, scene.width, scene.height);
            }
            if !*drawing {
                return None;
            }
            if draw(&canvas, &place, scene, *screen, *province) {
                mark_alive(&place);
                ondrawn.emit(());
            }
            let (scene, province) = (scene.clone(), *province);
            watch_paper(move |on_paper| {
                let sheet = on_paper.then(|| layout(view.language, &DATASET, chart, ON_PAPER));
                let scene = sheet.as_ref().unwrap_or(&scene);
                keep_ratio(&canvas, scene.width, scene.height);
                draw(&canvas, &place, scene, surroundings(&place), province);
            })
        }
    });
    // An embed, of which there may be twelve on a page, makes only those that are asked for.
    use_change(*drawing && !matches!(view.route, Route::Embed(_)), {
        let (follower, cards) = (follower.clone(), cards.clone());
        move |is_due| {
            if *is_due {
                prepare(follower, cards, 0);
            }
        }
    });
    // A card that the reader waits for has come.
    use_change(cards.count(), {
        let follower = follower.clone();
        move |_| {
            if follower.selection().mark().is_some() {
                follower.follow();
            }
        }
    });

    use_change((scene.clone(), screen.width), {
        let (follower, canvas) = (follower.clone(), canvas.clone());
        move |_| {
            if follower.selection().mark().is_some() {
                follower.follow();
            }
            canvas.cast::<HtmlCanvasElement>().map(|canvas| {
                watch_pointer(&canvas, move |event| {
                    // A finger that scrolls is not pointing.
                    if event.pointer_type() == "mouse" {
                        follower
                            .act(Act::Point(follower.mark_at(event.offset_x(), event.offset_y())));
                    }
                })
            })
        }
    });
    use_change(props.figure, {
        let follower = follower.clone();
        move |figure| {
            if follower.chosen() == *figure {
                return;
            }
            let marks = &follower.scene.marks;
            let mark = marks.iter().position(|mark| Some(mark.observation) == *figure);
            follower.act(Act::Choose(mark));
            if let (Some(_), Some(slider)) = (mark, follower.stage.slider.cast::<Element>()) {
                reveal(&slider);
            }
        }
    });

    // The address names what stays open, not what a pointer passes over.
    let choose = Callback::from({
        let (follower, onchoose) = (follower.clone(), props.onchoose.clone());
        move |mark: Option<usize>| {
            if follower.act(Act::Choose(mark)) {
                onchoose.emit(follower.chosen());
            }
        }
    });
    let onpointerleave = Callback::from({
        let follower = follower.clone();
        move |_: PointerEvent| {
            follower.act(Act::Point(None));
        }
    });
    let onclick = Callback::from({
        let (follower, choose) = (follower.clone(), choose.clone());
        move |event: MouseEvent| {
            let mark = follower.mark_at(event.offset_x(), event.offset_y());
            // Once more closes the card.
            choose.emit(mark.filter(|_| follower.selection().pinned() != mark));
        }
    });
    let onkeydown = Callback::from({
        let (follower, choose) = (follower.clone(), choose.clone());
        move |event: KeyboardEvent| {
            if let Some(chosen) = follower.mark_after(&event.key()) {
                event.prevent_default();
                choose.emit(chosen);
            }
        }
    });
    // A card lasts as long as the reader is at the chart or at the card itself.
    let onfocusout = Callback::from({
        let (choose, place) = (choose.clone(), place.clone());
        move |event: FocusEvent| {
            if place.cast::<Element>().is_none_or(|place| !focus_stays(&place, &event)) {
                choose.emit(None);
            }
        }
    });
    let close = Callback::from({
        let (choose, stage) = (choose.clone(), follower.stage.clone());
        move |()| {
            let within = stage.cards.cast().is_some_and(|cards| has_focus(&cards));
            choose.emit(None);
            // What had the focus in the card is out of sight; the chart it belongs to takes it.
            if let (true, Some(slider)) = (within, stage.slider.cast::<HtmlElement>()) {
                let _ = slider.focus();
            }
        }
    });
    let onpress = Callback::from({
        let (follower, close) = (follower.clone(), close.clone());
        move |event: MouseEvent| {
            // The rest of the card is there to be read and selected, for which it stays.
            match is_close_button(&event) {
                true => close.emit(()),
                false => choose.emit(follower.selection().mark()),
            }
        }
    });
    // Wherever the focus is, as it must be with what a pointer brings (WCAG 2.2, 1.4.13).
    use_change(close, |close| {
        let close = close.clone();
        watch_escape(move || close.emit(()))
    });

    // The texts that name and describe the chart stand in the static page.
    let id = chart.slug();
    let heading = format!("{id}-heading");
    let made = cards.html();
    let Stage { slider, ring, cards, said, .. } = &*follower.stage;
    // The marks are a slider: a widget, so that screen readers hand its keys on, and one that they can
    // move by gestures too. It stands before the first mark until the reader moves it.
    html! {
        <div class="live" ref={place}>
        <div class="drawing" role="group"
            aria-roledescription={chart_role(view.language)}
            aria-labelledby={heading.clone()}
            aria-describedby={format!("{id}-takeaway {id}-hint")}
            {onpointerleave} {onfocusout}>
            <div class="marks" ref={slider} tabindex="0" role="slider" aria-labelledby={heading}
                aria-valuemin="0" aria-valuemax={scene.marks.len().to_string()}
                aria-valuenow="0" aria-valuetext={messages(view.language).chart_hint}
                {onkeydown}>
                <canvas ref={canvas} aria-hidden="true" {onclick} />
                <div class="ring" ref={ring} />
            </div>
            <div ref={cards} onclick={onpress}>{ made }</div>
            <div class="said" ref={said} aria-live="polite" />
        </div>
        </div>
    }
}

/// Draws a chart as the screen, or the paper, wants it, and says whether that went well. If not, all charts
/// give way to the static ones.
fn draw(
    canvas: &HtmlCanvasElement,
    live: &Element,
    scene: &Scene,
    screen: Surroundings,
    province: Option<ProvinceId>,
) -> bool {
    let colors = Colors { theme: theme(screen, live), standing_out: province };
    let magnified = f64::from(screen.width) / f64::from(scene.width.max(1));
    let is_drawn = draw_on_canvas(canvas, scene, colors, screen.pixel_ratio * magnified).is_ok();
    if !is_drawn {
        give_up();
    }
    is_drawn
}

/// Makes the cards of a chart one by one when the browser has nothing else to do, before anybody asks for
/// them, and at last prepares the first move.
fn prepare(follower: Follower, cards: Cards, next: usize) {
    when_idle(move || {
        let Some(within) = follower.stage.cards.cast::<Element>() else { return };
        // A chart that has given way needs none.
        if !within.is_connected() {
            return;
        }
        lay_out_last_card(&within);
        match follower.figures().get(next) {
            Some(figure) => {
                cards.make(*figure);
                prepare(follower, cards, next + 1);
            }
            None => follower.rehearse(),
        }
    });
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
