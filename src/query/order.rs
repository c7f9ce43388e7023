/// Items in the order of a key. Those with the same key stay in the order in which they come.
///
/// They are put in their places one by one. Lists here have some hundred items at most, and the sorts of
/// the standard library weigh 5 KB of brotli in the Wasm.
pub fn in_order<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for item in items {
        let own = key(&item);
        let place = ordered.partition_point(|other| key(other) <= own);
        ordered.insert(place, item);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_a_stable_sort(items in any::<Vec<(u8, u8)>>()) {
            let mut sorted = items.clone();
            sorted.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(in_order(items, |(key, _)| *key), sorted);
        }
    }
}
