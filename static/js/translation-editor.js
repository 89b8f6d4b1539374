// wagtail-localize keeps a text only once its own “Save” is pressed: who leaves with one half-typed is asked first.
// A text that was saved or given up has no field any more.
const begun = new Map();

const editor = document.querySelector(".js-translation-editor");

editor.addEventListener("focusin", ({ target }) => {
  if (target.matches("textarea") && !begun.has(target)) begun.set(target, target.value);
});

addEventListener("beforeunload", (event) => {
  if ([...begun].some(([field, words]) => field.isConnected && field.value !== words)) event.preventDefault();
});

// It sends a text without saying which words it takes the place of: whoever saves later would win without a word.
const { segments, initialStringTranslations } = JSON.parse(editor.dataset.props);
const translated = new Map(initialStringTranslations.map(({ segment_id, data }) => [segment_id, data]));
const texts = segments.filter(({ type }) => type === "string");
const known = new Map(texts.map(({ id, editUrl }) => [editUrl, translated.get(id) ?? ""]));
const send = window.fetch;

window.fetch = async (address, options) => {
  if (!known.has(address)) return send(address, options);
  const headers = { ...options.headers, "X-Known-Text": encodeURIComponent(known.get(address)) };
  const answer = await send(address, { ...options, headers });
  const theirs = answer.headers.get("X-Known-Text");
  if (theirs !== null) known.set(address, decodeURIComponent(theirs));
  else if (answer.ok) known.set(address, options.body?.get("value") ?? "");
  return answer;
};
