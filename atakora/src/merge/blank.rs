//! Constants that stand in the unused places of a fixed-size array.

/// A value that means nothing. Buffers of const evaluation are filled with it; it is never read as an answer.
pub trait Blank {
    /// The value.
    const BLANK: Self;
}

macro_rules! blank {
    ($($type:ty = $value:expr),* $(,)?) => { $(impl Blank for $type { const BLANK: Self = $value; })* };
}

blank!(u8 = 0, u16 = 0, u32 = 0, u64 = 0, usize = 0, i32 = 0, i64 = 0, bool = false);

impl Blank for &str {
    const BLANK: Self = "";
}

impl<T> Blank for Option<T> {
    const BLANK: Self = None;
}

impl<T> Blank for &[T] {
    const BLANK: Self = &[];
}
