/* Wagtail's autosave sends a form by itself half a second after a change, and goes on when "Save" is pressed: a new page
   was sent twice, and the second was refused for the number that the first had taken. Here a form is sent once at a
   time: what has not begun by then is called off, and what is under way is waited for. It goes with the last version
   that the form has saved by itself, so that the portal can tell it from one that somebody else has saved meanwhile. */

const autosaves = new WeakMap();
const pressed = new WeakMap();

document.addEventListener("w-autosave:save", (event) => autosaves.set(event.target, event));
document.addEventListener("w-autosave:success", ended);
document.addEventListener("w-autosave:error", ended);
document.addEventListener("submit", send, true);

function send(event) {
  const form = event.target;
  const autosave = autosaves.get(form);
  form.dataset.wAutosaveActiveValue = "false";
  name(form, form.dataset.wAutosaveRevisionIdValue);
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

function name(form, version) {
  if (!Number(version)) return;
  const field = form.elements.namedItem("own_revision_id") ?? form.appendChild(document.createElement("input"));
  Object.assign(field, { type: "hidden", name: "own_revision_id", value: version });
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
