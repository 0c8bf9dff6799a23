// A note is sent without leaving the page, so that what is typed in the article stays. Without
// this script the form is sent as forms are.

async function send(form, pressed) {
  const answer = await fetch(form.action, {
    method: "POST",
    body: new FormData(form, pressed),
    credentials: "same-origin",
  });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const notes = page.querySelector("#notes");
  // Signed out meanwhile: let the browser go there, the old way.
  if (!notes) return form.submit();
  document.querySelector("#notes").replaceWith(document.adoptNode(notes));
  notes.querySelector("textarea").focus();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("#notes")) return;
  event.preventDefault();
  event.submitter.disabled = true;
  send(form, event.submitter).catch(() => form.submit());
});
