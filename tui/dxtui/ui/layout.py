"""Where the panes stand: the stylesheet of the one screen, side by side where there is room, else as a stack."""

LAYOUT = """
Panes {
    layers: default above;
    background: $background;
    #top { height: 1; background: $panel; }
    #prompt { width: 3; color: $accent; }
    #search, #search:focus { width: 1fr; background: $panel; background-tint: $foreground 0%; }
    #status { width: auto; margin: 0 0 0 1; }
    #chips { display: none; }
    &.-narrowed #chips { display: block; }
    #panes {
        layout: horizontal;
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
    }
    #strip { display: none; }
    &.-narrow {
        #strip { display: block; }
        #panes {
            layout: vertical;
            .column { display: none; width: 1fr; height: 1fr; }
            RowList, RowList:focus { border: none; display: none; height: 1fr; }
            .column.-shown, RowList.-shown { display: block; }
            SourceView, SourceView:focus {
                border: none; border-top: solid $foreground 25%; dock: bottom; height: 55%;
            }
            SourceView:focus { border-top: solid $accent; }
        }
    }
    &.-maximised #panes {
        .column, RowList, SourceView { display: none; width: 1fr; height: 1fr; }
        .column.-shown, RowList.-shown { display: none; }
        .column.-large, RowList.-large, SourceView.-large { display: block; }
        SourceView.-large:focus { height: 1fr; }
    }
}
"""
