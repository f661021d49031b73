// What of a linked module can be reached, by the linker's own notes (`--emit-relocs`).
//
// A compiler that empties functions leaves behind what only they used: texts of messages, tables of Unicode, and through
// tables of methods even more functions. No tool after the linker can tell what in the memory of a module is one thing and
// what the next, or whether a number is an address; the linker's notes say both. Their form is that of the conventions for
// linking WebAssembly: https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md

import { Reader } from "./reader.mjs";

const FUNCTION = 0, DATA = 1;
// Kinds of notes: about a function, its place in the table of functions, or an address in memory.
const OF_FUNCTIONS = new Set([0, 1, 2]);
const OF_DATA = new Set([3, 4, 5]);
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);

/** The name of a function without the number by which tools tell two of one name apart. */
export const plain = (name) => name.replace(/[._]\d+$/, "");

/**
 * Follows a linked module from some functions on; `silent` ones lead nowhere. `called` gives the name by which a function
 * of the linked module is known later; none where it is gone by then.
 *
 * Gives the names of the functions that were not reached, and the places in memory: `{ address, size }`.
 */
export function reach(linked, called, roots, silent) {
  const module = sections(linked);
  const symbols = symbolsOf(linked, module);
  const functions = symbols.filter((symbol) => symbol.kind === FUNCTION && symbol.body);
  for (const symbol of functions) symbol.name = called(module.names.get(symbol.index) ?? symbol.name) ?? "";
  const things = symbols.filter((symbol) => symbol.kind === DATA && symbol.size > 0);
  link(notes(linked, module, "reloc.CODE"), module.code.start, functions, symbols);
  link(notes(linked, module, "reloc.DATA"), module.data.start, things, symbols);
  const reached = new Set();
  const left = functions.filter((symbol) => roots(symbol.name));
  if (left.length === 0) throw new Error("no function of the linked module is a beginning");
  while (left.length > 0) {
    const symbol = left.pop();
    if (reached.has(symbol) || symbol === undefined) continue;
    reached.add(symbol);
    if (symbol.kind !== FUNCTION || (symbol.name !== "" && !silent(symbol.name))) left.push(...symbol.leads);
  }
  const names = (symbols) => new Set(symbols.map((symbol) => plain(symbol.name)));
  const alive = names(functions.filter((symbol) => reached.has(symbol)));
  const dead = new Set([...names(functions)].filter((name) => !alive.has(name)));
  return { dead, unreached: unreached(things, reached) };
}

/** The places of things that were not reached, without what they share with things that were: equal texts share theirs. */
function unreached(things, reached) {
  const live = things.filter((thing) => reached.has(thing)).sort((a, b) => a.address - b.address);
  const places = [];
  for (const thing of things) {
    if (reached.has(thing)) continue;
    let { address } = thing;
    const end = address + thing.size;
    for (const other of live) {
      const otherEnd = other.address + other.size;
      if (otherEnd <= address || other.address >= end) continue;
      if (other.address > address) places.push({ address, size: other.address - address });
      address = otherEnd;
    }
    if (address < end) places.push({ address, size: end - address });
  }
  return places;
}

/** Where the parts of a module lie in its file. */
function sections(bytes) {
  const reader = new Reader(bytes, 8);
  const module = { custom: new Map(), names: new Map(), segments: [], bodies: [], imported: 0 };
  while (reader.at < bytes.length) {
    const id = bytes[reader.at++], end = reader.number() + reader.at, start = reader.at;
    if (id === 0) {
      const name = reader.text();
      module.custom.set(name, { at: reader.at, end });
      if (name === "name") module.names = functionNames(reader, end);
    }
    if (id === 2) module.imported = importedFunctions(reader);
    if (id === 10) {
      module.code = { start };
      for (let count = reader.number(); count > 0; count--) {
        const begin = reader.at, size = reader.number();
        reader.at += size;
        module.bodies.push({ begin, end: reader.at });
      }
    }
    if (id === 11) {
      module.data = { start };
      module.segments = dataSegments(reader);
    }
    reader.at = end;
  }
  return module;
}

