// What became of a text, word by word: [kind, words] with kind "same", "gone" or "new".

// A word and the space before it: a changed phrase reads as one.
const WORD = /\s*\S+/gu;
// Texts of more words are not looked through for what they have in common in their middle.
const MOST_PAIRS = 4_000_000;

function common(one, other) {
  // Length of the longest common run of words, from each pair of places on.
  const rows = one.length + 1;
  const columns = other.length + 1;
  const lengths = Array.from({ length: rows }, () => new Uint16Array(columns));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      lengths[i][j] =
        one[i] === other[j]
          ? lengths[i + 1][j + 1] + 1
          : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}

export function wordsChanged(before, after) {
  const one = before.match(WORD) || [];
  const other = after.match(WORD) || [];
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head += 1;
  const start = one.slice(0, head);
  let tail = 0;
  while (
    tail < one.length - head &&
    tail < other.length - head &&
    one[one.length - 1 - tail] === other[other.length - 1 - tail]
  ) {
    tail += 1;
  }
  const end = tail ? one.slice(-tail) : [];
  const old = one.slice(head, one.length - tail);
  const now = other.slice(head, other.length - tail);
  const isTooLong = old.length * now.length > MOST_PAIRS;
  const lengths = isTooLong ? null : common(old, now);
  const spans = [];
  const say = (kind, word) => {
    const last = spans[spans.length - 1];
    if (last && last[0] === kind) last[1] += word;
    else spans.push([kind, word]);
  };
  start.forEach((word) => say("same", word));
  let i = 0;
  let j = 0;
  if (isTooLong) {
    old.forEach((word) => say("gone", word));
    now.forEach((word) => say("new", word));
    [i, j] = [old.length, now.length];
  }
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      say("same", old[i]);
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      say("gone", old[i]);
      i += 1;
    } else {
      say("new", now[j]);
      j += 1;
    }
  }
  end.forEach((word) => say("same", word));
  return spans;
}

const TAGS = { same: "span", gone: "del", new: "ins" };

export function asElements(spans) {
  return spans.map(([kind, words]) => {
    const element = document.createElement(TAGS[kind]);
    element.textContent = words;
    return element;
  });
}
