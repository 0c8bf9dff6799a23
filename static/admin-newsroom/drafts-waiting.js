// Before anybody has signed in, and where something went wrong: whether this browser keeps text
// that was not saved. What was saved, or has waited for too long, is forgotten.

import { drafts, dropUnwanted } from "./drafts-store.js";

dropUnwanted();
for (const one of document.querySelectorAll(".unsaved-waits")) one.hidden = !drafts().length;
