use crate::visit::visit_broken;
use e2e::{Behaviour, Screen};
#[test]
fn probe() {
    visit_broken(Behaviour::Faithful, async |page| {
        page.show_on(Screen::new(1280,800,1.0)).await?;
        page.open("").await?;
        page.ask::<()>("window.seen=[]; addEventListener('resize',()=>seen.push('resize')); window.kept=[]; for (const q of ['(min-resolution: 1.01dppx)','(min-resolution: 2.01dppx)', '(resolution: 1dppx)']) { const m = matchMedia(q); kept.push(m); m.addEventListener('change',()=>seen.push(q)); }
         try { new ResizeObserver(()=>seen.push('dpcb')).observe(document.querySelector('canvas'), {box:'device-pixel-content-box'}) } catch(e) {seen.push(String(e))}").await?;
        for r in [2.0,3.0,1.0, 2.0] {
        page.show_on(Screen::new(1280,800,r)).await?; page.command("Emulation.setEmulatedMedia", serde_json::json!({"media":"", "features":[{"name":"prefers-reduced-motion","value": if r==1.0 {"no-preference"} else {"reduce"}}]})).await?;
        for _ in 0..30 {page.settle().await?;}
        let v: serde_json::Value = page.ask("return [devicePixelRatio, seen.splice(0), document.querySelector('canvas').width, kept.map(m=>m.matches)]").await?;
        println!("{v}"); }
        page.show_on(Screen::new(1281,800,2.0)).await?; 
        for _ in 0..30 {page.settle().await?;}
        let v: serde_json::Value = page.ask("return [devicePixelRatio, seen.splice(0), document.querySelector('canvas').width, kept.map(m=>m.matches)]").await?;
        println!("{v}"); 
        Ok(())
    });
}
