// Pictures in forms: the chosen one is shown beside its field, and a click on a picture says
// what must stay in sight when it is cut. Without this script one types the two numbers.

function showChosen(select) {
  const image = document.querySelector(`img[data-chosen-in="${CSS.escape(select.name)}"]`);
  if (!image) return;
  image.hidden = !select.value;
  if (select.value) image.src = image.dataset.address.replace("/0/", `/${select.value}/`);
}

document.addEventListener("change", ({ target }) => {
  if (target.matches("select.admin-autocomplete")) showChosen(target);
});

// A picture that is there already is used, in the window that another form opened.
for (const button of document.querySelectorAll("[data-uses]")) {
  button.hidden = !window.opener?.dismissAddRelatedObjectPopup;
  button.addEventListener("click", () =>
    window.opener.dismissAddRelatedObjectPopup(window, button.dataset.uses, button.dataset.name),
  );
}

function equipFocalPoint(box) {
  const fields = [
    document.getElementById(box.dataset.across),
    document.getElementById(box.dataset.down),
  ];
  if (fields.includes(null)) return;
  const mark = document.createElement("span");
  mark.className = "mark";
  box.append(mark);
  const place = () => {
    [mark.style.left, mark.style.top] = fields.map((field) => `${field.value || 50}%`);
  };
  const percent = (at, length) => Math.min(100, Math.max(0, Math.round((100 * at) / length)));
  box.addEventListener("click", (event) => {
    const { left, top, width, height } = box.getBoundingClientRect();
    fields[0].value = percent(event.clientX - left, width);
    fields[1].value = percent(event.clientY - top, height);
    place();
  });
  fields.forEach((field) => field.addEventListener("input", place));
  place();
}

document.querySelectorAll(".focal-point").forEach(equipFocalPoint);
