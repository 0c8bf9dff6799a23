// Plain text that is pasted: readers of PDF files and mail in plain text break each line where the
// page did, and part paragraphs by an empty line, or by none.

const SHORTEST = 40;
const ENDS = /[.!?:;؟؛…»”"）)\]]\s*$/;
const HYPHEN = /(\p{L})[-\u00ad\u2010]$/u;
const ITEM = /^\s*(?:[-–—•·▪*]|\(?[\d٠-٩]{1,2}[.)])\s/;
// Where the next line begins like this, the sentence of the one before goes on.
const GOES_ON = /^\s*[\p{Ll}\p{Lo}\d(«“"]/u;

function isLong(line) {
  return line.length >= SHORTEST;
}

// Whether the lines were broken at the width of a page, and not at the end of paragraphs.
function isBrokenAtWidth(lines) {
  const long = lines.filter(isLong);
  const open = long.filter((line) => !ENDS.test(line));
  return open.length > 0 && open.length * 2 >= long.length;
}

function goesOn(line, next, width, isPage) {
  if (ITEM.test(next) || !isLong(line) || line.length < width * 0.6) return false;
  if (HYPHEN.test(line)) return true;
  if (!ENDS.test(line) && GOES_ON.test(next)) return true;
  // A name begins with a capital in the middle of a sentence: of a page, full lines tell.
  return isPage && !ENDS.test(line) && line.length > width * 0.9;
}

function joined(lines) {
  const width = Math.max(...lines.map((line) => line.length));
  const isPage = lines.filter(isLong).length > 2;
  const paragraphs = [];
  lines.forEach((line, place) => {
    const before = lines[place - 1];
    if (place && goesOn(before, line, width, isPage)) {
      const last = paragraphs.pop();
      const isParted = HYPHEN.test(last) && /^\p{Ll}/u.test(line);
      paragraphs.push(isParted ? last.slice(0, -1) + line : `${last} ${line}`);
    } else {
      paragraphs.push(line);
    }
  });
  return paragraphs;
}

// The paragraphs of a plain text.
export function paragraphsOf(text) {
  const blocks = text.replace(/\r\n?/g, "\n").split(/\n[ \t\u00a0]*\n\s*|\f/);
  return blocks.flatMap((block) => {
    const lines = block
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    return isBrokenAtWidth(lines) ? joined(lines) : lines;
  });
}

export function asMarkUp(text) {
  const page = document.implementation.createHTMLDocument("");
  for (const words of paragraphsOf(text)) {
    const paragraph = page.createElement("p");
    paragraph.textContent = words;
    page.body.append(paragraph);
  }
  return page.body.innerHTML;
}
