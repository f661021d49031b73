//! Which file uses which: every path is followed to the file that defines what it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::paths::{Named, Names, names};

/// A module: the parts of its path from the root of its crate. The command's begin with its name.
pub type Module = Vec<String>;

/// The files of the library and of its programs, and what each uses.
pub struct Graph {
    files: BTreeMap<Module, (PathBuf, Names)>,
    /// For each file the files that it uses, with a name that it uses of each.
    pub uses: BTreeMap<PathBuf, BTreeMap<PathBuf, String>>,
}

impl Graph {
    /// Reads all that `roots` declare: each a module and its file.
    pub fn read(roots: &[(&[&str], &Path)]) -> Graph {
        let mut graph = Graph { files: BTreeMap::new(), uses: BTreeMap::new() };
        for (module, file) in roots {
            let folder = file.parent().expect("a file is in a folder");
            let root: Module = module.iter().map(|part| (*part).to_owned()).collect();
            graph.add(root.clone(), &root, file, folder);
        }
        for (module, (file, names)) in &graph.files {
            let uses = names.named.iter().filter_map(|named| {
                let origin = graph.origin(&named.path, 0)?;
                (origin != file && !is_within(file, origin)).then(|| (origin.clone(), named.path.join("::")))
            });
            assert!(graph.uses.insert(file.clone(), uses.collect()).is_none(), "{module:?} is there twice");
        }
        graph
    }

    /// Adds a module, and those below it: they lie in `folder`.
    fn add(&mut self, module: Module, root: &Module, file: &Path, folder: &Path) {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let names = names(&text, &module, root);
        for child in &names.modules {
            let module: Module = module.iter().chain([child]).cloned().collect();
            let (file, folder) = (folder.join(format!("{child}.rs")), folder.join(child));
            self.add(module, root, &file, &folder);
        }
        self.files.insert(module, (file.to_owned(), names));
    }

    /// The file that defines what a path names; none where no file of ours does.
    fn origin(&self, path: &[String], depth: usize) -> Option<&PathBuf> {
        // The longest beginning that is a module.
        let (module, rest) = (0..=path.len()).rev().find_map(|end| {
            let (module, rest) = path.split_at(end);
            self.files.contains_key(module).then_some((module, rest))
        })?;
        let (file, names) = self.files.get(module)?;
        let Some(name) = rest.first() else { return Some(file) };
        if names.items.contains(name) || depth > 8 {
            return Some(file);
        }
        let alias = |named: &&Named| named.alias.as_ref() == Some(name);
        if let Some(named) = names.named.iter().find(alias).filter(|named| named.path != path) {
            let path: Vec<String> = named.path.iter().chain(&rest[1..]).cloned().collect();
            return self.origin(&path, depth + 1);
        }
        let globs = names.named.iter().filter(|named| named.is_glob && named.path != module);
        let mut origins = globs.filter_map(|named| {
            let (file, names) = self.files.get(&named.path)?;
            names.items.contains(name).then_some(file)
        });
        // What a macro defines, and what stands in a module within the file.
        origins.next().or(Some(file))
    }

    /// The groups of files that use each other in a circle.
    pub fn circles(&self) -> Vec<Vec<&PathBuf>> {
        let reach: BTreeMap<&PathBuf, BTreeSet<&PathBuf>> =
            self.uses.keys().map(|file| (file, self.reached(file))).collect();
        let mut seen = BTreeSet::new();
        let mut circles = Vec::new();
        for (file, reached) in &reach {
            if reached.contains(file) && !seen.contains(file) {
                let circle: Vec<&PathBuf> =
                    reached.iter().filter(|other| reach[*other].contains(file)).copied().collect();
                seen.extend(circle.iter().copied());
                circles.push(circle);
            }
        }
        circles
    }

    fn reached<'a>(&'a self, from: &'a PathBuf) -> BTreeSet<&'a PathBuf> {
        let mut reached = BTreeSet::new();
        let mut next = vec![from];
        while let Some(file) = next.pop() {
            for used in self.uses.get(file).into_iter().flat_map(BTreeMap::keys) {
                if reached.insert(used) {
                    next.push(used);
                }
            }
        }
        reached
    }
}

/// Whether a file is part of the module that another one is the head of: what the head defines, its parts share.
fn is_within(file: &Path, head: &Path) -> bool {
    file.starts_with(head.with_extension(""))
}
