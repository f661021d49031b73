//! Names that the client shares with the scripts beside it: the service worker and the loader. The scripts have them from
//! `src/constants.js`, which is written from here.

/// The event of the document that says that another page stands in it, or the same one anew.
pub const SHOWN: &str = "habarshy:shown";

/// What `html[data-client]` says as soon as the page is the client's.
pub const CLIENT_READY: &str = "ready";

/// Where the service worker lies.
pub const WORKER: &str = "/sw.js";

/// All caches of the paper begin so.
pub const CACHES: &str = "habarshy:";

/// The cache of a build's own files has this name, and the build's id behind it.
pub const SHELL_CACHE: &str = "habarshy:shell:";

/// The cache of documents that were shown.
pub const PAGE_CACHE: &str = "habarshy:pages";

/// The cache of their JSON.
pub const DATA_CACHE: &str = "habarshy:data";

/// The cache of pictures that were shown.
pub const PICTURE_CACHE: &str = "habarshy:pictures";

/// The cache of what the reader saved. It is also the name of the lock under which that is changed, of the channel on which
/// tabs tell each other of changes, and of the event by which a tab is told of its own.
pub const SAVED_CACHE: &str = "habarshy:saved";

/// The header of a file in a cache that says when it was kept, in milliseconds since 1970.
pub const KEPT_HEADER: &str = "x-kept";

/// What the worker is asked: its build's id.
pub const ASK_BUILD: &str = "build";

/// What the worker is asked: when a file that it gave was kept, in milliseconds since 1970; 0 for one of the network.
pub const ASK_KEPT: &str = "kept";

/// What the worker is told: to take the place of the one before.
pub const TAKE_OVER: &str = "take over";

/// What the worker is told: to keep what is shown.
pub const KEEP: &str = "keep";

/// The folder of all JSON of pages.
pub const DATA_FOLDER: &str = "/data";

/// The folder of files whose names carry a hash of what is in them.
pub const ASSETS_FOLDER: &str = "/assets";

/// The folder of the indexes of the search.
pub const SEARCH_FOLDER: &str = "/search-index";

/// In it the folder of the manifests.
pub const SEARCH_MANIFESTS: &str = "/search-index/manifest";

/// In it the folder of all other files. Their names change with their content.
pub const SEARCH_FILES: &str = "/search-index/files";

/// The cache of files of the search's index that were used.
pub const SEARCH_CACHE: &str = "habarshy:search";

/// The folder of pictures.
pub const MEDIA_FOLDER: &str = "/media";
