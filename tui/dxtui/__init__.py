"""dxtui: a terminal explorer for Vietnamese reports.

From a folder of documents to statements, figures, names and tasks, and from any of them to the sentence that says it
and a citation of it. The command is `dxtui`; programs read its rows with `dxtui parse PATH --format json`.
"""

__version__ = "0.1.0"
