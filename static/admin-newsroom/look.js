// A quick look at an article without leaving the list: its page is shown in a dialog.
// Without this script the link leads to that page.

let dialog;

function opened() {
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "look-dialog";
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    document.body.append(dialog);
  }
  return dialog;
}

function closing(label) {
  const form = document.createElement("form");
  form.method = "dialog";
  const button = document.createElement("button");
  button.className = "button";
  button.textContent = label;
  form.append(button);
  return form;
}

async function look(link) {
  const answer = await fetch(link.href, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const shown = page.querySelector(".quick-look");
  const box = opened();
  const head = document.createElement("header");
  const title = document.createElement("h2");
  title.textContent = page.querySelector("h1").textContent;
  title.id = "look-title";
  box.setAttribute("aria-labelledby", title.id);
  head.append(title, closing(link.dataset.close));
  shown.removeAttribute("id");
  box.replaceChildren(head, document.adoptNode(shown));
  box.showModal();
  box.scrollTop = 0;
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-look]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    await look(link);
  } catch {
    location.href = link.href;
  }
});