/** The names of functions by their numbers: not those of symbols, which are spelled another way. */
function functionNames(reader, end) {
  const names = new Map();
  while (reader.at < end) {
    const kind = reader.bytes[reader.at++], next = reader.number() + reader.at;
    if (kind === 1) for (let count = reader.number(); count > 0; count--) names.set(reader.number(), reader.text());
    reader.at = next;
  }
  return names;
}

function importedFunctions(reader) {
  let functions = 0;
  for (let count = reader.number(); count > 0; count--) {
    reader.text();
    const name = reader.text();
    if (reader.bytes[reader.at++] !== 0) throw new Error(`import ${name} is not a function`);
    reader.number();
    functions++;
  }
  return functions;
}

/** The data segments at a reader: where they lie in the file, and where they will lie in memory. */
export function dataSegments(reader) {
  const segments = [];
  for (let count = reader.number(); count > 0; count--) {
    // Active, memory 0, the address a constant: what compilers write for a program's own data.
    if (reader.number() !== 0 || reader.bytes[reader.at++] !== 0x41) throw new Error("an unknown kind of data segment");
    const address = reader.signed();
    if (reader.bytes[reader.at++] !== 0x0b) throw new Error("an unknown kind of data segment");
    const length = reader.number();
    segments.push({ start: reader.at, end: reader.at + length, address });
    reader.at += length;
  }
  return segments;
}

/** The functions and things of a module, by the numbers that notes use. */
function symbolsOf(bytes, module) {
  const { at, end } = module.custom.get("linking") ?? {};
  if (at === undefined) throw new Error("the module was not linked with --emit-relocs");
  const reader = new Reader(bytes, at);
  if (reader.number() !== 2) throw new Error("an unknown version of linking");
  const symbols = [];
  while (reader.at < end) {
    const kind = bytes[reader.at++], size = reader.number(), next = reader.at + size;
    if (kind === 8) for (let count = reader.number(); count > 0; count--) symbols.push(symbol(reader, module));
    reader.at = next;
  }
  return symbols;
}

function symbol(reader, module) {
  const kind = reader.bytes[reader.at++], flags = reader.number();
  const isUndefined = (flags & 0x10) !== 0, isNamed = (flags & 0x40) !== 0;
  const symbol = { kind, name: "", leads: [] };
  if (kind === DATA) {
    symbol.name = reader.text();
    if (isUndefined) return symbol;
    const segment = module.segments[reader.number()], offset = reader.number();
    symbol.size = reader.number();
    if (!segment) return { ...symbol, size: 0 };
    return { ...symbol, address: segment.address + offset, begin: segment.start + offset, end: segment.start + offset + symbol.size };
  }
  const index = reader.number();
  if (kind !== 3 && (!isUndefined || isNamed)) symbol.name = reader.text();
  const body = kind === FUNCTION ? module.bodies[index - module.imported] : undefined;
  return body ? { ...symbol, index, body, begin: body.begin, end: body.end } : symbol;
}

/** The notes of a section: where they stand, from its beginning on, and the number of the symbol that they name. */
function* notes(bytes, module, section) {
  const { at, end } = module.custom.get(section) ?? {};
  if (at === undefined) throw new Error(`the module has no ${section}`);
  const reader = new Reader(bytes, at);
  reader.number();
  for (let count = reader.number(); count > 0; count--) {
    const kind = bytes[reader.at++], offset = reader.number(), index = reader.number();
    if (WITH_ADDEND.has(kind)) reader.signed();
    if (OF_FUNCTIONS.has(kind) || OF_DATA.has(kind)) yield { offset, index };
  }
  if (reader.at !== end) throw new Error(`${section} is not of the form that is known`);
}

/** Notes for every owner which symbols it names. */
function link(notes, start, owners, symbols) {
  const ordered = [...owners].sort((a, b) => a.begin - b.begin);
  for (const { offset, index } of notes) {
    const at = start + offset;
    let low = 0, high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ordered[middle].begin <= at) low = middle + 1; else high = middle;
    }
    // Several symbols may lie in one place: equal things are kept once.
    let found = false;
    for (let before = low - 1; before >= 0 && before >= low - 64; before--) {
      if (at < ordered[before].end) { ordered[before].leads.push(symbols[index]); found = true; }
    }
    if (!found) throw new Error(`nothing owns the note at ${offset}`);
  }
}
