"""Where the panes stand: the stylesheet of the one screen, side by side where there is room, else as a stack."""

LAYOUT = """
Panes {
    background: $background;
    #top { height: 1; background: $panel; }
    #prompt { width: 3; color: $accent; }
    #search, #search:focus { width: 1fr; background: $panel; background-tint: $foreground 0%; }
    #status { width: auto; }
    #chips { display: none; }
    &.-narrowed #chips { display: block; }
    #panes {
        layout: grid; grid-size: 3 8; grid-columns: 21fr 48fr 35fr; grid-rows: 1fr;
        RowList, SourceView {
            scrollbar-size-vertical: 1; scrollbar-gutter: stable;
            scrollbar-background: $background; scrollbar-color: $foreground 20%;
            scrollbar-background-hover: $background; scrollbar-color-hover: $foreground 40%;
            scrollbar-background-active: $background; scrollbar-color-active: $accent;
        }
        RowList, SourceView { border: round $foreground 25%; border-title-color: $foreground 70%;
            border-subtitle-color: $foreground 50%; }
        RowList:focus, SourceView:focus { border: round $accent; border-title-color: $accent;
            border-title-style: bold; }
        #documents { row-span: 3; }
        #figures { row-span: 4; }
        #entities { row-span: 5; }
        #statements, #tasks { row-span: 2; }
        #source { row-span: 8; }
    }
    #strip { display: none; }
    &.-narrow {
        #strip { display: block; }
        #panes {
            layout: vertical;
            RowList, RowList:focus { border: none; display: none; height: 1fr; }
            RowList.-shown { display: block; }
            SourceView, SourceView:focus {
                border: none; border-top: solid $foreground 25%; dock: bottom; height: 55%;
            }
            SourceView:focus { border-top: solid $accent; }
        }
    }
}
"""
