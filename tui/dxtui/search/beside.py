"""Words that stand beside each other with other marks than they were typed with."""

from collections.abc import Callable, Iterator, Sequence

from dxtui.search.term import Term

Stands = Callable[..., int]
"""Gives how many statements have one term right before another, and those named after them with their marks."""


class Beside:
    """The terms of a query, and which of them stand together as they were typed."""

    def __init__(self, terms: Sequence[Term], often: Sequence[int], stands: Stands) -> None:
        """Take terms; `often`: how often each but the last stands before the next, whatever the marks; 0 if seldom."""
        self.terms = list(terms)
        """The terms as they are taken by now."""
        self.changed = False
        """Whether that is otherwise than at first."""
        self._often = often
        self._stands = stands

    def put_right(self, loosen: Callable[[Term], Term]) -> None:
        """Take those looser that thereby come to stand beside a neighbour: one where that will do, else all there are.

        A term that was put right is a neighbour to the next, so what stands at the edge of a run of such comes later.
        """
        wrong = [at for at in range(len(self.terms)) if self._is_wrong(at)]
        loose = {at: loosen(self.terms[at]) for at in wrong}
        loose = {at: term for at, term in loose.items() if term != self.terms[at]}
        while found := [at for at in loose if self._is_wrong(at) and self._stands_with(at, loose[at])]:
            self._take(found[0], loose.pop(found[0]))
        both = [
            (left, right)
            for left, right in ((at, at + 1) for at in loose if at + 1 in loose)
            if self._often[left] and self._together(loose[left], loose[right])
        ]
        for at in sorted({at for pair in both for at in pair}):
            if self._is_wrong(at):
                self._take(at, loose[at])

    def doubt(self, surer: int, loosen: Callable[[Term], Term]) -> bool:
        """Take those looser that stand beside their neighbours so many times less often than with other marks.

        Return whether there are any.
        """
        for at, term in enumerate(self.terms):
            pairs = [pair for pair in self._pairs(at, term) if self._often[pair[0]]]
            marked = term.word is not None and term.word.marked and not term.fixed and not term.near
            if marked and pairs and all(self._seldom(*pair, surer) for pair in pairs):
                self._take(at, loosen(term))
        return self.changed

    def _seldom(self, first: int, left: Term, right: Term, surer: int) -> bool:
        return surer * self._stands(left, right, left, right) < self._often[first]

    def _take(self, at: int, term: Term) -> None:
        self.terms[at] = term
        self.changed = True

    def _is_wrong(self, at: int) -> bool:
        """Whether a term with its marks stands beside no neighbour anywhere, though with others it often does."""
        term = self.terms[at]
        if term.word is None or not term.word.marked or term.fixed or term.near:
            return False
        return any(self._often[first] for first, _, _ in self._pairs(at, term)) and not self._stands_with(at, term)

    def _stands_with(self, at: int, term: Term) -> bool:
        """Whether `term` in this place stands beside a neighbour as that is taken by now."""
        return any(self._together(left, right) for first, left, right in self._pairs(at, term) if self._often[first])

    def _together(self, left: Term, right: Term) -> bool:
        return self._stands(left, right, left, right) > 0

    def _pairs(self, at: int, term: Term) -> Iterator[tuple[int, Term, Term]]:
        """Give `term` in this place with the neighbour before it and the one after it, and where each pair begins."""
        if at:
            yield at - 1, self.terms[at - 1], term
        if at + 1 < len(self.terms):
            yield at, term, self.terms[at + 1]
