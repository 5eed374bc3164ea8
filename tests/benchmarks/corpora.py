"""Corpora of any size for the benchmarks: varied Vietnamese text, the same for the same size on every machine.

    python tests/benchmarks/corpora.py 10000 /tmp/corpora     # writes /tmp/corpora/10000/…, unless it is there

Syllables, words, names and numbers come in Zipf-like frequency: a few hundred real syllables of the shipped documents
are the common ones, all others that Vietnamese spelling allows are the rare ones. About forty statements a file.
"""

import bisect
import itertools
import json
import random
import re
import sys
from multiprocessing import Pool
from pathlib import Path

from dxtui import resources
from dxtui.lexicon.tables import table

ONSETS = [
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "gh",
    "gi",
    "h",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "ngh",
    "nh",
    "p",
    "ph",
    "qu",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
]
FRONT, OTHER, TONES = "iêe", "aăâoôơuư", "\u0300\u0301\u0303\u0309\u0323"
NUCLEI = [
    "a",
    "ă",
    "â",
    "e",
    "ê",
    "i",
    "o",
    "ô",
    "ơ",
    "u",
    "ư",
    "ia",
    "iê",
    "ua",
    "uô",
    "ưa",
    "ươ",
    "oa",
    "oă",
    "oe",
    "uê",
    "uy",
    "uyê",
]
CODAS = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t", "i", "o", "u", "y"]
PER_FILE = 40
ENDINGS = ["."] * 17 + [";", ":", "…"]


def syllables() -> list[str]:
    """Return syllables that Vietnamese spelling allows (most are used), in an order that chance made once."""
    import unicodedata

    found = []
    for onset, nucleus, coda in itertools.product(ONSETS, NUCLEI, CODAS):
        if (onset in ("k", "gh", "ngh")) != (nucleus[0] in FRONT) and onset in ("c", "k", "g", "gh", "ng", "ngh"):
            continue
        if len(nucleus) == 1 and nucleus in "ăâ" and not coda:
            continue
        for tone in ("", *TONES):
            if coda in ("c", "ch", "p", "t") and tone not in ("\u0301", "\u0323"):
                continue
            at = len(nucleus) if coda else max(1, len(nucleus) - 1)
            found.append(unicodedata.normalize("NFC", onset + nucleus[:at] + tone + nucleus[at:] + coda))
    chance = random.Random(1)
    chance.shuffle(found)
    return found[:6500]


class Zipf:
    """Draws items, the earlier ones more often."""

    def __init__(self, items: list[str], power: float = 1.0) -> None:
        self.items = items
        self.ends = list(itertools.accumulate(1 / (rank + 2.7) ** power for rank in range(len(items))))

    def draw(self, chance: random.Random) -> str:
        return self.items[bisect.bisect_left(self.ends, chance.random() * self.ends[-1])]


