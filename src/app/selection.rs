/// The mark of a chart that the reader looks at, by its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Selection {
    #[default]
    None,
    /// Only as long as a pointer is over it.
    Pointed(usize),
    /// After a click, a tap or a key: the pointer may move on.
    Pinned(usize),
}

/// What a reader does to a selection.
#[derive(Clone, Copy)]
pub(super) enum Act {
    /// Moves the pointer over a mark, or over none.
    Point(Option<usize>),
    /// Chooses a mark, or none.
    Choose(Option<usize>),
}

impl Selection {
    pub(super) fn after(self, act: Act) -> Self {
        match act {
            Act::Point(_) if self.pinned().is_some() => self,
            Act::Point(mark) => mark.map_or(Self::None, Self::Pointed),
            Act::Choose(mark) => mark.map_or(Self::None, Self::Pinned),
        }
    }

    pub(super) fn mark(self) -> Option<usize> {
        match self {
            Self::None => None,
            Self::Pointed(mark) | Self::Pinned(mark) => Some(mark),
        }
    }

    pub(super) fn pinned(self) -> Option<usize> {
        self.mark().filter(|_| matches!(self, Self::Pinned(_)))
    }
}

/// Where a key leads from a mark; `None` for keys that mean nothing here.
#[expect(clippy::option_option, reason = "a key may lead to no mark at all")]
pub(super) fn after_key(key: &str, current: Option<usize>, marks: usize) -> Option<Option<usize>> {
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

    #[track_caller]
    fn check(before: Selection, act: Act, after: Selection) {
        assert_eq!(before.after(act), after);
    }

    #[test]
    fn a_mark_that_was_chosen_stays_when_the_pointer_moves_on() {
        check(Selection::Pinned(1), Act::Point(Some(0)), Selection::Pinned(1));
        check(Selection::Pinned(1), Act::Point(None), Selection::Pinned(1));
        check(Selection::Pinned(1), Act::Choose(None), Selection::None);
    }

    #[test]
    fn a_mark_that_was_pointed_at_goes_with_the_pointer() {
        check(Selection::None, Act::Point(Some(2)), Selection::Pointed(2));
        check(Selection::Pointed(2), Act::Point(None), Selection::None);
        check(Selection::Pointed(2), Act::Choose(Some(2)), Selection::Pinned(2));
    }

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
}
