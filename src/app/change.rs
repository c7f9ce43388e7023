use std::any::Any;
use std::rc::Rc;

use yew::{hook, use_effect_with};

/// Does something once the component is rendered, and again whenever `value` has changed. What `effect` returns
/// is kept until then: listeners, say, which are taken away when they are dropped.
///
/// It is [`use_effect_with`] behind one pair of types: Yew copies 2 KB of Wasm for each pair.
#[hook]
pub(super) fn use_change<D, T>(value: D, effect: impl FnOnce(&D) -> T + 'static)
where
    D: PartialEq + 'static,
    T: 'static,
{
    let value = Value { value: Rc::new(value), is_same: is_same::<D> };
    use_change_of(
        value,
        Box::new(move |value| -> Box<dyn Any> { Box::new(value.downcast_ref().map(effect)) }),
    );
}

/// A value of some type, which is compared with others of that type.
struct Value {
    value: Rc<dyn Any>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&*self.value, &*other.value)
    }
}

fn is_same<D: PartialEq + 'static>(a: &dyn Any, b: &dyn Any) -> bool {
    let (a, b) = (a.downcast_ref::<D>(), b.downcast_ref::<D>());
    a.is_some() && a == b
}

/// Takes a value, and returns what is kept.
type Effect = Box<dyn FnOnce(&dyn Any) -> Box<dyn Any>>;

#[hook]
fn use_change_of(value: Value, effect: Effect) {
    use_effect_with(value, move |value| {
        let kept = effect(&*value.value);
        move || drop(kept)
    });
}
