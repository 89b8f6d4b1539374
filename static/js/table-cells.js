/* A cell of a table in the admin. A table has up to two thousand, and Draftail is slow to start: a cell shows its words,
   and becomes an editor when somebody enters it. */

const SHOWN_AS = { BOLD: "strong", LINK: "u" };

function* ranges(block, entities) {
  for (const { offset, length, style } of block.inlineStyleRanges) yield { offset, length, as: SHOWN_AS[style] };
  for (const { offset, length, key } of block.entityRanges) {
    const { type, data } = entities[key];
    yield { offset, length, as: SHOWN_AS[type], title: data.url };
  }
}

function shown(block, entities) {
  const paragraph = document.createElement("p");
  paragraph.style.cssText = "margin: 0; white-space: pre-wrap;";
  const found = [...ranges(block, entities)].filter((range) => range.as);
  const ends = found.flatMap(({ offset, length }) => [offset, offset + length]);
  const edges = [...new Set([0, block.text.length, ...ends])].sort((one, other) => one - other);
  edges.slice(1).forEach((end, place) => {
    const start = edges[place];
    let piece = document.createTextNode(block.text.slice(start, end));
    for (const range of found.filter(({ offset, length }) => offset <= start && end <= offset + length)) {
      const around = document.createElement(range.as);
      if (range.title) around.title = range.title;
      around.append(piece);
      piece = around;
    }
    paragraph.append(piece);
  });
  return paragraph;
}

class Cell {
  constructor(draftail, label, container, name, id, state, capabilities, options) {
    this.start = (from) => draftail.render(container, name, id, from, capabilities, options);
    this.container = container;
    this.editor = null;
    this.idForLabel = id;
    this.input = document.createElement("input");
    Object.assign(this.input, { type: "hidden", name, id });
    this.words = document.createElement("div");
    Object.assign(this.words, { tabIndex: 0, role: "textbox", ariaMultiLine: "true", ariaLabel: label });
    this.words.style.cssText = "min-height: 2.5rem; padding: 0.5rem; cursor: text; overflow-wrap: anywhere;";
    this.words.addEventListener("focus", () => this.focus());
    container.append(this.input, this.words);
    this.setState(state);
  }

  begin(from = this.input.value) {
    this.input.remove();
    this.words.remove();
    this.editor = this.start(from);
  }

  focus() {
    if (!this.editor) this.begin();
    this.editor.focus();
  }

  getState() {
    return this.editor ? this.editor.getState() : this.input.value;
  }

  getValue() {
    return this.editor ? this.editor.getValue() : this.input.value;
  }

  setState(state) {
    if (this.editor) this.editor.setState(state);
    else if (state?.getCurrentContent) this.begin(state);
    else {
      this.input.value = state;
      const { blocks, entityMap } = JSON.parse(state) ?? { blocks: [] };
      this.words.replaceChildren(...blocks.map((block) => shown(block, entityMap)));
    }
  }

  getTextLabel(options) {
    return this.editor ? this.editor.getTextLabel(options) : this.words.textContent.slice(0, options?.maxLength);
  }

  setInvalid(invalid) {
    if (this.editor) this.editor.setInvalid(invalid);
    else this.words.ariaInvalid = invalid ? "true" : null;
  }

  setCapabilityOptions(...options) {
    if (this.editor) this.editor.setCapabilityOptions(...options);
  }
}

window.telepath.register(
  "sesec_portal.core.CellEditor",
  class {
    constructor(options, label) {
      this.draftail = new window.draftail.DraftailRichTextArea(options);
      this.label = label;
    }

    render(placeholder, ...cell) {
      return new Cell(this.draftail, this.label, placeholder, ...cell);
    }
  },
);
