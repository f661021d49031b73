"""Times publishing, and Hugo beside it: publish.py HABARSHY CLIENT HUGO WORK [--articles N | --newsroom DIR] [--rounds R] [--large]

Prints ratios, because times are a machine's own: Habarshy's wall time and peak memory over Hugo's, each build into an empty
folder, in turns. Then what a changed article costs, and how time and memory grow with ten times the articles. Exits with 1
where a limit is passed.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent

# Of Hugo's time and memory; seconds for one changed article; memory in MiB for ten times the articles, and how much more than
# ten times the time they may take.
LIMITS = {"wall time": 0.25, "memory": 0.2, "one changed": 0.7, "large memory": 2048, "growth": 1.3}
passed = []


def hold(name, value):
    """Notes a figure that is past its limit."""
    if value > LIMITS[name]:
        passed.append(f"{name}: {value:.2f}, and {LIMITS[name]} is the limit")



def run(command):
    """Wall time in seconds, and peak memory in MiB, of a command that must succeed."""
    begin = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed:\n{output}")
    return time.monotonic() - begin, usage.ru_maxrss / 1024, output


def fresh(*folders):
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


class Bench:
    def __init__(self, options):
        self.options = options
        self.work = options.work
        # Nothing is removed between builds: file systems are slow where much has just been removed.
        self.turn = 0
        fresh(self.work / "sites")

    def corpus(self, articles):
        if self.options.newsroom:
            return self.options.newsroom
        folder = self.work / f"newsroom-{articles}"
        if not folder.exists():
            begun = self.work / "begun"
            fresh(begun)
            run([sys.executable, HERE / "corpus.py", articles, begun])
            begun.rename(folder)
        return folder

    def folder(self):
        """A folder for a site, that was not there before."""
        self.turn += 1
        folder = self.work / "sites" / str(self.turn)
        folder.mkdir(parents=True)
        return folder.resolve()

    def habarshy(self, corpus, folder):
        os.sync()
        place = ["--root", corpus, "--client", self.options.client, "--out", folder / "site"]
        return run([self.options.habarshy, "build", *place])

    def hugo(self, corpus, folder):
        os.sync()
        place = ["--contentDir", (corpus / "content/ru").resolve(), "--destination", folder / "site", "--cacheDir", folder / "cache"]
        return run([self.options.hugo, "--source", HERE / "theme", *place, "--noBuildLock"])

    def beside_hugo(self, articles, rounds):
        corpus = self.corpus(articles)
        ours, theirs = [], []
        for _ in range(rounds):
            theirs.append(self.hugo(corpus, self.folder())[:2])
            ours.append(self.habarshy(corpus, self.folder())[:2])
        median = lambda runs, figure: statistics.median(one[figure] for one in runs)
        for figure, name, unit in ((0, "wall time", "s"), (1, "memory", "MiB")):
            own, other = median(ours, figure), median(theirs, figure)
            print(f"{articles:,} articles, {name}: {own / other:.2f} of Hugo's ({own:.1f} {unit} to {other:.1f})", flush=True)
            hold(name, own / other)
        return median(ours, 0), median(ours, 1)

    def one_changed(self, articles, full):
        corpus = self.corpus(articles)
        folder = self.folder()
        self.habarshy(corpus, folder)
        article = sorted(corpus.glob("content/ru/*/*/*.md"))[articles // 2]
        before = article.read_text(encoding="utf-8")
        times = []
        try:
            for turn in range(5):
                article.write_text(f"{before}\nИ еще одно предложение, {turn}.\n", encoding="utf-8")
                wall, _, output = self.habarshy(corpus, folder)
                times.append(wall)
        finally:
            article.write_text(before, encoding="utf-8")
        wall = statistics.median(times)
        print(f"one changed article of {articles:,}: {wall / full:.2f} of a full build ({wall:.2f} s)")
        hold("one changed", wall)
        print("  " + output.strip().replace("\n", "\n  "), flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("habarshy", "client", "hugo", "work"):
        arguments.add_argument(name, type=pathlib.Path)
    arguments.add_argument("--articles", type=int, default=10_000)
    arguments.add_argument("--newsroom", type=pathlib.Path, help="a newsroom of your own, with Russian articles in content/ru")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--large", action="store_true", help="ten times the articles, too: some minutes, and 12 GB of disk")
    options = arguments.parse_args()
    if options.newsroom:
        options.articles = sum(1 for _ in options.newsroom.glob("content/ru/**/*.md"))
    options.work.mkdir(parents=True, exist_ok=True)
    bench = Bench(options)
    wall, memory = bench.beside_hugo(options.articles, options.rounds)
    bench.one_changed(options.articles, wall)
    if options.large:
        large = bench.habarshy(bench.corpus(10 * options.articles), bench.folder())
        print(f"ten times the articles: {large[0] / wall:.1f} of the time, {large[1] / memory:.1f} of the memory ({large[1]:.0f} MiB)")
        hold("large memory", large[1])
        hold("growth", large[0] / wall / 10)
    fresh(bench.work / "sites")
    if passed:
        sys.exit("\n".join(passed))


main()
