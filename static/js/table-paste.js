/* A box in the admin into which a table is pasted, from Word, Excel or a web page: it fills Wagtail's grid below it.
   Cells stay what they say: no figure is read as a number, and of their looks only bold, links and line breaks stay. */

const SAFE = /^(https?|mailto):/i;
const STARTS_A_LINE = /^(P|DIV|LI|H[1-6])$/;

/* What Draftail keeps of a cell: its text, and which stretches of it are bold or lead somewhere. */
class Words {
  text = "";
  styles = [];
  links = [];

  add(text) {
    const joined = /\s$/.test(this.text) || !this.text ? text.replace(/^[ \n]+/, "") : text;
    this.text += joined;
  }

  breakLine() {
    this.text = this.text.replace(/ +$/, "");
    if (this.text && !this.text.endsWith("\n")) this.text += "\n";
  }

  over(ranges, what, add) {
    const offset = this.text.length;
    add();
    if (this.text.length > offset) ranges.push({ offset, length: this.text.length - offset, ...what });
  }

  toJSON() {
    const text = this.text.trimEnd();
    const within = (range) => ({ ...range, length: Math.min(range.length, text.length - range.offset) });
    const real = (ranges) => ranges.map(within).filter(({ length }) => length > 0);
    const linked = real(this.links);
    const block = {
      key: Math.random().toString(36).slice(2, 7).padEnd(5, "0"),
      text,
      type: "unstyled",
      depth: 0,
      inlineStyleRanges: real(this.styles),
      entityRanges: linked.map(({ offset, length }, key) => ({ offset, length, key })),
      data: {},
    };
    const entities = linked.map(({ url }) => ({ type: "LINK", mutability: "MUTABLE", data: { url } }));
    return { blocks: [block], entityMap: Object.fromEntries(entities.entries()) };
  }
}

function isBold(element) {
  if (/^(B|STRONG)$/.test(element.tagName)) return !/^(normal|400)$/.test(element.style.fontWeight);
  return element.tagName !== "TD" && element.tagName !== "TH" && /^(bold|[6-9]00)$/.test(element.style.fontWeight);
}

function read(node, words) {
  if (node.nodeType === Node.TEXT_NODE) return words.add(node.data.replace(/[ \t\r\n\u00a0]+/g, " "));
  if (node.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT)$/.test(node.tagName)) return;
  if (node.tagName === "BR") return words.breakLine();
  if (STARTS_A_LINE.test(node.tagName)) words.breakLine();
  const inside = () => node.childNodes.forEach((child) => read(child, words));
  const address = node.tagName === "A" ? (node.getAttribute("href") ?? "").trim() : "";
  if (SAFE.test(address)) words.over(words.links, { url: address }, inside);
  else if (isBold(node)) words.over(words.styles, { style: "BOLD" }, inside);
  else inside();
  if (STARTS_A_LINE.test(node.tagName)) words.breakLine();
}

function cellOf(element) {
  const words = new Words();
  element.childNodes.forEach((child) => read(child, words));
  return words;
}

function cellOfText(text) {
  const words = new Words();
  words.text = text.trim();
  return words;
}

/* Excel and Word may repeat a header on each printed page, and write rows in several bodies: rows are taken as they come. */
function fromHtml(html) {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const rows = [...table.rows].filter((row) => row.cells.length);
  if (rows.some((row) => [...row.cells].some((cell) => cell.colSpan > 1 || cell.rowSpan > 1))) return "MERGED";
  if (table.querySelector("table")) return "MERGED";
  return rows.map((row) => [...row.cells].map(cellOf));
}

/* Excel puts a cell with a line break or a quotation mark in quotation marks. */
function fromText(text) {
  if (!text.includes("\t")) return null;
  const rows = [[]];
  for (const [, quoted, plain, end] of text.trimEnd().matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|\r|$)/g)) {
    rows.at(-1).push(cellOfText(quoted?.replaceAll('""', '"') ?? plain));
    if (!end) break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}

function tableOf(clipboard, most) {
  const rows = fromHtml(clipboard.getData("text/html")) ?? fromText(clipboard.getData("text/plain"));
  if (typeof rows === "string") return rows;
  const filled = rows?.filter((row) => row.some(({ text }) => text.trim())) ?? [];
  if (!filled.length) return "NO_TABLE";
  const columns = Math.max(...filled.map((row) => row.length));
  if (columns > most.columns || filled.length - 1 > most.rows) return "TOO_LARGE";
  return filled.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => new Words())]);
}

function stateOf([headings, ...rows]) {
  return {
    columns: headings.map(({ text }) => ({ type: "cell", heading: text.replace(/\s+/g, " ").trim() })),
    rows: rows.map((row) => ({ values: row.map((cell) => JSON.stringify(cell)) })),
    caption: "",
  };
}

function isEmpty(grid) {
  const cells = grid.rows.flatMap((row) => row.blocks.map((block) => block.getTextLabel() ?? ""));
  return ![...grid.columns.map((column) => column.headingInput.value), ...cells].some((text) => text.trim());
}

function addPasteBox(grid, prefix, { strings, most }) {
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const id = `${prefix}-paste`;
  const label = make("label", { className: "w-field__label", htmlFor: id, textContent: strings.PASTE });
  const help = make("p", { className: "help", id: `${id}-help`, textContent: strings.PASTE_HELP });
  const box = make("textarea", { id, rows: 2, autocomplete: "off" });
  const said = make("p", { role: "status", id: `${id}-said` });
  box.setAttribute("aria-describedby", `${help.id} ${said.id}`);
  const say = (which, refused) => {
    said.textContent = strings[which] ?? "";
    said.className = refused ? "error-message" : "help";
    box.ariaInvalid = refused ? "true" : null;
  };
  box.addEventListener("paste", (event) => {
    event.preventDefault();
    const table = tableOf(event.clipboardData, most);
    if (typeof table === "string") return say(table, true);
    if (!isEmpty(grid) && !window.confirm(strings.REPLACE)) return say("", false);
    grid.setState(stateOf(table));
    say("PASTED", false);
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
  /* What is typed here goes nowhere. */
  box.addEventListener("input", () => { box.value = ""; });
  const around = make("div", { className: "w-field__wrapper" });
  around.append(label, help, box, said);
  grid.container[0].prepend(around);
}

/* The caption stands in a field of its own, above. */
function hideCaption(grid) {
  grid.captionInput.closest("[data-field-wrapper]").style.display = "none";
}

const Stock = window.telepath.constructors["wagtail.contrib.typed_table_block.blocks.TypedTableBlock"];

window.telepath.register(
  "sesec_portal.core.GridBlock",
  class extends Stock {
    render(placeholder, prefix, state, error) {
      const grid = super.render(placeholder, prefix, state, error);
      hideCaption(grid);
      addPasteBox(grid, prefix, this.meta);
      return grid;
    }
  },
);
