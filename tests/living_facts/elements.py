"""A living fact as a text keeps it."""

PHASE = '<a fact="phase" linktype="fact">the present phase</a>'


def element(code, words="something", key=""):
    """Return the element of a fact; `key`: of what it is asked."""
    of = f' of="{key}"' if key else ""
    return f'<a fact="{code}" linktype="fact"{of}>{words}</a>'
