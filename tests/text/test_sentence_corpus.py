"""Sentence ends of general prose: the corpus is the specification."""

import tomllib
from pathlib import Path

import pytest

from dxtui.lexicon.sentences import abbreviations
from dxtui.text.sentences import sentence_end, terminals

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "sentences.toml"
LINES: list[list[str]] = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["lines"]


def cut(line: str) -> list[str]:
    out, start = [], 0
    for found in terminals(line):
        if found.start() < start:
            continue
        stop = sentence_end(line, found, start, len(line), abbreviations())
        if stop is not None:
            out.append(line[start:stop].strip())
            start = stop + len(line[stop:]) - len(line[stop:].lstrip())
    return [*out, line[start:]] if start < len(line) else out


@pytest.mark.parametrize("sentences", LINES, ids=lambda sentences: sentences[0][:30])
def test_a_line_is_cut_where_its_sentences_end(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences
