// Before anybody has signed in: whether this browser keeps text that was not saved.

import { drafts, savedTokens } from "./drafts.js";

const saved = savedTokens();
const waits = drafts().some((draft) => !saved.has(draft.token));
document.querySelector(".unsaved-waits").hidden = !waits;
