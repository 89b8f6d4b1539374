/* Beside a form of the admin: which words of its latest saved version will not stay true. The list is asked for when the
   form is opened, which is also after it was saved, and whenever it has saved itself. */

const { address } = document.currentScript.dataset;
let asked = 0;

document.addEventListener("DOMContentLoaded", list);
document.addEventListener("w-autosave:success", list);

async function list() {
  const form = document.querySelector("form[data-edit-form]");
  if (!form) return;
  const mine = ++asked;
  const answer = await fetch(`${address}?${new URLSearchParams({ form: location.pathname })}`);
  if (mine !== asked || !answer.ok) return;
  const told = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-wording]");
  const box = document.querySelector("[data-wording]");
  if (box && told) {
    if (told.querySelector("details") && box.querySelector("details")?.open) told.querySelector("details").open = true;
    box.replaceChildren(...told.childNodes);
  } else if (told) form.before(told);
}
