/* Wagtail's autosave sends a form by itself half a second after a change, and goes on when "Save" is pressed: a new page
   was sent twice, and the second was refused for the number that the first had taken. Here a form is sent once at a
   time: what has not begun by then is called off, and what is under way is waited for. It goes with the last version
   that the form has saved by itself, so that the portal can tell it from one that somebody else has saved meanwhile, and
   says whether Wagtail's own dialog has asked about that already.

   Two seconds after it was opened a form begins to look for changes, and takes all that was typed or pasted until then for
   what it was made with: it was neither saved nor asked about. Such a form has edits from the beginning. */

const autosaves = new WeakMap();
const begun = new WeakSet();
const pressed = new WeakMap();
let agreed = false;

document.addEventListener("w-autosave:save", (event) => autosaves.set(event.target, event));
document.addEventListener("w-autosave:success", ended);
document.addEventListener("w-autosave:error", ended);
document.addEventListener("submit", send, true);
document.addEventListener("input", begin, true);
document.addEventListener("w-unsaved:watch-edits", ({ target: form }) => {
  if (begun.has(form)) form.dataset.wUnsavedForceValue = "true";
});
document.addEventListener("w-dialog:confirmed", agree, true);

function begin({ isTrusted, target }) {
  if (isTrusted) begun.add(target.closest("form") ?? target);
}

function agree({ target: dialog }) {
  const session = document.querySelector("[data-controller~='w-session']");
  const conflict = session?.dataset.wSessionInterceptValue === "conflict";
  agreed ||= dialog.id === "w-save-confirmation-dialog" && conflict;
}

function send(event) {
  const form = event.target;
  const autosave = autosaves.get(form);
  form.dataset.wAutosaveActiveValue = "false";
  const own = Number(form.dataset.wAutosaveRevisionIdValue);
  if (own) add(form, "own_revision_id", own);
  if (agreed) add(form, "overwrite", "on");
  if (!autosave) return;
  if (event.timeStamp - autosave.timeStamp < Number(form.dataset.wAutosaveIntervalValue)) {
    autosaves.delete(form);
    autosave.preventDefault();
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  pressed.set(form, event.submitter);
}

function add(form, name, value) {
  const field = form.elements.namedItem(name) ?? form.appendChild(document.createElement("input"));
  Object.assign(field, { type: "hidden", name, value });
}

function ended({ target: form }) {
  autosaves.delete(form);
  if (!pressed.has(form)) return;
  const button = pressed.get(form);
  pressed.delete(form);
  // A button that shows its progress is disabled, and would not say which action was chosen.
  if (button) button.disabled = false;
  form.requestSubmit(button);
}
