// What a script says to the ear: one region for the page, in which the last sentence stands.

const region = document.createElement("div");
region.className = "visually-hidden";
region.setAttribute("role", "status");

export function say(words) {
  if (!region.isConnected) document.body.append(region);
  region.textContent = words;
}

// Nothing more of it, where nothing else has been said since.
export function unsay(words) {
  if (region.textContent === words) region.textContent = "";
}
