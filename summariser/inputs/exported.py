"""An article as our own JSON export wrote it -> the Document it was read from, with what a person put right in it.

The text, its blocks and what the file said of itself come back as they were, so that reading them again by the same
version gives the same quotes, actors, actions and numbers of them.  What is not as we write it is no export.
"""

from __future__ import annotations

from typing import Any, get_args

from summariser.codec import FORMAT, decode_corrections
from summariser.model import Block, Document, Role

ROLES = frozenset(get_args(Role))
FACTS = ("title", "byline", "outlet", "published", "language")


def is_export(row: dict[str, Any]) -> bool:
    """Whether an object is an article as the contract writes it, blocks and all."""
    return row.get("format") == FORMAT and isinstance(row.get("text"), str) and isinstance(row.get("blocks"), list)


def exported_document(row: dict[str, Any], id: str, name: str) -> Document | None:
    """The document behind an exported article; None where its blocks are not as we write them."""
    before = row.get("uncorrected")
    row = row | before if isinstance(before, dict) else row
    blocks = _blocks(row["blocks"], len(row["text"]))
    if blocks is None:
        return None
    facts = {f: row[f] for f in FACTS if isinstance(row.get(f), str) and row[f]}
    source = row.get("source")
    told = Document(id, source if isinstance(source, str) and source else name, row["text"])
    kept = decode_corrections(row.get("corrections"))
    made = told if _says_itself(told, blocks, facts) else told._replace(**facts, blocks=blocks)
    return made._replace(corrections=kept)


def _says_itself(document: Document, blocks: tuple[Block, ...], facts: dict[str, str]) -> bool:
    """Whether the text alone tells all that the export does: then it is the text that was pasted, and kept once."""
    from summariser.text.blocks import label_blocks
    from summariser.text.metadata import find_metadata

    if label_blocks(document.text, None) != blocks:
        return False
    about = find_metadata(document.text, blocks, document)._asdict()
    return all((about[f] or None) == facts.get(f) for f in FACTS)


def _blocks(rows: list[Any], length: int) -> tuple[Block, ...] | None:
    """Blocks in order, inside the text, none over another; None for anything else."""
    found: list[Block] = []
    at = 0
    for row in rows:
        block = _block(row) if isinstance(row, dict) else None
        if block is None or not at <= block.start <= block.end <= length:
            return None
        found.append(block)
        at = block.end
    return tuple(found) or None


def _block(row: dict[str, Any]) -> Block | None:
    start, end, role, rule = (row.get(f) for f in Block._fields)
    whole = type(start) is int and type(end) is int
    return Block(start, end, role, rule) if whole and role in ROLES and isinstance(rule, str) else None  # type: ignore
