// wagtail-localize keeps a text only once its own “Save” is pressed: who leaves with one half-typed is asked first.
// A text that was saved or given up has no field any more.
const begun = new Map();

document.querySelector(".js-translation-editor").addEventListener("focusin", ({ target }) => {
  if (target.matches("textarea") && !begun.has(target)) begun.set(target, target.value);
});

addEventListener("beforeunload", (event) => {
  if ([...begun].some(([field, words]) => field.isConnected && field.value !== words)) event.preventDefault();
});
