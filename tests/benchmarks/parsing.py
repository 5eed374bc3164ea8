"""How fast texts are read, as a multiple of `re.findall("[0-9]+", text)` over the same text.

    python tests/benchmarks/parsing.py [--large]

Prints one row a text: the shipped documents repeated to about a megabyte, generated text (20 MB with --large, else 2),
and hostile texts against a plain one of their length. Times are CPU times in this process; a ratio is the median of
several, each of two times taken right after each other, since processors change their speed.
"""

import argparse
import random
import re
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from dxtui import resources
from dxtui.extract import extract, names, numbers, tasks
from dxtui.extract.statements import find as find_statements
from dxtui.model import Document
from dxtui.text.normal import normalise

ANCHOR = "2023-12-28"
SUBJECTS = ("Doanh thu", "Tỷ lệ hồ sơ trực tuyến", "Số doanh nghiệp", "Kim ngạch xuất khẩu", "Tổng vốn đầu tư")
VERBS = ("đạt", "tăng", "giảm còn", "ước đạt", "chiếm", "tăng khoảng", "đạt hơn")
UNITS = ("tỷ đồng", "%", "hồ sơ", "doanh nghiệp", "triệu USD", "lượt người", "ha", "MW")
TAILS = (" so với cùng kỳ năm {}", " trong quý III/{}", " theo báo cáo của Bộ Tài chính", " vào năm {}", "")
PLAIN = "Các bộ, ngành, địa phương tiếp tục triển khai đồng bộ các nhiệm vụ, giải pháp đã đề ra trong kế hoạch."


def best(run: Callable[[], object], times: int) -> float:
    """Return the least CPU time of some runs, in seconds."""
    least = float("inf")
    for _ in range(times):
        start = time.process_time()
        run()
        least = min(least, time.process_time() - start)
    return least


def ratio(run: Callable[[], object], base: Callable[[], object], times: int) -> float:
    """Return how many times as long as `base` it takes, the median of several measurements side by side."""
    return statistics.median(best(run, 1) / best(base, 5) for _ in range(times))


def seeds(size: int) -> str:
    """Return the shipped documents, repeated to about `size` bytes."""
    one = "\n".join(normalise(path.read_text(encoding="utf-8")) for path in sorted(resources.seeds().glob("*.txt")))
    return "\n".join([one] * max(1, round(size / len(one.encode()))))


def generated(size: int) -> str:
    """Return made-up report prose of about `size` bytes, the same on every run."""
    random_ = random.Random(2023)
    out: list[str] = []
    length = 0
    while length < size:
        if random_.random() < 0.4:
            sentence = PLAIN
        else:
            amount = f"{random_.randint(1, 999)},{random_.randint(1, 9)}"
            tail = random_.choice(TAILS).format(random_.randint(2015, 2025))
            sentence = f"{random_.choice(SUBJECTS)} {random_.choice(VERBS)} {amount} {random_.choice(UNITS)}{tail}."
        out.append(sentence + ("\n" if random_.random() < 0.2 else " "))
        length += len(out[-1].encode())
    return "".join(out)


def rates(name: str, text: str, times: int) -> None:
    """Print the ratios of one text, whole and by part."""

    def scan() -> object:
        return re.findall("[0-9]+", text)

    cut = find_statements(text)
    counted = numbers.find(text, cut, ANCHOR)
    named = names.find(text, cut)
    document = Document("benchmark", Path("benchmark.txt"), text, event_date=ANCHOR)
    parts = {
        "extract": ratio(lambda: extract(document), scan, times),
        "statements": ratio(lambda: find_statements(text), scan, times),
        "numbers": ratio(lambda: numbers.find(text, cut, ANCHOR), scan, times),
        "names": ratio(lambda: names.find(text, cut), scan, times),
        "tasks": ratio(lambda: tasks.find(text, cut, counted, named), scan, times),
    }
    size = len(text.encode()) / 1e6
    told = " · ".join(f"{part} {share:5.1f}x" for part, share in parts.items())
    base, took = best(scan, 5), best(lambda: extract(document), 1)
    print(f"{name:10} {size:5.1f} MB  findall {1e3 * base:6.1f} ms · {told} · {size / took:.2f} MB/s")


def hostile(size: int) -> None:
    """Print the time a byte of hostile texts, as a multiple of that of plain report text."""
    texts = {
        "plain": generated(size),
        "no spaces": "a" * size,
        "digits": "7" * size,
        "tỷ tỷ tỷ": "tỷ " * (size // 5),
        "brackets": "(" * (size // 2) + ")" * (size // 2),
        "names": "Nguyễn " * (size // 8),
        "bodies": "Bộ Tài chính và " * (size // 18),
        "one line": generated(size).replace("\n", " ").replace(". ", ", "),
    }
    plain = 0.0
    for name, text in texts.items():
        took = best(partial(extract, Document("benchmark", Path("benchmark.txt"), text, event_date=ANCHOR)), 1)
        rate = took / len(text.encode())
        plain = plain or rate
        size_told = f"{len(text.encode()) / 1e6:5.1f} MB"
        print(f"{name:10} {size_told}  extract {rate / plain:5.2f} times the time a byte of plain text")


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--large", action="store_true", help="20 MB of generated text instead of 2, and 5 MB hostile ones"
    )
    large = parser.parse_args().large
    print("run as", "Python" if (numbers.__file__ or "").endswith(".py") else "machine code")
    rates("seeds", seeds(1_000_000), 7)
    rates("generated", generated(20_000_000 if large else 2_000_000), 1 if large else 5)
    hostile(5_000_000 if large else 500_000)


if __name__ == "__main__":
    main()
