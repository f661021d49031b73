// Makes the compiled client smaller: node tools/shrink.mjs LINKED.wasm IN.wasm IN.js OUT.wasm OUT.js
//
// What is in the two files that never runs or never speaks, and that no compiler on the stable channel leaves out
// (docs/adr/005-client-size.md has the bytes):
// - the asynchronous twin of hydration: nothing on our pages is streamed or suspended, so only the other one is called;
// - what formats the message of a panic: a panic of the client ends in a trap whoever formats what, boot.js takes it from
//   there, and the page's own HTML stays;
// - what only those reached, functions and texts, by the notes of the linker (reach.mjs);
// - the source paths in those messages, which would also tell where the client was compiled;
// - exports that the script does not call, imports that the module does not need, and the long names of both.
// A function that never runs becomes a trap, and wasm-opt drops what only it used. Were one to run after all, boot.js would
// see the trap and leave the page as it is.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import binaryen from "binaryen";
import { transformSync } from "esbuild";
import { dataSegments, plain, reach } from "./reach.mjs";
import { Reader } from "./reader.mjs";

// Names of functions that never run. The compiler merges functions that are equal, and one name stands for all of them: so
// only those are named here that are like no other. What drops a value is equal to much else, and is left alone.
const TRAPS = [
  /hydrate_async(?:::\{\{closure\}\})?::h[0-9a-f]{16}$/, /new_with_async_value/, // the asynchronous twin
  /future_to_promise::/, // only what wasm-streams exports makes promises
  /into_any_attr::clone::h/, /::elements::h[0-9a-f]{16}$/, // attributes spread onto components
  /generate_routes/, // lists the routes for servers
  /panicking::(?!panic_count)/, /::panic_(?:poisoned|access_error|already)/, /rust_begin_unwind/, /rust_panic/, // formats a panic
  /unwrap_failed/, /expect_failed/, /slice_error_fail/, /slice_index_fail/, /capacity_overflow/,
  /fmt::Debug>::fmt/, /fmt::builders/, /PanicPayload/, // prints what a panic was about
  /handle_alloc_error/, /handle_error/, /rust_oom/,
];
const PATHS = /(?:\/rustc\/[0-9a-f]{40}\/|\/rust\/deps\/|\/[\w./-]+\/registry\/src\/[\w.-]+\/|src\/)[\w./-]+?\.rs/g;
// Messages of panics: nobody prints them, and the functions that hand them over are not emptied, because they also run.
const MESSAGES = new RegExp([
  "Value is None because the `ssr` feature[^\\0]{100,460}?\\.(?=[^ ])", 
  "a formatting trait implementation returned an error[a-z ]+did not", "Executor::spawn(?:_local)? called, but no global[^.]+\\.",
  "MaybeDone polled after value taken", "future still here when dropping",
  "chunk size must be non-zero", "Expected a \\[number, string\\] tuple",
  "description\\(\\) is deprecated; use Display", "internal error: entered unreachable code(?:: [A-Z][A-Za-z ']+)?",
  "the guard should always be in place until the Drop implementation", "Tried to access a reactive value that has already been disposed\\.",
  "cannot recursively acquire mutex", "attempt to join into collection with len > usize::MAX", "Once instance has previously been poisoned",
  "one-time initialization may not be performed recursively", "assertion failed: [a-z_.()]+(?: >= size \\+ min_overhead)?",
  "use of std::thread::current\\(\\) is not possible[a-z' -]+destroyed", "failed to generate unique thread ID: bitspace exhausted",
  "closure invoked recursively or after being dropped", "called `[A-Za-z]+::unwrap(?:_throw)?\\(\\)` on an? `[A-Za-z]+` value",
  "could not find parent element", "placeholder parent should be Element", "inner is None only in drop",
  "Attempted to initialize thread-local while it is being dropped", "finish: (?:callbacks|result) should be (?:Some|None)",
  "recursive use of an object detected which would lead to unsafe aliasing in rust", "FnOnce called more than once",
  "a Display implementation returned an error unexpectedly", "(?:Dereferenced|Dropped) SendWrapper<T> variable from a thread[a-z .]+with\\.",
  "muse of std::thread", "copy_from_slice: source slice length \\(", "\\) does not match destination slice length \\(",
  "Arc counter overflow",
].join("|"), "g");
const FEATURES = {
  "bulk-memory": "BulkMemory", "bulk-memory-opt": "BulkMemoryOpt", "nontrapping-float-to-int": "NontrappingFPToInt",
  "sign-ext": "SignExt", "mutable-globals": "MutableGlobals", "reference-types": "ReferenceTypes", multivalue: "Multivalue",
};

