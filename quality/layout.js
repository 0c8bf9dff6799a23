// What looks wrong on a page whatever its content: a list of sentences, empty when all is well.
() => {
  const wrong = [];
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth;
  if (wide > width) wrong.push(`the page is ${wide} wide in a window of ${width}`);

  const scrolls = (element) => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(one).overflowX)) return true;
    }
    return false;
  };
  const frameOf = (element) => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      if (getComputedStyle(one).overflowY === "hidden") return one.getBoundingClientRect();
    }
    return { bottom: Infinity };
  };
  const unseen = (element) => element.closest(".visually-hidden, .skip-link, [hidden], details:not([open])");

  // The lines of every text, each as the middle of its height: letters, not leading.
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || unseen(element) || !element.checkVisibility() || scrolls(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const frame = frameOf(element);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.top + box.height / 2 > frame.bottom) continue;
      const said = text.data.trim().slice(0, 30);
      if (box.left < -1 || box.right > width + 1) wrong.push(`“${said}” leaves the window`);
      lines.push({
        text,
        said,
        left: box.left + 1,
        right: box.right - 1,
        top: box.top + box.height * 0.3,
        bottom: box.bottom - box.height * 0.3,
      });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  for (let i = 0; i < lines.length; i += 1) {
    for (let j = i + 1; j < lines.length && lines[j].top < lines[i].bottom; j += 1) {
      if (lines[i].text === lines[j].text) continue;
      if (lines[i].left < lines[j].right && lines[j].left < lines[i].right) {
        wrong.push(`“${lines[i].said}” and “${lines[j].said}” stand on each other`);
      }
    }
  }

  for (const picture of document.querySelectorAll("img")) {
    const box = picture.getBoundingClientRect();
    if (picture.checkVisibility() && box.width < 1) wrong.push(`${picture.src} has no width`);
    if (box.right > width + 1 || box.left < -1) wrong.push(`${picture.src} leaves the window`);
  }
  return [...new Set(wrong)].slice(0, 10);
}
