"""What changed from one ordered list to another: added, removed, moved, reworded."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Entry:
    """Something in a list: a lasting key, the texts of its wording, and the record it stands for."""

    key: object
    wording: tuple[str, ...] = ()
    record: object = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Placed:
    """An entry at a place, counted from 1."""

    entry: Entry
    place: int


@dataclass(frozen=True)
class Moved:
    """An entry that stands at another place than before."""

    entry: Entry
    former: int
    latter: int


@dataclass(frozen=True)
class Reworded:
    """An entry whose wording changed."""

    entry: Entry
    former: tuple[str, ...]
    latter: tuple[str, ...]

    @property
    def changes(self):
        """The texts that changed: pairs of what stood there and what stands there now."""
        return [(old, new) for old, new in zip(self.former, self.latter, strict=True) if old != new]


@dataclass(frozen=True)
class Difference:
    """All that changed from a former list to a latter one, and the entries that both have."""

    added: tuple = ()
    removed: tuple = ()
    moved: tuple = ()
    reworded: tuple = ()
    kept: tuple = ()

    def __bool__(self):
        return bool(self.added or self.removed or self.moved or self.reworded)

    def mirrored(self):
        """Return the difference from the latter list to the former."""
        return Difference(
            added=self.removed,
            removed=self.added,
            moved=tuple(sorted((Moved(m.entry, m.latter, m.former) for m in self.moved), key=lambda move: move.latter)),
            reworded=tuple(Reworded(r.entry, r.latter, r.former) for r in self.reworded),
            kept=tuple(sorted((Moved(k.entry, k.latter, k.former) for k in self.kept), key=lambda kept: kept.latter)),
        )

    def apply(self, former):
        """Return the latter list, made from the former one."""
        gone = {placed.entry.key for placed in self.removed}
        moves = {move.entry.key: move.latter for move in self.moved}
        wordings = {reworded.entry.key: reworded.latter for reworded in self.reworded}
        placed = {added.place: added.entry for added in self.added}
        for place, entry in enumerate(former, 1):
            if entry.key not in gone:
                wording = wordings.get(entry.key, entry.wording)
                placed[moves.get(entry.key, place)] = replace(entry, wording=wording)
        return [placed[place] for place in sorted(placed)]


def compare(former, latter):
    """Return the Difference from one list of entries to another; no key stands twice in a list."""
    before = {entry.key: (place, entry) for place, entry in enumerate(former, 1)}
    after = {entry.key: (place, entry) for place, entry in enumerate(latter, 1)}
    kept = [(entry, before[key][0], place) for key, (place, entry) in after.items() if key in before]
    return Difference(
        added=tuple(Placed(entry, place) for key, (place, entry) in after.items() if key not in before),
        removed=tuple(Placed(entry, place) for key, (place, entry) in before.items() if key not in after),
        moved=tuple(Moved(entry, old, new) for entry, old, new in kept if old != new),
        reworded=tuple(
            Reworded(entry, before[entry.key][1].wording, entry.wording)
            for entry, _, _ in kept
            if before[entry.key][1].wording != entry.wording
        ),
        kept=tuple(Moved(entry, old, new) for entry, old, new in kept),
    )
