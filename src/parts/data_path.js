// Where the JSON of a page lies: the rule of `data_path` in src/route.rs.

/** The path of the JSON of the page at a path. */
export const dataPath = (path) => `/data${path.replace(/\/+$/, "") || "/index"}.json`;
