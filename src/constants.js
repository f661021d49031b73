// What the scripts share with Rust: written from src/publish/script_constants.rs by
// UPDATE=1 cargo test --test native constants

// The number of the form of all JSON of pages.
export const FORMAT = 1;

// Where what the reader chose is kept.
export const SETTINGS_KEY = "habarshy:settings";

// The version of that record.
export const SETTINGS_VERSION = 1;

// The event by which the panel says what is chosen now.
export const SETTINGS_EVENT = "habarshy:settings";

// The event by which the client says that another page stands there.
export const SHOWN = "habarshy:shown";

// What `html[data-client]` says as soon as the page is the client's.
export const CLIENT_READY = "ready";

// How the client has failed in this tab is kept there.
export const CLIENT_FAILURES = "habarshy:failed";

// The header that says when a file was kept.
export const KEPT_HEADER = "x-kept";

// The caches. That of a build's own files, the shell, has the build's id behind its name.
export const CACHE = {
  shell: "habarshy:shell:",
  pages: "habarshy:pages",
  data: "habarshy:data",
  pictures: "habarshy:pictures",
  saved: "habarshy:saved",
};

// What the worker is told or asked.
export const MESSAGE = {
  askBuild: "build",
  askKept: "kept",
  takeOver: "take over",
  keep: "keep",
};

// The folders of JSON, of files that are named by their content, and of pictures.
export const FOLDER = {
  data: "/data",
  assets: "/assets",
  media: "/media",
};

// The settings with all values that mean something.
export const SETTINGS = {
  theme: ["light","dark","sepia","contrast","contrast-dark","contrast-blue"],
  text: [110,120,130,140,150,160,170,180,190,200],
  lines: ["wide","widest"],
  letters: ["wide","widest"],
  face: ["sans"],
  pictures: ["off"],
  motion: ["less"],
};
