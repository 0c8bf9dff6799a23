// Whether what is sent will be taken: who is signed in now, and by which token forms are known.
// Asked before a form leaves the page, where there is reason to doubt; and after a refusal.

const MINUTE = 60_000;
const PATIENCE = 10_000;

const here = document.querySelector("#drafts")?.dataset;
const channel = "BroadcastChannel" in window ? new BroadcastChannel("newsroom-session") : null;

let asked = Date.now();
let isDoubted = false;

export const SIGNED_OUT = "signed-out";
export const SOMEBODY_ELSE = "somebody-else";
export const SILENT = "silent";

// Every page of the desk tells the others who is signed in, and since when.
if (here) {
  channel?.postMessage(here.signed);
  channel?.addEventListener("message", ({ data }) => {
    if (data !== here.signed) isDoubted = true;
  });
}

export function isSure() {
  return navigator.onLine && !isDoubted && Date.now() - asked < MINUTE;
}

function renew(token) {
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
}

// Why nothing would be saved now, and the name of who is signed in instead; nothing where it would.
export async function obstacle() {
  let answer;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    answer = await fetch(here.session, { cache: "no-store", signal });
  } catch {
    return { why: SILENT };
  }
  if (answer.status >= 500) return { why: SILENT };
  // Whatever else it is: the form is sent as it would be without this script.
  if (!answer.ok) return null;
  const { user, name, token } = await answer.json();
  if (!user) return { why: SIGNED_OUT };
  if (user !== here.owner) return { why: SOMEBODY_ELSE, name };
  renew(token);
  asked = Date.now();
  isDoubted = false;
  return null;
}
