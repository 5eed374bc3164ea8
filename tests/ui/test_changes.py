"""Painting only what changed: what stands on the terminal is what painting all of it shows."""

import pytest
from textual.geometry import Region

WALKS = ("z j z > + 3 jjjjjj 4 jjj 6 j 2 jj 1 j 3 k k 5 j n n 4 k 3 k", "2 e jj k 3 j 4 jjj k")
"""What a reader does, in bursts: among the panes, and on the page of an entity."""


@pytest.mark.parametrize("columns", [80, 120])
def test_nothing_old_is_left_standing(terminal, columns):
    screen = terminal("--fresh", columns=columns, rows=30)
    screen.ready()
    screen.until_seen("mục tiêu")
    for walk in WALKS:
        for burst in walk.split():
            screen.send(burst, pause=0.04)
        screen.quiet()
        painted = screen.lines()
        for rows in (31, 30):
            screen.resize(columns, rows)
            screen.quiet()
        assert painted == screen.lines()


def test_only_what_is_seen_where_something_changed_is_drawn(play):
    async def script(stage):
        compositor, drawn = stage.main._compositor, []
        render_lines = type(stage.main.figures).render_lines

        def noted(pane, crop):
            drawn.append((pane.id, crop.height))
            return render_lines(pane, crop)

        for pane in stage.main.panes:
            pane.render_lines = lambda crop, pane=pane: noted(pane, crop)
        figures = stage.main.figures.region
        compositor._dirty_regions = {
            Region(figures.x + 2, figures.y + 3, 5, 1),
            Region(figures.x + 2, figures.y + 5, 5, 1),
        }
        compositor.render_partial_update()
        assert drawn == [("figures", 3)]

    play(script)
