"""The way back and forward."""

from dxtui.ui.trail import Step, Trail

A, B, C, D = (Step("figures", False, id, 0) for id in "abcd")


def test_back_and_forward_walk_the_same_way():
    trail = Trail()
    trail.leave(A)
    trail.leave(B)
    assert trail.back(C) == B
    assert trail.back(B) == A
    assert trail.back(A) is None
    assert trail.forward(A) == B
    assert trail.forward(B) == C
    assert trail.forward(C) is None


def test_going_somewhere_new_forgets_what_lay_ahead():
    trail = Trail()
    trail.leave(A)
    assert trail.back(B) == A
    trail.leave(A)
    assert not trail.has_forward
    assert trail.back(D) == A


def test_it_stays_short():
    trail = Trail(most=3)
    for step in (A, B, C, D, A):
        trail.leave(step)
    walked = []
    here = D
    while (step := trail.back(here)) is not None:
        walked.append(step)
        here = step
    assert len(walked) <= 3
