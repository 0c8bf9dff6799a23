// Which drafts are being typed in other tabs of this browser at this moment.

const channel = "BroadcastChannel" in window ? new BroadcastChannel("newsroom-drafts") : null;
const SOON = 250;

let own = () => [];
let found = new Set();

channel?.addEventListener("message", ({ data }) => {
  if (data === "who?") channel.postMessage(own());
  else data.forEach((token) => found.add(token));
});

// Let the other tabs know of the drafts that this one writes.
export function answerWith(tokens) {
  own = tokens;
}

export async function openElsewhere() {
  found = new Set();
  channel?.postMessage("who?");
  await new Promise((resolve) => {
    window.setTimeout(resolve, SOON);
  });
  return found;
}
