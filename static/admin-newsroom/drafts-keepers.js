// The keepers of the forms of a page: one for each form, made when it is first asked for.

import { Keeper } from "./drafts-keeper.js";
import { tellKept } from "./drafts-notices.js";

const owner = document.querySelector("#drafts")?.dataset.owner;
const all = [];

export function keepers() {
  return all.filter((keeper) => keeper.form.isConnected);
}

export function keeperOf(form) {
  let keeper = all.find((one) => one.form === form);
  if (!keeper) {
    keeper = new Keeper(form, owner, (state) => tellKept(keeper.form, state));
    all.push(keeper);
  }
  return keeper;
}
