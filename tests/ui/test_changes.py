"""Painting only what changed: what stands on the terminal is what painting all of it shows."""

import pytest
from textual.geometry import Region

WALK = """jjjjjjjj 4jjj k G g 2jj \r jj n p 1j 6jj o \x1b e jj \t j \x1b c jjjjc \t n \x1b x \x1b z jjj z > + = 3v j V s S
/tỉnh \r n 3 j 4 jjj 6 j 2 j 1 j 3 k"""
"""What a reader does, in bursts."""


@pytest.mark.parametrize("columns", [80, 120])
def test_nothing_old_is_left_standing(terminal, columns):
    screen = terminal("--fresh", columns=columns, rows=30)
    screen.ready()
    screen.until_seen("mục tiêu")
    for burst in WALK.replace("\n", " ").split(" "):
        screen.send(burst, pause=0.03)
    screen.read(0.4)
    painted = screen.lines()
    screen.resize(columns, 31)
    screen.read(0.3)
    screen.resize(columns, 30)
    screen.read(0.5)
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
