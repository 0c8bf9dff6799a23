// What a script writes is told as what is typed is: to who keeps drafts, and to whoever follows.

export function tellOf(field) {
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

// The choice of a record in a field, by its key; made, where it is not there yet.
export function choiceOf(select, key, words) {
  const known = [...select.options].find((one) => one.value === key);
  return known ?? select.appendChild(new Option(words, key));
}