/** Leaves only what starts the client: the classes that wasm-streams exports are not used by anything of ours. */
function onlyStart(script) {
  const classes = /^export class IntoUnderlying\w+ \{[\s\S]*?^\}\n(?:if \(Symbol\.dispose\).*\n)?|^const IntoUnderlying\w+ = [\s\S]*?;\n/gm;
  const inner = script.replace(classes, "").replace(/^export \{[^}]*\};?/m, "export { __wbg_init as default };");
  if (inner.includes("IntoUnderlying") || !inner.includes("export { __wbg_init")) throw new Error(`${scriptIn}: not what wasm-bindgen writes`);
  return transformSync(inner, { treeShaking: true, format: "esm", target: "es2022" }).code;
}

/**
 * Takes the exports that the script never calls, the bodies of functions that never run, and what only these reached: more
 * functions, and things in memory, by the notes of the linker.
 */
function silence(wasm, script) {
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(plainModule(wasm));
  module.setFeatures(Object.values(FEATURES).reduce((all, name) => all | binaryen.Features[name], 0));
  const called = new Set(script.match(/(?<=\bwasm\.)\w+/g));
  const exported = Array.from({ length: module.getNumExports() }, (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)));
  for (const { name } of exported) if (!called.has(name)) module.removeExport(name);
  // wasm-bindgen wraps what the script calls, and itself calls what it brings along.
  const begins = new Set(exported.filter(({ name }) => called.has(name)).map(({ value }) => value.replace(/(?: (?:externref|multivalue) shim)+$/, "")));
  const begin = (name) => begins.has(name) || /^(?:main|__wasm_call_ctors|__(?:wbindgen|externref)_(?!describe)\w+)$/.test(name);
  const silent = (name) => !name.startsWith("core::ptr::drop_in_place") && TRAPS.some((trap) => trap.test(name));
  const known = mangled(module);
  const { dead, unreached } = reach(readFileSync(linkedIn), (name) => known.get(name), begin, silent);
  let changed = 0;
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const code = module.getFunctionByIndex(index);
    const { name, module: imported } = binaryen.getFunctionInfo(code);
    if (imported !== "") continue;
    if (!silent(name) && !dead.has(plain(name))) continue;
    binaryen.Function.setBody(code, module.unreachable());
    changed++;
  }
  // A module without names, or another compiler's names, would pass through unchanged and unnoticed.
  if (changed < 100) throw new Error(`${wasmIn}: only ${changed} functions have the names that tools/shrink.mjs looks for`);
  return forget(Buffer.from(module.emitBinary()), unreached);
}

