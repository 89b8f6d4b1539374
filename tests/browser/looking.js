// What a browser can say of a page as it looks now. Evaluates to an object of functions that return plain data.
(() => {
  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a),
    g: top.g * top.a + below.g * (1 - top.a),
    b: top.b * top.a + below.b * (1 - top.a),
    a: 1,
  });
  // WCAG 2.2, “relative luminance” and “contrast ratio”.
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const backdrop = (element) => {
    const layers = [];
    for (let box = element; box; box = box.parentElement) layers.push(parse(getComputedStyle(box).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), { r: 255, g: 255, b: 255, a: 1 });
  };
  // The colours in which an element of a drawing is painted; of a pattern or a gradient those of its parts.
  const fillings = (element) => {
    const style = getComputedStyle(element);
    const pattern = style.fill.match(/^url\("#(.+)"\)/);
    if (pattern) return [...document.getElementById(pattern[1]).children].flatMap(colours);
    if (style.fill === "none") return [];
    let opacity = Number(style.fillOpacity);
    for (let part = element; part instanceof SVGElement; part = part.parentElement) {
      opacity *= Number(getComputedStyle(part).opacity);
    }
    const colour = parse(style.fill);
    return [{ ...colour, a: colour.a * opacity }];
  };
  const colours = (part) => {
    const { stroke, stopColor, stopOpacity } = getComputedStyle(part);
    if (part.localName === "stop") return [{ ...parse(stopColor), a: Number(stopOpacity) }];
    return [...fillings(part), ...(stroke === "none" ? [] : [parse(stroke)])];
  };
  const meet = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const holds = (outer, inner) =>
    outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom;
  const name = (element) =>
    `${element.localName} “${(element.getAttribute("aria-label") || element.id || element.textContent).trim().slice(0, 40)}”`;

  const TABBABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const tabbable = () =>
    [...document.querySelectorAll(TABBABLE)].filter((element) => {
      if (element.tabIndex < 0 || element.disabled || !element.checkVisibility({ visibilityProperty: true })) return false;
      if (element.type !== "radio") return true;
      const group = [...document.getElementsByName(element.name)];
      return element === (group.find((other) => other.checked) || group[0]);
    });
  const marks = (element) => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === "none" ? "" : [style.outlineStyle, style.outlineWidth, style.outlineColor];
    return [outline, style.boxShadow].join();
  };
  let unfocused = new Map();
  let path = [];
  let faults = [];

  // What is wrong with the way in which an element shows that it has the focus.
  const faultsOf = (element) => {
    const style = getComputedStyle(element);
    const box = element.getClientRects()[0];
    const all = element.getBoundingClientRect();
    const wrong = [];
    if (marks(element) === unfocused.get(element)) wrong.push("looks as without the focus");
    if (style.outlineStyle !== "none" && contrast(parse(style.outlineColor), backdrop(element.parentElement)) < 3) {
      wrong.push("has a faint outline");
    }
    const ring = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      const edge = box.getBoundingClientRect();
      const clips = !["visible", ""].includes(getComputedStyle(box).overflowX) && !(box instanceof SVGElement);
      if (clips && (all.left - ring < edge.left || all.right + ring > edge.right)) wrong.push("has a clipped outline");
    }
    const { clientWidth, clientHeight } = document.documentElement;
    const inside = box.left >= -1 && box.top >= -1 && box.right <= clientWidth + 1 && box.bottom <= clientHeight + 1;
    if (!inside) wrong.push("is outside the window");
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    if (inside && !element.contains(hit) && !hit?.contains(element)) wrong.push(`is covered by ${hit && name(hit)}`);
    return wrong.map((fault) => `${name(element)} ${fault}`);
  };
  const note = () => {
    const element = document.activeElement;
    if (!unfocused.has(element)) return;
    // A date field holds several stops, of which the last, the calendar, is marked by the browser itself.
    if (path.at(-1) !== element) faults.push(...faultsOf(element));
    path.push(element);
  };

  return {
    // The text of every drawing whose fill stands out too little from what is painted behind it (WCAG 2.2, 1.4.6).
    faintDrawnText(least) {
      const faint = [];
      for (const text of document.querySelectorAll("svg text, svg tspan")) {
        const box = text.getBoundingClientRect();
        const own = [...text.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (!own || !box.width || getComputedStyle(text).visibility !== "visible") continue;
        const drawing = [...document.querySelectorAll("svg")].find((svg) => svg.contains(text));
        const paper = backdrop(drawing);
        let behind = [paper];
        for (const shape of drawing.querySelectorAll("rect, circle, ellipse, path, polygon")) {
          const below = shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
          const edge = shape.getBoundingClientRect();
          if (!below || shape.closest("defs") || !meet(edge, box)) continue;
          const paints = fillings(shape);
          if (paints.length && paints.every((colour) => colour.a === 1) && holds(edge, box)) behind = [];
          behind.push(...paints.map((colour) => over(colour, paper)));
        }
        const [ink] = fillings(text);
        const worst = Math.min(...behind.map((colour) => contrast(over(ink, colour), colour)));
        if (worst < least) faint.push(`${text.textContent.trim()} (${worst.toFixed(2)}:1)`);
      }
      return faint;
    },

    // The fields whose example text stands out too little; axe looks at what is typed alone.
    faintExamples(least) {
      return [...document.querySelectorAll("[placeholder]")].flatMap((field) => {
        const style = getComputedStyle(field, "::placeholder");
        const paper = backdrop(field);
        const words = parse(style.color);
        const ratio = contrast(over({ ...words, a: words.a * Number(style.opacity) }, paper), paper);
        return field.checkVisibility() && ratio < least ? [`${name(field)} (${ratio.toFixed(2)}:1)`] : [];
      });
    },

    // What moves by itself or moves the page, for readers who have asked that nothing does.
    moving() {
      return [...document.querySelectorAll("*")].flatMap((element) => {
        const style = getComputedStyle(element);
        const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
        const moves = style.scrollBehavior === "smooth" || times.some((time) => parseFloat(time) > 0);
        return moves || element.localName === "marquee" || element.autoplay ? [name(element)] : [];
      });
    },

    sizes() {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    },

    // The names of all that the Tab key should reach, in the order of the document; remembers how each looks now.
    stops() {
      const all = tabbable();
      unfocused = new Map(all.map((element) => [element, marks(element)]));
      return all.map(name);
    },

    // Begins to watch the focus: each key press first notes where it is by then, as that has come to rest.
    follow() {
      path = [];
      addEventListener("keydown", note, true);
    },

    // The names of the stops on the way since follow(), each once, and what was wrong with the way they showed.
    followed() {
      note();
      removeEventListener("keydown", note, true);
      const stops = path.filter((element, place) => element !== path[place - 1]);
      return [stops.map(name), [...new Set(faults)]];
    },
  };
})()
