//! What several components ask for.

use crate::explain::note::{Note, note};

const CACHE: &str = "use atakora::backend::Scope;
use atakora::provider::{Emit, Provided};
use atakora::settings::NoSettings;
use atakora::{component, provider};

#[provider(id = \"cache\", label = \"Cache\")]
pub struct Cache {
    #[priority]
    importance: u32,
    #[merge(same)]
    eviction: &'static str,
}

#[derive(Clone)]
pub struct CacheHandle;

impl Provided for CacheHandle {}

impl Emit for Cache {
    type Handle = CacheHandle;

    fn emit(_: &CacheMerged<'_>, _: &NoSettings, _: &Scope<'_>) -> atakora::Result<CacheHandle> {
        Ok(CacheHandle)
    }
}

#[component]
#[requires(Cache { importance: 1, eviction: \"never\" })]
pub struct Sessions;

";
const BACKEND: &str = "
pub struct Pages;

backend! {
    pub Shop < sessions: Sessions, pages: Pages > with {
        environment: \"dev\",
        providers: [Cache],
    }
}";

pub(in crate::explain) const MERGE: &[Note] = &[note(
    "ATK-MERGE-001",
    "Two components want different values, and the one with the higher priority gets its own. The other works with what it \
     did not ask for.",
)
.items(
    const_format::concatcp!(CACHE, "#[component]\n#[requires(Cache { importance: 0, eviction: \"oldest\" })]", BACKEND),
    const_format::concatcp!(CACHE, "#[component]\n#[requires(Cache { importance: 0, eviction: \"never\" })]", BACKEND),
)];