/** The names of functions as the linker spells them, and as wasm-bindgen does: asked for both, it gives them in one order. */
function mangled(module) {
  const folder = mkdtempSync(join(tmpdir(), "habarshy-names-"));
  try {
    execFileSync("wasm-bindgen", ["--target", "web", "--no-typescript", "--no-demangle", "--out-dir", folder, linkedIn]);
    const name = basename(linkedIn, ".wasm");
    const [linker, own] = [binaryen.readBinary(plainModule(readFileSync(join(folder, `${name}_bg.wasm`)))), module].map(functionNames);
    if (linker.length !== own.length) throw new Error(`${linkedIn}: ${linker.length} functions, and ${own.length} after wasm-bindgen`);
    return new Map(linker.map((name, index) => [name, own[index]]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The names of a module's functions, in order. */
function functionNames(module) {
  return Array.from({ length: module.getNumFunctions() }, (_, index) => binaryen.getFunctionInfo(module.getFunctionByIndex(index)).name);
}

/** A module without the linker's notes: binaryen takes them for a part of a larger one. */
function plainModule(bytes) {
  const reader = new Reader(bytes, 8);
  const parts = [bytes.subarray(0, 8)];
  while (reader.at < bytes.length) {
    const start = reader.at, id = bytes[reader.at++], end = reader.number() + reader.at;
    const name = id === 0 ? reader.text() : "";
    if (id !== 0 || ["name", "producers", "target_features"].includes(name)) parts.push(bytes.subarray(start, end));
    reader.at = end;
  }
  return Buffer.concat(parts);
}

/** Overwrites places in memory by zeros, in place so that no offset moves. */
function forget(bytes, places) {
  const segments = segmentsOf(bytes);
  for (const { address, size } of places) {
    for (const segment of segments) {
      const from = Math.max(address, segment.address), to = Math.min(address + size, segment.address + segment.end - segment.start);
      if (from < to) bytes.fill(0, segment.start + from - segment.address, segment.start + to - segment.address);
    }
  }
  return bytes;
}

/** Runs wasm-opt. */
function optimise(from, to) {
  const wasmOpt = join(dirname(createRequire(import.meta.url).resolve("binaryen")), "bin/wasm-opt");
  const strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
  // Functions in the order of their names stand beside their like, which brotli makes half a per cent of.
  // Flattened code shows what is done twice; together with the order of branches made anew that is almost a hundredth.
  const flat = ["--flatten", "--local-cse", "--rereloop"];
  const flags = [...flat, "-Os", "--reorder-functions-by-name", "--converge", ...strip, ...Object.keys(FEATURES).map((name) => `--enable-${name}`)];
  execFileSync(process.execPath, [wasmOpt, ...flags, from, "-o", to]);
}

/** Gives imports names of a letter or two; their old ones carry hashes, which do not compress. */
function renameImports(wasm, renamed) {
  const reader = new Reader(wasm, 8);
  const leb = (value) => { const bytes = []; do { bytes.push((value & 127) | (value > 127 ? 128 : 0)); value >>>= 7; } while (value); return bytes; };
  const parts = [wasm.subarray(0, 8)];
  while (reader.at < wasm.length) {
    const start = reader.at, id = wasm[reader.at++], size = reader.number(), end = reader.at + size;
    if (id !== 2) { parts.push(wasm.subarray(start, end)); reader.at = end; continue; }
    const count = reader.number(), body = [...leb(count)];
    for (let index = 0; index < count; index++) {
      const from = reader.text(), name = reader.text(), begin = reader.at++;
      if (wasm[begin] !== 0) throw new Error(`${wasmIn}: import ${name} is not a function`);
      reader.number();
      const short = index.toString(36);
      renamed.set(name, short);
      body.push(...leb(from.length), ...Buffer.from(from), ...leb(short.length), ...Buffer.from(short), ...wasm.subarray(begin, reader.at));
    }
    parts.push(Buffer.from([2, ...leb(body.length), ...body]));
  }
  return Buffer.concat(parts);
}

/**
 * Overwrites messages of panics and source paths by zeros, in place so that no offset moves, and the places in source that
 * point to them: a `core::panic::Location` is the address of a path, its length, a line and a column.
 */
function blankPaths(wasm) {
  const bytes = Buffer.from(wasm);
  const known = new Set();
  const segments = segmentsOf(bytes);
  for (const { start, end, address } of segments) {
    for (const { index, 0: path } of bytes.subarray(start, end).toString("latin1").matchAll(PATHS)) {
      known.add(`${address + index} ${path.length}`);
      bytes.fill(0, start + index, start + index + path.length);
    }
    for (const { index, 0: message } of bytes.subarray(start, end).toString("latin1").matchAll(MESSAGES)) {
      bytes.fill(0, start + index, start + index + message.length);
    }
  }
  for (const { start, end, address } of segments) {
    for (let at = start + ((4 - (address % 4)) % 4); at + 16 <= end; at += 4) {
      if (known.has(`${bytes.readUInt32LE(at)} ${bytes.readUInt32LE(at + 4)}`)) bytes.fill(0, at, at + 16);
    }
  }
  return bytes;
}

/** Where the data segments of a module lie in the file, and where they will lie in memory. */
function segmentsOf(bytes) {
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const id = bytes[reader.at++], end = reader.number() + reader.at;
    if (id === 11) return dataSegments(reader);
    reader.at = end;
  }
  return [];
}

/** Leaves the imports that the module still has, under their new names. */
function keepImports(script, renamed) {
  const found = new Set();
  const entry = /^    (__wb\w+): (function[\s\S]*?\n    \}|[^\n]*?)(,?)$/gm;
  const kept = script.replace(entry, (_, name, code, comma) => {
    if (!renamed.has(name)) return "";
    found.add(name);
    return `    "${renamed.get(name)}": ${code}${comma}`;
  });
  const missing = [...renamed.keys()].filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`${scriptIn}: has no ${missing.join(", ")}`);
  return kept;
}

const [linkedIn, wasmIn, scriptIn, wasmOut, scriptOut] = process.argv.slice(2);
let script = onlyStart(readFileSync(scriptIn, "utf8"));
const half = `${wasmOut}.half`;
writeFileSync(half, silence(readFileSync(wasmIn), script));
optimise(half, wasmOut);
rmSync(half);
const renamed = new Map();
writeFileSync(wasmOut, renameImports(blankPaths(readFileSync(wasmOut)), renamed));
script = keepImports(script, renamed);
writeFileSync(scriptOut, transformSync(script, { minify: true, format: "esm", target: "es2022" }).code);