class Writer:
    """Writes statements."""

    def __init__(self) -> None:
        text = " ".join(path.read_text("utf-8") for path in sorted(resources.seeds().glob("*.txt")))
        common = [word for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) < 8]
        ranked = sorted(set(common), key=lambda word: (-common.count(word), word))
        chance = random.Random(2)
        every = ranked + [word for word in syllables() if word not in set(ranked)]
        single = Zipf(every, 0.9)
        pairs = list(dict.fromkeys(f"{a} {b}" for a, b in itertools.pairwise(common)))
        pairs += [f"{single.draw(chance)} {single.draw(chance)}" for _ in range(40_000)]
        self.words = Zipf(pairs, 0.95)
        self.small = Zipf(ranked[:120], 1.0)
        provinces = list(table("places")["provinces"])
        persons = table("persons")["surnames"]
        middle = ["Văn", "Thị", "Minh", "Thanh", "Quốc", "Ngọc", "Hữu", "Đức", "Thu", "Xuân"]
        given = [word.capitalize() for word in every[150:1200] if 1 < len(word) < 6]
        people = Zipf(persons[:60]), Zipf(middle), Zipf(given, 0.7)
        fields = list(table("organisations")["fields"])
        communes = [f"{a.capitalize()} {b.capitalize()}" for a, b in (pair.split() for pair in pairs[3000:9000])]
        self.places = Zipf(provinces, 0.6)
        self.communes = Zipf(communes, 0.5)
        self.fields = Zipf(fields, 0.7)
        self.people = people
        self.units = Zipf(
            [
                "%",
                "tỷ đồng",
                "triệu đồng",
                "người",
                "hồ sơ",
                "thủ tục",
                "đơn vị",
                "ha",
                "km",
                "dịch vụ",
                "tấn",
                "doanh nghiệp",
            ]
        )

    def name(self, chance: random.Random) -> str:
        kind = chance.random()
        if kind < 0.3:
            return f"tỉnh {self.places.draw(chance)}"
        if kind < 0.45:
            return f"xã {self.communes.draw(chance)}"
        if kind < 0.6:
            return f"Sở {self.fields.draw(chance)} tỉnh {self.places.draw(chance)}"
        if kind < 0.75:
            return f"Bộ {self.fields.draw(chance)}"
        if kind < 0.9:
            return "ông " + " ".join(part.draw(chance) for part in self.people)
        return f"Nghị quyết số {int(chance.paretovariate(0.9)) % 400 + 1}/NQ-CP"

    def number(self, chance: random.Random) -> str:
        kind = chance.random()
        if kind < 0.2:
            return f"năm {2025 - int(chance.paretovariate(1.2)) % 30}"
        if kind < 0.3:
            return f"ngày {chance.randint(1, 28)}/{chance.randint(1, 12)}/{chance.randint(2015, 2025)}"
        size = chance.paretovariate(0.5)
        if chance.random() < 0.4:
            value = f"{size % 1000:.1f}".replace(".", ",")
        else:
            value = f"{int(size) % 10_000_000:,}".replace(",", ".")
        return f"{value} {self.units.draw(chance)}".replace(" %", "%")

    def statement(self, chance: random.Random) -> str:
        parts = []
        for _ in range(max(3, int(chance.gauss(9, 4)))):
            kind = chance.random()
            if kind < 0.08:
                parts.append(self.number(chance))
            elif kind < 0.15:
                parts.append(self.name(chance))
            elif kind < 0.3:
                parts.append(self.small.draw(chance))
            else:
                parts.append(self.words.draw(chance))
            if chance.random() < 0.06:
                parts[-1] += ","
        text = " ".join(parts).rstrip(",")
        return text[0].upper() + text[1:] + chance.choice(ENDINGS)

    def document(self, number: int) -> str:
        chance = random.Random(number * 7919 + 5)
        lines = [" ".join(self.words.draw(chance) for _ in range(5)).capitalize(), ""]
        left = PER_FILE - 1
        while left > 0:
            count = min(left, chance.randint(1, 4))
            lines.append(" ".join(self.statement(chance) for _ in range(count)))
            left -= count
        return "\n".join(lines) + "\n"


_writer: list[Writer] = []


def _write(job: tuple[Path, int, int]) -> int:
    folder, first, last = job
    if not _writer:
        _writer.append(Writer())
    size = 0
    for number in range(first, last):
        path = folder / f"{number // 1000:03d}" / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(_writer[0].document(number).encode())
    return size


def corpus(statements: int, base: Path) -> Path:
    """Return the folder of a corpus of about so many statements, writing it where it is not there yet."""
    folder = base / str(statements)
    done = folder.with_suffix(".json")
    files = max(1, statements // PER_FILE)
    if not done.exists():
        jobs = [(folder, first, min(first + 200, files)) for first in range(0, files, 200)]
        with Pool() as pool:
            size = sum(pool.imap_unordered(_write, jobs))
        done.write_text(json.dumps({"files": files, "bytes": size}))
    return folder


if __name__ == "__main__":
    print(corpus(int(sys.argv[1]), Path(sys.argv[2])))
